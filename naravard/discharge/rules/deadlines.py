"""The deadlines of a case: who was to do what by when, and how it went."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import Agreement
from naravard.discharge.rules.case import Assessment, Case, ReadyNotice
from naravard.discharge.rules.clocks import (
    admission_notice_due_at,
    counted_sip_call,
    elapsed_hours_after,
    planning_refused_by,
    sip_call_due_on,
)


class DeadlineStatus(StrEnum):
    """How a deadline stands at a given moment."""

    OPEN = "open"
    MET = "met"
    LATE = "late"
    MISSED = "missed"
    VOID = "void"


class DeadlineCode(StrEnum):
    """The clocks of the act, by the codes used in docs/law/lus.md."""

    ADMISSION_NOTICE = "TM1"
    NAMED_CONTACT = "TM2"
    PLANNING_INPUT = "TM3"
    SIP_CALL = "TM4"
    INFORMATION_TRANSFER = "TM6"
    FOLLOW_UP = "TM7"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline; due at a moment, on a day, or (both None) not fixed yet.

    `name` is the event that meets it.
    """

    code: DeadlineCode
    name: str
    due_at: datetime | None = None
    due_on: date | None = None
    met_at: datetime | None = None
    status: DeadlineStatus


def deadlines(
    case: Case, agreement: Agreement, as_of: datetime
) -> tuple[Deadline, ...]:
    """The deadlines of the act (TM1, TM2, TM4, TM6) as they stand at `as_of`."""
    return (
        *_admission_notice_deadlines(case, as_of),
        *_named_contact_deadline(case),
        *_sip_call_deadlines(case, agreement, as_of),
        *_information_deadline(case, as_of),
    )


def _admission_notice_deadlines(case: Case, as_of: datetime) -> list[Deadline]:
    """One for each judgement that named units not judged to be needed before."""
    found: list[Deadline] = []
    named: set[str] = set()
    for needs in case.assessments:
        if named.issuperset(needs.units):
            continue
        met_at = _told_at(case, needs, named, first=not named)
        due_at = admission_notice_due_at(max(case.admitted_at, needs.at))
        found.append(_admission_notice_deadline(case, due_at, met_at, as_of))
        named.update(needs.units)
    if not case.assessments and case.admission_notices:
        due_at = admission_notice_due_at(case.admitted_at)
        met_at = case.admission_notices[0].sent_at
        found.append(_admission_notice_deadline(case, due_at, met_at, as_of))
    return found


def _told_at(
    case: Case, needs: Assessment, named: set[str], *, first: bool
) -> datetime | None:
    new = set(needs.units) - named
    for notice in case.admission_notices:
        if first or not new.isdisjoint(notice.to):
            return notice.sent_at
    return None


def _admission_notice_deadline(
    case: Case, due_at: datetime, met_at: datetime | None, as_of: datetime
) -> Deadline:
    left_in_time = case.discharged_at is not None and case.discharged_at <= due_at
    return Deadline(
        code=DeadlineCode.ADMISSION_NOTICE,
        name="admission_notice",
        due_at=due_at,
        met_at=met_at,
        status=_status(
            met_at=met_at,
            in_time=met_at is not None and met_at <= due_at,
            overdue=as_of > due_at,
            void=case.ended_at is not None or left_in_time,
        ),
    )


def _named_contact_deadline(case: Case) -> list[Deadline]:
    if not case.told_open_care():
        return []
    appointed, left = case.named_contact_at, case.discharged_at
    return [
        Deadline(
            code=DeadlineCode.NAMED_CONTACT,
            name="appoint_named_contact",
            due_at=left,
            met_at=appointed,
            status=_status(
                met_at=appointed,
                in_time=appointed is not None and (left is None or appointed <= left),
                overdue=left is not None,
                void=case.ended_at is not None,
            ),
        )
    ]


