"""Signing in and out by a certified provider, as somebody at a computer does it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.backends.base import SessionBase
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from naravard.people import services as people
from naravard.people.models import Professional
from naravard.people.roles import Role
from naravard.web.signin.models import SignedInSession
from naravard.web.signin.provider import Who
from naravard.web.signin.store import SessionStore
from tests.browser.accessibility import sideways, violations
from tests.house import BEFORE, House, build_house
from tests.openid import OpenIdProvider, started

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def openid() -> Iterator[OpenIdProvider]:
    with started() as provider:
        yield provider


@pytest.fixture
def house(live_server: LiveServer, settings: Settings, openid: OpenIdProvider) -> House:
    """The small county, where Ali can sign in."""
    settings.DEMO = False
    settings.SIGNIN_PROVIDERS = tuple(
        openid.connected(who, base=live_server.url) for who in Who
    )
    house = build_house()
    ali = Professional.objects.get(pk=house.ward_nurse.professional_id)
    openid.knows("ali", employeeHsaId=ali.hsa_id)
    return house


@pytest.fixture
def sign_in(page: Page, live_server: LiveServer, house: House) -> Page:
    page.goto(f"{live_server.url}/logga-in/")
    return page


def as_ali(page: Page) -> None:
    page.get_by_role("link", name="Logga in som medarbetare").click()
    page.get_by_role("button", name="ali").click()


def time_passes(minutes: int) -> None:
    """Let the only session there is have been idle."""
    kept = SessionStore(SignedInSession.objects.get().pk)
    kept["login"] = idle(kept, timedelta(minutes=minutes))
    kept.save()


def idle(kept: SessionBase, ago: timedelta) -> dict[str, str]:
    login = kept["login"]
    seen_at = datetime.fromisoformat(login["seen_at"]) - ago
    return {**login, "seen_at": seen_at.isoformat()}


@pytest.mark.parametrize("width", [1440, 320])
def test_the_ways_in_break_no_accessibility_rule(sign_in: Page, width: int) -> None:
    sign_in.set_viewport_size({"width": width, "height": 900})

    assert violations(sign_in) == []
    assert sideways(sign_in) == 0


def test_ali_comes_in_and_goes_out_everywhere(sign_in: Page) -> None:
    as_ali(sign_in)
    expect(sign_in.locator("details.jag summary")).to_contain_text("Ali Rahimi")

    sign_in.locator("details.jag summary").click()
    sign_in.get_by_role("button", name="Logga ut").click()
    sign_in.get_by_role("button", name="Logga ut överallt").click()

    expect(sign_in.get_by_role("heading", level=1)).to_have_text("Du är utloggad")
    assert violations(sign_in) == []


def test_ali_chooses_among_assignments(sign_in: Page, house: House) -> None:
    people.assign(
        professional_id=house.ward_nurse.professional_id,
        unit_id=house.other_ward,
        role=Role.WARD_NURSE,
        valid_from=BEFORE,
    )
    as_ali(sign_in)
    expect(sign_in.get_by_role("heading", level=1)).to_have_text("Välj uppdrag")
    faults = violations(sign_in)

    sign_in.get_by_role("button", name="Välj").first.click()

    expect(sign_in.locator("details.jag summary")).to_contain_text("Ali Rahimi")
    assert faults == []


def test_what_ali_wrote_is_there_when_he_comes_back(
    sign_in: Page, live_server: LiveServer
) -> None:
    as_ali(sign_in)
    sign_in.goto(f"{live_server.url}/sok/")
    field = sign_in.locator("main form").get_by_role("searchbox")
    field.or_(sign_in.locator("main form").get_by_role("textbox")).first.fill("Karin")
    time_passes(31)

    sign_in.keyboard.press("Enter")
    expect(sign_in.locator("main")).to_contain_text("Det du hade skrivit finns kvar")
    faults = violations(sign_in)
    as_ali(sign_in)
    expect(sign_in.get_by_role("heading", level=1)).to_have_text(
        "Det du skrev finns kvar"
    )
    faults += violations(sign_in)
    sign_in.get_by_role("button", name="Skicka det jag skrev").click()

    expect(sign_in).to_have_url(f"{live_server.url}/sok/")
    assert faults == []
