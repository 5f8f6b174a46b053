"""The list shows each unit its own turn, filters, and keeps itself fresh."""

from uuid import UUID

import pytest
from django.urls import reverse
from time_machine import Traveller

from naravard.discharge import services
from naravard.people.roles import Protection
from tests.house import House, at, register
from tests.integration.discharge.steps import called, notified, on, planned, ready
from tests.journeys.staff.browsing import do, worklist
from tests.journeys.staff.conftest import SignIn

pytestmark = pytest.mark.usefixtures("clock")


def test_each_party_reads_its_own_turn(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))

    centre = worklist(sign_in(house.head_of_centre))
    planner = worklist(sign_in(house.care_planner))
    ward = worklist(sign_in(house.ward_nurse))

    assert "Alla våra patienter" in centre
    assert "Ta emot inskrivningen och börja planera" in planner
    assert "Alla från kommunen" in planner
    assert "Alla på avdelningen" in ward


def test_unit_that_has_not_been_told_sees_nobody(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    notified(house, karin)

    page = worklist(sign_in(house.stranger))

    assert "Karin Holm" not in page
    assert "Ingen är på listan just nu." in page


def test_late_comes_first_under_its_own_heading(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    clock.move_to(at("2026-03-09 09:42"))

    page = worklist(sign_in(house.care_planner))

    assert 'scope="rowgroup">Försenat' in page
    assert "försenat</b>" in page


def test_tabs_and_filters_leave_out_the_others(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))
    maja = sign_in(house.care_planner)

    assert "Karin Holm" in worklist(maja, "?visa=var-tur")
    assert "Karin Holm" not in worklist(maja, "?visa=vantar")
    assert "Karin Holm" not in worklist(maja, "?spar=red")
    assert "Karin Holm" in worklist(maja, "?visa=nonsens&spar=nonsens&sida=x")


def test_area_leaves_out_those_who_live_elsewhere_and_never_tells_of_the_protected(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    vera = register(
        "Vera", "Sund", "195001309862", protection=Protection.CONFIDENTIALITY_MARK
    )
    notified(house, karin)
    notified(house, vera)
    clock.move_to(at("2026-03-02 12:00"))
    maja = sign_in(house.care_planner)

    here, elsewhere = worklist(maja, "?omrade=Lillby"), worklist(maja, "?omrade=Storby")

    assert "Karin Holm" in here
    assert "Skyddade personuppgifter" not in here
    assert "Skyddade personuppgifter" in worklist(maja)
    assert "Karin Holm" not in elsewhere


def test_mine_are_those_i_have_worked_with_or_am_the_contact_of(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))

    sara, maja = sign_in(house.district_nurse), sign_in(house.care_planner)
    jonas = sign_in(house.municipal_nurse)

    assert "Karin Holm" in worklist(sara, "?mina=ja")
    assert "Karin Holm" in worklist(maja, "?mina=ja")
    assert "Karin Holm" in worklist(jonas)
    assert "Karin Holm" not in worklist(jonas, "?mina=ja")


def test_panel_shows_what_is_left_before_going_home(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    called(house, case_id)
    clock.move_to(at("2026-03-05 09:42"))

    panel = sign_in(house.care_planner).get(
        reverse("staff:panel", args=[case_id]), headers={"HX-Request": "true"}
    )

    assert "<html" not in panel.text
    assert "Hjärtsvikt med vätska i benen." in panel.text
    assert "Klart:</span>" in panel.text.replace(" </span>", "</span>")
    assert "Fast vårdkontakt: Sara Blom" in panel.text
    assert "Svara alla i ärendet" in panel.text


def test_reason_for_care_is_not_told_before_the_person_says_yes(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))
    panel = reverse("staff:panel", args=[case_id])

    assert "Hjärtsvikt" not in sign_in(house.care_planner).get(panel).text
    assert "Hjärtsvikt" in sign_in(house.ward_nurse).get(panel).text


def test_open_list_is_left_alone_until_something_changes(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))
    maja = sign_in(house.care_planner)
    token = f"{at('2026-03-02 12:00').isoformat()}*1"
    known = {"oppnad": token, "kant": token}
    updates = reverse("staff:updates")

    clock.move_to(at("2026-03-02 12:01"))
    quiet = maja.get(updates, known)
    services.acknowledge(
        actor=house.head_of_centre, case_id=case_id, when=on("2026-03-02 12:01")
    )
    clock.move_to(at("2026-03-02 12:02"))
    news = maja.get(updates, known)

    assert quiet.status_code == 204
    assert "En rad har ändrats." in news.text
    assert f'id="rad-{case_id}"' in news.text
    assert "rad andrad" in news.text
    assert "Uppdaterad 12.02" in news.text


def test_protected_person_is_neutral_in_the_list(
    sign_in: SignIn, house: House, clock: Traveller
) -> None:
    hidden = register(
        "Vera",
        "Sund",
        "195001309862",
        listed_unit_id=house.health_centre,
        protection=Protection.CONFIDENTIALITY_MARK,
    )
    notified(house, hidden)
    clock.move_to(at("2026-03-02 12:00"))

    page = worklist(sign_in(house.care_planner))

    assert "Skyddade personuppgifter" in page
    assert "Vera" not in page
    assert "19500130" not in page


def test_list_on_paper_says_who_printed_it(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))

    paper = sign_in(house.care_planner).get(reverse("staff:worklist_print")).text

    assert "av Maja Lindström" in paper
    assert "19430214-9804" in paper


def test_form_sent_twice_is_one_event(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))
    maja = sign_in(house.care_planner)
    form = {
        "request_id": "22222222-2222-4222-8222-222222222222",
        "needs": "Hjälp morgon och kväll.",
    }

    do(maja, case_id, "planeringsunderlag", **form)
    again = do(maja, case_id, "planeringsunderlag", **form)

    assert again.status_code == 200
    page = maja.get(reverse("staff:case", args=[case_id])).text
    assert page.count("Hjälp morgon och kväll.") == 1


def test_list_is_read_in_english(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))
    maja = sign_in(house.care_planner)
    maja.cookies["django_language"] = "en"

    page = worklist(maja)

    assert "Receive the admission and begin to plan" in page
    assert "Utskrivningar" not in page
