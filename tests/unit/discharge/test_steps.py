"""What is to be done next, by whom and by when."""

from datetime import date, timedelta

import pytest

from naravard.discharge.rules.agreement import LUS, Agreement
from naravard.discharge.rules.deadlines import DeadlineStatus, soft_deadlines
from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.history import EventType, PlanningConsent
from naravard.discharge.rules.steps import (
    StepCode,
    StepKind,
    Waiting,
    open_steps,
    track_position,
)
from tests.unit.discharge.events import (
    ADMITTED,
    CALLED,
    CONSENTED,
    CONTACT,
    DECIDED,
    LEFT,
    MONDAY,
    NEEDED,
    READY,
    TOLD,
    UNITS,
    WHOLE_STAY,
    happened,
)

READY_STAY = [ADMITTED, NEEDED, TOLD, CONTACT, CONSENTED, DECIDED, READY]


def steps_of(history, hours=26):
    return open_steps(fold(history, UNITS), LUS, MONDAY + timedelta(hours=hours))


def who_does_what(history):
    return {(step.code, step.unit) for step in steps_of(history)}


def the_step(history, code):
    return next(step for step in steps_of(history) if step.code == code)


def test_after_the_judgement_the_ward_sends_the_admission_notice():
    step = the_step([ADMITTED, NEEDED], StepCode.SEND_ADMISSION_NOTICE)

    assert step.unit == "ward"
    assert step.kind is StepKind.LEGAL
    assert step.due_at == MONDAY + timedelta(hours=25)


def test_nobody_is_asked_about_planning_before_the_others_have_been_told():
    assert who_does_what([ADMITTED, NEEDED]) == {
        (StepCode.SEND_ADMISSION_NOTICE, "ward")
    }


def test_the_notice_gives_everyone_something_to_do():
    assert who_does_what([ADMITTED, NEEDED, TOLD]) == {
        (StepCode.ACKNOWLEDGE_ADMISSION, "vc"),
        (StepCode.ACKNOWLEDGE_ADMISSION, "hsv"),
        (StepCode.ACKNOWLEDGE_ADMISSION, "bistand"),
        (StepCode.APPOINT_NAMED_CONTACT, "vc"),
        (StepCode.PLANNING_INPUT, "hsv"),
        (StepCode.PLANNING_INPUT, "bistand"),
        (StepCode.ASK_CONSENT, "ward"),
    }


def test_what_is_done_is_no_longer_to_do():
    done = [
        ADMITTED,
        NEEDED,
        TOLD,
        CONTACT,
        CONSENTED,
        happened(EventType.ACKNOWLEDGE, 5, by="vc"),
        happened(EventType.ACKNOWLEDGE, 5, by="hsv"),
        happened(EventType.ACKNOWLEDGE, 5, by="bistand"),
        happened(EventType.PLANNING_INPUT, 6, by="hsv"),
        happened(EventType.PLANNING_INPUT, 6, by="bistand"),
    ]

    assert steps_of(done) == ()


def test_a_decision_is_to_be_announced_at_once():
    step = the_step([*READY_STAY[:-1]], StepCode.SEND_READY_NOTICE)

    assert step.unit == "ward"
    assert step.due_at is None
    assert step.since == DECIDED.at


def test_a_decision_from_before_the_withdrawal_is_not_to_be_announced():
    withdrawn = [*READY_STAY, happened(EventType.READY_WITHDRAWN, 27)]

    assert (StepCode.SEND_READY_NOTICE, "ward") not in who_does_what(withdrawn)


def test_a_new_decision_after_the_withdrawal_is():
    again = [
        *READY_STAY,
        happened(EventType.READY_WITHDRAWN, 27),
        happened(EventType.READY_DECISION, 28),
    ]

    assert (StepCode.SEND_READY_NOTICE, "ward") in who_does_what(again)


def test_the_named_contact_calls_within_three_days_and_the_municipality_receives():
    call = the_step(READY_STAY, StepCode.CALL_TO_SIP)
    home = the_step(READY_STAY, StepCode.RECEIVE_HOME)

    assert call.unit == "vc"
    assert call.due_on == date(2022, 3, 11)
    assert call.waits_for is None
    assert home.due_on == date(2022, 3, 11)
    assert (StepCode.RECEIVE_HOME, "vc") not in who_does_what(READY_STAY)
    assert (StepCode.GIVE_PATIENT_INFORMATION, "ward") in who_does_what(READY_STAY)


@pytest.mark.parametrize(
    ("missing", "waits_for"),
    [(CONSENTED, Waiting.CONSENT), (CONTACT, Waiting.NAMED_CONTACT)],
)
def test_the_call_says_what_it_waits_for(missing, waits_for):
    history = [event for event in READY_STAY if event is not missing]

    assert the_step(history, StepCode.CALL_TO_SIP).waits_for is waits_for


def test_a_person_who_says_no_is_not_called():
    declined = happened(EventType.CONSENT, 5, planning=PlanningConsent.DECLINED)

    history = [*READY_STAY, declined]

    assert (StepCode.CALL_TO_SIP, "vc") not in who_does_what(history)


def test_the_call_is_answered_by_the_others():
    history = [*READY_STAY, CALLED, happened(EventType.SIP_ANSWERED, 27, by="hsv")]

    found = who_does_what(history)

    assert (StepCode.ANSWER_SIP_CALL, "bistand") in found
    assert (StepCode.ANSWER_SIP_CALL, "hsv") not in found
    assert (StepCode.ANSWER_SIP_CALL, "vc") not in found
    assert (StepCode.CALL_TO_SIP, "vc") not in found


