"""Frozen rows that discharge lets others count (pure)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayFact:
    """One hospital stay and how its homegoing went; no name, no number."""

    case_id: UUID
    person_id: UUID
    municipality: str
    hospital: str
    care: str
    admitted_at: datetime
    ready_on: date | None
    discharged_on: date | None
    sip_required: bool
