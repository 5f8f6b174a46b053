"""Reports of concern as rows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRow:
    """A report of concern, as the unit that received it reads it."""

    concern_id: UUID
    person_id: UUID
    name: str
    text: str
    child_in_danger: bool
    at: datetime
    by_name: str
    from_unit: str
    received_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernReceiver:
    """Where a report about this child goes: the municipality's social services."""

    unit_id: UUID
    unit: str
    phone: str
    phone_hours: str
