"""Karin sees what she has said, and changes her mind."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from time_machine import Traveller

from naravard.access.models import Consent
from naravard.discharge.models import CaseEvent, DischargeCase
from naravard.web import actor
from tests.house import House, at
from tests.integration.discharge.steps import called, planned
from tests.journeys.inhabitant.conftest import Close, SignIn
from tests.journeys.inhabitant.way_home import followed_up, home


@pytest.fixture
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-05 12:00"), tick=False)
    return time_machine


@pytest.fixture
def case_id(clock: Traveller, house: House, karin: UUID) -> UUID:
    planned_id = planned(house, karin)
    called(house, planned_id)
    return planned_id


def answer(phone: Client, case_id: UUID, said: str, request_id: UUID) -> None:
    phone.post(
        "/samtycke/planering/svar/",
        {"case_id": str(case_id), "answer": said, "request_id": str(request_id)},
    )


def test_she_sees_her_yes_and_what_it_means(
    case_id: UUID, karins_phone: Client
) -> None:
    page = karins_phone.get("/samtycke/").text

    assert "Du har sagt ja" in page
    assert "dela det de behöver veta" in page


def test_she_is_told_what_follows_before_she_takes_it_back(
    case_id: UUID, karins_phone: Client
) -> None:
    page = karins_phone.get("/samtycke/planering/").text

    assert "Vill du ta tillbaka ditt ja?" in page
    assert "Planeringsmötet blir inte av." in page
    assert "Du får samma vård som förut." in page


def test_taking_it_back_holds_at_once(
    case_id: UUID, karin: UUID, karins_phone: Client
) -> None:
    answer(karins_phone, case_id, "withdrawn", uuid4())

    page = karins_phone.get("/samtycke/").text

    assert "Du har tagit tillbaka ditt ja" in page
    assert DischargeCase.objects.get(pk=case_id).planning_consent == "withdrawn"
    assert not Consent.objects.filter(
        person_id=karin, given=True, withdrawn_at=None
    ).exists()
    assert "Planeringsmöte med dig" not in karins_phone.get("/hem/").text


def test_an_answer_sent_twice_is_one(case_id: UUID, karins_phone: Client) -> None:
    request_id = uuid4()

    answer(karins_phone, case_id, "withdrawn", request_id)
    answer(karins_phone, case_id, "withdrawn", request_id)

    assert CaseEvent.objects.filter(case_id=case_id, type="consent").count() == 2


def test_she_says_yes_again(
    clock: Traveller, case_id: UUID, karins_phone: Client
) -> None:
    answer(karins_phone, case_id, "withdrawn", uuid4())
    assert "Vill du säga ja" in karins_phone.get("/samtycke/planering/").text
    clock.move_to(at("2026-03-05 12:10"), tick=False)

    answer(karins_phone, case_id, "given", uuid4())

    assert DischargeCase.objects.get(pk=case_id).planning_consent == "given"


def test_eva_cannot_answer_for_her_mother(
    case_id: UUID, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    phone = signed_in(actor.relative(karin, eva.related))

    answer(phone, case_id, "withdrawn", uuid4())

    assert DischargeCase.objects.get(pk=case_id).planning_consent == "given"


def test_nobody_answers_in_somebody_elses_case(
    case_id: UUID, eva: Close, signed_in: SignIn
) -> None:
    phone = signed_in(actor.inhabitant(eva.person))

    answer(phone, case_id, "withdrawn", uuid4())

    assert DischargeCase.objects.get(pk=case_id).planning_consent == "given"


def test_when_all_is_over_there_is_nothing_to_change(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    followed_up(house, home(house, karin))
    clock.move_to(at("2026-03-09 12:00"), tick=False)

    page = karins_phone.get("/samtycke/").text

    assert "Svaret går inte att ändra längre." in page
    assert "Ta tillbaka mitt ja" not in page
    assert karins_phone.get("/samtycke/planering/").status_code == 302


def test_an_answer_that_cannot_be_read_changes_nothing(
    case_id: UUID, karins_phone: Client
) -> None:
    answer(karins_phone, case_id, "kanske", uuid4())

    assert CaseEvent.objects.filter(case_id=case_id, type="consent").count() == 1
