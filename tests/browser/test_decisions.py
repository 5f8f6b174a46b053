"""The decision-maker's pages in Chromium: read, follow a measure, move the road."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from naravard.access.rules import Actor
from tests.browser.accessibility import sideways, violations
from tests.journeys.decisions.conftest import (  # noqa: F401 (fixtures)
    counted,
    house,
    politician,
    road,
    sign_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("counted", "road")]
PATHS = {
    "state": "/beslut/",
    "measures": "/beslut/matt/",
    "measure": "/beslut/matt/NV-04/",
    "equity": "/beslut/jamlikhet/",
    "road": "/beslut/fardplan/",
    "decisions": "/beslut/underlag/",
    "week": "/beslut/vecka/",
    "writing": "/beslut/fardplan/insats/ny/",
}


@pytest.fixture
def gunvor(
    page: Page,
    live_server: LiveServer,
    sign_in: Callable[[Actor], Client],  # noqa: F811
    politician: Actor,  # noqa: F811
) -> Page:
    """Gunvor's window, signed in."""
    session = sign_in(politician).cookies["sessionid"].value
    page.context.add_cookies(
        [{"name": "sessionid", "value": session, "url": live_server.url}]
    )
    page.goto(live_server.url + "/beslut/")
    return page


@pytest.mark.parametrize("name", PATHS)
def test_a_page_breaks_no_accessibility_rule(
    gunvor: Page, live_server: LiveServer, name: str
) -> None:
    gunvor.goto(live_server.url + PATHS[name])
    on_a_computer = violations(gunvor)
    gunvor.set_viewport_size({"width": 390, "height": 844})

    assert on_a_computer == []
    assert violations(gunvor) == []
    assert sideways(gunvor) == 0


def test_from_the_state_of_things_to_a_decision(gunvor: Page) -> None:
    expect(
        gunvor.get_by_text("Säkert bättre: väntan på att komma hem.")
    ).to_be_visible()

    gunvor.locator(".matt").get_by_role("link", name="Väntan på att komma hem").click()
    gunvor.get_by_role("button", name="Följ måttet").click()
    expect(gunvor.get_by_role("heading", name="Signaler")).to_be_visible()
    gunvor.get_by_label("Huvudmeny").get_by_role("link", name="Färdplan").click()
    gunvor.get_by_role("button", name="Arbetar med Lagar som bromsar").click()
    gunvor.get_by_label("Huvudmeny").get_by_role("link", name="Beslut").click()
    gunvor.get_by_role(
        "button", name="Skriv in att det är beslutat Mobilt team i alla kommuner"
    ).click()

    expect(
        gunvor.get_by_role("definition").filter(has_text="Gunvor Alm, ordförande")
    ).to_be_visible()


def test_on_paper_there_is_no_menu_and_all_figures(gunvor: Page) -> None:
    gunvor.emulate_media(media="print")

    expect(gunvor.get_by_label("Huvudmeny")).to_be_hidden()
    expect(gunvor.locator(".utskriven")).to_be_visible()
    expect(gunvor.locator(".dia.spc")).to_be_visible()
