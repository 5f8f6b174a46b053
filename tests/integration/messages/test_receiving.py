from datetime import timedelta

import pytest

from naravard.messages.catalogue.general import General
from naravard.messages.models import Delivery, Message, Receipt
from naravard.messages.parties import ReasonMissing
from naravard.messages.rules import GroundDoesNotAllow, RecipientMayNotReceive
from naravard.messages.services import (
    acknowledge,
    forward,
    mark_missent,
    mark_read,
    send,
)
from naravard.messages.services.receiving import (
    NotARecipient,
    OnlyWithinOrganisation,
    SentBackAlready,
)
from tests.integration.messages.conftest import (
    MONDAY_MORNING,
    House,
    gives_address,
    write,
)

LATER = MONDAY_MORNING + timedelta(hours=2)


def receipt_of(message: Message, actor) -> Receipt:
    return Receipt.objects.get(message=message, unit=actor.unit_id)


def test_reading_the_thread_reads_all_of_the_unit_s_messages_at_once(
    house: House, django_assert_num_queries
):
    write(house, house.ward, house.care_planners, house.health_centre)
    write(house, house.health_centre, house.care_planners)

    with django_assert_num_queries(3):  # the savepoint and one UPDATE
        number = mark_read(actor=house.care_planners, thread=house.thread, now=LATER)

    assert number == 2
    assert Receipt.objects.filter(read_at=LATER).count() == 2


def test_reading_again_changes_nothing(house: House):
    message = write(house, house.ward, house.care_planners)
    mark_read(actor=house.care_planners, thread=house.thread, now=LATER)

    number = mark_read(
        actor=house.care_planners, thread=house.thread, now=LATER + timedelta(1)
    )

    assert number == 0
    assert receipt_of(message, house.care_planners).read_at == LATER


def test_to_acknowledge_is_to_have_read(house: House):
    message = write(house, house.ward, house.care_planners)

    first = acknowledge(actor=house.care_planners, message_id=message.pk, now=LATER)

    receipt = receipt_of(message, house.care_planners)
    assert first
    assert receipt.acknowledged_at == receipt.read_at == LATER
    assert receipt.acknowledged_by_id == house.care_planners.assignment_id


def test_the_first_acknowledgement_stands(house: House):
    message = write(house, house.ward, house.care_planners)
    acknowledge(actor=house.care_planners, message_id=message.pk, now=LATER)

    again = acknowledge(
        actor=house.care_planners, message_id=message.pk, now=LATER + timedelta(1)
    )

    assert not again
    assert receipt_of(message, house.care_planners).acknowledged_at == LATER


def test_an_earlier_reading_is_kept_by_the_acknowledgement(house: House):
    message = write(house, house.ward, house.care_planners)
    mark_read(actor=house.care_planners, thread=house.thread, now=MONDAY_MORNING)

    acknowledge(actor=house.care_planners, message_id=message.pk, now=LATER)

    assert receipt_of(message, house.care_planners).read_at == MONDAY_MORNING


def test_who_did_not_get_it_does_not_acknowledge_it(house: House):
    message = write(house, house.ward, house.care_planners)

    with pytest.raises(NotARecipient):
        acknowledge(actor=house.health_centre, message_id=message.pk, now=LATER)


def test_a_sender_with_its_own_system_gets_the_acknowledgement(house: House):
    gives_address(house.ward, "https://sjukhus.example/in")
    message = write(house, house.ward, house.care_planners)

    acknowledge(actor=house.care_planners, message_id=message.pk, now=LATER)

    answer = Message.objects.get(about=message)
    assert answer.code == "acknowledgement"
    assert answer.payload["acknowledged_by"] == "Ali Demir, sjuksköterska"
    assert Delivery.objects.get(message=answer).unit_id == house.ward.unit_id


def test_a_missent_message_goes_back_with_a_reason(house: House):
    message = write(house, house.ward, house.care_planners)

    receipt = mark_missent(
        actor=house.care_planners,
        message_id=message.pk,
        reason="Bor i en annan kommun",
        now=LATER,
    )

    assert receipt.missent_at == receipt.read_at == LATER
    assert receipt.missent_because == "Bor i en annan kommun"


