"""What discharge tells the rest of the house (pure, past tense)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChanged:
    """Anything happened in a case."""

    case_id: UUID
    person_id: UUID
    type: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePassed:
    """A clock ran out before what it waited for was done."""

    case_id: UUID
    person_id: UUID
    code: str
    unit_id: UUID | None
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentStarted:
    """A municipality's payment liability began (LUS 5 kap.)."""

    case_id: UUID
    person_id: UUID
    starts_on: date
