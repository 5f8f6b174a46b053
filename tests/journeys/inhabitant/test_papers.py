"""The paper from the hospital: block by block, in large type, and only to the right."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from naravard.messages.models import Message
from naravard.web import actor
from tests.house import House, at, register
from tests.journeys.inhabitant.conftest import Close, SignIn
from tests.journeys.inhabitant.way_home import home


@pytest.fixture
def paper(time_machine: Traveller, house: House, karin: UUID) -> str:
    """The address of Karin's paper, the evening she came home."""
    time_machine.move_to(at("2026-03-06 18:00"), tick=False)
    home(house, karin)
    return reverse(
        "inhabitant:paper", args=[Message.objects.get(code="patient-information").pk]
    )


def test_karin_reads_every_block_of_it(paper: str, karins_phone: Client) -> None:
    page = karins_phone.get(paper).text

    assert "Det här har vi gjort" in page
    assert "Furosemid är nytt för dig." in page
    assert "Sara Blom, 070-174 06 12" in page
    assert "Du ökar två kilo på tre dagar" in page
    assert "Väg dig varje morgon." in page
    assert "Samordnad individuell plan" in page


def test_it_says_to_whom_from_where_and_when_but_no_number_or_address(
    paper: str, karins_phone: Client
) -> None:
    page = " ".join(karins_phone.get(paper).text.split())

    assert "Till Karin Holm, från Medicin, Sjukhuset, fredag 6 mars 2026." in page
    assert "19430214" not in page
    assert "Stationsvägen" not in page


def test_it_can_be_read_in_large_type(paper: str, karins_phone: Client) -> None:
    assert "stor-text" not in karins_phone.get(paper).text
    assert "stor-text" in karins_phone.get(paper, {"text": "stor"}).text


def test_eva_sees_times_and_warning_signs_but_not_what_care_was_given(
    paper: str, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    page = signed_in(actor.relative(karin, eva.related)).get(paper).text

    assert "Du ökar två kilo på tre dagar" in page
    assert "Sara Blom kommer hem till dig" in page
    assert "Furosemid" not in page
    assert "vätskedrivande" not in page
    assert "Du ser en del av papperet" in page


def test_nobody_else_finds_it(paper: str, house: House, signed_in: SignIn) -> None:
    ali = register("Ali", "Demir", "195505209802")

    response = signed_in(actor.inhabitant(ali)).get(paper)

    assert response.status_code == 404
    assert "Furosemid" not in response.text


def test_a_paper_that_does_not_exist_is_said_calmly(
    paper: str, karins_phone: Client
) -> None:
    response = karins_phone.get(reverse("inhabitant:paper", args=[uuid4()]))

    assert response.status_code == 404
    assert "Papperet finns inte här." in response.text


def test_the_list_of_papers_leads_to_it(paper: str, karins_phone: Client) -> None:
    assert paper in karins_phone.get(reverse("inhabitant:papers")).text
