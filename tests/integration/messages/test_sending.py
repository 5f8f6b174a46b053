from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connections

from naravard.messages.catalogue.admission_notice import AdmissionNotice
from naravard.messages.catalogue.general import General
from naravard.messages.catalogue.patient_information import MESSAGE_TYPE as LETTER
from naravard.messages.drafts import MessageNotFound
from naravard.messages.models import Delivery, Message, Receipt, Withdrawal
from naravard.messages.parties import (
    OnlyForUnits,
    ReasonMissing,
    UnknownPerson,
    UnknownUnit,
)
from naravard.messages.rules import GroundDoesNotAllow, UnitHasClosed
from naravard.messages.services import send, withdraw
from naravard.messages.services.sending import (
    MessageIdTaken,
    NotInThisThread,
    OnlySenderWithdraws,
)
from naravard.people.models import CareUnit, Person
from naravard.people.roles import Protection
from tests.integration.messages.conftest import (
    MONDAY_MORNING,
    House,
    gives_address,
    write,
)

NOTICE = AdmissionNotice(
    given_name="Karin",
    family_name="Holm",
    person_identity="R-2026-0417",
    registered_address="Björkvägen 4",
    estimated_discharge_at=MONDAY_MORNING + timedelta(days=3),
)


def notify(house: House, **changes: object) -> Message:
    arguments = {
        "code": "admission-notice",
        "thread": house.thread,
        "person_id": house.karin.pk,
        "sender_unit_id": house.ward.unit_id,
        "sender_assignment_id": house.ward.assignment_id,
        "recipient_unit_ids": [
            house.health_centre.unit_id,
            house.care_planners.unit_id,
        ],
        "ground": "G-DUTY-LSU2",
        "payload": NOTICE,
        "sent_at": MONDAY_MORNING,
        "now": MONDAY_MORNING,
    }
    return send(**{**arguments, **changes})


def test_a_notice_reaches_each_unit_once(house):
    message = notify(house)

    receipts = Receipt.objects.filter(message=message)
    assert {receipt.unit_id for receipt in receipts} == {
        house.health_centre.unit_id,
        house.care_planners.unit_id,
    }
    assert message.payload["family_name"] == "Holm"


def test_a_unit_named_twice_gets_one_message(house):
    message = notify(
        house,
        recipient_unit_ids=[house.care_planners.unit_id, house.care_planners.unit_id],
    )

    assert message.receipts.count() == 1


def test_only_units_with_a_system_of_their_own_are_posted_to(house):
    gives_address(house.care_planners, "https://kommun.example/in")

    notify(house)

    assert [d.unit_id for d in Delivery.objects.all()] == [house.care_planners.unit_id]


def test_sending_costs_few_questions(house, django_assert_max_num_queries):
    gives_address(house.care_planners, "https://kommun.example/in")

    with django_assert_max_num_queries(7):  # two of them are the savepoint
        notify(house)


def test_the_same_id_twice_is_one_message(house):
    message_id = uuid4()
    first = notify(house, message_id=message_id)

    second = notify(house, message_id=message_id)

    assert first == second
    assert Message.objects.count() == 1
    assert Receipt.objects.count() == 2


def test_the_same_id_from_two_at_once_is_one_message(real_commits, house):
    message_id = uuid4()
    both_ready = Barrier(4)

    def send_it(_number: int) -> UUID:
        try:
            both_ready.wait()
            return notify(house, message_id=message_id).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as senders:
        sent = set(senders.map(send_it, range(4)))

    assert sent == {message_id}
    assert Message.objects.count() == 1
    assert Receipt.objects.count() == 2


def test_an_id_that_means_something_else_is_refused(house):
    message_id = uuid4()
    notify(house, message_id=message_id)

    with pytest.raises(MessageIdTaken):
        notify(house, message_id=message_id, sent_at=MONDAY_MORNING + timedelta(1))


def test_an_id_with_other_recipients_is_refused(house):
    message_id = uuid4()
    notify(house, message_id=message_id)

    with pytest.raises(MessageIdTaken):
        notify(
            house,
            message_id=message_id,
            recipient_unit_ids=[house.health_centre.unit_id],
        )


def test_a_refused_message_leaves_nothing_behind(house):
    with pytest.raises(GroundDoesNotAllow):
        notify(house, ground="G-CONSENT")

    assert not Message.objects.exists()


