"""The team's pages in a real browser: readable on a phone, and without a connection."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from naravard.access.rules import Actor, RelationKind
from naravard.access.services import relate
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.mobile import services
from naravard.mobile.models import VisitNote
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import Source, TeamKind, TeamState, Urgency
from naravard.mobile.rules.travel import Point
from naravard.mobile.services.history import PastStop, PastVisit, import_history
from naravard.people.models import CareUnit
from naravard.people.roles import Role
from tests.browser.accessibility import sideways, violations
from tests.house import actor, build_house, employ, register
from tests.journeys.staff.conftest import signed_in

pytestmark = pytest.mark.browser

HOME = Point(59.02, 16.12)


@pytest.fixture
def visit_id() -> UUID:
    return uuid4()


@pytest.fixture
def ali(transactional_db: None, visit_id: UUID) -> Actor:
    """Ali in Teamet Syd, who is to visit Karin in an hour."""
    house = build_house()
    karin = register(
        "Karin", "Holm", "194302149804", listed_unit_id=house.health_centre
    )
    now = clock.now()
    unit = CareUnit.objects.get(key="team-syd").pk
    services.start_team(
        team=services.NewTeam(
            unit_id=unit,
            kind=TeamKind.CLOSE_CARE,
            visits_a_day=20,
            municipalities=("9902",),
            base=Point(59.0, 16.1),
            opens_on=day_of(now),
        ),
        state=TeamState.ACTIVE,
    )
    assignment = employ("Ali", "Dahl", "Sjuksköterska", unit, Role.DISTRICT_NURSE)
    (shift,) = services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=unit,
                assignment_id=assignment,
                day=day_of(now),
                starts_at=now - timedelta(hours=1),
                ends_at=now + timedelta(hours=8),
            )
        ]
    )
    relate(
        person_id=karin,
        unit_ids=[house.home_nursing],
        kind=RelationKind.ENROLLED,
        source=karin,
        starts_at=now - timedelta(days=9),
    )
    nurse = house.municipal_nurse
    import_history(
        visits=[
            PastVisit(
                id=visit_id,
                person_id=karin,
                team_id=unit,
                from_unit_id=house.home_nursing,
                asked_by=nurse.assignment_id,
                source=Source.MUNICIPAL_NURSE,
                urgency=Urgency.TODAY,
                hand_over=Sbar(situation="Andfådd sedan i natt."),
                asked_at=now - timedelta(hours=2),
                answered_at=now - timedelta(hours=1),
                answered_by=assignment,
                why="Bedömning",
                needs=("nurse",),
                minutes=40,
                opens_at=now,
                closes_at=now + timedelta(hours=4),
                place=HOME,
                stops=(
                    PastStop(
                        shift_id=shift,
                        starts_at=now + timedelta(hours=1),
                        ends_at=now + timedelta(minutes=100),
                    ),
                ),
            )
        ],
        now=now,
    )
    return actor(assignment)


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer, ali: Actor) -> Iterator[Page]:
    """Ali's phone. Without a connection the browser complains, as it should."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    cookie = signed_in(ali).cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_teams_pages_break_no_rule(
    phone: Page, live_server: LiveServer, visit_id: UUID, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 900})
    found = {}

    for address in (
        reverse("staff:requests"),
        reverse("staff:team_day"),
        f"{reverse('staff:board')}?forslag=ja&besok={visit_id}",
        reverse("staff:orders"),
        reverse("staff:team"),
        reverse("staff:visit", args=[visit_id]),
    ):
        phone.goto(live_server.url + address)
        found[address] = (violations(phone), sideways(phone))

    assert found == dict.fromkeys(found, ([], 0))


