"""A meeting is held, and closed with the person's own summary."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from naravard.access.rules import Action, OpenRecord
from naravard.plan.models import (
    MeetingDecision,
)
from naravard.plan.rules.content import with_part
from naravard.plan.rules.kinds import PassageKind
from naravard.plan.rules.meetings import (
    MeetingStatus,
)
from naravard.plan.rules.parts import Activity, Passage
from naravard.plan.rules.process import PlanStatus
from naravard.plan.rules.wholeness import check_whole
from naravard.plan.services.file import PlanFile, known_of, log, move
from naravard.plan.services.meetings.file import step, take
from naravard.plan.services.writing import write
from naravard.plan.stored import author_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Who came, and what the child said."""

    took_part: bool
    attended: tuple[UUID, ...] = ()
    why_absent: str = ""
    childs_view: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, and the thing to be done that comes of it."""

    text: str
    activity: Activity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What was said and decided, and the person's own summary of it."""

    text: str
    own_summary: str = ""
    decisions: tuple[Decided, ...] = ()


@transaction.atomic
def hold(*, record: OpenRecord, meeting_id: UUID, held: Held, now: datetime) -> None:
    """The meeting has been held: who came, and the child's own view.

    Raises MeetingNotReady.
    """
    file, meeting = take(record, meeting_id, Action.LEAD_PLAN)
    meeting.took_part = held.took_part
    meeting.why_absent = held.why_absent
    meeting.childs_view = held.childs_view
    step(record, meeting, MeetingStatus.HELD, now)
    meeting.invitees.update(attended=False)
    meeting.invitees.filter(pk__in=held.attended).update(attended=True)
    _keep_childs_view(record, file, held, now)
    if file.status in {PlanStatus.INVITED}:
        move(
            record=record,
            plan=file.plan,
            after=PlanStatus.MEETING_HELD,
            facts=replace(
                known_of(file.plan),
                took_part_or_why_not=held.took_part or bool(held.why_absent.strip()),
            ),
            now=now,
        )
    log(record, Action.LEAD_PLAN, now, meeting_id)


@transaction.atomic
def close_meeting(
    *, record: OpenRecord, meeting_id: UUID, minutes: Minutes, now: datetime
) -> None:
    """Close with minutes, decisions and the person's own summary.

    A decision with something to be done becomes that in the plan. Raises
    MeetingNotReady, PartNotThere and PartNotWhole.
    """
    file, meeting = take(record, meeting_id, Action.LEAD_PLAN)
    meeting.minutes = minutes.text
    meeting.own_summary = minutes.own_summary
    step(record, meeting, MeetingStatus.CLOSED, now)
    MeetingDecision.objects.bulk_create(
        MeetingDecision(
            meeting=meeting,
            plan=file.plan,
            text=one.text,
            activity_id=one.activity.id if one.activity else None,
            at=now,
        )
        for one in minutes.decisions
    )
    after = file.content
    for one in minutes.decisions:
        if one.activity:
            after = with_part(after, one.activity)
    check_whole(after)
    write(record=record, file=file, after=after, now=now, because="Beslut på mötet")
    log(record, Action.LEAD_PLAN, now, meeting_id)


def _keep_childs_view(
    record: OpenRecord, file: PlanFile, held: Held, now: datetime
) -> None:
    if not held.childs_view.strip():
        return
    before = next(
        (one for one in file.content.passages if one.kind is PassageKind.CHILDS_VIEW),
        None,
    )
    passage = Passage(
        id=before.id if before else uuid4(),
        kind=PassageKind.CHILDS_VIEW,
        text=held.childs_view,
        author=author_of(record.actor),
    )
    write(record=record, file=file, after=with_part(file.content, passage), now=now)
