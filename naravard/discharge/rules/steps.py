"""What is to be done next in a case, by whom and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import Agreement
from naravard.discharge.rules.case import Case, ReadyNotice
from naravard.discharge.rules.clocks import (
    admission_notice_due_at,
    counted_sip_call,
    elapsed_hours_after,
    liability_starts_on,
    planning_refused_by,
    sip_call_due_on,
)
from naravard.discharge.rules.day_spans import first_unblocked
from naravard.discharge.rules.history import PlanningConsent
from naravard.discharge.rules.parties import MUNICIPAL_KINDS, UnitKind
from naravard.discharge.rules.states import State


class StepCode(StrEnum):
    """Every kind of step."""

    SEND_ADMISSION_NOTICE = "send_admission_notice"
    ACKNOWLEDGE_ADMISSION = "acknowledge_admission"
    APPOINT_NAMED_CONTACT = "appoint_named_contact"
    PLANNING_INPUT = "planning_input"
    ASK_CONSENT = "ask_consent"
    SEND_READY_NOTICE = "send_ready_notice"
    CALL_TO_SIP = "call_to_sip"
    ANSWER_SIP_CALL = "answer_sip_call"
    RECEIVE_HOME = "receive_home"
    CLEAR_BLOCKER = "clear_blocker"
    GIVE_PATIENT_INFORMATION = "give_patient_information"
    TRANSFER_INFORMATION = "transfer_information"
    FOLLOW_UP = "follow_up"


class StepKind(StrEnum):
    """Whether the law asks for it by then, or good practice does."""

    LEGAL = "legal"
    SOFT = "soft"


class Waiting(StrEnum):
    """What has to come first."""

    CONSENT = "consent"
    NAMED_CONTACT = "named_contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do: by the unit, since a moment, due at a moment or on a day.

    With neither due moment nor day it is to be done as soon as possible.
    """

    code: StepCode
    unit: str
    since: datetime
    kind: StepKind
    due_at: datetime | None = None
    due_on: date | None = None
    waits_for: Waiting | None = None


TRACK = (
    "Inskriven",
    "Mottagen",
    "Fast vårdkontakt",
    "Planering",
    "Utskrivningsklar",
    "Hemma",
)


def open_steps(case: Case, agreement: Agreement, now: datetime) -> tuple[Step, ...]:
    """The steps still to be done, by law and by practice, the most urgent first."""
    if case.state in {State.ABORTED, State.CLOSED}:
        return ()
    steps = [*_after_discharge(case, agreement), *_call_to_sip(case, agreement, now)]
    if case.in_hospital:
        steps += [
            *_admission(case),
            *_preparation(case, agreement),
            *_leaving(case, agreement),
        ]
    return tuple(sorted(steps, key=_urgency))


def track_position(case: Case) -> int:
    """How far along the six stops of `TRACK` the case is, from 1 to 6."""
    reached = (
        (6, case.discharged_at is not None),
        (5, case.active_notice is not None),
        (4, bool(case.planning_inputs or case.sip_calls)),
        (3, bool(case.named_contacts)),
        (2, bool(case.acknowledgements)),
    )
    return next((stop for stop, there in reached if there), 1)


def _urgency(step: Step) -> tuple[date, bool, datetime, str, str]:
    due_on = step.due_on or (day_of(step.due_at) if step.due_at else date.max)
    return (due_on, step.kind is StepKind.SOFT, step.since, step.code, step.unit)


def _admission(case: Case) -> Iterator[Step]:
    waiting = [n for n in case.assessments if not set(n.units) <= set(case.told_units)]
    if waiting:
        since = max(case.admitted_at, waiting[0].at)
        yield Step(
            code=StepCode.SEND_ADMISSION_NOTICE,
            unit=case.ward,
            since=since,
            kind=StepKind.LEGAL,
            due_at=admission_notice_due_at(since),
        )
    answered = {each.by for each in case.acknowledgements}
    for unit in case.told_units:
        if unit not in answered:
            yield Step(
                code=StepCode.ACKNOWLEDGE_ADMISSION,
                unit=unit,
                since=case.told_at(unit),
                kind=StepKind.SOFT,
            )


def _preparation(case: Case, agreement: Agreement) -> Iterator[Step]:
    if not case.named_contacts:
        for unit in case.told_open_care():
            told_at = case.told_at(unit)
            yield Step(
                code=StepCode.APPOINT_NAMED_CONTACT,
                unit=unit,
                since=told_at,
                kind=StepKind.LEGAL,
                due_at=elapsed_hours_after(told_at, agreement.named_contact_hours),
            )
    planned = {each.by for each in case.planning_inputs}
    for unit in case.told_municipal():
        if unit not in planned:
            told_at = case.told_at(unit)
            yield Step(
                code=StepCode.PLANNING_INPUT,
                unit=unit,
                since=told_at,
                kind=StepKind.SOFT,
                due_at=elapsed_hours_after(told_at, agreement.planning_input_hours),
            )
    # Those who are to plan are told first; what the law sets a clock on comes before.
    if case.sip_required and case.told_units and case.consent is None:
        yield Step(
            code=StepCode.ASK_CONSENT,
            unit=case.ward,
            since=case.need_known_at(),
            kind=StepKind.SOFT,
        )


