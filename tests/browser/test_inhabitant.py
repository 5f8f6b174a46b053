"""The inhabitant's pages on a phone, on the narrowest one, and on a computer."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.messages.models import Message
from naravard.people import services as people
from naravard.people.roles import RelatedKind
from naravard.web import actor
from tests.browser.accessibility import sideways, violations
from tests.house import BEFORE, at, build_house, register
from tests.journeys.inhabitant.way_home import home

pytestmark = pytest.mark.browser
A_WEEK = 7 * 24 * 3600  # seconds
PAGES = [
    "hem",
    "papper",
    "papper/ett",
    "vem-har-last",
    "samtycke",
    "samtycke/planering",
]


@pytest.fixture
def karin(time_machine: Traveller, transactional_db: None) -> UUID:
    """Karin, who came home this afternoon, and her daughter."""
    time_machine.move_to(at("2026-03-06 18:00"), tick=False)
    house = build_house()
    person = register(
        "Karin", "Holm", "194302149804", listed_unit_id=house.health_centre
    )
    people.add_related(
        person_id=person,
        other_id=register("Eva", "Holm", "197006129808"),
        name="Eva Holm",
        kind=RelatedKind.RELATIVE,
        relation="dotter",
        valid_from=BEFORE,
        may_read=True,
    )
    home(house, person)
    return person


@pytest.fixture
def phone(page: Page, live_server: LiveServer, settings: Settings, karin: UUID) -> Page:
    """Karin's phone, where she has signed in."""
    settings.SESSION_COOKIE_AGE = A_WEEK
    client = Client()
    session = client.session
    session["actor"] = actor.inhabitant(karin)
    session["shown"] = {
        "name": "Karin Holm",
        "role": "Invånare",
        "organisation": "",
        "unit": "Lillby",
        "caregiver": "P",
        "face": "inhabitant",
    }
    session.save()
    page.context.add_cookies(
        [
            {
                "name": "sessionid",
                "value": str(session.session_key),
                "url": live_server.url,
            }
        ]
    )
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def address(live_server: LiveServer, name: str) -> str:
    if name == "papper/ett":
        paper = Message.objects.get(code="patient-information").pk
        return live_server.url + reverse("inhabitant:paper", args=[paper])
    return f"{live_server.url}/{name}/"


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", PAGES)
def test_page_breaks_no_accessibility_rule(
    phone: Page, live_server: LiveServer, name: str, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 900})

    phone.goto(address(live_server, name))

    assert violations(phone) == []
    assert sideways(phone) == 0


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_the_narrowest_phone_with_twice_as_large_text(
    phone: Page, live_server: LiveServer, name: str
) -> None:
    phone.set_viewport_size({"width": 320, "height": 700})
    phone.goto(address(live_server, name))
    assert sideways(phone) == 0

    phone.set_viewport_size({"width": 390, "height": 844})
    phone.evaluate("document.documentElement.style.fontSize = '200%'")

    assert sideways(phone) == 0


def test_everything_to_press_is_large_enough(
    phone: Page, live_server: LiveServer
) -> None:
    phone.goto(address(live_server, "hem"))

    small = phone.evaluate(
        """() => [...document.querySelectorAll('main .knapp, .bottenmeny a')]
            .filter(each => each.getBoundingClientRect().height < 48)
            .map(each => each.textContent)"""
    )

    assert small == []


def test_paper_from_the_hospital_prints_without_buttons(
    phone: Page, live_server: LiveServer
) -> None:
    phone.goto(address(live_server, "papper/ett"))

    phone.emulate_media(media="print")

    expect(phone.locator(".utskriven")).to_contain_text(
        "Papper från sjukhuset till Karin Holm."
    )
    assert phone.locator(".knapp:visible").count() == 0


def test_consent_is_taken_back_in_two_steps_and_the_page_says_so(
    phone: Page, live_server: LiveServer
) -> None:
    phone.goto(address(live_server, "samtycke"))

    phone.get_by_role("link", name="Ta tillbaka mitt ja").click()
    phone.get_by_role("button", name="Ja, ta tillbaka mitt ja").click()

    expect(phone.get_by_role("status").first).to_contain_text(
        "De delar inte mer om dig för att planera."
    )