def test_the_first_word_on_missent_stands(house: House):
    message = write(house, house.ward, house.care_planners)
    mark_missent(
        actor=house.care_planners, message_id=message.pk, reason="Fel", now=LATER
    )

    receipt = mark_missent(
        actor=house.care_planners,
        message_id=message.pk,
        reason="Annat",
        now=LATER + timedelta(1),
    )

    assert receipt.missent_because == "Fel"


def test_missent_needs_a_reason(house: House):
    message = write(house, house.ward, house.care_planners)

    with pytest.raises(ReasonMissing):
        mark_missent(
            actor=house.care_planners, message_id=message.pk, reason=" ", now=LATER
        )


def test_what_was_sent_back_is_not_taken_on(house: House):
    message = write(house, house.ward, house.care_planners)
    mark_missent(
        actor=house.care_planners, message_id=message.pk, reason="Fel", now=LATER
    )

    with pytest.raises(SentBackAlready):
        acknowledge(actor=house.care_planners, message_id=message.pk, now=LATER)


def test_a_message_is_passed_on_inside_the_municipality(house: House):
    gives_address(house.other_care_planners, "https://kommun.example/in")
    message = write(house, house.ward, house.care_planners)

    receipt = forward(
        actor=house.care_planners,
        message_id=message.pk,
        to_unit_id=house.other_care_planners.unit_id,
        reason="Bor i söder",
        now=LATER,
    )

    assert receipt.forwarded_by.unit_id == house.care_planners.unit_id
    assert receipt.forwarded_because == "Bor i söder"
    assert receipt.read_at is None
    assert receipt_of(message, house.care_planners).read_at == LATER
    assert Delivery.objects.get().unit_id == house.other_care_planners.unit_id


def test_passing_on_twice_is_once(house: House):
    message = write(house, house.ward, house.care_planners)
    arguments = {
        "actor": house.care_planners,
        "message_id": message.pk,
        "to_unit_id": house.other_care_planners.unit_id,
        "reason": "Bor i söder",
        "now": LATER,
    }

    assert forward(**arguments) == forward(**arguments)


def test_a_message_is_not_passed_on_to_another_organisation(house: House):
    message = write(house, house.ward, house.care_planners)

    with pytest.raises(OnlyWithinOrganisation):
        forward(
            actor=house.care_planners,
            message_id=message.pk,
            to_unit_id=house.health_centre.unit_id,
            reason="Deras",
            now=LATER,
        )


def test_a_border_of_secrecy_inside_a_municipality_stops_a_forward(house: House):
    message = send(
        code="general",
        thread=house.thread,
        person_id=house.karin.pk,
        sender_unit_id=house.other_care_planners.unit_id,
        sender_assignment_id=None,
        recipient_unit_ids=[house.care_planners.unit_id],
        ground="G-KOMMUN-OMSORG",
        payload=General(subject="Nycklar", text="Finns hos oss."),
        sent_at=MONDAY_MORNING,
        now=MONDAY_MORNING,
    )

    with pytest.raises(GroundDoesNotAllow):
        forward(
            actor=house.care_planners,
            message_id=message.pk,
            to_unit_id=house.home_nursing.unit_id,
            reason="Sköterskan behöver veta",
            now=LATER,
        )


def test_a_message_is_not_passed_on_to_its_sender(house: House):
    message = write(house, house.other_care_planners, house.care_planners)

    with pytest.raises(RecipientMayNotReceive):
        forward(
            actor=house.care_planners,
            message_id=message.pk,
            to_unit_id=house.other_care_planners.unit_id,
            reason="Tillbaka",
            now=LATER,
        )


def test_who_did_not_get_it_does_not_pass_it_on(house: House):
    message = write(house, house.ward, house.care_planners)

    with pytest.raises(NotARecipient):
        forward(
            actor=house.home_nursing,
            message_id=message.pk,
            to_unit_id=house.other_care_planners.unit_id,
            reason="Deras",
            now=LATER,
        )
