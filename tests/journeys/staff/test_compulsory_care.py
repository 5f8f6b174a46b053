"""Compulsory care is planned on the pages: without a yes, and signed by all."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests.house import House
from tests.journeys.staff.browsing import answered
from tests.journeys.staff.conftest import SignIn
from tests.journeys.staff.planning import do_in_plan, plan_page

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def bo(sign_in: SignIn, house: House, karin: UUID) -> Client:
    """The chief physician, who has opened Karin with a reason and flagged the need."""
    page = sign_in(house.psychiatrist)
    page.post(
        reverse("staff:person", args=[karin]), {"reason": "Vårdas hos oss enligt LPT."}
    )
    do_in_plan(page, karin, "behov", because="Ska hem till öppen tvångsvård.")
    return page


def test_a_care_plan_by_law_is_begun_read_and_signed(
    bo: Client, sign_in: SignIn, house: House, karin: UUID
) -> None:
    offered = plan_page(bo, karin)
    begun = do_in_plan(bo, karin, "tvangsvard", because="Ansökan 2026-03-02.")
    do_in_plan(bo, karin, "bjud-in", unit=house.homecoming)
    maja = sign_in(house.care_planner)
    signed = do_in_plan(maja, karin, "justera", view="lpt7a")
    paper = maja.get(reverse("staff:plan_document", args=[karin]), {"plan": "lpt7a"})

    assert "Börja vårdplan enligt LPT eller LRV" in offered
    assert answered(begun)
    assert "Vårdplan enligt LPT eller LRV, utan samtycke" in plan_page(maja, karin)
    assert "Notera svaret" in plan_page(maja, karin)
    assert "Personen tar tillbaka sitt ja" not in plan_page(maja, karin)
    assert answered(signed)
    assert "Biståndsenheten, Lillby, Maja Lindström" in paper.text
    assert "Psykiatri: väntar på justering" in paper.text


def test_a_nurse_is_not_offered_to_begin_it(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    sara = sign_in(house.district_nurse)
    do_in_plan(sara, karin, "behov", because="Hon har hjälp av både kommun och region.")

    refused = do_in_plan(sara, karin, "tvangsvard", because="Ansökan.")

    assert "LPT eller LRV" not in plan_page(sara, karin)
    assert refused.status_code == 403


def test_a_no_is_noted_also_after_a_yes_taken_back(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    sara = sign_in(house.district_nurse)
    do_in_plan(sara, karin, "behov", because="Hon har hjälp av både kommun och region.")
    do_in_plan(sara, karin, "svar", speaker="person:", yes="yes", how="spoken")
    do_in_plan(sara, karin, "aterkalla", because="Vill inte.")

    noted = do_in_plan(sara, karin, "svar", speaker="person:", yes="no", how="spoken")

    assert answered(noted)
    assert "Samtycket är återkallat" in plan_page(sara, karin)
