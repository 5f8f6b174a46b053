"""The way home in steps, so that each test can begin where it wants to."""

from datetime import datetime
from uuid import UUID

from naravard.discharge import services
from naravard.discharge.rules.history import PlanningConsent
from naravard.discharge.services import Admission, ConsentAnswer, When
from naravard.messages.catalogue.planning_call import MeetingForm, PlanningCall
from naravard.messages.catalogue.ready_notice import ReadyNotice
from tests.house import House, at


def on(text: str) -> When:
    """It happened then, and was written down at once."""
    return When(now=at(text))


def admitted(house: House, person_id: UUID, text: str = "2026-03-02 09:00") -> UUID:
    return services.admit(
        actor=house.ward_nurse,
        admission=Admission(
            person_id=person_id,
            ward_id=house.ward,
            reason_for_care="Hjärtsvikt med vätska i benen.",
            estimated_at=at("2026-03-06 13:00"),
        ),
        when=on(text),
    )


def notified(house: House, person_id: UUID) -> UUID:
    case_id = admitted(house, person_id)
    services.assess_need(
        actor=house.physician,
        case_id=case_id,
        unit_ids=(house.health_centre, house.home_nursing, house.homecoming),
        when=on("2026-03-02 10:00"),
    )
    services.send_admission_notice(
        actor=house.ward_nurse,
        case_id=case_id,
        estimated_at=None,
        when=on("2026-03-02 11:00"),
    )
    return case_id


def planned(house: House, person_id: UUID) -> UUID:
    case_id = notified(house, person_id)
    services.acknowledge(
        actor=house.care_planner, case_id=case_id, when=on("2026-03-02 13:00")
    )
    services.appoint_named_contact(
        actor=house.head_of_centre,
        case_id=case_id,
        assignment_id=house.district_nurse_assignment,
        when=on("2026-03-03 09:00"),
    )
    services.record_consent(
        actor=house.ward_nurse,
        case_id=case_id,
        answer=ConsentAnswer(planning=PlanningConsent.GIVEN),
        when=on("2026-03-03 10:00"),
    )
    return case_id


def ready(house: House, case_id: UUID, text: str = "2026-03-04 10:15") -> None:
    decided: datetime = at("2026-03-04 09:30")
    services.decide_ready(
        actor=house.physician, case_id=case_id, when=on("2026-03-04 09:30")
    )
    services.send_ready_notice(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=ReadyNotice(decided_at=decided, physician="Ingrid Nilsson"),
        when=on(text),
    )


def called(house: House, case_id: UUID) -> None:
    services.call_to_planning(
        actor=house.district_nurse,
        case_id=case_id,
        payload=PlanningCall(
            meets_at=at("2026-03-06 14:00"),
            form=MeetingForm.AT_HOSPITAL,
            purpose="Planera hemgången tillsammans med Karin.",
        ),
        when=on("2026-03-05 09:00"),
    )
