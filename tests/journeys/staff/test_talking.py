"""Messages both ways, what is done with them, and deviations with their answers."""

from uuid import UUID

import pytest
from django.urls import reverse
from time_machine import Traveller

from naravard.access.rules import Actor
from naravard.discharge import services
from tests.house import House, at
from tests.integration.discharge.steps import planned
from tests.journeys.staff.browsing import answered, case_page, do
from tests.journeys.staff.conftest import SignIn


@pytest.fixture
def case_id(house: House, karin: UUID, clock: Traveller) -> UUID:
    case = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))
    return case


def message_of(case_id: UUID, actor: Actor, code: str) -> UUID:
    """The latest message of a kind that the actor's unit may read."""
    opened = services.open_case(
        actor=actor, case_id=case_id, now=at("2026-03-03 12:00")
    )
    return [row.id for row in opened.messages if row.code == code][-1]


def test_question_is_read_by_those_it_is_for(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    sent = do(
        sign_in(house.ward_nurse),
        case_id,
        "meddelande",
        subject="Dusch",
        text="Är hemtjänst möjlig från fredag kväll?",
        to=[str(house.homecoming)],
    )

    assert answered(sent)
    assert "från fredag kväll" in case_page(sign_in(house.care_planner), case_id)
    assert "från fredag kväll" not in case_page(sign_in(house.district_nurse), case_id)


def test_reminder_goes_to_whom_we_wait_for(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    form = sign_in(house.ward_nurse).get(
        reverse("staff:act", args=[case_id, "paminnelse"])
    )

    assert "Vi väntar på er:" in form.text
    assert form.text.count("checked") == 1


def test_sender_sees_who_has_read_and_received(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    case_page(sign_in(house.municipal_nurse), case_id)

    page = case_page(sign_in(house.ward_nurse), case_id)

    assert "Mottaget i går 13.00" in page
    assert "Läst i dag 12.00" in page
    assert "Inte läst ännu" in page


def test_message_to_the_wrong_unit_goes_back_with_a_reason(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    notice = message_of(case_id, house.municipal_nurse, "admission-notice")
    jonas = sign_in(house.municipal_nurse)

    marked = do(
        jonas, case_id, "felskickat", about=notice, reason="Inte inskriven hos oss."
    )

    assert answered(marked)
    assert "Felskickat: Inte inskriven hos oss." in case_page(
        sign_in(house.ward_nurse), case_id
    )


def test_message_is_passed_on_inside_the_municipality(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    sent = do(
        sign_in(house.ward_nurse),
        case_id,
        "meddelande",
        subject="Nyckel",
        text="Vem har nyckeln?",
        to=[str(house.homecoming)],
    )
    assert answered(sent)
    question = message_of(case_id, house.care_planner, "general")

    passed_on = do(
        sign_in(house.care_planner),
        case_id,
        "vidare",
        about=question,
        unit=str(house.home_nursing),
        reason="Ni har nyckeln.",
    )

    assert answered(passed_on)
    assert "Vem har nyckeln?" in case_page(sign_in(house.municipal_nurse), case_id)


def test_own_message_is_taken_back_and_still_readable(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    ward = sign_in(house.ward_nurse)
    do(
        ward,
        case_id,
        "meddelande",
        subject="Fel",
        text="Det här var om en annan.",
        to=[str(house.homecoming)],
    )
    mine = message_of(case_id, house.ward_nurse, "general")

    taken_back = do(ward, case_id, "ta-tillbaka", about=mine, reason="Fel person.")

    assert answered(taken_back)
    assert "Återtaget i dag 12.00: Fel person." in case_page(ward, case_id)


def test_somebody_elses_message_cannot_be_taken_back(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    theirs = message_of(case_id, house.care_planner, "admission-notice")

    refused = do(
        sign_in(house.care_planner), case_id, "ta-tillbaka", about=theirs, reason="Nej."
    )

    assert refused.status_code == 422


def test_deviation_is_answered_and_counted(
    sign_in: SignIn, house: House, case_id: UUID
) -> None:
    maja, ward = sign_in(house.care_planner), sign_in(house.ward_nurse)
    reported = do(
        maja,
        case_id,
        "avvikelse",
        to=str(house.ward),
        what_happened="Läkemedelslistan saknades.",
        step="medicines",
        effect="risk",
        wish="Att listan följer med hem.",
    )
    received = ward.get(reverse("staff:deviations")).text
    deviation = message_of(case_id, house.ward_nurse, "deviation")

    reply = do(
        ward,
        case_id,
        "svar-pa-avvikelse",
        about=deviation,
        view="agreed",
        answer="Listan var inte klar.",
    )

    assert answered(reported)
    assert "Läkemedel vid utskrivning" in received
    assert "Svar saknas" in received
    assert answered(reply)
    assert "Besvarad" in maja.get(reverse("staff:deviations")).text
