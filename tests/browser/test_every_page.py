"""Every page of every face, for a persona of each kind, by the links of the pages."""

from io import StringIO
from itertools import chain

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from naravard.core import clock
from naravard.demo.building import build
from naravard.demo.personas import DECISION_MAKER, SigninChoice, signin_choices
from naravard.demo.progress import Progress
from naravard.indicators.registry import INDICATORS
from tests.browser.accessibility import sideways
from tests.browser.crawling import HEIGHT, NARROWEST, WIDTH, Walk
from tests.personas import small_plan

pytestmark = pytest.mark.browser


@pytest.fixture
def personas(transactional_db: None, settings: Settings) -> tuple[SigninChoice, ...]:
    """The practice county in small, and those one can sign in as."""
    settings.DEMO = True
    build(small_plan(clock.now()), Progress(StringIO()))
    return signin_choices()


def signed_in(browser: Browser, server: LiveServer, who: SigninChoice) -> Page:
    """A page of a browser of one's own, where somebody has signed in."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    page.goto(f"{server.url}/logga-in/")
    name = f"Logga in som {who.name}"
    page.get_by_role("button", name=name, exact=False).first.click()
    page.wait_for_url(f"{server.url}/*/")
    return page


def walked(
    browser: Browser, server: LiveServer, who: SigninChoice, tried: set[str]
) -> list[str]:
    """What was wrong on the pages that nobody before had tried."""
    page = signed_in(browser, server, who)
    walk = Walk(page=page, address=server.url, tried=tried)
    walk.everywhere()
    page.context.close()
    return [f"{who.name}, {fault}" for fault in walk.faults]


def too_wide(page: Page, address: str) -> bool:
    """Whether a page has to be moved sideways to be read."""
    page.goto(address)
    return bool(sideways(page))


def test_every_page_follows_every_rule(
    browser: Browser, live_server: LiveServer, personas: tuple[SigninChoice, ...]
) -> None:
    tried: set[str] = set()

    walks = [walked(browser, live_server, who, tried) for who in personas]

    assert "\n".join(chain.from_iterable(walks)) == ""
    assert len(tried) > 40, sorted(tried)


def test_every_measure_is_readable_on_the_narrowest_screen(
    browser: Browser, live_server: LiveServer, personas: tuple[SigninChoice, ...]
) -> None:
    director = next(who for who in personas if who.face == DECISION_MAKER)
    page = signed_in(browser, live_server, director)
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    measures = [f"{live_server.url}/beslut/matt/{one}/" for one in INDICATORS]

    wide = [address for address in measures if too_wide(page, address)]

    assert len(measures) > 40
    assert wide == []