def _leaving(case: Case, agreement: Agreement) -> Iterator[Step]:
    decided_at = case.decision_to_announce
    if decided_at:
        yield Step(
            code=StepCode.SEND_READY_NOTICE,
            unit=case.ward,
            since=decided_at,
            kind=StepKind.LEGAL,
        )
    notice = case.active_notice
    if notice:
        yield from _receive_home(case, notice, agreement)
        if case.patient_informed_at is None:
            yield Step(
                code=StepCode.GIVE_PATIENT_INFORMATION,
                unit=case.ward,
                since=notice.sent_at,
                kind=StepKind.LEGAL,
            )
    for blocker in case.open_blockers:
        for unit in _open_care(case):
            yield Step(
                code=StepCode.CLEAR_BLOCKER,
                unit=unit,
                since=blocker.since,
                kind=StepKind.LEGAL,
            )


def _receive_home(
    case: Case, notice: ReadyNotice, agreement: Agreement
) -> Iterator[Step]:
    start = liability_starts_on(notice.sent_at, agreement)
    for unit in notice.to:
        if case.units[unit].kind in MUNICIPAL_KINDS:
            yield Step(
                code=StepCode.RECEIVE_HOME,
                unit=unit,
                since=notice.sent_at,
                kind=StepKind.LEGAL,
                due_on=first_unblocked(start, case.blockers, agreement),
            )


def _call_to_sip(case: Case, agreement: Agreement, now: datetime) -> Iterator[Step]:
    notice = case.active_notice
    if not case.sip_required or planning_refused_by(case, day_of(now)):
        return
    if notice is None or counted_sip_call(case, notice, agreement):
        yield from _answers(case, now)
    else:
        waits_for = _what_the_call_waits_for(case)
        for unit in _callers(case):
            yield Step(
                code=StepCode.CALL_TO_SIP,
                unit=unit,
                since=notice.sent_at,
                kind=StepKind.LEGAL,
                due_on=sip_call_due_on(notice.sent_at, agreement),
                waits_for=waits_for,
            )


def _answers(case: Case, now: datetime) -> Iterator[Step]:
    """Before the meeting begins; after it there is nothing left to answer."""
    call = case.sip_calls[-1] if case.sip_calls else None
    if call is None or (call.meets_at and call.meets_at <= now):
        return
    answered = {each.by for each in case.sip_answers if each.at >= call.at}
    for unit in case.told_units:
        if unit not in answered and unit != call.by:
            yield Step(
                code=StepCode.ANSWER_SIP_CALL,
                unit=unit,
                since=call.at,
                kind=StepKind.SOFT,
                due_at=call.meets_at,
            )


def _after_discharge(case: Case, agreement: Agreement) -> Iterator[Step]:
    left_at = case.discharged_at
    if left_at is None or not case.told_units:
        return
    if case.information_transferred_at is None:
        yield Step(
            code=StepCode.TRANSFER_INFORMATION,
            unit=case.ward,
            since=left_at,
            kind=StepKind.LEGAL,
            due_on=day_of(left_at),
        )
    if case.patient_informed_at is None:
        yield Step(
            code=StepCode.GIVE_PATIENT_INFORMATION,
            unit=case.ward,
            since=left_at,
            kind=StepKind.LEGAL,
        )
    for unit in _open_care(case)[:1]:
        yield Step(
            code=StepCode.FOLLOW_UP,
            unit=unit,
            since=elapsed_hours_after(left_at, agreement.follow_up_from_hours),
            kind=StepKind.SOFT,
            due_at=elapsed_hours_after(left_at, agreement.follow_up_to_hours),
        )


def _what_the_call_waits_for(case: Case) -> Waiting | None:
    if case.consent != PlanningConsent.GIVEN:
        return Waiting.CONSENT
    return None if case.named_contacts else Waiting.NAMED_CONTACT


def _callers(case: Case) -> tuple[str, ...]:
    contact = case.named_contact_unit
    return (contact,) if contact else _open_care(case)


def _open_care(case: Case) -> tuple[str, ...]:
    """The named contact's unit first, then the other open-care units concerned."""
    concerned = [
        key
        for key in (*case.told_units, *case.needed_units)
        if case.units[key].kind == UnitKind.OPEN_CARE
    ]
    first = [case.named_contact_unit] if case.named_contact_unit else []
    return tuple(dict.fromkeys([*first, *concerned]))
