"""What may not happen, and what cannot have happened."""

from datetime import date, timedelta, timezone

import pytest

from naravard.core.states import drawing
from naravard.discharge.rules.folding import NeverAdmitted, fold
from naravard.discharge.rules.guards import check_can
from naravard.discharge.rules.guards.permitted import (
    EstimateMissing,
    EstimateUnchanged,
    NewDecisionNeeded,
    NoConsentToPlanning,
    NoNamedContact,
    NotReadyForDischarge,
    ReasonMissing,
    SipNotRequired,
)
from naravard.discharge.rules.guards.possible import (
    AlreadyAdmitted,
    AlreadyDischarged,
    CaseHasEnded,
    NoActiveReadyNotice,
    NoAdmissionNotice,
    NoBlockerToLift,
    NoReadyDecision,
    NotAdmittedYet,
    NotARecipient,
    NotDischargedYet,
    NotTheNamedContactsUnit,
    OpenCareNotTold,
    WrongKindOfUnit,
)
from naravard.discharge.rules.history import (
    PRECEDENCE,
    Event,
    EventType,
    PlanningConsent,
)
from naravard.discharge.rules.states import MOVES, TRANSITION_OF, State
from tests.unit.discharge.events import (
    ADMITTED,
    CALLED,
    CONCERNED,
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

DEATH = happened(EventType.DEATH, 30)
WITHDRAWN = happened(EventType.READY_WITHDRAWN, 27)
PREPARED = [ADMITTED, NEEDED, TOLD, CONTACT, CONSENTED]


@pytest.mark.parametrize(
    ("event", "history", "refusal"),
    [
        (TOLD, [], NotAdmittedYet),
        (LEFT, [], NotAdmittedYet),
        (happened(EventType.ADMIT, 5, unit="ward"), [ADMITTED], AlreadyAdmitted),
        (happened(EventType.ADMIT, 60, unit="ward"), WHOLE_STAY, AlreadyAdmitted),
        (happened(EventType.ADMIT, 0, unit="vc"), [], WrongKindOfUnit),
        (happened(EventType.ADMIT, 0), [], WrongKindOfUnit),
        (happened(EventType.TRANSFER, 5, unit="vc"), [ADMITTED], WrongKindOfUnit),
        (
            happened(EventType.NEED_ASSESSED, 1, units=("ward",)),
            [ADMITTED],
            WrongKindOfUnit,
        ),
        (
            happened(
                EventType.ADMISSION_NOTICE,
                2,
                to=("hsv", "bistand"),
                estimated_discharge=date(2022, 3, 14),
            ),
            [ADMITTED, NEEDED],
            OpenCareNotTold,
        ),
        (
            happened(EventType.ADMISSION_NOTICE, 2, to=CONCERNED),
            [ADMITTED, NEEDED],
            EstimateMissing,
        ),
        (
            happened(EventType.NEW_ESTIMATE, 2, estimated_discharge=date(2022, 3, 9)),
            [ADMITTED, NEEDED],
            NoAdmissionNotice,
        ),
        (
            happened(EventType.NEW_ESTIMATE, 5, estimated_discharge=date(2022, 3, 14)),
            PREPARED,
            EstimateUnchanged,
        ),
        (happened(EventType.ACKNOWLEDGE, 5, by="psykiatri"), PREPARED, NotARecipient),
        (happened(EventType.ACKNOWLEDGE, 1, by="vc"), [ADMITTED], NotARecipient),
        (
            happened(EventType.APPOINT_NAMED_CONTACT, 5, by="hsv"),
            PREPARED,
            WrongKindOfUnit,
        ),
        (READY, PREPARED, NoReadyDecision),
        (
            happened(EventType.READY_NOTICE, 25, to=("ward",)),
            [*PREPARED, DECIDED],
            WrongKindOfUnit,
        ),
        (
            happened(EventType.READY_NOTICE, 30, to=CONCERNED),
            [*PREPARED, DECIDED, READY, WITHDRAWN],
            NewDecisionNeeded,
        ),
        (
            happened(EventType.OPT_NOTICE, 25, to=("ward",)),
            PREPARED,
            WrongKindOfUnit,
        ),
        (WITHDRAWN, PREPARED, NoActiveReadyNotice),
        (
            happened(EventType.READY_WITHDRAWN, 28),
            [*PREPARED, DECIDED, READY, WITHDRAWN],
            NoActiveReadyNotice,
        ),
        (happened(EventType.SIP_CALL, 26, by="bistand"), PREPARED, WrongKindOfUnit),
        (
            happened(EventType.SIP_CALL, 26, by="psykiatri"),
            PREPARED,
            NotTheNamedContactsUnit,
        ),
        (CALLED, [ADMITTED, NEEDED, TOLD, CONTACT], NoConsentToPlanning),
        (CALLED, [ADMITTED, NEEDED, TOLD, CONSENTED], NoNamedContact),
        (
            CALLED,
            [
                ADMITTED,
                happened(EventType.NEED_ASSESSED, 1, units=("bistand",)),
                TOLD,
                CONTACT,
                CONSENTED,
            ],
            SipNotRequired,
        ),
        (
            happened(EventType.REGION_BLOCKER, 26, on=False, reason="not_clarified"),
            PREPARED,
            NoBlockerToLift,
        ),
        (
            happened(EventType.REGION_BLOCKER, 27, on=False, reason="not_available"),
            [
                *PREPARED,
                happened(EventType.REGION_BLOCKER, 26, on=True, reason="not_clarified"),
            ],
            NoBlockerToLift,
        ),
        (LEFT, PREPARED, NotReadyForDischarge),
        (LEFT, [ADMITTED, NEEDED, TOLD, DECIDED, READY], NoNamedContact),
        (
            READY,
            [
                *PREPARED,
                DECIDED,
                happened(EventType.DISCHARGE, 24.5, reason="egen vilja"),
            ],
            AlreadyDischarged,
        ),
        (happened(EventType.READY_WITHDRAWN, 50), WHOLE_STAY, AlreadyDischarged),
        (happened(EventType.DISCHARGE, 50), WHOLE_STAY, AlreadyDischarged),
        (
            happened(EventType.INFORMATION_TRANSFERRED, 26),
            PREPARED,
            NotDischargedYet,
        ),
        (happened(EventType.FOLLOWED_UP, 26), PREPARED, NotDischargedYet),
        (happened(EventType.ABORT, 26), PREPARED, ReasonMissing),
        (LEFT, [*PREPARED, DEATH], CaseHasEnded),
        (happened(EventType.CONSENT, 31), [*PREPARED, DEATH], CaseHasEnded),
        (
            happened(EventType.SIP_CALL, 200, by="vc"),
            [*WHOLE_STAY, happened(EventType.FOLLOWED_UP, 100)],
            CaseHasEnded,
        ),
        # A death entered late makes the discharge already recorded impossible.
        (DEATH, WHOLE_STAY, CaseHasEnded),
    ],
)
def test_refused_with_reason_and_remedy(event, history, refusal):
    with pytest.raises(refusal) as refused:
        check_can(event, history, UNITS)

    assert refused.value.message
    assert refused.value.rule
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("event", "history"),
    [
        (ADMITTED, []),
        (happened(EventType.CONSENT, -5, planning=PlanningConsent.GIVEN), []),
        (TOLD, [ADMITTED, NEEDED]),
        (
            happened(
                EventType.ADMISSION_NOTICE,
                5,
                to=("hsv",),
                estimated_discharge=date(2022, 3, 14),
            ),
            PREPARED,
        ),
        (
            happened(EventType.NEW_ESTIMATE, 5, estimated_discharge=date(2022, 3, 15)),
            PREPARED,
        ),
        (READY, [*PREPARED, DECIDED]),
        (
            happened(EventType.READY_NOTICE, 30, to=CONCERNED),
            [
                *PREPARED,
                DECIDED,
                READY,
                WITHDRAWN,
                happened(EventType.READY_DECISION, 29),
            ],
        ),
        (happened(EventType.OPT_NOTICE, 25, to=CONCERNED), PREPARED),
        (CALLED, PREPARED),
        (happened(EventType.SIP_CALL, 50, by="vc"), WHOLE_STAY),
        (LEFT, [ADMITTED]),
        (LEFT, [*PREPARED, DECIDED, READY]),
        (happened(EventType.DISCHARGE, 48, reason="egen vilja"), PREPARED),
        (happened(EventType.ABORT, 26, reason="behovet upphörde"), PREPARED),
        (happened(EventType.INFORMATION_TRANSFERRED, 49), WHOLE_STAY),
        (happened(EventType.FOLLOWED_UP, 100, outcome="mår bra"), WHOLE_STAY),
        (
            happened(EventType.REGION_BLOCKER, 26, on=True, reason="not_clarified"),
            PREPARED,
        ),
        # Entered after the reserve routine, when the person has already gone home.
        (happened(EventType.ACKNOWLEDGE, 10, by="hsv"), WHOLE_STAY),
        (happened(EventType.DEATH, 72), WHOLE_STAY),
    ],
)
def test_allowed(event, history):
    check_can(event, history, UNITS)


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
