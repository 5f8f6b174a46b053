"""What may be done is offered, what may not says why, and nothing written is lost."""

from uuid import UUID

import pytest
from django.urls import reverse
from time_machine import Traveller

from naravard.discharge import services
from naravard.discharge.rules.history import PlanningConsent
from naravard.discharge.services import ConsentAnswer
from tests.house import House, at
from tests.integration.discharge.steps import notified, on, planned, ready
from tests.journeys.staff.browsing import act_address, answered, case_page, do
from tests.journeys.staff.conftest import SignIn

pytestmark = pytest.mark.usefixtures("clock")


def test_case_offers_what_the_role_may_do(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))

    physician = case_page(sign_in(house.physician), case_id)
    nurse = case_page(sign_in(house.ward_nurse), case_id)
    planner = case_page(sign_in(house.care_planner), case_id)

    decide = act_address(case_id, "beslut-utskrivningsklar")
    assert decide in physician
    assert decide not in nurse
    assert act_address(case_id, "hemgang") in nurse
    assert act_address(case_id, "hemgang") not in planner
    assert act_address(case_id, "planeringsunderlag") in planner


def test_role_that_may_not_is_told_who_can(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))

    refused = sign_in(house.ward_nurse).get(
        act_address(case_id, "beslut-utskrivningsklar")
    )

    assert refused.status_code in {403, 422}
    assert "Den behandlande läkaren" in refused.text


def test_act_that_is_not_possible_yet_says_what_comes_first(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    services.appoint_named_contact(
        actor=house.head_of_centre,
        case_id=case_id,
        assignment_id=house.district_nurse_assignment,
        when=on("2026-03-02 12:00"),
    )
    clock.move_to(at("2026-03-02 13:00"))

    refused = sign_in(house.district_nurse).get(act_address(case_id, "kallelse"))

    assert refused.status_code == 422
    assert "Personen har inte sagt ja till samordnad planering." in refused.text
    assert "LUS 4 kap. 2 §" in refused.text


def test_rule_that_says_no_keeps_what_was_written(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 13:00"))
    maja = sign_in(house.care_planner)

    refused = do(maja, case_id, "planeringsunderlag", needs="Hjälp med dusch.")

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Personen har inte sagt ja" in page
    assert "OSL 25 kap. 1 §" in page
    assert "Hjälp med dusch." in page
    assert 'href="#id_harm_test"' in page


def test_written_harm_test_opens_what_consent_has_not(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 13:00"))

    sent = do(
        sign_in(house.care_planner),
        case_id,
        "planeringsunderlag",
        needs="Hjälp med dusch.",
        harm_test="Dottern Eva har bett oss berätta det.",
    )

    assert answered(sent)


def test_time_ahead_is_refused_by_its_own_field(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 13:00"))

    refused = do(sign_in(house.care_planner), case_id, "ta-emot", at="2026-03-02T18:00")

    assert refused.status_code == 422
    assert "Tiden ligger framåt." in refused.content.decode()


def test_what_happened_before_is_entered_with_its_true_time(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-03 09:00"))
    maja = sign_in(house.care_planner)

    do(maja, case_id, "ta-emot", at="2026-03-02T11:30")

    page = case_page(maja, case_id)
    assert "I går 11.30" in page
    assert "inskrivet i dag 9.00" in page


def test_missing_answers_are_listed_and_lead_to_their_fields(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))

    refused = do(sign_in(house.district_nurse), case_id, "kallelse", place="Rum 2")

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "uppgifter behöver rättas" in page
    assert 'href="#id_meets_at"' in page
    assert 'value="Rum 2"' in page


def test_more_rows_can_be_asked_for_without_losing_any(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))
    three = {f"participants-{place}-name": f"Namn {place}" for place in range(3)}

    page = do(
        sign_in(house.district_nurse),
        case_id,
        "kallelse",
        fler="participants",
        **{"participants-antal": "3", **three},
    ).content.decode()

    assert "behöver rättas" not in page
    assert 'value="Namn 2"' in page
    assert 'name="participants-4-name"' in page


def test_panel_gets_the_form_alone_and_comes_back_to_itself(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))
    maja, htmx = sign_in(house.care_planner), {"HX-Request": "true"}
    address = act_address(case_id, "planeringsunderlag")
    sent = {"request_id": "33333333-3333-4333-8333-333333333333", "needs": "Hjälp."}

    form = maja.get(address, headers=htmx)
    done = maja.post(address, sent, headers=htmx)

    assert "<html" not in form.text
    assert 'hx-target="#panel"' in form.text
    assert done.headers["Location"] == reverse("staff:panel", args=[case_id])


def test_no_from_the_person_is_kept_and_stops_the_call(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    services.record_consent(
        actor=house.ward_nurse,
        case_id=case_id,
        answer=ConsentAnswer(planning=PlanningConsent.DECLINED),
        when=on("2026-03-02 12:00"),
    )
    clock.move_to(at("2026-03-02 13:00"))

    page = case_page(sign_in(house.head_of_centre), case_id)

    assert "Nej till gemensam planering" in page
    assert act_address(case_id, "kallelse") not in page


def test_obstacle_is_reported_and_lifted(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))
    maja, sara = sign_in(house.care_planner), sign_in(house.district_nurse)

    reported = do(maja, case_id, "hinder", reason="not_clarified")
    clock.move_to(at("2026-03-03 15:00"))
    lifted = do(sara, case_id, "hava-hinder", reason="not_clarified")

    assert answered(reported)
    assert answered(lifted)
    assert "Hindret i den öppna vården löst" in case_page(maja, case_id)


def test_ready_notice_is_taken_back_with_its_reason(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    clock.move_to(at("2026-03-04 15:00"))
    ward = sign_in(house.ward_nurse)

    taken_back = do(ward, case_id, "aterta-utskrivningsklar", reason="health_changed")

    assert answered(taken_back)
    assert "Utskrivningsklar återtaget" in case_page(ward, case_id)


def test_new_estimate_reaches_the_others(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))

    changed = do(
        sign_in(house.ward_nurse),
        case_id,
        "beraknad-utskrivning",
        estimated_at="2026-03-08T10:00",
    )

    assert answered(changed)
    assert "Inför hemgång söndag 10.00" in case_page(
        sign_in(house.care_planner), case_id
    )


def test_person_is_moved_and_the_new_ward_has_the_case(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))

    do(sign_in(house.ward_nurse), case_id, "flytta", unit=str(house.other_ward))

    assert "Karin Holm" in case_page(sign_in(house.psychiatrist), case_id)


def test_only_the_ward_can_say_that_somebody_died(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))
    address = act_address(case_id, "avsluta")

    assert "Personen har avlidit" in sign_in(house.ward_nurse).get(address).text
    assert "Personen har avlidit" not in sign_in(house.care_planner).get(address).text


def test_case_that_has_ended_offers_nothing(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))
    ward = sign_in(house.ward_nurse)

    ended = do(ward, case_id, "avsluta", reason="deceased")

    clock.move_to(at("2026-03-03 12:01"))
    page = case_page(ward, case_id)
    assert answered(ended)
    assert "Ärendet är avslutat" in page
    assert act_address(case_id, "hemgang") not in page


def test_unknown_act_is_not_found(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    clock.move_to(at("2026-03-03 12:00"))

    assert (
        sign_in(house.ward_nurse).get(act_address(case_id, "trolla")).status_code == 404
    )
