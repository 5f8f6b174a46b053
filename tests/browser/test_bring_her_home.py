"""Karin comes home: everyone's part, in a real browser, from admission to follow-up."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.access.models import AccessLogEntry
from naravard.discharge import services
from naravard.people.models import Professional
from tests.browser.desks import Office
from tests.house import House, at, build_house, register
from tests.integration.discharge.steps import called, on, planned

pytestmark = pytest.mark.browser
A_MONTH = 30 * 24 * 3600  # seconds


@pytest.fixture
def house(time_machine: Traveller, transactional_db: None) -> House:
    """A Monday morning in March, before anything has happened."""
    time_machine.move_to(at("2026-03-02 08:00"), tick=False)
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def office(
    browser: Browser, live_server: LiveServer, settings: Settings, karin: UUID
) -> Iterator[Office]:
    """Where everybody signs in by the form; the sessions last the whole story."""
    settings.DEMO = True
    settings.SIGNIN_CHOICES = "tests.browser.house_people.choices"
    settings.SESSION_COOKIE_AGE = A_MONTH
    office = Office(browser=browser, server=live_server)
    yield office
    office.close()


def readings_by(name: str) -> int:
    """How many rows the access log has of somebody in staff."""
    given = name.split(maxsplit=1)[0]
    return AccessLogEntry.objects.filter(
        professional_id__in=_professionals(given)
    ).count()


def _professionals(given: str) -> list[UUID]:
    return list(
        Professional.objects.filter(given_name=given).values_list("pk", flat=True)
    )


def test_everyone_brings_karin_home(
    office: Office, house: House, karin: UUID, time_machine: Traveller
) -> None:
    ali, ingrid = office.desk("Ali Rahimi"), office.desk("Ingrid Nilsson")
    maja, lena = office.desk("Maja Lindström"), office.desk("Lena Berg")
    sara, tove = office.desk("Sara Blom"), office.desk("Tove Alm")
    her_own = office.desk("Karin Holm")

    # Before: nothing is planned, and nobody has read about her
    her_own.opens("/hem/").reads("Hej Karin!", "Inget är planerat just nu")
    her_own.opens("/vem-har-last/").reads_nothing_of("Ali Rahimi")

    # Monday 9.00: the ward finds her by her number and admits her
    time_machine.move_to(at("2026-03-02 09:00"), tick=False)
    ali.searches("430214-9804").reads("Karin Holm", "19430214-9804")
    ali.follows("Karin Holm").reads("Du behöver ange ett skäl")
    ali.presses("Ange skäl och öppna").follows("Skriv in på vår avdelning")
    ali.writes("Varför är personen på sjukhus?", "Hjärtsvikt med vätska i benen.")
    ali.writes("Beräknad utskrivning", "2026-03-06T13:00")
    ali.presses("Skriv in").reads("Personen är inskriven")
    case = ali.path
    her_own.opens("/hem/").reads("Fredag 6 mars", "Du kan troligen åka hem")

    # 10.00: the physician judges who will be needed
    time_machine.move_to(at("2026-03-02 10:00"), tick=False)
    ingrid.opens("/utskrivningar/").follows("Bedöm behov för Karin Holm")
    ingrid.marks(
        "Vårdcentralen Lillby", "Hemsjukvården, Lillby", "Biståndsenheten, Lillby"
    )
    ingrid.presses("Spara bedömningen").reads("Bedömningen är sparad")

    # 11.00: the ward sees exactly what the notice says, and sends it
    time_machine.move_to(at("2026-03-02 11:00"), tick=False)
    ali.opens("/utskrivningar/").follows("Skicka för Karin Holm")
    ali.reads("Karin Holm", "19430214-9804", "Stationsvägen 4, 999 30 Lillby")
    ali.reads(
        "Vårdcentralen Lillby", "Hemsjukvården, Lillby", "Biståndsenheten, Lillby"
    )
    ali.reads_nothing_of("Hjärtsvikt")
    ali.presses("Skicka inskrivningsmeddelandet")
    ali.reads("Inskrivningsmeddelandet är skickat")
    her_own.opens("/hem/").reads("Sjukhuset berättade för dem som ska hjälpa dig")

    # A planner of another municipality is refused, and told by which rule
    tove.opens(case).reads("Uppgifterna är stängda för dig", "Regel:")
    tove.reads_nothing_of("Karin", "Hjärtsvikt")
    tove.opens("/utskrivningar/").reads("Ingen är på listan just nu.")

    # 13.00: the municipality receives, and does not yet read why she is there
    time_machine.move_to(at("2026-03-02 13:00"), tick=False)
    maja.opens("/utskrivningar/").presses("Ta emot för Karin Holm")
    maja.reads("Inskrivningen är mottagen")
    maja.opens(case).reads_nothing_of("Hjärtsvikt")

    # Tuesday: the health centre receives and appoints her named contact
    time_machine.move_to(at("2026-03-03 09:00"), tick=False)
    lena.opens("/utskrivningar/").presses("Ta emot för Karin Holm")
    lena.opens("/utskrivningar/").follows("Utse kontakt för Karin Holm")
    lena.picks("Vem blir fast vårdkontakt?", "Sara Blom, Distriktssköterska")
    lena.presses("Utse").reads("Fast vårdkontakt är utsedd")
    her_own.opens("/hem/").reads("Du fick en fast vårdkontakt", "Ring Sara")

    # She says yes to planning together, and now they read why she is there
    time_machine.move_to(at("2026-03-03 10:00"), tick=False)
    ali.opens("/min-dag/").follows("Skriv in svar för Karin Holm")
    ali.marks("Ja, ni får planera tillsammans").presses("Spara svaret")
    maja.opens(case).reads("Hjärtsvikt med vätska i benen.")

    # Her contact calls everyone to a meeting, and the municipality answers
    time_machine.move_to(at("2026-03-03 11:00"), tick=False)
    sara.goes_to_case_of("Karin Holm").follows("Kalla till planeringsmöte (SIP)")
    sara.writes("Tid", "2026-03-04T08:30").marks("På sjukhuset")
    sara.writes("Syfte", "Planera hemgången tillsammans med Karin.")
    sara.presses("Skicka kallelsen").reads("Kallelsen är skickad")
    her_own.opens("/hem/").reads("I morgon 8.30", "Mötet är på sjukhuset.")
    time_machine.move_to(at("2026-03-03 13:00"), tick=False)
    maja.opens(case).follows("Svara")
    maja.marks("Vi kommer").presses("Skicka svaret").reads("Svaret är skickat")
    maja.opens("/utskrivningar/").follows("Skriv underlag för Karin Holm")
    maja.writes("Behov", "Hjälp i duschen de första två veckorna.")
    maja.presses("Skicka underlaget").reads("Underlaget är skickat")

    # Wednesday: the physician decides; the notice goes a minute before noon
    time_machine.move_to(at("2026-03-04 09:30"), tick=False)
    ingrid.opens(case).follows("Besluta att personen är utskrivningsklar")
    ingrid.presses("Personen är utskrivningsklar").reads("Beslutet är sparat")
    time_machine.move_to(at("2026-03-04 11:59"), tick=False)
    ali.opens("/min-dag/").follows("Meddela för Karin Holm")
    ali.presses("Skicka underrättelsen").reads("Underrättelsen är skickad")
    her_own.opens("/hem/").reads("Du är klar att åka hem").reads_nothing_of("betal")

    # The municipality has until Saturday, and the sheet says why
    maja.opens("/utskrivningar/").reads("Lördag", "därefter betalar kommunen")
    maja.opens(case).follows("Underlag för betalning").reads("Fristdagar löper")
    maja.reads("7 mars 2026, om personen är kvar på sjukhuset då", "LUS 5 kap. 4 §")
    maja.reads("Lillby kommun betalar, eftersom personen är folkbokförd där.")

    # Thursday: the health centre's part is missing, and then it is not
    time_machine.move_to(at("2026-03-05 08:00"), tick=False)
    maja.opens(case).follows("Anmäl hinder i den öppna vården")
    maja.marks("Den öppna vårdens insatser finns inte").presses("Anmäl hindret")
    maja.reads("Hindret är anmält")
    sara.opens("/min-dag/").follows("Häv hindret för Karin Holm")
    time_machine.move_to(at("2026-03-05 10:00"), tick=False)
    sara.presses("Hindret är löst").reads("Hindret är hävt")
    maja.opens(f"{case}underlag/").reads("Från 5 mars 2026 kl. 08.00")

    # Friday: she is given her paper, goes home, and her next carers are told
    time_machine.move_to(at("2026-03-06 11:00"), tick=False)
    ali.opens("/min-dag/").follows("Ge information för Karin Holm")
    ali.writes("Det här har vi gjort", "Vi har drivit ut vätskan med läkemedel.")
    ali.writes("Ring på kvällen och natten", "Hemsjukvården, 070-174 06 16")
    ali.presses("Informationen är lämnad").reads("Informationen är sparad")
    time_machine.move_to(at("2026-03-06 13:00"), tick=False)
    ali.opens(case).follows("Personen lämnar sjukhuset").marks("Hem")
    ali.presses("Personen har lämnat sjukhuset").reads("Utskrivningen är sparad")
    ali.opens("/min-dag/").follows("Skicka för Karin Holm")
    ali.writes("Sammanfattning av vården (epikris)", "Hjärtsvikt, bättre.")
    ali.presses("Lämna över informationen").reads("Informationen är överlämnad")
    her_own.opens("/hem/").reads("Sara Blom ringer dig", "Senast måndag 9 mars")
    her_own.opens("/papper/").follows("Medicin, Sjukhuset")
    her_own.reads("Vi har drivit ut vätskan med läkemedel.")

    # Monday: her contact calls, and the case is closed
    time_machine.move_to(at("2026-03-09 10:00"), tick=False)
    sara.opens("/min-dag/").follows("Följ upp för Karin Holm")
    sara.marks("Bra").presses("Spara och avsluta").reads("Uppföljningen är sparad")
    her_own.opens("/hem/").reads("Uppföljningen är klar")
    maja.opens(f"{case}underlag/").reads("Inga dagar")

    # She sees who has read; another reading is one more row, and Tove is not there
    before = readings_by("Maja Lindström")
    maja.opens(case)
    assert readings_by("Maja Lindström") == before + 1
    her_own.opens("/vem-har-last/").reads("Maja Lindström", "Ali Rahimi", "Sara Blom")
    her_own.reads_nothing_of("Tove Alm")
    assert office.faults == []


def test_a_minute_past_noon_the_municipality_has_a_day_more(
    office: Office, house: House, karin: UUID, time_machine: Traveller
) -> None:
    case_id = planned(house, karin)
    called(house, case_id)
    services.decide_ready(
        actor=house.physician, case_id=case_id, when=on("2026-03-05 09:30")
    )
    time_machine.move_to(at("2026-03-05 12:01"), tick=False)
    ali, maja = office.desk("Ali Rahimi"), office.desk("Maja Lindström")

    ali.opens("/min-dag/").follows("Meddela för Karin Holm")
    ali.presses("Skicka underrättelsen")

    maja.opens(f"/arenden/{case_id}/underlag/")
    maja.reads("9 mars 2026, om personen är kvar på sjukhuset då")
    maja.reads("efter klockan 12.00")
    assert office.faults == []
