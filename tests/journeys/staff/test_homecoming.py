"""Karin's way home in three parts, done by everyone through their own pages."""

from uuid import UUID

from django.urls import reverse
from time_machine import Traveller

from tests.house import House, at
from tests.integration.discharge.steps import called, notified, planned, ready
from tests.journeys.staff.browsing import answered, case_page, do, worklist
from tests.journeys.staff.conftest import SignIn


def test_karin_is_admitted_and_received(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    # The ward admits her; it must say why it opens a stranger's record
    clock.move_to(at("2026-03-02 09:00"))
    ward, physician = sign_in(house.ward_nurse), sign_in(house.physician)
    maja, jonas = sign_in(house.care_planner), sign_in(house.municipal_nurse)
    centre = sign_in(house.head_of_centre)
    ward.post(reverse("staff:person", args=[karin]), {"reason": "Ska skrivas in."})
    admitted = ward.post(
        reverse("staff:admit", args=[karin]),
        {
            "request_id": "11111111-1111-4111-8111-111111111111",
            "reason_for_care": "Hjärtsvikt med vätska i benen.",
            "estimated_at": "2026-03-06T13:00",
            "care": "somatic",
        },
    )
    case_id = UUID(admitted.headers["Location"].split("/")[2])

    # The physician judges who is needed, and the ward tells them
    clock.move_to(at("2026-03-02 10:00"))
    units = [str(house.health_centre), str(house.home_nursing), str(house.homecoming)]
    assert answered(do(physician, case_id, "behov", units=units))
    notice = ward.get(reverse("staff:act", args=[case_id, "inskrivningsmeddelande"]))
    assert "Stationsvägen 4, 999 30 Lillby" in notice.text
    assert "Hjärtsvikt" not in notice.text
    assert answered(
        do(ward, case_id, "inskrivningsmeddelande", estimated_at="2026-03-06T13:00")
    )

    # The municipality finds her first on its list and receives her there
    clock.move_to(at("2026-03-02 13:00"))
    assert 'Ta emot<span class="dold"> för Karin Holm</span>' in worklist(maja)
    listed = do(maja, case_id, "ta-emot", next=reverse("staff:worklist"))
    assert "Inskrivningen är mottagen" in listed.content.decode()
    assert answered(do(jonas, case_id, "ta-emot"))
    assert answered(do(centre, case_id, "ta-emot"))


def test_everyone_plans_with_karin(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)

    # The health centre appoints Sara, Karin says yes, and the needs are told
    clock.move_to(at("2026-03-03 09:00"))
    ward, centre = sign_in(house.ward_nurse), sign_in(house.head_of_centre)
    maja, jonas = sign_in(house.care_planner), sign_in(house.municipal_nurse)
    assert answered(do(maja, case_id, "ta-emot"))
    sara_works = str(house.district_nurse_assignment)
    assert answered(do(centre, case_id, "fast-vardkontakt", assignment=sara_works))
    assert answered(do(ward, case_id, "samtycke", planning="given", how="spoken"))
    needs = "Hjälp morgon och kväll."
    assert answered(do(maja, case_id, "planeringsunderlag", needs=needs))
    assert answered(do(jonas, case_id, "planeringsunderlag", needs="Omläggning."))
    assert answered(do(maja, case_id, "spar", track="red"))
    assert needs in case_page(ward, case_id)

    # She is judged ready, everyone is told, and Sara calls to a meeting
    clock.move_to(at("2026-03-04 10:00"))
    ward, physician = sign_in(house.ward_nurse), sign_in(house.physician)
    maja, sara = sign_in(house.care_planner), sign_in(house.district_nurse)
    assert answered(do(physician, case_id, "beslut-utskrivningsklar"))
    ready = {"decided_at": "2026-03-04T10:00", "physician": "Ingrid Nilsson"}
    assert answered(do(ward, case_id, "utskrivningsklar", **ready))
    assert "därefter betalar kommunen" in worklist(maja)
    call = {
        "meets_at": "2026-03-05T14:00",
        "form": "at_hospital",
        "purpose": "Planera hemgången.",
        "participants-antal": "1",
        "participants-0-name": "Karin Holm",
        "person_takes_part": "yes",
    }
    assert answered(do(sara, case_id, "kallelse", **call))
    assert (
        "I morgon 14.00"
        in maja.get(reverse("staff:act", args=[case_id, "svar-pa-kallelse"])).text
    )
    assert answered(do(maja, case_id, "svar-pa-kallelse", answer="ja", note="Maja"))


def test_karin_goes_home_and_is_called(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    called(house, case_id)

    # She is told in writing, goes home, and the others get what they need
    clock.move_to(at("2026-03-06 13:00"))
    ward = sign_in(house.ward_nurse)
    told = {
        "what_was_done": "Du fick medicin mot vätskan.",
        "call_by_day": "Sara Blom",
        "call_by_night": "Sjuksköterskan i kommunen",
    }
    assert answered(do(ward, case_id, "information-till-personen", **told))
    assert answered(do(ward, case_id, "hemgang", destination="home"))
    handed = {
        "summary": "Behandlad för hjärtsvikt.",
        "medicines-antal": "1",
        "medicines-0-name": "Furosemid 40 mg",
        "medicines-0-change": "new",
    }
    assert answered(do(ward, case_id, "informationsoverforing", **handed))
    assert "Karin Holm" not in worklist(ward)

    # Sara calls two days later, and the case is closed
    clock.move_to(at("2026-03-09 09:00"))
    sara = sign_in(house.district_nurse)
    assert "Följ upp<span" in worklist(sara)
    assert answered(do(sara, case_id, "uppfoljning", outcome="well", note="Mår bra."))
    assert "Karin Holm" not in worklist(sara)
