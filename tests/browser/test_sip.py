"""A SIP from flagged need to follow-up: region, municipality and Karin herself."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.access.queries import actor_for_person
from naravard.plan import services
from naravard.plan.models import Plan
from naravard.plan.services import Said
from tests.browser.accessibility import sideways, violations
from tests.browser.desks import Desk, Office
from tests.house import House, at, build_house, register
from tests.plans import card, whole_sip, written

pytestmark = pytest.mark.browser
A_MONTH = 30 * 24 * 3600  # seconds
NOON = at("2026-03-02 12:00")
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture
def house(time_machine: Traveller, transactional_db: None) -> House:
    """A Monday morning in March, before anybody has seen the need."""
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


def says_yes(karin: UUID) -> None:
    """Karin answers for herself."""
    services.say(
        record=card(actor_for_person(karin), karin, NOON),
        plan_id=Plan.objects.get().pk,
        said=Said(yes=True),
        now=NOON,
    )


def readable(desk: Desk) -> list[object]:
    """What axe says of the page, and how much wider than the window it is."""
    found: list[object] = []
    for size in (PHONE, DESKTOP):
        desk.page.set_viewport_size(size)
        found.append((violations(desk.page), sideways(desk.page)))
    return found


def test_a_sip_from_flagged_need_to_follow_up(
    office: Office, house: House, karin: UUID, time_machine: Traveller
) -> None:
    sara, maja = office.desk("Sara Blom"), office.desk("Maja Lindström")
    plan_page = reverse("staff:plan", args=[karin])

    # The region sees the need, and nothing is shared before Karin has said yes
    sara.opens(reverse("staff:person", args=[karin]))
    sara.follows("Planen och behov av SIP").follows("Flagga behov av SIP")
    sara.writes(
        "Varför behöver personen en plan?", "Har hjälp av både kommun och vård."
    )
    sara.presses("Flagga behov av SIP").reads("Vi väntar på personens svar")
    beginning = readable(sara)
    time_machine.move_to(NOON, tick=False)
    says_yes(karin)

    # The municipality is invited, and both write in the same plan
    sara.opens(plan_page).follows("Bjud in en enhet")
    sara.picks("Vilken enhet?", "Biståndsenheten, Lillby").presses("Bjud in en enhet")
    written(
        house.district_nurse,
        karin,
        Plan.objects.get().pk,
        *whole_sip(house),
        now=NOON,
    )
    maja.opens(plan_page).reads("Att få bo hemma med min katt.").follows("Insats")
    form = readable(maja)
    maja.writes("Vad ska göras?", "Matlåda varje dag")
    ours = f"unit:{house.homecoming}"
    maja.page.get_by_label("Vem ansvarar?").select_option(value=ours)
    maja.picks("Läge", "Beslutad").picks("Enligt", "Socialtjänstlagen")
    maja.presses("Lägg till i planen").reads("Planen är ändrad", "Matlåda varje dag")

    # Everybody is called, the municipality comes, and the meeting is held
    sara.opens(plan_page).follows("Kalla till möte")
    sara.writes("Tid", "2026-03-02T14:00").picks("Hur ses ni?", "Hemma")
    sara.presses("Kalla till möte").reads("Kallelsen är skickad")
    maja.opens(reverse("staff:my_day")).follows("Svara på kallelse")
    maja.follows("Svara på kallelsen")
    maja.page.get_by_label("Kommer", exact=True).check()
    maja.presses("Svara på kallelsen").reads("Kommer")
    time_machine.move_to(at("2026-03-02 15:00"), tick=False)
    sara.opens(plan_page).follows("Mötet är hållet").presses("Mötet är hållet")
    sara.follows("Skriv anteckningar och beslut")
    sara.writes("Anteckningar", "Vi enades om kvällarna.")
    sara.writes("Personens egen sammanfattning", "Ni ringer mig varje kväll.")
    sara.presses("Skriv anteckningar och beslut").reads("Mötet är klart")

    # The plan holds, is followed up, and all that was written is still there
    sara.follows("Låt planen börja gälla").presses("Låt planen börja gälla")
    sara.reads("Planen gäller", "Ni ringer mig varje kväll.")
    whole = readable(sara)
    maja.opens(plan_page).follows("Börja följa upp")
    maja.writes("Varför nu?", "Karin har ramlat.").presses("Börja följa upp")
    sara.opens(plan_page).follows("Uppföljningen är klar")
    sara.writes("Hur har det gått?", "Bättre.").writes(
        "Nästa uppföljning", "2026-06-01"
    )
    sara.presses("Uppföljningen är klar").reads("nästa uppföljning är bestämd")
    sara.follows("Version").reads("Maja Lindström", "Bättre.")
    history = readable(sara)

    assert [beginning, form, whole, history] == [[([], 0), ([], 0)]] * 4
    assert office.faults == []
