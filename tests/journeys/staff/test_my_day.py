"""The day begins with what is ours, late first, and with what is new."""

from uuid import UUID

from django.urls import reverse
from time_machine import Traveller

from tests.house import House, at
from tests.integration.discharge.steps import called, notified, planned, ready
from tests.journeys.staff.conftest import SignIn


def test_day_shows_our_turn_the_unread_and_the_changed(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 13:00"))

    page = sign_in(house.care_planner).get(reverse("staff:my_day")).text

    assert "Ta emot inskrivningen och börja planera" in page
    assert "Inskrivningsmeddelande" in page
    assert "Ändrat sedan i går" in page
    assert "Måndag 2 mars 2026, v. 10" in page


def test_who_goes_home_today_is_named(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    called(house, case_id)
    clock.move_to(at("2026-03-06 08:00"))

    page = sign_in(house.care_planner).get(reverse("staff:my_day")).text

    assert "Hem i dag 13.00" in page


def test_empty_day_says_what_it_means(
    sign_in: SignIn, house: House, clock: Traveller
) -> None:
    page = sign_in(house.stranger).get(reverse("staff:my_day")).text

    assert "Inget väntar på er just nu" in page
    assert "Allt är läst." in page


def test_reserve_routine_has_its_papers(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 13:00"))
    maja = sign_in(house.care_planner)

    routine = maja.get(reverse("staff:reserve")).text
    listed = maja.get(reverse("staff:reserve_list")).text
    form = maja.get(reverse("staff:reserve_form")).text

    assert "När Nära är nere" in routine
    assert "Karin Holm" in listed
    assert "070-174 06 10" in listed
    assert "Underrättelse om utskrivningsklar" in form


def test_signed_in_person_begins_with_the_day(
    sign_in: SignIn, house: House, clock: Traveller
) -> None:
    response = sign_in(house.care_planner).get("/")

    assert response.headers["Location"] == reverse("staff:my_day")
