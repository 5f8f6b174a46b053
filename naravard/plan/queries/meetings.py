"""Meetings around a plan, and calendar files of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.db.models import Model

from naravard.access.rules import Extent, OpenRecord
from naravard.core.errors import NotFound
from naravard.plan.models import (
    Experience,
    Invitee,
    Meeting,
    MeetingDecision,
    ProposedTime,
)
from naravard.plan.queries.heads import check_opened, readable_plans
from naravard.plan.rows import DecisionRow, InviteeRow, MeetingRow, ProposedTimeRow
from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import (
    ExperienceQuestion,
    InviteeKind,
    MeetingStatus,
    Reply,
)
from naravard.plan.rules.visible import extent_shown

M = TypeVar("M", bound=Model)

# Those who do their own part, and relatives, know when and where, not what was said.
SEES_MINUTES = frozenset({Extent.ALL})
SEES_MEETINGS = frozenset({Extent.ALL, Extent.OWN_PARTS, Extent.SHARED_PARTS})


def meetings_of(record: OpenRecord) -> tuple[MeetingRow, ...]:
    """The meetings around the person's plans, the latest first; five SQL."""
    check_opened(record)
    if extent_shown(record) not in SEES_MEETINGS:
        return ()
    meetings = list(
        Meeting.objects.filter(plan_id__in=readable_plans(record))
        .select_related("chair_unit")
        .order_by("-starts_at", "-changed_at")
    )
    if not meetings:
        return ()
    ids = [one.pk for one in meetings]
    invitees = _by_meeting(Invitee.objects.filter(meeting_id__in=ids).order_by("pk"))
    times = _by_meeting(
        ProposedTime.objects.filter(meeting_id__in=ids).order_by("starts_at")
    )
    decisions = _by_meeting(
        MeetingDecision.objects.filter(meeting_id__in=ids).order_by("pk")
    )
    answers = _by_meeting(Experience.objects.filter(meeting_id__in=ids).order_by("pk"))
    whole = extent_shown(record) in SEES_MINUTES
    return tuple(
        _row(
            one,
            invitees=invitees[one.pk],
            times=times[one.pk],
            decisions=decisions[one.pk] if whole else [],
            answers=answers[one.pk] if whole else [],
            whole=whole,
        )
        for one in meetings
    )


def meeting_of(record: OpenRecord, meeting_id: UUID) -> MeetingRow:
    """One meeting. Raises NotFound."""
    for meeting in meetings_of(record):
        if meeting.meeting_id == meeting_id:
            return meeting
    raise NotFound("Mötet finns inte.", remedy="Öppna planen och välj mötet där.")


def _by_meeting(rows: Iterable[M]) -> dict[UUID, list[M]]:
    found: dict[UUID, list[M]] = defaultdict(list)
    for row in rows:
        found[row.meeting_id].append(row)  # type: ignore[attr-defined]
    return found


def _row(
    meeting: Meeting,
    *,
    invitees: list[Invitee],
    times: list[ProposedTime],
    decisions: list[MeetingDecision],
    answers: list[Experience],
    whole: bool,
) -> MeetingRow:
    return MeetingRow(
        meeting_id=meeting.pk,
        plan_id=meeting.plan_id,
        status=MeetingStatus(meeting.status),
        purpose=meeting.purpose,
        mode=Mode(meeting.mode),
        place=meeting.place,
        starts_at=meeting.starts_at,
        minutes_long=meeting.minutes_long,
        interpreter=meeting.interpreter,
        chair=meeting.chair,
        chair_unit=meeting.chair_unit.name if meeting.chair_unit else "",
        called_at=meeting.called_at,
        sequence=meeting.sequence,
        took_part=meeting.took_part,
        why_absent=meeting.why_absent if whole else "",
        childs_view=meeting.childs_view if whole else "",
        minutes=meeting.minutes if whole else "",
        own_summary=meeting.own_summary if whole else "",
        cancelled_because=meeting.cancelled_because,
        source=meeting.source,
        invitees=tuple(_invitee(one, whole=whole) for one in invitees),
        times=tuple(
            ProposedTimeRow(starts_at=one.starts_at, proposed_by=one.proposed_by)
            for one in times
        ),
        decisions=tuple(
            DecisionRow(text=one.text, activity_id=one.activity_id, at=one.at)
            for one in decisions
        ),
        experience=tuple(
            (ExperienceQuestion(one.question), one.value) for one in answers
        ),
    )


def _invitee(row: Invitee, *, whole: bool) -> InviteeRow:
    return InviteeRow(
        invitee_id=row.pk,
        kind=InviteeKind(row.kind),
        name=row.name,
        unit_id=row.unit_id,
        related_id=row.related_id,
        reply=Reply(row.reply),
        reply_note=row.reply_note if whole else "",
        preparation=row.preparation if whole else "",
        attended=row.attended,
    )
