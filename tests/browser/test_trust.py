"""Karin closes what the ward has written, Bo breaks the glass, and Per reviews it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.people.roles import Role
from naravard.review import services as review
from tests.browser.accessibility import sideways, violations
from tests.browser.desks import Desk, Office
from tests.house import House, at, build_house, employ, register
from tests.integration.discharge.steps import notified
from tests.no_sample import nobody_drawn

__all__ = ["nobody_drawn"]

pytestmark = pytest.mark.browser
A_MONTH = 30 * 24 * 3600  # seconds


@pytest.fixture
def house(time_machine: Traveller, transactional_db: None) -> House:
    """A Monday morning in March, with somebody who reviews logs."""
    time_machine.move_to(at("2026-03-02 08:00"), tick=False)
    house = build_house()
    employ("Per", "Lind", "Logggranskare", house.ward, Role.LOG_REVIEWER)
    return house


@pytest.fixture
def karin(house: House, time_machine: Traveller) -> UUID:
    """Karin, on the medical ward since this morning; now it is noon."""
    person = register("Karin", "Holm", "194302149804")
    notified(house, person)
    time_machine.move_to(at("2026-03-02 12:00"), tick=False)
    return person


@pytest.fixture
def office(
    browser: Browser, live_server: LiveServer, settings: Settings, karin: UUID
) -> Iterator[Office]:
    settings.DEMO = True
    settings.SIGNIN_CHOICES = "tests.browser.house_people.choices"
    settings.SESSION_COOKIE_AGE = A_MONTH
    office = Office(browser=browser, server=live_server)
    yield office
    office.close()


def is_open_to_all(desk: Desk) -> Desk:
    """The page breaks no accessibility rule, on a computer and on a phone."""
    assert violations(desk.page) == []
    desk.page.set_viewport_size({"width": 390, "height": 844})
    assert sideways(desk.page) == 0
    assert violations(desk.page) == []
    desk.page.set_viewport_size({"width": 1440, "height": 900})
    return desk


def test_a_block_an_emergency_and_its_review(
    nobody_drawn: None,
    office: Office,
    house: House,
    karin: UUID,
    time_machine: Traveller,
) -> None:
    her_own, bo = office.desk("Karin Holm"), office.desk("Bo Ek")
    per, ali = office.desk("Per Lind"), office.desk("Ali Rahimi")

    # Karin is told what a block means, and closes what the ward has written
    her_own.opens("/samtycke/").follows("Spärra uppgifter")
    is_open_to_all(her_own).reads("Andra kan få se att något är spärrat")
    her_own.marks("Det Medicin har skrivit").presses("Spärra").reads(
        "Spärren är satt", "Spärrat"
    )
    is_open_to_all(her_own)

    # The ward itself still reads; another ward is refused with rule and remedy
    ali.opens(f"/personer/{karin}/").reads("Karin Holm")
    bo.opens(f"/personer/{karin}/").reads("PDL 4 kap. 4 §", "Fråga personen")
    is_open_to_all(bo).reads_nothing_of("Karin", "Hjärtsvikt")

    # He asks her to open it; she is told by whom and why, and has not answered yet
    bo.follows("Be personen häva spärren")
    is_open_to_all(bo).writes("Varför behöver ni läsa?", "Du väntar på vår avdelning.")
    bo.presses("Skicka frågan").reads("Väntar på svar").reads_nothing_of("Karin")
    is_open_to_all(bo)
    her_own.opens("/samtycke/").follows("Frågor om att häva en spärr")
    her_own.reads("Psykiatri", "Du väntar på vår avdelning.", "Ja, enheten får läsa")
    is_open_to_all(her_own)

    # It is a matter of life: he says which danger, sees who, and opens
    bo.opens(f"/personer/{karin}/").follows("Det är ett nödläge")
    is_open_to_all(bo)
    bo.writes("Vilken fara är det", "Medvetslös efter fall, behöver opereras.")
    bo.marks("Personen kan inte själv svara just nu")
    bo.presses("Visa vem").reads("De här har spärrat på personens begäran")
    is_open_to_all(bo).reads_nothing_of("Karin", "Hjärtsvikt")
    bo.presses("Öppna uppgifterna")
    bo.reads("Du läser i ett nödläge", "Karin Holm", "16.00")
    is_open_to_all(bo)
    bo.presses("Avsluta nödläget").reads("Nödläget är avslutat")

    # Karin sees it at the top of her page
    her_own.opens("/vem-har-last/").reads("Öppnat i ett nödläge", "Bo Ek")
    is_open_to_all(her_own).reads("Medvetslös efter fall")

    # The log is looked through; Per finds the emergency first, and asks
    time_machine.move_to(at("2026-03-02 14:00"), tick=False)
    review.look_through(
        day=date(2026, 3, 2),
        now=at("2026-03-02 14:00"),
        secret=b"the secret of the samples",
    )
    per.opens("/granskning/").reads("Bo Ek", "Nödläge").reads_nothing_of("Karin")
    is_open_to_all(per).follows("Bo Ek")
    per.reads("Medvetslös efter fall", "Karin Holm").reads_nothing_of("Hjärtsvikt")
    is_open_to_all(per)
    per.writes("Fråga den som läste", "Vem vårdade Karin?")
    per.presses("Skicka frågan").reads("Frågan är skickad")

    # Bo explains, and Per decides
    bo.opens("/granskning/").reads("Vem vårdade Karin?")
    is_open_to_all(bo)
    bo.writes("Varför läste du?", "Jag, på akuten.").presses("Svara")
    bo.reads("Ditt svar är skickat")
    per.opens("/granskning/").follows("Bo Ek").reads("Jag, på akuten.")
    per.marks("I sin ordning").writes("Varför?", "Stämmer med akutens lista.")
    per.presses("Spara beslutet").reads("Beslutet är sparat", "I sin ordning")

    # Karin reads how it ended, and takes her block away
    her_own.opens("/vem-har-last/").reads("granskad och var i sin ordning")
    her_own.opens("/samtycke/").presses("Ta bort spärren")
    her_own.reads("Spärren är borttagen", "Inget är spärrat.")
    assert office.faults == []


def test_staff_write_down_what_the_person_says(
    office: Office, house: House, karin: UUID
) -> None:
    ali, her_own = office.desk("Ali Rahimi"), office.desk("Karin Holm")

    ali.opens(f"/personer/{karin}/").follows("Samtycke och spärrar")
    is_open_to_all(ali).reads("Inget svar är antecknat.")
    ali.page.get_by_role("radio").first.check()
    ali.marks("Ja", "Personen sa det här").presses("Anteckna svaret")
    ali.reads("Svaret är antecknat", "Läsa det andra har skrivit")
    her_own.opens("/samtycke/").presses("Ta tillbaka")
    her_own.reads("Du har tagit tillbaka svaret").follows(
        "Svara vem som får läsa det andra har skrivit"
    )
    is_open_to_all(her_own).reads("Ett ja gäller i ett år.")
    assert office.faults == []
