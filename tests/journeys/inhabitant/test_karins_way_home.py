"""Karin reads her own page before, during and after her stay in hospital."""

from uuid import UUID

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries
from time_machine import Traveller

from naravard.access.models import AccessLogEntry
from naravard.people.roles import Protection
from naravard.people.services import set_protection
from naravard.web import actor
from tests.house import House, at
from tests.integration.discharge.steps import (
    admitted,
    called,
    notified,
    planned,
    ready,
)
from tests.journeys.inhabitant.conftest import Close, SignIn
from tests.journeys.inhabitant.way_home import followed_up, home


def page_at(
    phone: Client, clock: Traveller, moment: str, address: str = "/hem/"
) -> str:
    clock.move_to(at(moment), tick=False)
    response = phone.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


@pytest.fixture
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-02 08:00"), tick=False)
    return time_machine


def test_nothing_is_planned_and_her_health_centre_answers(
    clock: Traveller, karins_phone: Client
) -> None:
    page = page_at(karins_phone, clock, "2026-03-02 08:00")

    assert "Hej Karin!" in page
    assert "Måndag 2 mars" in page
    assert "Inget är planerat just nu" in page
    assert "Ring Vårdcentralen Lillby" in page
    assert 'href="tel:+46701740614"' in page
    assert "Det här händer" not in page


def test_the_first_evening_she_sees_when_the_doctor_expects_her_home(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    admitted(house, karin)

    page = page_at(karins_phone, clock, "2026-03-02 18:00")

    assert "Fredag 6 mars" in page
    assert "Du kan troligen åka hem" in page
    assert "Du är inskriven på Medicin, Sjukhuset sedan i dag." in page
    assert "Säg till personalen på avdelningen genast" in page


def test_she_sees_who_is_told_and_what_they_do(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    planned(house, karin)

    page = page_at(karins_phone, clock, "2026-03-03 12:00")

    assert "Du fick en fast vårdkontakt" in page
    assert "Ring Sara" in page
    assert "Du sa ja till att alla planerar tillsammans" in page
    assert "Kommunen planerar hjälpen hemma" in page


def test_the_page_says_nothing_of_what_the_municipality_pays(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    ready(house, planned(house, karin))

    page = page_at(karins_phone, clock, "2026-03-05 12:00")

    assert "betal" not in page.lower()
    assert "frist" not in page.lower()


def test_when_she_is_ready_it_says_so(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    ready(house, planned(house, karin))

    page = page_at(karins_phone, clock, "2026-03-04 12:00")

    assert "Du är klar att åka hem" in page
    assert "Läkaren bedömde att du är klar att åka hem" in page


def test_the_planning_meeting_is_next_and_says_where(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    called(house, planned(house, karin))

    page = page_at(karins_phone, clock, "2026-03-06 09:00")

    assert "I dag 14.00" in page
    assert "Mötet är på sjukhuset." in page


def test_after_the_meeting_she_goes_home(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    called(house, planned(house, karin))

    page = page_at(karins_phone, clock, "2026-03-06 15:30")

    assert "Du kan troligen åka hem" in page
    assert "I dag 13.00" not in page  # that time has passed
    assert "Planeringsmötet har varit" in page


def test_at_home_she_sees_who_calls_and_by_when(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    home(house, karin)

    page = page_at(karins_phone, clock, "2026-03-06 18:00")

    assert "Senast måndag 9 mars" in page
    assert "Sara Blom ringer dig" in page
    assert "Du ökar två kilo på tre dagar" in page
    assert "Hemsjukvården i Lillby, 070-174 06 16" in page
    assert "Papper från Medicin, Sjukhuset" in page


def test_a_call_that_did_not_come_is_said_plainly(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    home(house, karin)

    page = page_at(karins_phone, clock, "2026-03-10 09:00")

    assert "Sara Blom skulle ha ringt dig" in page
    assert "Du kan ringa själv." in page


def test_after_the_follow_up_she_knows_that_it_is_over(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    followed_up(house, home(house, karin))

    page = page_at(karins_phone, clock, "2026-03-09 12:00")

    assert "Uppföljningen är klar" in page
    assert "Sara Blom följde upp hur det går i dag." in page


def test_a_month_later_the_stay_is_no_longer_news(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    followed_up(house, home(house, karin))

    page = page_at(karins_phone, clock, "2026-04-20 12:00")

    assert "Inget är planerat just nu" in page
    assert "Papper från Medicin, Sjukhuset" in page


def test_each_page_is_one_row_in_the_log(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    home(house, karin)
    before = AccessLogEntry.objects.count()

    page_at(karins_phone, clock, "2026-03-06 18:00")

    assert AccessLogEntry.objects.count() == before + 1


def test_the_first_page_takes_a_steady_number_of_questions_to_the_database(
    clock: Traveller,
    house: House,
    karin: UUID,
    karins_phone: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    followed_up(house, home(house, karin))

    with django_assert_max_num_queries(16):
        page_at(karins_phone, clock, "2026-03-09 12:00")


def test_she_sees_who_has_read_and_why_and_her_own_visits_apart(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    notified(house, karin)
    page_at(karins_phone, clock, "2026-03-02 18:00")

    page = page_at(karins_phone, clock, "2026-03-02 18:05", "/vem-har-last/")

    assert "Ali Rahimi" in page
    assert "Sjuksköterska, Medicin." in page
    assert "Skrev in dig på sjukhuset." in page
    assert "Visa när sidan har öppnats av dig själv" in page


def test_a_refused_attempt_is_not_shown_to_her(
    clock: Traveller,
    karin: UUID,
    signed_in: SignIn,
    karins_phone: Client,
    olle: Close,
) -> None:
    signed_in(actor.relative(karin, olle.related)).get("/hem/")

    page = page_at(karins_phone, clock, "2026-03-02 09:00", "/vem-har-last/")

    assert AccessLogEntry.objects.filter(allowed=False).count() == 1
    assert "Olle Holm" not in page


def test_protected_identity_is_told_what_is_hidden(
    clock: Traveller, karin: UUID, karins_phone: Client
) -> None:
    set_protection(person_id=karin, protection=Protection.CONFIDENTIALITY_MARK)

    page = page_at(karins_phone, clock, "2026-03-02 09:00")

    assert "Du har skyddade personuppgifter" in page
    assert "Stationsvägen" not in page


def test_every_page_can_be_read_in_english(
    clock: Traveller, house: House, karin: UUID, karins_phone: Client
) -> None:
    home(house, karin)
    karins_phone.post("/sprak/", {"language": "en", "next": "/hem/"})

    page = page_at(karins_phone, clock, "2026-03-06 18:00")

    assert "Hello Karin!" in page
    assert "Sara Blom will call you" in page
    assert 'lang="sv">Hemsjukvården' in page