def test_the_call_is_answered_before_the_meeting_begins():
    meets_at = MONDAY + timedelta(hours=30)
    called = happened(EventType.SIP_CALL, 26, by="vc", meets_at=meets_at)
    history = [*READY_STAY, called]

    assert the_step(history, StepCode.ANSWER_SIP_CALL).due_at == meets_at
    assert StepCode.ANSWER_SIP_CALL not in {
        step.code for step in steps_of(history, hours=30)
    }


def test_a_blocker_is_for_open_care_to_clear_and_leaves_the_start_open():
    blocked = happened(EventType.REGION_BLOCKER, 26, on=True, reason="not_available")

    history = [*READY_STAY, blocked]

    assert the_step(history, StepCode.CLEAR_BLOCKER).unit == "vc"
    assert the_step(history, StepCode.RECEIVE_HOME).due_on is None


def test_after_going_home_information_follow_up_and_the_call_remain():
    history = [*READY_STAY, LEFT]

    assert who_does_what(history) == {
        (StepCode.TRANSFER_INFORMATION, "ward"),
        (StepCode.GIVE_PATIENT_INFORMATION, "ward"),
        (StepCode.FOLLOW_UP, "vc"),
        (StepCode.CALL_TO_SIP, "vc"),
    }
    assert the_step(history, StepCode.FOLLOW_UP).due_at == LEFT.at + timedelta(hours=72)


def test_most_urgent_first():
    codes = [step.code for step in steps_of([*READY_STAY, LEFT])]

    assert codes[0] is StepCode.TRANSFER_INFORMATION


def test_after_all_is_done_nothing_remains():
    done = [
        *WHOLE_STAY,
        happened(EventType.PATIENT_INFORMED, 47),
        happened(EventType.INFORMATION_TRANSFERRED, 49),
        happened(EventType.SIP_ANSWERED, 50, by="hsv"),
        happened(EventType.SIP_ANSWERED, 50, by="bistand"),
        happened(EventType.FOLLOWED_UP, 100),
    ]

    assert steps_of(done) == ()


def test_an_ordinary_stay_asks_for_nothing():
    assert steps_of([ADMITTED]) == ()
    assert steps_of([ADMITTED, LEFT]) == ()


@pytest.mark.parametrize(
    ("history", "position"),
    [
        ([ADMITTED, NEEDED, TOLD], 1),
        ([ADMITTED, TOLD, happened(EventType.ACKNOWLEDGE, 5, by="vc")], 2),
        ([ADMITTED, NEEDED, TOLD, CONTACT], 3),
        ([ADMITTED, TOLD, happened(EventType.PLANNING_INPUT, 5, by="hsv")], 4),
        (READY_STAY, 5),
        (WHOLE_STAY, 6),
    ],
)
def test_the_six_stops(history, position):
    assert track_position(fold(history, UNITS)) == position


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ([], DeadlineStatus.OPEN),
        ([("hsv", 5)], DeadlineStatus.OPEN),
        ([("hsv", 5), ("bistand", 6)], DeadlineStatus.MET),
    ],
)
def test_planning_input_is_wanted_within_48_hours(inputs, status):
    given = [happened(EventType.PLANNING_INPUT, h, by=unit) for unit, h in inputs]
    case = fold([ADMITTED, NEEDED, TOLD, *given], UNITS)

    (deadline,) = soft_deadlines(case, LUS, MONDAY + timedelta(hours=49))

    assert deadline.status is status


def test_follow_up_is_wanted_within_72_hours():
    case = fold([*WHOLE_STAY, happened(EventType.FOLLOWED_UP, 121)], UNITS)

    follow_up = soft_deadlines(case, LUS, MONDAY + timedelta(hours=200))[-1]

    assert follow_up.status is DeadlineStatus.LATE


def test_an_ordinary_stay_has_no_reminders():
    assert soft_deadlines(fold([ADMITTED], UNITS), LUS, MONDAY) == ()


def test_after_going_home_only_what_is_left_is_asked_for():
    informed = happened(EventType.PATIENT_INFORMED, 47)
    transferred = happened(EventType.INFORMATION_TRANSFERRED, 49)

    assert who_does_what([*READY_STAY, informed, LEFT, transferred]) == {
        (StepCode.FOLLOW_UP, "vc"),
        (StepCode.CALL_TO_SIP, "vc"),
    }


def test_a_patient_who_is_informed_is_not_informed_again():
    informed = happened(EventType.PATIENT_INFORMED, 26)

    found = who_does_what([*READY_STAY, informed])

    assert (StepCode.GIVE_PATIENT_INFORMATION, "ward") not in found


def test_where_early_calls_do_not_count_a_new_call_is_asked_for():
    early = happened(EventType.SIP_CALL, 10, by="vc")
    case = fold([*READY_STAY, early], UNITS)
    strict = Agreement(early_sip_call_ok=False)

    codes = [step.code for step in open_steps(case, strict, MONDAY)]

    assert StepCode.CALL_TO_SIP in codes


def test_a_case_passed_on_is_the_receivers_to_plan():
    passed_on = happened(EventType.FORWARDED, 5, by="bistand", to=("psykiatri",))
    history = [ADMITTED, NEEDED, TOLD, passed_on]

    step = the_step(history, StepCode.ACKNOWLEDGE_ADMISSION)
    found = who_does_what(history)

    assert step.since == TOLD.at
    assert (StepCode.ACKNOWLEDGE_ADMISSION, "psykiatri") in found
    assert (StepCode.PLANNING_INPUT, "bistand") not in found