def test_an_unknown_unit_is_said_to_be_unknown(house):
    with pytest.raises(UnknownUnit):
        notify(house, recipient_unit_ids=[uuid4()])


def test_an_unknown_person_is_said_to_be_unknown(house):
    with pytest.raises(UnknownPerson):
        notify(house, person_id=uuid4())


def test_a_closed_unit_takes_no_messages(house):
    CareUnit.objects.filter(pk=house.care_planners.unit_id).update(
        valid_to=date(2026, 3, 1), succeeded_by=house.other_care_planners.unit_id
    )

    with pytest.raises(UnitHasClosed) as refusal:
        notify(house)

    assert refusal.value.remedy == "Skicka till Bistånd söder."


def test_a_protected_address_never_leaves(house):
    Person.objects.update(protection=Protection.PROTECTED_REGISTRATION)

    message = notify(house)

    assert message.payload["registered_address"] == "skyddad"


def test_the_person_s_letter_has_no_receiving_unit(house):
    message = notify(
        house,
        code="patient-information",
        recipient_unit_ids=[],
        ground="G-OWN",
        payload=LETTER.example,
    )

    assert not message.receipts.exists()


def test_a_new_message_can_replace_one_in_its_thread(house):
    first = notify(house)

    second = notify(house, supersedes=first.pk)

    assert second.supersedes_id == first.pk


def test_a_message_cannot_replace_one_of_another_thread(house):
    first = notify(house)

    with pytest.raises(NotInThisThread):
        notify(house, thread=uuid4(), supersedes=first.pk)


def test_a_withdrawn_message_stays_as_withdrawn(house):
    message = write(house, house.ward, house.care_planners)

    withdraw(
        actor=house.ward,
        message_id=message.pk,
        reason="Fel person",
        now=MONDAY_MORNING,
    )

    assert Message.objects.get(pk=message.pk).withdrawal.reason == "Fel person"


def test_withdrawing_twice_is_once(house):
    message = write(house, house.ward, house.care_planners)
    arguments = {
        "actor": house.ward,
        "message_id": message.pk,
        "reason": "Fel",
        "now": MONDAY_MORNING,
    }

    first = withdraw(**arguments)
    second = withdraw(**arguments)

    assert first == second
    assert Withdrawal.objects.count() == 1


def test_the_news_of_a_withdrawal_is_posted_too(house):
    gives_address(house.care_planners, "https://kommun.example/in")
    message = write(house, house.ward, house.care_planners, house.health_centre)

    withdraw(actor=house.ward, message_id=message.pk, reason="Fel", now=MONDAY_MORNING)

    assert list(Delivery.objects.order_by("pk").values_list("unit_id", "notice")) == [
        (house.care_planners.unit_id, "message"),
        (house.care_planners.unit_id, "withdrawal"),
    ]


def test_only_the_sender_takes_a_message_back(house):
    message = write(house, house.ward, house.care_planners)

    with pytest.raises(OnlySenderWithdraws):
        withdraw(
            actor=house.care_planners,
            message_id=message.pk,
            reason="Inte vår",
            now=MONDAY_MORNING,
        )


@pytest.mark.parametrize("reason", ["", "   ", "a" * 301])
def test_a_withdrawal_says_why(house, reason):
    message = write(house, house.ward, house.care_planners)

    with pytest.raises(ReasonMissing):
        withdraw(
            actor=house.ward,
            message_id=message.pk,
            reason=reason,
            now=MONDAY_MORNING,
        )


def test_what_is_not_here_cannot_be_withdrawn(house):
    with pytest.raises(MessageNotFound):
        withdraw(actor=house.ward, message_id=uuid4(), reason="Fel", now=MONDAY_MORNING)


def test_somebody_without_a_unit_handles_no_messages(house):
    message = write(house, house.ward, house.care_planners)

    with pytest.raises(OnlyForUnits):
        withdraw(
            actor=replace(house.ward, unit_id=None),
            message_id=message.pk,
            reason="Fel",
            now=MONDAY_MORNING,
        )


def test_a_typed_payload_is_read_as_strictly_as_an_outside_one(house):
    with pytest.raises(Exception, match="Meddelande"):
        notify(
            house,
            code="general",
            ground="G-CONSENT",
            payload=General(subject="Hej", text="  "),
        )
