"""A visit all the way: asked for, replanned, made without a connection, seen."""

from collections.abc import Iterator
from datetime import time
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.access.rules import RelationKind
from naravard.access.services import relate
from naravard.core.clock import moment_at
from naravard.mobile import services
from naravard.mobile.models import Stop, Visit, VisitNote
from naravard.mobile.rules.states import TeamKind, TeamState
from naravard.mobile.rules.travel import Point
from naravard.people.models import CareUnit
from naravard.people.roles import Role
from tests.browser.accessibility import sideways, violations
from tests.browser.desks import PHONE, WIDTH, Desk, Office
from tests.house import TODAY, House, at, build_house, employ, register

pytestmark = pytest.mark.browser
A_MONTH = 30 * 24 * 3600  # seconds


@pytest.fixture
def house(time_machine: Traveller, transactional_db: None) -> House:
    """A Monday morning: Teamet Syd has a coordinator and two nurses in the round."""
    time_machine.move_to(at("2026-03-02 07:10"))
    house = build_house()
    unit = CareUnit.objects.get(key="team-syd").pk
    services.start_team(
        team=services.NewTeam(
            unit_id=unit,
            kind=TeamKind.CLOSE_CARE,
            visits_a_day=20,
            municipalities=("9902",),
            base=Point(59.0, 16.1),
            opens_on=TODAY,
        ),
        state=TeamState.ACTIVE,
    )
    employ("Nadja", "Sund", "Samordnare", unit, Role.COORDINATOR)
    services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=unit,
                assignment_id=employ(name, "Lind", "Sjuksköterska", unit, role),
                day=TODAY,
                starts_at=moment_at(TODAY, time(8)),
                ends_at=moment_at(TODAY, time(17)),
            )
            for name, role in (
                ("Elin", Role.DISTRICT_NURSE),
                ("Omar", Role.DISTRICT_NURSE),
            )
        ]
    )
    return house


def at_home(house: House, given: str, number: str, home: tuple[float, float]) -> UUID:
    """Somebody in Lillby whom home nursing takes care of."""
    person = register(
        given, "Holm", number, listed_unit_id=house.health_centre, home=home
    )
    relate(
        person_id=person,
        unit_ids=[house.home_nursing],
        kind=RelationKind.ENROLLED,
        source=person,
        starts_at=at("2026-01-01 08:00"),
    )
    return person


@pytest.fixture
def karin(house: House) -> UUID:
    return at_home(house, "Karin", "194302149804", (59.02, 16.12))


@pytest.fixture
def bo(house: House) -> UUID:
    return at_home(house, "Bo", "195001019807", (59.01, 16.05))


@pytest.fixture
def office(
    browser: Browser,
    live_server: LiveServer,
    settings: Settings,
    karin: UUID,
    bo: UUID,
) -> Iterator[Office]:
    settings.DEMO = True
    settings.SIGNIN_CHOICES = "tests.browser.house_people.choices"
    settings.SESSION_COOKIE_AGE = A_MONTH
    office = Office(browser=browser, server=live_server)
    yield office
    office.close()


def ask(nurse: Desk, person: UUID, urgency: str, situation: str) -> None:
    nurse.opens(reverse("staff:person_visits", args=[person]))
    nurse.marks(urgency).writes("Situation: varför nu?", situation)
    nurse.presses("Skicka till teamet").reads("Teamet har fått din förfrågan")


def accept(planner: Desk, name: str, why: str) -> None:
    planner.opens(reverse("staff:requests")).follows(name)
    planner.writes("Vad besöket gäller", why)
    planner.presses("Skicka svar").reads("Teamet kommer", "Ingen har de här än")


def phone_of(office: Office, visit: Visit) -> Page:
    """The telephone of whoever is to make the visit, with the story's clock."""
    stop = Stop.objects.select_related("shift__assignment__professional").get(
        visit=visit
    )
    assert stop.shift is not None
    given = stop.shift.assignment.professional.given_name
    page = office.desk(f"{given} Lind").page
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.clock.set_fixed_time(at("2026-03-02 10:40"))
    return page


