"""Meetings are called, moved and called off."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Action, OpenRecord
from naravard.core import events
from naravard.plan.events import MeetingCalled
from naravard.plan.models import (
    Invitee,
    Meeting,
    ProposedTime,
)
from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import (
    InviteeKind,
    MeetingStatus,
    Reply,
)
from naravard.plan.rules.process import PlanStatus
from naravard.plan.services.file import (
    PlanFile,
    known_of,
    log,
    move,
    name_of,
    take_working,
)
from naravard.plan.services.meetings.file import step, take, touch


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody to call; a unit or a relative by id, others by name."""

    kind: InviteeKind
    name: str
    unit_id: UUID | None = None
    related_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a call says; several times ask people to choose."""

    purpose: str
    mode: Mode
    times: tuple[datetime, ...]
    invited: tuple[Invited, ...]
    place: str = ""
    minutes_long: int = 60
    interpreter: str = ""
    source: UUID | None = None


@transaction.atomic
def call_meeting(
    *, record: OpenRecord, plan_id: UUID, invitation: Invitation, now: datetime
) -> UUID:
    """Call to a meeting: at once when there is one time, else to choose among them.

    Raises MeetingNotReady when the person is not called or an interpreter is lacking.
    """
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    meeting = Meeting(
        plan=file.plan,
        status=MeetingStatus.PROPOSED,
        purpose=invitation.purpose,
        mode=invitation.mode,
        place=invitation.place,
        minutes_long=invitation.minutes_long,
        interpreter=invitation.interpreter,
        chair_unit_id=record.actor.unit_id,
        chair=name_of(record.actor),
        source=invitation.source,
        changed_at=now,
    )
    meeting.save(force_insert=True)
    Invitee.objects.bulk_create(
        Invitee(
            meeting=meeting,
            plan=file.plan,
            kind=one.kind,
            name=one.name,
            unit_id=one.unit_id,
            related_id=one.related_id,
        )
        for one in invitation.invited
    )
    _propose(record, meeting, invitation.times)
    if len(invitation.times) == 1:
        _set_time(record, file, meeting, invitation.times[0], now)
    log(record, Action.LEAD_PLAN, now, meeting.pk)
    return meeting.pk


@transaction.atomic
def propose_time(
    *, record: OpenRecord, meeting_id: UUID, starts_at: datetime, now: datetime
) -> None:
    """Anybody called, the person too, may ask for another time; a relative she lets."""
    file, meeting = take(record, meeting_id, Action.ANSWER_IN_PLAN, by_mandate=True)
    _propose(record, meeting, (starts_at,))
    touch(file, meeting, now)
    log(record, Action.ANSWER_IN_PLAN, now, meeting_id)


@transaction.atomic
def choose_time(
    *, record: OpenRecord, meeting_id: UUID, starts_at: datetime, now: datetime
) -> None:
    """Settle the time, or move a meeting that is called already; all answer anew."""
    file, meeting = take(record, meeting_id, Action.LEAD_PLAN)
    _set_time(record, file, meeting, starts_at, now)
    log(record, Action.LEAD_PLAN, now, meeting_id)


@transaction.atomic
def cancel(
    *, record: OpenRecord, meeting_id: UUID, because: str, now: datetime
) -> None:
    """Call off a meeting, and say why."""
    file, meeting = take(record, meeting_id, Action.LEAD_PLAN)
    meeting.cancelled_because = because
    meeting.sequence += 1
    step(record, meeting, MeetingStatus.CANCELLED, now)
    if file.status is PlanStatus.INVITED and not _others_called(meeting):
        move(
            record=record,
            plan=file.plan,
            after=PlanStatus.PREPARING,
            facts=known_of(file.plan),
            now=now,
            because=because,
        )
    log(record, Action.LEAD_PLAN, now, meeting_id)


def _propose(record: OpenRecord, meeting: Meeting, times: tuple[datetime, ...]) -> None:
    ProposedTime.objects.bulk_create(
        [
            ProposedTime(
                meeting=meeting,
                plan_id=meeting.plan_id,
                starts_at=starts_at,
                proposed_by=name_of(record.actor),
            )
            for starts_at in times
        ],
        update_conflicts=True,
        unique_fields=["meeting", "starts_at"],
        update_fields=["proposed_by"],
    )


def _set_time(
    record: OpenRecord,
    file: PlanFile,
    meeting: Meeting,
    starts_at: datetime,
    now: datetime,
) -> None:
    moved = meeting.starts_at is not None and meeting.starts_at != starts_at
    meeting.starts_at = starts_at
    meeting.sequence += 1 if moved else 0
    meeting.called_at = meeting.called_at or now
    step(record, meeting, MeetingStatus.CALLED, now)
    if moved:
        meeting.invitees.update(reply=Reply.NONE, reply_note="")
    if file.status in {PlanStatus.PREPARING, PlanStatus.UNDER_REVIEW}:
        move(
            record=record,
            plan=file.plan,
            after=PlanStatus.INVITED,
            facts=known_of(file.plan),
            now=now,
        )
    events.publish(
        MeetingCalled(
            plan_id=file.plan.pk,
            person_id=file.plan.person_id,
            meeting_id=meeting.pk,
            starts_at=starts_at,
            at=now,
        )
    )


def _others_called(meeting: Meeting) -> bool:
    return (
        Meeting.objects.filter(plan_id=meeting.plan_id, status=MeetingStatus.CALLED)
        .exclude(pk=meeting.pk)
        .exists()
    )
