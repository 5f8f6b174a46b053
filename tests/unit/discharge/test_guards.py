"""What may not happen, and what cannot have happened."""

from datetime import date

import pytest

from naravard.discharge.rules.guards import check_can, check_history
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
    EventType,
    PlanningConsent,
)
from tests.unit.discharge.events import (
    ADMITTED,
    CALLED,
    CONCERNED,
    CONSENTED,
    CONTACT,
    DECIDED,
    LEFT,
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


def test_a_whole_history_is_checked_event_by_event():
    check_history(WHOLE_STAY, UNITS)

    with pytest.raises(NoNamedContact):
        check_history([e for e in WHOLE_STAY if e is not CONTACT], UNITS)


def test_the_ward_may_give_its_own_planning_input():
    check_can(happened(EventType.PLANNING_INPUT, 5, by="ward"), PREPARED, UNITS)


def test_only_a_unit_that_was_told_gives_planning_input():
    with pytest.raises(NotARecipient):
        check_can(
            happened(EventType.PLANNING_INPUT, 5, by="psykiatri"), PREPARED, UNITS
        )


def test_only_a_unit_that_was_told_passes_the_case_on():
    passed_on = happened(EventType.FORWARDED, 5, by="psykiatri", to=("vc",))

    with pytest.raises(NotARecipient):
        check_can(passed_on, PREPARED, UNITS)
