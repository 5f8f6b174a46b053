"""What happens next for the person: the first thing to come, as a kind and a day."""

from datetime import datetime, timedelta

from naravard.core.clock import day_of
from naravard.discharge.own import NextForYou, NextKind, PlannedMeeting
from naravard.discharge.queries.inhabitant.reading import OwnCase
from naravard.discharge.rows import CaseRow, CaseView, StepRow
from naravard.discharge.rules.history import EventType
from naravard.discharge.rules.states import State
from naravard.discharge.rules.steps import StepCode

# A meeting is still next while it goes on.
MEETING_LASTS = timedelta(hours=1)
SAYS_AN_ESTIMATE = frozenset(
    {EventType.ADMIT, EventType.ADMISSION_NOTICE, EventType.NEW_ESTIMATE}
)


def next_for(own: OwnCase, now: datetime) -> NextForYou:
    """The one thing that happens next."""
    view = own.view
    if view is None:
        return NextForYou(kind=NextKind.NOTHING)
    meeting = own.meeting()
    if meeting and now >= meeting.meets_at + MEETING_LASTS:
        meeting = None
    if own.in_hospital:
        return _in_hospital(own, view, meeting, now)
    if view.case.state == State.CLOSED:
        return NextForYou(
            kind=NextKind.FOLLOWED_UP,
            since=view.case.ended_at,
            doer_name=_followed_up_by(own),
            destination=destination(own),
        )
    return _at_home(own, view, meeting, now)


def destination(own: OwnCase) -> str:
    """Where the person went, as the ward wrote it; empty when it did not."""
    left = own.latest(EventType.DISCHARGE)
    return str(left.details.get("destination", "")) if left else ""


def estimate_is_timed(own: OwnCase) -> bool:
    """Whether the latest estimate names a time of day, or a day only."""
    rows = own.view.events if own.view else ()
    said = [
        str(row.data["estimated_discharge"])
        for row in sorted(rows, key=lambda row: (row.at, row.sequence))
        if row.type in SAYS_AN_ESTIMATE and row.data.get("estimated_discharge")
    ]
    return bool(said) and "T" in said[-1]


def _in_hospital(
    own: OwnCase, view: CaseView, meeting: PlannedMeeting | None, now: datetime
) -> NextForYou:
    case = view.case
    leaves_at = _still_to_come(case.estimated_at, now)
    if meeting and _comes_first(meeting, leaves_at):
        return NextForYou(
            kind=NextKind.MEETING,
            at=meeting.meets_at,
            timed=True,
            doer_name=meeting.called_by,
            ward=case.ward,
            hospital=case.hospital,
            meeting=meeting,
        )
    return NextForYou(
        kind=_stay(case, leaves_at, now),
        at=leaves_at,
        timed=estimate_is_timed(own) and leaves_at is not None and now <= leaves_at,
        ward=case.ward,
        hospital=case.hospital,
        since=case.admitted_at,
        is_ready=case.ready_at is not None,
    )


def _comes_first(meeting: PlannedMeeting, leaves_at: datetime | None) -> bool:
    """A meeting is fixed and an estimate is not: on one and the same day it wins."""
    return leaves_at is None or day_of(meeting.meets_at) <= day_of(leaves_at)


def _still_to_come(moment: datetime | None, now: datetime) -> datetime | None:
    """The moment, unless its day has passed."""
    return moment if moment and day_of(moment) >= day_of(now) else None


def _stay(case: CaseRow, leaves_at: datetime | None, now: datetime) -> NextKind:
    if leaves_at and day_of(leaves_at) == day_of(now):
        return NextKind.HOME_TODAY
    if case.ready_at:
        return NextKind.READY
    if leaves_at:
        return NextKind.GOING_HOME
    return NextKind.NEW_ESTIMATE_COMING if case.estimated_at else NextKind.ADMITTED


def _at_home(
    own: OwnCase, view: CaseView, meeting: PlannedMeeting | None, now: datetime
) -> NextForYou:
    call = next((s for s in view.steps if s.code == StepCode.FOLLOW_UP), None)
    due_at = call.due_at if call else None
    if meeting and (due_at is None or meeting.meets_at <= due_at or due_at < now):
        return NextForYou(
            kind=NextKind.MEETING,
            at=meeting.meets_at,
            timed=True,
            doer_name=meeting.called_by,
            meeting=meeting,
        )
    if call is None or due_at is None:
        return NextForYou(
            kind=NextKind.AT_HOME,
            since=view.case.discharged_at,
            destination=destination(own),
        )
    return NextForYou(
        kind=NextKind.FOLLOW_UP if now <= due_at else NextKind.FOLLOW_UP_LATE,
        at=due_at,
        doer_name=_caller(view, call),
        since=view.case.discharged_at,
        destination=destination(own),
    )


def _caller(view: CaseView, call: StepRow) -> str:
    """The named contact when it is her unit's turn, otherwise the unit."""
    contact = view.case.contact
    return contact.name if contact and contact.unit == call.unit else call.unit


def _followed_up_by(own: OwnCase) -> str:
    done = own.latest(EventType.FOLLOWED_UP)
    return (done.by or done.unit) if done else ""
