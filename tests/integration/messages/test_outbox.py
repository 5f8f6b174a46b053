from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from threading import Thread

import pytest
from django.db import connections

from naravard.messages.envelope import Outgoing
from naravard.messages.models import Delivery, Message
from naravard.messages.outbox import Answer, Counts, deliver_due
from naravard.messages.queries import not_reached, thread_messages
from naravard.messages.rules import ATTEMPTS_BEFORE_ALARM, LONGEST_WAIT
from naravard.messages.services import withdraw
from naravard.messages.transport import post_over_http
from naravard.people.models import CareUnit
from tests.integration.messages.conftest import (
    MONDAY_MORNING,
    House,
    gives_address,
    write,
)
from tests.receiver import Receiver

post = partial(post_over_http, timeout_seconds=0.3)
ROUNDS = [MONDAY_MORNING + number * LONGEST_WAIT for number in range(10)]


class ProcessDied(BaseException):
    """The sending process ends in the middle of its work."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def municipality(house: House, receiver: Receiver) -> Receiver:
    """The care planners have a system of their own."""
    gives_address(house.care_planners, receiver.url)
    return receiver


def key_of(message: Message, house: House) -> str:
    return f"{message.pk}:{house.care_planners.unit_id}"


def test_a_message_reaches_the_receiver_s_system(house, municipality):
    message = write(house, house.ward, house.care_planners, text="Hej på er")

    counts = deliver_due(now=MONDAY_MORNING, post=post)

    letter = municipality.stored[key_of(message, house)]
    assert counts == Counts(delivered=1)
    assert letter["type"] == "general"
    assert letter["payload"]["text"] == "Hej på er"
    assert letter["person"] == [{"system": "local", "value": "R-2026-0417"}]
    assert letter["sender"]["professional"] == "SE2321999999-Wiklund"
    assert letter["legal_ground"] == "G-CONSENT"


def test_what_is_delivered_is_not_sent_again(house, municipality):
    write(house, house.ward, house.care_planners)
    deliver_due(now=MONDAY_MORNING, post=post)

    counts = deliver_due(now=ROUNDS[1], post=post)

    assert counts == Counts()
    assert len(municipality.posts) == 1


@pytest.mark.parametrize("mood", ["error", "slow", "cut", "redirect"])
def test_a_failing_receiver_gets_it_later_and_once(house, municipality, mood):
    message = write(house, house.ward, house.care_planners)
    municipality.answers(mood)

    first = deliver_due(now=MONDAY_MORNING, post=post)
    too_soon = deliver_due(now=MONDAY_MORNING + timedelta(seconds=29), post=post)
    second = deliver_due(now=MONDAY_MORNING + timedelta(seconds=30), post=post)

    assert (first, too_soon, second) == (
        Counts(failed=1),
        Counts(),
        Counts(delivered=1),
    )
    assert municipality.posts == [key_of(message, house)] * 2
    assert list(municipality.stored) == [key_of(message, house)]


def test_a_receiver_that_is_down_gets_all_of_it_when_it_is_up_again(house):
    messages = [write(house, house.ward, house.care_planners) for _ in range(5)]
    with Receiver() as gone:
        gives_address(house.care_planners, gone.url)
        messages += [write(house, house.ward, house.care_planners) for _ in range(5)]
    deliver_due(now=ROUNDS[0], post=post)

    with Receiver() as back:
        gives_address(house.care_planners, back.url)
        deliver_due(now=ROUNDS[1], post=post)

    # The first five were written before the unit had a system of its own.
    assert list(back.stored) == [key_of(message, house) for message in messages[5:]]


def test_a_process_that_dies_after_the_post_posts_again_under_the_same_key(
    house, municipality
):
    message = write(house, house.ward, house.care_planners)

    def post_and_die(letter: Outgoing) -> Answer:
        post(letter)
        raise ProcessDied

    with pytest.raises(ProcessDied):
        deliver_due(now=MONDAY_MORNING, post=post_and_die)
    counts = deliver_due(now=MONDAY_MORNING, post=post)

    assert counts == Counts(delivered=1)
    assert municipality.posts == [key_of(message, house)] * 2
    assert list(municipality.stored) == [key_of(message, house)]


def test_a_thread_reaches_a_unit_in_the_order_it_was_written(house, municipality):
    texts = ["ett", "två", "tre"]
    messages = [write(house, house.ward, house.care_planners, text=t) for t in texts]
    municipality.answers("error")

    deliver_due(now=ROUNDS[0], post=post)
    deliver_due(now=ROUNDS[1], post=post)

    assert list(municipality.stored) == [key_of(message, house) for message in messages]
    assert municipality.posts[0] == municipality.posts[1]


def test_a_dead_receiver_does_not_hold_up_the_others(house, municipality):
    with Receiver() as gone:
        gives_address(house.health_centre, gone.url)
    write(house, house.ward, house.health_centre)
    message = write(house, house.ward, house.care_planners)

    counts = deliver_due(now=MONDAY_MORNING, post=post)

    assert counts == Counts(delivered=1, failed=1)
    assert list(municipality.stored) == [key_of(message, house)]


def test_a_withdrawal_follows_its_message(house, municipality):
    message = write(house, house.ward, house.care_planners)
    withdraw(actor=house.ward, message_id=message.pk, reason="Fel", now=MONDAY_MORNING)

    deliver_due(now=MONDAY_MORNING, post=post)

    key = key_of(message, house)
    assert list(municipality.stored) == [key, f"{key}:withdrawal"]
    assert municipality.stored[f"{key}:withdrawal"]["reason"] == "Fel"


def test_a_long_line_is_taken_a_bit_at_a_time(house, municipality):
    [write(house, house.ward, house.care_planners) for _ in range(4)]

    counts = deliver_due(now=MONDAY_MORNING, post=post, limit=3)

    assert counts == Counts(delivered=3)


def test_what_never_gets_through_is_shown_and_still_tried(house, municipality):
    message = write(house, house.ward, house.care_planners)
    municipality.answers(*["error"] * ATTEMPTS_BEFORE_ALARM)

    rounds = [
        deliver_due(now=moment, post=post) for moment in ROUNDS[:ATTEMPTS_BEFORE_ALARM]
    ]

    (row,) = not_reached(house.ward)
    (shown,) = thread_messages(house.open_for(house.ward), house.thread)
    assert rounds[-2:] == [Counts(failed=1), Counts(failed=1, reaches_not=1)]
    assert row.message_id == message.pk
    assert row.reaches_not
    assert shown.receipts[0].reaches_not
    assert deliver_due(now=ROUNDS[-1], post=post) == Counts(delivered=1)
    assert not_reached(house.ward) == ()


def test_a_unit_without_an_address_any_more_is_shown_too(house, municipality):
    write(house, house.ward, house.care_planners)
    CareUnit.objects.update(delivery_url="")

    deliver_due(now=MONDAY_MORNING, post=post)

    assert Delivery.objects.get().last_error == "Ingen kontakt: UnsafeAddress"


def test_an_error_note_holds_nothing_the_receiver_wrote(house, municipality):
    write(house, house.ward, house.care_planners)
    municipality.answers("error")

    deliver_due(now=MONDAY_MORNING, post=post)

    assert Delivery.objects.get().last_error == "Svarade 500"


def test_two_senders_at_once_post_each_message_once(real_commits, house):
    with Receiver() as receiver:
        gives_address(house.care_planners, receiver.url)
        gives_address(house.health_centre, receiver.url)
        messages = [
            write(house, house.ward, house.care_planners, house.health_centre)
            for _ in range(15)
        ]
        senders = [Thread(target=_send_all) for _ in range(3)]

        [sender.start() for sender in senders]
        [sender.join() for sender in senders]
        deliver_due(now=MONDAY_MORNING, post=post)

        posts = Counter(receiver.posts)
    assert len(posts) == 2 * len(messages)
    assert set(posts.values()) == {1}
    assert not Delivery.objects.filter(delivered_at=None).exists()


def _send_all() -> None:
    try:
        deliver_due(now=MONDAY_MORNING, post=post)
    finally:
        connections.close_all()
