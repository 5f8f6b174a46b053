"""The pages anyone may see: accessible in every width, and nothing sideways."""

import pytest
from playwright.sync_api import Page
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
