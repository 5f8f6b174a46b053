"""The discharge case and the plan go hand in hand."""

from naravard.discharge import services as discharge
from naravard.discharge.rules.history import PlanningConsent
from naravard.discharge.services import ConsentAnswer
from naravard.messages.catalogue.left_hospital import LeftHospital
from naravard.messages.catalogue.planning_call import (
    MeetingForm,
    Participant,
    PlanningCall,
)
from naravard.plan import queries, services
from naravard.plan.models import Absence, Meeting
from naravard.plan.rules.meetings import MeetingStatus, Reply
from naravard.plan.rules.process import PlanStatus
from naravard.plan.services import Said
from tests.house import at
from tests.integration.discharge.steps import admitted, on, planned
from tests.plans import MONDAY, card, flagged, opened, the

THURSDAY = at("2026-03-05 08:00")


def called(house, case_id, meets: str = "2026-03-05 13:00", said="2026-03-03 12:00"):
    discharge.call_to_planning(
        actor=house.district_nurse,
        case_id=case_id,
        payload=PlanningCall(
            meets_at=at(meets),
            form=MeetingForm.AT_HOSPITAL,
            place="Samtalsrum 2",
            participants=(Participant(name="Eva Holm", role="dotter"),),
            purpose="Enas om hjälpen hemma.",
        ),
        when=on(said),
    )


def test_the_call_in_the_case_is_the_meeting_of_the_plan(house, karin):
    case_id = planned(house, karin)

    called(house, case_id)

    record = opened(house.care_planner, karin, THURSDAY)
    (meeting,) = queries.meetings_of(record)
    assert meeting.source == case_id
    assert meeting.starts_at == at("2026-03-05 13:00")
    assert {"Karin Holm", "Eva Holm", "Medicin", "Biståndsenheten, Lillby"} <= {
        one.name for one in meeting.invitees
    }
    assert queries.head_of(record).status is PlanStatus.INVITED


def test_a_new_call_moves_the_same_meeting(house, karin):
    case_id = planned(house, karin)
    called(house, case_id)

    called(house, case_id, meets="2026-03-06 10:00", said="2026-03-04 08:00")

    assert Meeting.objects.get().starts_at == at("2026-03-06 10:00")


def test_an_answer_in_the_case_is_an_answer_to_the_meeting(house, karin):
    case_id = planned(house, karin)
    called(house, case_id)

    discharge.answer_call(
        actor=house.care_planner,
        case_id=case_id,
        comes=False,
        note="Vi kan på fredag.",
        when=on("2026-03-03 14:00"),
    )

    (meeting,) = queries.meetings_of(opened(house.care_planner, karin, THURSDAY))
    answers = {one.name: one.reply for one in meeting.invitees}
    assert answers["Biståndsenheten, Lillby"] is Reply.NO


def test_a_plan_that_is_there_gets_the_meeting(sip, page_of, house, karin):
    page_of(house.ward_nurse)
    case_id = admitted(house, karin, "2026-03-03 10:00")
    page_of(house.physician)
    discharge.assess_need(
        actor=house.physician,
        case_id=case_id,
        unit_ids=(house.health_centre, house.homecoming),
        when=on("2026-03-03 11:00"),
    )
    page_of(house.ward_nurse)
    discharge.send_admission_notice(
        actor=house.ward_nurse,
        case_id=case_id,
        estimated_at=None,
        when=on("2026-03-03 11:30"),
    )
    page_of(house.head_of_centre)
    discharge.appoint_named_contact(
        actor=house.head_of_centre,
        case_id=case_id,
        assignment_id=house.district_nurse_assignment,
        when=on("2026-03-03 12:00"),
    )
    page_of(house.ward_nurse)
    discharge.record_consent(
        actor=house.ward_nurse,
        case_id=case_id,
        answer=ConsentAnswer(planning=PlanningConsent.GIVEN),
        when=on("2026-03-03 12:30"),
    )
    page_of(house.district_nurse)

    called(house, case_id, said="2026-03-03 13:00")

    (meeting,) = queries.meetings_of(opened(house.district_nurse, karin, THURSDAY))
    assert (meeting.plan_id, meeting.status) == (sip, MeetingStatus.CALLED)


def test_a_no_to_the_plan_is_not_undone_by_the_call(house, karin):
    plan_id = flagged(house.district_nurse, karin)
    services.say(
        record=card(house.district_nurse, karin),
        plan_id=plan_id,
        said=Said(yes=False),
        now=MONDAY,
    )
    case_id = planned(house, karin)

    called(house, case_id)

    head = queries.head_of(card(house.district_nurse, karin, THURSDAY))
    assert head.status is PlanStatus.DECLINED
    assert not Meeting.objects.exists()


def test_home_help_rests_in_hospital_but_not_on_leave(sip, page_of, house, karin):
    page_of(house.ward_nurse)
    case_id = admitted(house, karin, "2026-03-03 10:00")
    discharge.go_on_leave(
        actor=house.ward_nurse, case_id=case_id, on=True, when=on("2026-03-04 10:00")
    )
    discharge.go_on_leave(
        actor=house.ward_nurse, case_id=case_id, on=False, when=on("2026-03-05 18:00")
    )
    discharge.leave_hospital(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=LeftHospital(left_at=at("2026-03-06 12:00"), destination="Hemmet"),
        when=on("2026-03-06 12:00"),
        reason="Klar tidigare än beräknat.",
    )
    page_of(house.district_nurse)
    shower = {the("Hjälper till med dusch")}

    def rests(moment: str):
        record = opened(house.district_nurse, karin, at(moment))
        return queries.plan_of(record, at(moment)).resting

    assert rests("2026-03-03 12:00") == shower
    assert rests("2026-03-04 12:00") == frozenset()
    assert rests("2026-03-05 20:00") == shower
    assert rests("2026-03-06 13:00") == frozenset()


def test_an_absence_is_kept_for_who_has_no_plan_yet(house, karin):
    admitted(house, karin)

    assert Absence.objects.get().ends_at is None


def test_a_stay_of_somebody_else_is_not_seen(page_of, house, karin):
    page_of(house.ward_nurse)
    admitted(house, karin)
    page_of(house.stranger)

    assert not Absence.objects.exists()
