"""The staff's pages in a real browser: reachable, readable, live."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from naravard.core import clock
from naravard.discharge import services
from naravard.discharge.services import Admission, When
from tests.browser.accessibility import sideways, violations
from tests.house import House, build_house, register
from tests.journeys.staff.conftest import signed_in

pytestmark = pytest.mark.browser


@pytest.fixture
def house(transactional_db: None) -> House:
    return build_house()


@pytest.fixture
def case_id(house: House) -> UUID:
    """Karin has just been admitted, and the municipality has been told."""
    karin = register(
        "Karin", "Holm", "194302149804", listed_unit_id=house.health_centre
    )
    now = clock.now()
    case_id = services.admit(
        actor=house.ward_nurse,
        admission=Admission(person_id=karin, ward_id=house.ward, estimated_at=now),
        when=When(now=now),
    )
    services.assess_need(
        actor=house.physician,
        case_id=case_id,
        unit_ids=(house.health_centre, house.home_nursing, house.homecoming),
        when=When(now=clock.now()),
    )
    services.send_admission_notice(
        actor=house.ward_nurse,
        case_id=case_id,
        estimated_at=None,
        when=When(now=clock.now()),
    )
    return case_id


@pytest.fixture
def maja(
    page: Page, live_server: LiveServer, house: House, case_id: UUID
) -> Iterator[Page]:
    """Maja, care planner in the municipality, before her list."""
    cookie = signed_in(house.care_planner).cookies["sessionid"].value
    page.context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    page.goto(live_server.url + reverse("staff:worklist"))
    yield page
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_pages_break_no_rule_at_any_width(
    maja: Page, live_server: LiveServer, case_id: UUID, width: int
) -> None:
    maja.set_viewport_size({"width": width, "height": 900})
    found = {}

    for address in (
        reverse("staff:worklist"),
        reverse("staff:my_day"),
        reverse("staff:case", args=[case_id]),
        reverse("staff:act", args=[case_id, "planeringsunderlag"]),
        reverse("staff:search"),
        reverse("staff:reserve"),
    ):
        maja.goto(live_server.url + address)
        found[address] = (violations(maja), sideways(maja))

    assert set(map(str, found.values())) == {"([], 0)"}, found


def test_row_opens_beside_the_list_by_keyboard(maja: Page, case_id: UUID) -> None:
    maja.get_by_role("link", name="Karin Holm").first.focus()

    maja.keyboard.press("Enter")

    expect(maja.locator("#panel h2").first).to_be_focused()
    expect(maja.locator(f"#rad-{case_id}")).to_have_class("rad vald")
    expect(maja).to_have_url(f"{maja.url.partition('?')[0]}?arende={case_id}")


def test_act_is_done_in_the_panel_without_leaving_the_list(maja: Page) -> None:
    maja.get_by_role("link", name="Karin Holm").first.click()

    maja.locator("#panel").get_by_role("button", name="Ta emot").click()

    expect(maja.locator("#panel")).to_contain_text("Inskrivningen är mottagen")
    expect(maja.get_by_role("heading", level=1)).to_have_text("Utskrivningar")


def test_changed_row_is_marked_where_it_stands(
    maja: Page, house: House, case_id: UUID
) -> None:
    services.acknowledge(
        actor=house.head_of_centre, case_id=case_id, when=When(now=clock.now())
    )

    maja.evaluate("htmx.trigger(document.body, 'listan')")

    expect(maja.locator(f"#rad-{case_id}.andrad")).to_be_visible()
    expect(maja.locator("#nytt [role=status]")).to_have_text("En rad har ändrats.")


def test_phone_goes_to_the_page_of_the_case_instead(maja: Page, case_id: UUID) -> None:
    maja.set_viewport_size({"width": 390, "height": 844})

    maja.get_by_role("link", name="Karin Holm").first.click()

    expect(maja).to_have_url(f"{maja.url.split('/arenden')[0]}/arenden/{case_id}/")


def test_slash_goes_to_search(maja: Page) -> None:
    maja.locator("h1").click()

    maja.keyboard.press("/")

    expect(maja.get_by_role("searchbox")).to_be_focused()
