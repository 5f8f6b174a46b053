from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from naravard.messages.catalogue.general import General
from naravard.messages.models import Delivery, Message, Receipt
from naravard.messages.rules import GroundDoesNotAllow
from naravard.messages.services import PreparedMessage, PreparedReceipt, send_many
from tests.integration.messages.conftest import MONDAY_MORNING, House, gives_address

AN_HOUR = timedelta(hours=1)


def letter(house: House) -> PreparedMessage:
    return PreparedMessage(
        code="general",
        thread=house.thread,
        person_id=house.karin.pk,
        sender_unit_id=house.ward.unit_id,
        sender_assignment_id=house.ward.assignment_id,
        recipient_unit_ids=(house.care_planners.unit_id, house.health_centre.unit_id),
        ground="G-CONSENT",
        payload=General(subject="Karin", text="Hej"),
        sent_at=MONDAY_MORNING,
        recorded_at=MONDAY_MORNING + AN_HOUR,
        message_id=uuid4(),
        receipts=(
            PreparedReceipt(
                unit_id=house.care_planners.unit_id,
                received_at=MONDAY_MORNING,
                read_at=MONDAY_MORNING + AN_HOUR,
                acknowledged_at=MONDAY_MORNING + AN_HOUR,
                acknowledged_by=house.care_planners.assignment_id,
            ),
        ),
    )


def test_history_keeps_its_moments_and_what_was_done(house: House):
    past = letter(house)

    number = send_many(prepared=[past])

    message = Message.objects.get(pk=past.message_id)
    done = message.receipts.get(unit=house.care_planners.unit_id)
    waiting = message.receipts.get(unit=house.health_centre.unit_id)
    assert number == 1
    assert message.recorded_at == MONDAY_MORNING + AN_HOUR
    assert done.acknowledged_by_id == house.care_planners.assignment_id
    assert waiting.received_at == MONDAY_MORNING
    assert waiting.read_at is None


def test_history_is_not_posted_again(house: House):
    gives_address(house.care_planners, "https://kommun.example/in")

    send_many(prepared=[letter(house)])

    assert not Delivery.objects.exists()


def test_history_brought_in_twice_is_there_once(house: House):
    past = letter(house)
    send_many(prepared=[past])

    again = send_many(prepared=[past, past])

    assert again == 0
    assert Receipt.objects.count() == 2


def test_history_follows_the_same_rules_and_all_of_it_waits_for_them(house: House):
    wrong = replace(letter(house), ground="G-DUTY-LSU2")

    with pytest.raises(GroundDoesNotAllow):
        send_many(prepared=[letter(house), wrong])

    assert not Message.objects.exists()


def test_much_history_costs_few_questions(house: House, django_assert_max_num_queries):
    past = [replace(letter(house), message_id=uuid4()) for _ in range(1_000)]

    with django_assert_max_num_queries(12):
        number = send_many(prepared=past)

    assert number == 1_000