def _sip_call_deadlines(
    case: Case, agreement: Agreement, as_of: datetime
) -> list[Deadline]:
    if not case.sip_required:
        return []
    today = day_of(as_of)
    return [
        _sip_call_deadline(case, notice, agreement, today) for notice in case.notices
    ]


def _sip_call_deadline(
    case: Case, notice: ReadyNotice, agreement: Agreement, today: date
) -> Deadline:
    due_on = sip_call_due_on(notice.sent_at, agreement)
    call = counted_sip_call(case, notice, agreement)
    refused = planning_refused_by(case, min(due_on, today))
    return Deadline(
        code=DeadlineCode.SIP_CALL,
        name="sip_call",
        due_on=due_on,
        met_at=call.at if call else None,
        status=_status(
            met_at=call.at if call else None,
            in_time=call is not None and day_of(call.at) <= due_on,
            overdue=today > due_on,
            void=bool(notice.withdrawn_at or case.ended_at)
            or (refused and not agreement.declined_sip_blocks_liability),
        ),
    )


def _information_deadline(case: Case, as_of: datetime) -> list[Deadline]:
    if case.discharged_at is None or not _others_take_over(case):
        return []
    due_on, met_at = day_of(case.discharged_at), case.information_transferred_at
    return [
        Deadline(
            code=DeadlineCode.INFORMATION_TRANSFER,
            name="information_transferred",
            due_on=due_on,
            met_at=met_at,
            status=_status(
                met_at=met_at,
                in_time=met_at is not None and day_of(met_at) <= due_on,
                overdue=day_of(as_of) > due_on,
                void=case.ended_at is not None,
            ),
        )
    ]


def _others_take_over(case: Case) -> bool:
    return bool(case.needed_units or case.notices)


def soft_deadlines(
    case: Case, agreement: Agreement, now: datetime
) -> tuple[Deadline, ...]:
    """The reminders of practice (TM3 planning input, TM7 follow-up); not law."""
    return (
        *_planning_deadline(case, agreement, now),
        *_follow_up(case, agreement, now),
    )


def _planning_deadline(
    case: Case, agreement: Agreement, now: datetime
) -> list[Deadline]:
    municipal = set(case.told_municipal())
    if not municipal:
        return []
    due_at = elapsed_hours_after(
        case.admission_notices[0].sent_at, agreement.planning_input_hours
    )
    given = {entry.by: entry.at for entry in reversed(case.planning_inputs)}
    complete = municipal <= given.keys()
    met_at = max(given[key] for key in municipal) if complete else None
    return [
        Deadline(
            code=DeadlineCode.PLANNING_INPUT,
            name="planning_input",
            due_at=due_at,
            met_at=met_at,
            status=_status(
                met_at=met_at,
                in_time=met_at is not None and met_at <= due_at,
                overdue=now > due_at,
                void=not case.in_hospital,
            ),
        )
    ]


def _follow_up(case: Case, agreement: Agreement, now: datetime) -> list[Deadline]:
    if case.discharged_at is None or not case.told_units:
        return []
    due_at = elapsed_hours_after(case.discharged_at, agreement.follow_up_to_hours)
    met_at = case.followed_up_at
    return [
        Deadline(
            code=DeadlineCode.FOLLOW_UP,
            name="followed_up",
            due_at=due_at,
            met_at=met_at,
            status=_status(
                met_at=met_at,
                in_time=met_at is not None and met_at <= due_at,
                overdue=now > due_at,
                void=case.ended_at is not None,
            ),
        )
    ]


def _status(
    *, met_at: datetime | None, in_time: bool, overdue: bool, void: bool
) -> DeadlineStatus:
    """What was done stays done; what was not is void, missed or still open."""
    if met_at is not None:
        return DeadlineStatus.MET if in_time else DeadlineStatus.LATE
    if void:
        return DeadlineStatus.VOID
    return DeadlineStatus.MISSED if overdue else DeadlineStatus.OPEN
