"""The top bar of someone signed in, on a computer and on a phone."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.accessibility import sideways, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def maja(page: Page, live_server: LiveServer, settings: Settings) -> Page:
    """Maja, who has signed in from the list of personas."""
    settings.DEMO = True
    settings.SIGNIN_CHOICES = "tests.unit.web.test_pages.personas"
    page.goto(live_server.url + "/logga-in/?next=/komponenter/")
    page.get_by_role("button", name="Logga in som Maja Lindström").click()
    return page


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_open_menu_breaks_no_accessibility_rule(maja: Page, width: int) -> None:
    maja.set_viewport_size({"width": width, "height": 900})

    maja.locator("details.jag summary").click()

    assert violations(maja) == []
    assert sideways(maja) == 0


def test_menu_closes_by_escape_and_gives_focus_back(maja: Page) -> None:
    summary = maja.locator("details.jag summary")
    summary.click()
    maja.keyboard.press("Tab")

    maja.keyboard.press("Escape")

    expect(summary).to_be_focused()
    assert maja.locator("details.jag[open]").count() == 0


def test_language_can_be_changed_on_a_phone(maja: Page) -> None:
    maja.set_viewport_size({"width": 390, "height": 844})
    maja.locator("details.jag summary").click()

    maja.locator(".jag-val").get_by_role("button", name="English").click()

    expect(maja.locator("html")).to_have_attribute("lang", "en")


def test_paper_says_who_printed_it(maja: Page) -> None:
    maja.emulate_media(media="print")

    expect(maja.locator(".utskriven")).to_contain_text(
        "av Maja Lindström, Samordnare, Samordning hemgång"
    )
    expect(maja.locator(".utskriven")).to_be_visible()
