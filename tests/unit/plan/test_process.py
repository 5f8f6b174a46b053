"""The process: consent first, guards at every step, tasks and meetings."""

from datetime import date

import pytest

from naravard.core.states import MoveNotAllowed
from naravard.plan.rules.meetings import (
    MeetingFacts,
    MeetingNotReady,
    MeetingStatus,
    check_meeting_can,
)
from naravard.plan.rules.process import (
    BEFORE_CONSENT,
    MOVES,
    WORKED_ON,
    ConsentFirst,
    EvaluationFirst,
    MoveFacts,
    NotStartedYet,
    PlanStatus,
    check_can_move,
)
from naravard.plan.rules.tasks import (
    ReasonMissing,
    SomebodyCares,
    TaskStatus,
    boundary_due,
    check_boundary,
    check_task_can,
)
from tests.house import at

TO_WORK = [
    pytest.param(before, after, id=f"{before}-{after}")
    for before, afters in MOVES.items()
    for after in sorted(afters & WORKED_ON)
]
MARCH = date(2026, 3, 2)


@pytest.mark.parametrize(("before", "after"), TO_WORK)
def test_no_step_of_work_is_taken_without_consent(before, after):
    with pytest.raises(ConsentFirst):
        check_can_move(before, after, MoveFacts(consented=False))


@pytest.mark.parametrize("status", sorted(WORKED_ON))
def test_she_may_end_it_whenever_she_wants(status):
    check_can_move(status, PlanStatus.WITHDRAWN, MoveFacts())


@pytest.mark.parametrize("status", sorted(BEFORE_CONSENT))
def test_nothing_can_be_withdrawn_that_was_never_given(status):
    with pytest.raises(MoveNotAllowed):
        check_can_move(status, PlanStatus.WITHDRAWN, MoveFacts())


def test_a_meeting_without_the_person_needs_a_reason():
    with pytest.raises(NotStartedYet, match="skäl"):
        check_can_move(
            PlanStatus.INVITED, PlanStatus.MEETING_HELD, MoveFacts(consented=True)
        )


def test_a_review_begins_on_its_day():
    facts = MoveFacts(consented=True, review_due_on=MARCH, today=MARCH)

    check_can_move(PlanStatus.ACTIVE, PlanStatus.UNDER_REVIEW, facts)


def test_a_review_begins_earlier_only_when_somebody_asks():
    facts = MoveFacts(consented=True, review_due_on=date(2026, 6, 1), today=MARCH)
    with pytest.raises(NotStartedYet):
        check_can_move(PlanStatus.ACTIVE, PlanStatus.UNDER_REVIEW, facts)

    check_can_move(
        PlanStatus.ACTIVE,
        PlanStatus.UNDER_REVIEW,
        MoveFacts(consented=True, asked_for=True),
    )


def test_a_plan_is_not_closed_without_her_evaluation():
    with pytest.raises(EvaluationFirst):
        check_can_move(PlanStatus.ACTIVE, PlanStatus.CLOSED, MoveFacts(consented=True))


def test_a_closed_plan_is_closed():
    assert not MOVES[PlanStatus.CLOSED]


READY_TO_CALL = MeetingFacts(has_time=True, person_called=True)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (MeetingFacts(person_called=True), "tid"),
        (MeetingFacts(has_time=True), "inte kallad"),
        (
            MeetingFacts(has_time=True, person_called=True, needs_interpreter=True),
            "tolk",
        ),
    ],
)
def test_a_call_needs_a_time_the_person_and_an_interpreter_if_she_does(facts, why):
    with pytest.raises(MeetingNotReady, match=why):
        check_meeting_can(MeetingStatus.PROPOSED, MeetingStatus.CALLED, facts)


def test_people_are_called_when_all_is_there():
    check_meeting_can(MeetingStatus.PROPOSED, MeetingStatus.CALLED, READY_TO_CALL)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (MeetingFacts(), "deltog"),
        (MeetingFacts(took_part=False), "deltog"),
        (MeetingFacts(took_part=True, age=9), "Barnets egen åsikt"),
        (
            MeetingFacts(
                took_part=True,
                starts_at=at("2026-03-04 13:00"),
                now=at("2026-03-04 12:00"),
            ),
            "inte börjat",
        ),
    ],
)
def test_a_meeting_is_held_with_the_person_and_the_childs_view(facts, why):
    with pytest.raises(MeetingNotReady, match=why):
        check_meeting_can(MeetingStatus.CALLED, MeetingStatus.HELD, facts)


def test_a_meeting_closes_with_her_own_summary():
    with pytest.raises(MeetingNotReady, match="egen sammanfattning"):
        check_meeting_can(
            MeetingStatus.HELD,
            MeetingStatus.CLOSED,
            MeetingFacts(took_part=True, minutes="Vi talade om trappan."),
        )


def test_a_meeting_without_minutes_does_not_close():
    with pytest.raises(MeetingNotReady, match="Anteckningar"):
        check_meeting_can(
            MeetingStatus.HELD, MeetingStatus.CLOSED, MeetingFacts(took_part=True)
        )


def test_a_task_is_declined_with_a_reason():
    with pytest.raises(ReasonMissing):
        check_task_can(TaskStatus.ASKED, TaskStatus.DECLINED, reason=" ")


def test_a_done_task_is_not_declined():
    with pytest.raises(MoveNotAllowed):
        check_task_can(TaskStatus.DONE, TaskStatus.DECLINED, reason="Nej.")


def test_somebody_goes_on_while_it_is_settled_whose_it_is():
    with pytest.raises(SomebodyCares):
        check_boundary(meanwhile=None)


def test_whose_it_is_is_settled_on_the_third_working_day():
    asked_on_a_thursday = at("2026-03-05 15:00")

    assert boundary_due(asked_on_a_thursday) == at("2026-03-10 17:00")
