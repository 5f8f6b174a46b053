"""Karin writes to her care and reads the answer; staff answer and print letters."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from naravard.dialogue.models import Letter, Talk
from naravard.web import actor
from tests.house import House, at
from tests.journeys.inhabitant.conftest import SignIn
from tests.plans import agreed, whole_sip, written


@pytest.fixture(autouse=True)
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-04 12:00"), tick=False)
    return time_machine


@pytest.fixture
def sip(house: House, karin: UUID) -> UUID:
    plan_id = agreed(house, karin)
    written(house.district_nurse, karin, plan_id, *whole_sip(house))
    return plan_id


@pytest.fixture
def saras_desk(signed_in: SignIn, house: House) -> Client:
    return signed_in(actor.staff(house.district_nurse_assignment))


def form(text: str, **more: str) -> dict[str, str]:
    return {"text": text, "request_id": str(uuid4()), **more}


@pytest.fixture
def talk(karins_phone: Client, sip: UUID) -> Talk:
    karins_phone.post(
        "/meddelanden/skriv/", form("Min medicin är slut.", subject="Medicin")
    )
    return Talk.objects.get()


def address(talk: Talk, name: str = "staff:talk") -> str:
    return reverse(name, args=[talk.person_id, talk.pk])


def test_she_is_told_when_there_will_be_an_answer(
    karins_phone: Client, talk: Talk
) -> None:
    page = karins_phone.get("/meddelanden/").text

    assert "Du får svar senast fredag 6 mars" in page
    assert "Nära vård i " in page


def test_an_empty_message_is_asked_for_again(karins_phone: Client, sip: UUID) -> None:
    answer = karins_phone.post("/meddelanden/skriv/", form(" ", subject="Medicin"))

    assert answer.status_code == 422
    assert "Skriv vad du vill säga" in answer.text


def test_sara_answers_and_karin_reads_it_from_one_sender(
    karins_phone: Client, saras_desk: Client, talk: Talk
) -> None:
    waiting = saras_desk.get(reverse("staff:talks")).text
    saras_desk.post(address(talk), form("Receptet är förnyat."))

    listed = karins_phone.get("/meddelanden/").text
    page = karins_phone.get(f"/meddelanden/{talk.pk}/").text

    assert "Medicin" in waiting
    assert "Till Sara Blom" in waiting
    assert "Du har fått ett nytt svar" in listed
    assert "Receptet är förnyat." in page
    assert "Sara Blom, Distriktssköterska" in page


def test_karin_writes_again_and_the_question_waits_anew(
    karins_phone: Client, saras_desk: Client, talk: Talk
) -> None:
    saras_desk.post(address(talk), form("Receptet är förnyat."))

    karins_phone.post(f"/meddelanden/{talk.pk}/", form("Tack, vilket apotek?"))

    assert "vilket apotek?" in saras_desk.get(address(talk)).text
    assert "Svara senast" in saras_desk.get(reverse("staff:talks")).text


def test_a_letter_is_printed_and_noted_as_posted(
    karins_phone: Client, saras_desk: Client, talk: Talk
) -> None:
    karins_phone.post(
        "/mina-uppgifter/andra/",
        {"language": "sv", "channel": "letter", "place": "not_said"},
    )
    told = saras_desk.post(address(talk), form("Receptet är förnyat."), follow=True)
    letter = reverse("staff:letter", args=[talk.person_id, Letter.objects.get().pk])

    printed = saras_desk.get(letter).text
    saras_desk.post(letter)

    assert "Personen vill ha brev" in told.text
    assert "Stationsvägen 4" in printed
    assert "999 30 Lillby" in printed
    assert "9804" not in printed
    assert "Inga brev väntar" in saras_desk.get(reverse("staff:talks")).text


def test_maja_gets_what_sara_passes_on_and_sara_reads_it_no_more(
    signed_in: SignIn, saras_desk: Client, house: House, talk: Talk
) -> None:
    majas_desk = signed_in(actor.staff(house.care_planner.assignment_id))
    before = majas_desk.get(address(talk)).status_code

    saras_desk.post(
        address(talk, "staff:pass_on_talk"),
        {"unit": str(house.homecoming), "because": "Gäller hemtjänsten."},
    )

    assert before == 404
    assert "Gäller hemtjänsten." in majas_desk.get(address(talk)).text
    assert saras_desk.get(address(talk)).status_code == 404


def test_somebody_elses_talk_is_not_there(karins_phone: Client, sip: UUID) -> None:
    assert karins_phone.get(f"/meddelanden/{uuid4()}/").status_code == 404
