"""Events become a case, whatever order they are told in."""

from datetime import timedelta, timezone

import pytest

from naravard.core.states import drawing
from naravard.discharge.rules.folding import NeverAdmitted, fold
from naravard.discharge.rules.history import (
    PRECEDENCE,
    Event,
    EventType,
    PlanningConsent,
)
from naravard.discharge.rules.states import MOVES, TRANSITION_OF, State
from tests.unit.discharge.events import (
    ADMITTED,
    CONCERNED,
    CONSENTED,
    CONTACT,
    DECIDED,
    MONDAY,
    NEEDED,
    READY,
    TOLD,
    UNITS,
    WHOLE_STAY,
    happened,
)

DEATH = happened(EventType.DEATH, 30)
WITHDRAWN = happened(EventType.READY_WITHDRAWN, 27)
PREPARED = [ADMITTED, NEEDED, TOLD, CONTACT, CONSENTED]


def test_a_case_needs_an_admission():
    with pytest.raises(NeverAdmitted):
        fold([CONSENTED], UNITS)


def test_moments_are_kept_in_utc_whatever_they_are_given_in():
    swedish = MONDAY.astimezone(timezone(timedelta(hours=1)))

    event = Event(type=EventType.READY_DECISION, at=swedish)

    assert event.at == MONDAY
    assert event.at.isoformat() == "2022-03-07T09:00:00+00:00"


def test_the_whole_stay_folds_to_what_happened():
    internal = [
        happened(EventType.TRACK_SET, 5, track="yellow"),
        happened(EventType.HOSPITAL_LEAVE, 6, on=True),
        happened(EventType.HOSPITAL_LEAVE, 7, on=False),
        happened(EventType.PLANNING_INPUT, 8, by="bistand"),
        happened(EventType.SIP_ANSWERED, 27, by="bistand"),
        happened(EventType.PATIENT_INFORMED, 47),
        happened(EventType.FOLLOWED_UP, 100, outcome="mår bra"),
    ]

    case = fold([*internal, *reversed(WHOLE_STAY)], UNITS)

    assert case.state is State.CLOSED
    assert case.ward == "ward"
    assert case.named_contact_unit == "vc"
    assert case.consent is PlanningConsent.GIVEN
    assert case.track == "yellow"
    assert not case.on_leave
    assert case.patient_informed_at == MONDAY + timedelta(hours=47)
    assert case.outcome == "mår bra"


def test_the_ward_that_answers_is_the_last_one():
    moved = happened(EventType.TRANSFER, 10, unit="ward")

    assert fold([ADMITTED, moved], UNITS).ward == "ward"


def test_at_one_moment_a_withdrawal_comes_before_its_replacement():
    replaced = [
        *PREPARED,
        DECIDED,
        READY,
        happened(EventType.READY_NOTICE, 30, to=CONCERNED),
        happened(EventType.READY_DECISION, 30),
        happened(EventType.READY_WITHDRAWN, 30),
    ]

    case = fold(replaced, UNITS)

    assert case.state is State.READY
    assert [notice.withdrawn_at is None for notice in case.notices] == [False, True]


def test_every_state_but_the_last_two_can_be_left():
    dead_ends = [state for state in State if not MOVES[state]]

    assert dead_ends == [State.CLOSED, State.ABORTED]
    assert "READY --> PLANNING" in drawing(MOVES)
    assert MOVES[State.OPEN] == {
        State.NOTIFIED,
        State.READY,
        State.DISCHARGED,
        State.ABORTED,
    }


def test_every_event_has_its_row_in_the_table_and_its_place_in_time():
    assert set(TRANSITION_OF) == set(EventType)
    assert set(PRECEDENCE) == set(EventType)


def test_an_unanswered_question_of_consent_changes_nothing():
    asked = happened(EventType.CONSENT, 5)

    assert fold([ADMITTED, asked], UNITS).consent is None
