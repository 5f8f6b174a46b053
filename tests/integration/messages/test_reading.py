from dataclasses import replace
from datetime import timedelta

import pytest

from naravard.access.rules import Actor, ActorKind
from naravard.messages.payloads import PayloadRow
from naravard.messages.queries import (
    inbox,
    not_reached,
    thread_messages,
    unread_count,
)
from naravard.messages.services import (
    acknowledge,
    forward,
    mark_missent,
    mark_read,
    withdraw,
)
from naravard.people.models import Person
from naravard.people.roles import Protection
from tests.integration.messages.conftest import MONDAY_MORNING, House, write

LATER = MONDAY_MORNING + timedelta(hours=2)


def read(house: House, actor: Actor):
    return thread_messages(house.open_for(actor), house.thread)


def test_a_thread_says_who_wrote_what_and_on_what_ground(house: House):
    write(house, house.ward, house.care_planners, text="Hon kommer hem på torsdag.")

    (row,) = read(house, house.care_planners)

    assert row.title == "Generellt meddelande"
    assert row.sender_unit_name == "Avdelning 31"
    assert row.sender_name == "Sara Wiklund"
    assert row.ground == "Samtycke"
    assert PayloadRow(label="Meddelande", text="Hon kommer hem på torsdag.") in row.rows


def test_a_thread_says_what_each_receiver_did(house: House):
    message = write(house, house.ward, house.care_planners, house.health_centre)
    acknowledge(actor=house.care_planners, message_id=message.pk, now=LATER)
    mark_missent(
        actor=house.health_centre, message_id=message.pk, reason="Fel", now=LATER
    )
    forward(
        actor=house.care_planners,
        message_id=message.pk,
        to_unit_id=house.other_care_planners.unit_id,
        reason="Bor i söder",
        now=LATER,
    )

    (row,) = read(house, house.ward)

    did = {receipt.unit_name: receipt for receipt in row.receipts}
    assert did["Bistånd norr"].acknowledged_by == "Ali Demir"
    assert did["Björkens VC"].missent_because == "Fel"
    assert did["Bistånd söder"].forwarded_by == "Bistånd norr"
    assert did["Bistånd söder"].read_at is None
    assert not did["Bistånd söder"].reaches_not


def test_a_withdrawn_message_is_still_read_as_withdrawn(house: House):
    message = write(house, house.ward, house.care_planners)
    withdraw(actor=house.ward, message_id=message.pk, reason="Fel", now=LATER)

    (row,) = read(house, house.care_planners)

    assert row.withdrawn_at == LATER
    assert row.withdrawn_because == "Fel"
    assert row.rows


def test_a_long_thread_costs_one_question(house: House, django_assert_num_queries):
    [write(house, house.ward, house.care_planners) for _ in range(20)]

    with django_assert_num_queries(1):
        rows = read(house, house.care_planners)

    assert len(rows) == 20


def test_the_thread_is_read_in_the_order_it_was_written(house: House):
    second = write(house, house.ward, house.care_planners, sent_at=LATER)
    first = write(house, house.ward, house.care_planners)

    assert [row.id for row in read(house, house.ward)] == [first.pk, second.pk]


def test_a_unit_reads_only_what_it_sent_or_got(house: House):
    write(house, house.ward, house.care_planners)
    mine = write(house, house.ward, house.home_nursing)

    assert [row.id for row in read(house, house.home_nursing)] == [mine.pk]


def test_the_next_ward_reads_what_the_first_ward_wrote(house: House):
    message = write(house, house.ward, house.care_planners)

    assert [row.id for row in read(house, house.other_ward)] == [message.pk]


def test_the_person_reads_all_of_her_thread(house: House):
    write(house, house.ward, house.care_planners)
    karin = Actor(kind=ActorKind.PERSON, name="Karin Holm", person_id=house.karin.pk)

    assert len(read(house, karin)) == 1


def test_a_record_of_another_person_opens_nothing(house: House):
    write(house, house.ward, house.care_planners)
    other = Person.objects.create(given_name="Ali", family_name="Demir")
    record = replace(house.open_for(house.ward), person_id=other.pk)

    assert thread_messages(record, house.thread) == ()


def test_the_inbox_shows_the_newest_first_and_nothing_of_the_content(house: House):
    write(house, house.ward, house.care_planners, text="Hemligt")
    write(house, house.health_centre, house.care_planners, sent_at=LATER)

    rows = inbox(house.care_planners)

    assert [row.sender_unit_name for row in rows] == ["Björkens VC", "Avdelning 31"]
    assert rows[0].person_name == "Karin Holm"
    assert rows[0].unread
    assert "Hemligt" not in repr(rows)


def test_the_inbox_is_one_question(house: House, django_assert_num_queries):
    [write(house, house.ward, house.care_planners) for _ in range(5)]

    with django_assert_num_queries(1):
        inbox(house.care_planners)


def test_the_next_page_of_the_inbox_starts_where_the_first_ended(house: House):
    first = write(house, house.ward, house.care_planners)
    write(house, house.ward, house.care_planners, sent_at=LATER)
    (newest,) = inbox(house.care_planners, limit=1)

    (older,) = inbox(house.care_planners, before=newest.received_at)

    assert older.message_id == first.pk


def test_reading_empties_the_count_of_unread(house: House):
    write(house, house.ward, house.care_planners)
    before = unread_count(house.care_planners)

    mark_read(actor=house.care_planners, thread=house.thread, now=LATER)

    assert (before, unread_count(house.care_planners)) == (1, 0)
    assert inbox(house.care_planners, unread_only=True) == ()
    assert not inbox(house.care_planners)[0].unread


@pytest.mark.parametrize(
    ("may_open", "name"), [(False, "Skyddade personuppgifter"), (True, "Karin Holm")]
)
def test_a_protected_name_is_hidden_in_lists(house: House, may_open, name):
    write(house, house.ward, house.care_planners)
    Person.objects.update(protection=Protection.CONFIDENTIALITY_MARK)
    actor = replace(house.care_planners, may_open_protected=may_open)

    assert inbox(actor)[0].person_name == name


def test_the_sender_sees_what_came_back(house: House, django_assert_num_queries):
    message = write(house, house.ward, house.care_planners)
    mark_missent(
        actor=house.care_planners, message_id=message.pk, reason="Fel", now=LATER
    )

    with django_assert_num_queries(1):
        (row,) = not_reached(house.ward)

    assert row.unit_name == "Bistånd norr"
    assert row.missent_because == "Fel"
    assert not_reached(house.care_planners) == ()


def test_what_came_back_and_was_withdrawn_is_settled(house: House):
    message = write(house, house.ward, house.care_planners)
    mark_missent(
        actor=house.care_planners, message_id=message.pk, reason="Fel", now=LATER
    )

    withdraw(actor=house.ward, message_id=message.pk, reason="Fel enhet", now=LATER)

    assert not_reached(house.ward) == ()
