"""Karin has closed what the ward has written; another ward asks her to open it."""

import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from naravard.access import queries
from naravard.access import services as access
from naravard.access.models import AccessLogEntry, LiftRequest
from tests.house import House, at
from tests.journeys.trust.conftest import SignIn
from tests.journeys.trust.test_emergency import REASON, block_region, block_ward

WHY = {"reason": "Du ligger hos oss nu och vi behöver veta vilka läkemedel du får."}
QUESTIONS = "/samtycke/fragor/"


@pytest.fixture
def person(karin: UUID) -> str:
    return reverse("staff:person", args=[karin])


@pytest.fixture
def asking(karin: UUID) -> str:
    return reverse("staff:lift_ask", args=[karin])


def question_on(page: str) -> str:
    """The number of the question that stands on her page."""
    found = re.search(r'name="question" value="([0-9a-f-]{36})"', page)
    assert found
    return found.group(1)


def test_a_ward_asks_and_her_yes_opens_at_once(
    sign_in: SignIn,
    house: House,
    in_hospital: UUID,
    person: str,
    asking: str,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    bo = sign_in(house.psychiatrist)
    assert "Be personen häva spärren" in bo.post(person, REASON).text

    sent = bo.post(asking, WHY, follow=True)
    assert "Väntar på svar" in sent.text
    assert "Karin" not in sent.text

    hers = karins_phone.get(QUESTIONS).text
    assert "Psykiatri" in hers
    assert "vilka läkemedel du får" in hers
    karins_phone.post(QUESTIONS, {"question": question_on(hers), "answer": "ja"})

    assert "Personen har sagt ja" in bo.get(asking).text
    assert bo.post(person, REASON, follow=True).status_code == 200
    assert "Ingen frågar just nu" in karins_phone.get(QUESTIONS).text


def test_her_no_leaves_all_as_it_was(
    sign_in: SignIn,
    house: House,
    in_hospital: UUID,
    person: str,
    asking: str,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    bo = sign_in(house.psychiatrist)
    bo.post(asking, WHY)

    hers = karins_phone.get(QUESTIONS).text
    karins_phone.post(QUESTIONS, {"question": question_on(hers), "answer": "nej"})

    assert "Personen har sagt nej" in bo.get(asking).text
    assert bo.post(person, REASON).status_code == 403


def test_her_yes_to_another_provider_takes_her_block_away(
    sign_in: SignIn,
    house: House,
    in_hospital: UUID,
    asking: str,
    karins_phone: Client,
) -> None:
    block_region(karins_phone, house)
    sign_in(house.stranger).post(asking, WHY)
    hers = karins_phone.get(QUESTIONS).text

    karins_phone.post(QUESTIONS, {"question": question_on(hers), "answer": "ja"})

    assert "Inget är spärrat." in karins_phone.get("/samtycke/").text


def test_asking_and_answering_are_logged_and_she_sees_who_asked(
    sign_in: SignIn,
    house: House,
    in_hospital: UUID,
    asking: str,
    karin: UUID,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    sign_in(house.psychiatrist).post(asking, WHY)
    hers = karins_phone.get(QUESTIONS).text
    karins_phone.post(QUESTIONS, {"question": question_on(hers), "answer": "ja"})

    about = LiftRequest.objects.get().pk
    rows = AccessLogEntry.objects.filter(about=about).order_by("id")
    assert list(rows.values_list("action", "actor_kind")) == [
        ("ask_to_lift", "staff"),
        ("lift_block", "person"),
    ]
    assert "Bo Ek" in karins_phone.get("/vem-har-last/").text


def test_asking_twice_is_one_question(
    sign_in: SignIn,
    house: House,
    in_hospital: UUID,
    asking: str,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    bo = sign_in(house.psychiatrist)

    bo.post(asking, WHY)
    bo.post(asking, WHY)

    assert LiftRequest.objects.count() == 1


def test_where_nothing_is_blocked_there_is_nothing_to_ask(
    sign_in: SignIn, house: House, in_hospital: UUID, asking: str
) -> None:
    answer = sign_in(house.psychiatrist).get(asking)

    assert answer.status_code == 422
    assert "ingen spärr" in answer.text


def test_a_question_stands_for_two_weeks(
    sign_in: SignIn,
    house: House,
    in_hospital: UUID,
    asking: str,
    karin: UUID,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    sign_in(house.psychiatrist).post(asking, WHY)
    herself = queries.actor_for_person(karin)

    def waiting(when: str) -> int:
        opened = access.open_lift_questions(
            actor=herself, person_id=karin, now=at(when)
        )
        return len(opened.questions)

    assert waiting("2026-03-16 11:59") == 1
    assert waiting("2026-03-16 12:00") == 0
