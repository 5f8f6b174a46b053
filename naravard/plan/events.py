"""What the plan tells the rest of the house (pure, past tense)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanged:
    """A plan got a new version."""

    plan_id: UUID
    person_id: UUID
    version: int
    sections: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMoved:
    """A plan took a step in its process."""

    plan_id: UUID
    person_id: UUID
    before: str
    after: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCalled:
    """People are called to a meeting around the plan."""

    plan_id: UUID
    person_id: UUID
    meeting_id: UUID
    starts_at: datetime
    at: datetime
