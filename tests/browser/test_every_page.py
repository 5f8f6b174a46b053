"""Every page of every face, for a persona of each kind, by the links of the pages."""

from io import StringIO
from itertools import chain

import pytest
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from naravard.core import clock
from naravard.demo.building import build
from naravard.demo.personas import SigninChoice, signin_choices
from naravard.demo.progress import Progress
from tests.browser.crawling import HEIGHT, WIDTH, Walk
from tests.personas import small_plan

pytestmark = pytest.mark.browser


@pytest.fixture
def personas(transactional_db: None, settings: Settings) -> tuple[SigninChoice, ...]:
    """The practice county in small, and those one can sign in as."""
    settings.DEMO = True
    build(small_plan(clock.now()), Progress(StringIO()))
    return signin_choices()


def walked(
    browser: Browser, server: LiveServer, who: SigninChoice, tried: set[str]
) -> list[str]:
    """What was wrong on the pages that nobody before had tried."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    page.goto(f"{server.url}/logga-in/")
    name = f"Logga in som {who.name}"
    page.get_by_role("button", name=name, exact=False).first.click()
    page.wait_for_url(f"{server.url}/*/")
    walk = Walk(page=page, address=server.url, tried=tried)
    walk.everywhere()
    context.close()
    return [f"{who.name}, {fault}" for fault in walk.faults]


def test_every_page_follows_every_rule(
    browser: Browser, live_server: LiveServer, personas: tuple[SigninChoice, ...]
) -> None:
    tried: set[str] = set()

    walks = [walked(browser, live_server, who, tried) for who in personas]

    assert "\n".join(chain.from_iterable(walks)) == ""
    assert len(tried) > 40, sorted(tried)
