"""Meetings as rows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import (
    ExperienceQuestion,
    InviteeKind,
    MeetingStatus,
    Reply,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteeRow:
    """Somebody called to a meeting."""

    invitee_id: UUID
    kind: InviteeKind
    name: str
    unit_id: UUID | None
    related_id: UUID | None
    reply: Reply
    reply_note: str
    preparation: str
    attended: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTimeRow:
    """A time to choose."""

    starts_at: datetime
    proposed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What a meeting decided."""

    text: str
    activity_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting around the plan."""

    meeting_id: UUID
    plan_id: UUID
    status: MeetingStatus
    purpose: str
    mode: Mode
    place: str
    starts_at: datetime | None
    minutes_long: int
    interpreter: str
    chair: str
    chair_unit: str
    called_at: datetime | None
    sequence: int
    took_part: bool | None
    why_absent: str
    childs_view: str
    minutes: str
    own_summary: str
    cancelled_because: str
    source: UUID | None
    invitees: tuple[InviteeRow, ...]
    times: tuple[ProposedTimeRow, ...]
    decisions: tuple[DecisionRow, ...]
    experience: tuple[tuple[ExperienceQuestion, int], ...]
