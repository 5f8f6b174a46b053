"""The pages anyone may see: accessible in every width, and nothing sideways."""

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.accessibility import sideways, violations

OPEN_PAGES = [
    "/",
    "/komponenter/",
    "/logga-in/",
    "/tillganglighet/",
    "/sa-hanterar-vi-uppgifter/",
]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("address", OPEN_PAGES)
def test_page_breaks_no_accessibility_rule(
    page: Page, live_server: LiveServer, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(live_server.url + address)

    assert violations(page) == []
    assert sideways(page) == 0


@pytest.mark.parametrize("address", OPEN_PAGES)
def test_page_fits_the_narrowest_phone(
    page: Page, live_server: LiveServer, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})

    page.goto(live_server.url + address)

    assert sideways(page) == 0


@pytest.mark.parametrize("address", OPEN_PAGES)
def test_page_still_fits_with_twice_as_large_text(
    page: Page, live_server: LiveServer, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(live_server.url + address)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert sideways(page) == 0


def test_first_stop_of_the_keyboard_leads_past_the_menu(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(live_server.url + "/komponenter/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "innehall"


def test_labels_on_the_timeline_never_meet(page: Page, live_server: LiveServer) -> None:
    page.set_viewport_size({"width": 1000, "height": 900})
    page.goto(live_server.url + "/komponenter/")

    meetings = page.evaluate(
        """() => [...document.querySelectorAll('.tl-rad ol')].flatMap(lane => {
            const seen = [...lane.querySelectorAll('.etik')].map(label => ({
                text: label.textContent, row: label.closest('li').style.cssText
                    .match(/--r: ?(\\d+)/)[1], box: label.getBoundingClientRect()}));
            return seen.flatMap((one, i) => seen.slice(i + 1)
                .filter(other => one.row === other.row
                    && one.box.left < other.box.right - 1
                    && other.box.left < one.box.right - 1)
                .map(other => one.text + ' / ' + other.text));
        })"""
    )

    assert meetings == []


def test_language_changes_without_a_script(
    browser: Browser, live_server: LiveServer
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/tillganglighet/")

    page.get_by_role("button", name="English").click()

    heading = page.get_by_role("heading", level=1).text_content()
    assert heading == "Accessibility in Nära"
    assert page.url.endswith("/tillganglighet/")
    context.close()