def test_what_is_written_without_a_connection_is_sent_when_it_is_back(
    phone: Page, live_server: LiveServer, visit_id: UUID
) -> None:
    # Ali opens the day while there is a connection
    phone.goto(live_server.url + reverse("staff:team_day"))
    expect(phone.locator("#nat-status")).to_have_text("Sparat på telefonen")
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")

    # The connection goes, and the day is still there
    phone.context.set_offline(True)
    phone.goto(live_server.url + reverse("staff:team_day"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Hembesök utan nät")
    expect(phone.locator("#sparade-besok")).to_contain_text("Karin Holm")

    # He writes, and it waits
    phone.get_by_text("Skriv om besöket").click()
    phone.get_by_label("Puls, per minut").fill("96")
    phone.get_by_label("Aktuellt och det som gjordes").fill("Rossel basalt.")
    phone.get_by_role("button", name="Spara").click()
    expect(phone.locator("[data-lage]").first).to_have_text("Väntar på att skickas")
    assert not VisitNote.objects.exists()

    # The connection comes back and breaks before the answer: it waits still
    phone.context.route("**/dagen/ta-emot/", taken_but_not_answered, times=1)
    phone.context.set_offline(False)
    expect(phone.locator("#nat-status")).to_have_text("Utan nät")
    assert phone.evaluate(KEPT)["queue"] == 1

    # It comes back once more: what is sent again is the same note
    phone.evaluate("window.dispatchEvent(new Event('online'))")
    expect(phone.locator("#nat-status")).to_have_text("Sparat på telefonen")
    expect(phone.locator("#nat-besked")).to_contain_text("Karin Holm: Skickat")
    expect(phone.locator("#sparade-besok")).not_to_contain_text("Karin Holm")
    note = VisitNote.objects.get(visit_id=visit_id)
    assert (note.pulse, note.assessment) == (96, "Rossel basalt.")


def taken_but_not_answered(route: Route) -> None:
    """The server has it, and the telephone is never told."""
    route.fetch()
    route.abort()


def test_nothing_about_a_person_lies_open_on_the_phone(
    phone: Page, live_server: LiveServer
) -> None:
    phone.goto(live_server.url + reverse("staff:team_day"))
    expect(phone.locator("#nat-status")).to_have_text("Sparat på telefonen")

    kept = phone.evaluate("""async () => {
        const open = () => new Promise((done) => {
            const asked = indexedDB.open("nara-hembesok");
            asked.onsuccess = () => done(asked.result);
        });
        const database = await open();
        const day = await new Promise((done) => {
            const asked = database.transaction("kept").objectStore("kept").get("day");
            asked.onsuccess = () => done(asked.result);
        });
        const key = await new Promise((done) => {
            const asked = database.transaction("kept").objectStore("kept").get("key");
            asked.onsuccess = () => done(asked.result);
        });
        const text = new TextDecoder("latin1").decode(new Uint8Array(day.data));
        return { holdsName: text.includes("Karin"), extractable: key.extractable };
    }""")

    assert kept == {"holdsName": False, "extractable": False}


KEPT = """() => new Promise((done) => {
    const asked = indexedDB.open("nara-hembesok");
    asked.onsuccess = () => {
        const work = asked.result.transaction(["kept", "queue"]);
        const kept = work.objectStore("kept").getAllKeys();
        const queue = work.objectStore("queue").count();
        work.oncomplete = () => {
            asked.result.close();
            done({ kept: kept.result, queue: queue.result });
        };
    };
})"""


def test_the_keys_die_with_the_session_and_what_is_written_waits(
    phone: Page, live_server: LiveServer, ali: Actor, visit_id: UUID
) -> None:
    # Ali has written without a connection
    phone.goto(live_server.url + reverse("staff:team_day"))
    expect(phone.locator("#nat-status")).to_have_text("Sparat på telefonen")
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.context.set_offline(True)
    phone.goto(live_server.url + reverse("staff:team_day"))
    phone.get_by_text("Skriv om besöket").click()
    phone.get_by_label("Aktuellt och det som gjordes").fill("Mår bättre.")
    phone.get_by_role("button", name="Spara").click()
    expect(phone.locator("[data-lage]").first).to_have_text("Väntar på att skickas")

    # The connection is back when his session has ended: the device forgets its keys
    phone.context.clear_cookies()
    phone.context.set_offline(False)
    phone.goto(live_server.url + reverse("sign_in"))
    phone.wait_for_function(f"async () => (await ({KEPT})()).kept.length === 0")
    assert phone.evaluate(KEPT) == {"kept": [], "queue": 1}

    # He signs in again, and what he wrote is sent
    cookie = signed_in(ali).cookies["sessionid"].value
    phone.context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    phone.goto(live_server.url + reverse("staff:team_day"))
    expect(phone.locator("#nat-besked")).to_contain_text("Karin Holm: Skickat")
    assert VisitNote.objects.get(visit_id=visit_id).assessment == "Mår bättre."

    # He signs out, and the keys are gone before the page is
    phone.locator("details.jag summary").click()
    phone.get_by_role("button", name="Logga ut").click()
    phone.wait_for_url(f"{live_server.url}/")
    assert phone.evaluate(KEPT) == {"kept": [], "queue": 0}