def test_a_visit_from_request_to_what_was_found(
    office: Office, karin: UUID, bo: UUID, time_machine: Traveller
) -> None:
    jonas, nadja = office.desk("Jonas Ek"), office.desk("Nadja Sund")
    sara, her_own = office.desk("Sara Blom"), office.desk("Karin Holm")

    # 7.15: home nursing asks the team to come today, and the team says yes
    time_machine.move_to(at("2026-03-02 07:15"))
    ask(jonas, karin, "I dag", "Andfådd sedan i natt.")
    accept(nadja, "Karin Holm", "Bedömning av andnöd")

    # The day is planned, and Karin is told between which hours
    nadja.presses("Planera om").reads("Kortast väg", "För att Karin Holm ska få besök.")
    nadja.presses("Välj den här planen").reads("Dagen är planerad")
    her_own.opens(reverse("inhabitant:visits")).reads("mellan", "Besöket är planerat")
    her_own.opens(reverse("inhabitant:home")).reads("mellan", "Ring teamet")
    karins = Visit.objects.get(person_id=karin)
    promised = karins.promised_from

    # 7.30: Bo is acute; the day is planned again, and Karin's time holds
    time_machine.move_to(at("2026-03-02 07:30"))
    ask(jonas, bo, "Inom två timmar", "Ramlat, ont i höften.")
    accept(nadja, "Bo Holm", "Bedömning efter fall")
    nadja.presses("Planera om").reads("Minst ändrat", "Lovade tider", "alla hålls")
    nadja.presses("Välj den här planen").reads("Dagen är planerad")
    assert Visit.objects.get(person_id=karin).promised_from == promised

    # Nadja asks why, tries another place before she makes it, and holds Karin's visit
    board = nadja.page
    nadja.follows("Karin Holm").reads("Varför just den personen?", "minuter bort")
    board.get_by_label("Var i rundan").select_option("forst")
    expect(board.locator("#provat")).to_contain_text("Om du gör så")
    nadja.presses("Gör fast").reads("Lossa")

    # Bo's is moved by keyboard alone, which breaks nothing that is fixed; and undone
    bos = Visit.objects.get(person_id=bo)
    before = Stop.objects.get(visit=bos).shift_id
    board.locator(f"#b-{bos.pk}").focus()
    board.keyboard.press(key_to_the_other_round(board, bos))
    nadja.reads("Besöket är flyttat")
    expect(board.locator(f"#b-{bos.pk}")).to_be_focused()
    assert Stop.objects.get(visit=bos).shift_id != before
    nadja.presses("Ångra").reads("Ångrat")
    assert Stop.objects.get(visit=bos).shift_id == before

    # 10.40: in Karin's home there is no connection; the day is on the telephone
    time_machine.move_to(at("2026-03-02 10:40"))
    karins.refresh_from_db()
    phone = phone_of(office, karins)
    address = phone.url.split("/min-dag", 1)[0] + reverse("staff:team_day")
    phone.goto(address)
    expect(phone.locator("#nat-status")).to_have_text("Sparat på telefonen")
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.context.set_offline(True)
    phone.goto(address)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Hembesök utan nät")
    hers = phone.locator(f"#sparat-{karins.pk}")
    hers.get_by_text("Skriv om besöket").click()
    assert (violations(phone), sideways(phone)) == ([], 0)
    write_note(hers)
    expect(hers.locator("[data-lage]")).to_have_text("Väntar på att skickas")
    expect(phone.locator("#nat-vantar")).to_contain_text("En anteckning väntar")
    assert not VisitNote.objects.exists()

    # The connection is back: what was written is sent, and is seen the same minute
    phone.context.set_offline(False)
    expect(phone.locator("#nat-besked")).to_contain_text("Karin Holm: Skickat")
    expect(phone.locator("#nat-vantar")).to_be_hidden()
    phone.set_viewport_size({"width": WIDTH, "height": 900})
    assert (violations(phone), sideways(phone)) == ([], 0)
    found = ("NEWS2 6, medelhög risk", "Mät igen inom en timme", "Rossel basalt")
    jonas.opens(reverse("staff:person_visits", args=[karin])).reads(*found)
    sara.opens(reverse("staff:person_visits", args=[karin])).reads(*found)
    her_own.opens(reverse("inhabitant:visits")).reads(
        "Du är kvar hemma", "Rossel basalt", "Nästa besök", "Ny bedömning"
    )
    assert office.faults == [], "\n".join(office.faults)


def key_to_the_other_round(board: Page, visit: Visit) -> str:
    """Down from the uppermost round, up from the one below."""
    uppermost = board.locator("[data-pass]").first
    is_there = uppermost.locator(f"#b-{visit.pk}").count() == 1
    return "Shift+ArrowDown" if is_there else "Shift+ArrowUp"


def write_note(hers: Locator) -> None:
    """Measurements, hand-over and the next visit, with one's thumbs."""
    for label, value in {
        "Andningsfrekvens, per minut": "22",
        "Syremättnad, procent": "94",
        "Övre blodtryck, mmHg": "108",
        "Puls, per minut": "96",
        "Temperatur, °C": "38,4",
        "Aktuellt och det som gjordes": "Rossel basalt. Prover tagna.",
        "Nästa besök": "2026-03-03",
        "Vad nästa besök gäller": "Ny bedömning",
    }.items():
        hers.get_by_label(label, exact=False).first.fill(value)
    hers.get_by_label("Syrgas").select_option("no")
    hers.get_by_label("Medvetande").select_option("A")
    hers.get_by_role("button", name="Spara").click()
