"""Karin goes home over the evening, on leave from the ward, and comes back."""

from uuid import UUID

from django.urls import reverse
from time_machine import Traveller

from naravard.discharge.services.tick import tick
from tests.house import House, at
from tests.integration.discharge.steps import called, notified, planned
from tests.journeys.staff.browsing import answered, case_page, do, worklist
from tests.journeys.staff.conftest import SignIn
from tests.journeys.staff.planning import plan_page
from tests.plans import agreed, whole_sip, written


def test_karin_goes_on_leave_and_comes_back(
    sign_in: SignIn, house: House, karin: object, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 15:00"))
    ali, maja = sign_in(house.ward_nurse), sign_in(house.care_planner)

    gone = do(ali, case_id, "permission")
    seen_while_away = case_page(maja, case_id)
    clock.move_to(at("2026-03-02 20:00"))
    back = do(ali, case_id, "ater-fran-permission")

    assert answered(gone)
    assert "På permission från Sjukhuset, Medicin" in seen_while_away
    assert answered(back)
    assert "Inskriven, Sjukhuset, Medicin" in case_page(maja, case_id)
    assert "Tillbaka från permission" in case_page(maja, case_id)


def test_home_help_rests_on_the_plans_page_and_begins_again_on_leave(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    plan_id = agreed(house, karin, at("2026-03-02 08:00"))
    written(
        house.district_nurse,
        karin,
        plan_id,
        *whole_sip(house),
        now=at("2026-03-02 08:00"),
    )
    at_home = plan_page(sign_in(house.care_planner), karin)
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 15:00"))
    ali, maja = sign_in(house.ward_nurse), sign_in(house.care_planner)

    in_hospital = plan_page(maja, karin)
    do(ali, case_id, "permission")
    on_leave = plan_page(maja, karin)
    clock.move_to(at("2026-03-02 20:00"))
    do(ali, case_id, "ater-fran-permission")
    back = plan_page(maja, karin)

    rests = ["Vilar nu" in page for page in (at_home, in_hospital, on_leave, back)]
    assert rests == [False, True, False, True]


def test_only_the_ward_notes_leave(
    sign_in: SignIn, house: House, karin: object, clock: Traveller
) -> None:
    case_id = notified(house, karin)

    refused = do(sign_in(house.care_planner), case_id, "permission")

    assert refused.status_code == 403


def test_call_is_answered_before_the_meeting_and_not_asked_for_after_it(
    sign_in: SignIn, house: House, karin: object, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    called(house, case_id)
    clock.move_to(at("2026-03-06 13:30"))
    maja = sign_in(house.care_planner)
    before = maja.get(reverse("staff:case", args=[case_id])).text

    clock.move_to(at("2026-03-06 14:00"))
    tick(now=at("2026-03-06 14:00"))

    assert "Svara på kallelsen" in before
    assert "14.00" in before
    assert "Svara på kallelsen" not in worklist(maja)
