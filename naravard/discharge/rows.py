"""What discharge shows others: frozen rows, no tables (pure)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Tab(StrEnum):
    """Which of a unit's cases the worklist shows."""

    ALL = "alla"
    OURS = "var-tur"
    WAITING = "vantar"
    HOME_TODAY = "hem-i-dag"
    AT_HOME = "hemma"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistRow:
    """One case as one unit's worklist shows it."""

    case_id: UUID
    person_id: UUID
    name: str
    number: str
    birth_date: date | None
    is_protected: bool
    language: str
    interpreter: bool
    hospital: str
    ward: str
    state: str
    position: int
    track: str
    estimated_at: datetime | None
    ready_at: datetime | None
    discharged_at: datetime | None
    liability_starts_on: date | None
    blocked: bool
    step: str
    step_unit: str
    step_unit_kind: str
    ours: bool
    due_at: datetime | None
    since: datetime | None
    changed_at: datetime
    area: str = ""  # where the person lives; never told of a protected identity


@dataclass(frozen=True, slots=True, kw_only=True)
class TabCounts:
    """How many cases each tab of a worklist holds."""

    all: int
    ours: int
    waiting: int
    home_today: int
    at_home: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistFilter:
    """What the reader has chosen to see of the list."""

    tab: Tab = Tab.ALL
    hospital: str = ""
    area: str = ""
    track: str = ""
    mine: bool = False
    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """A unit's worklist by deadline, with the counts of all tabs."""

    rows: tuple[WorklistRow, ...]
    counts: TabCounts
    hospitals: tuple[str, ...]
    areas: tuple[str, ...] = ()
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistPulse:
    """How much of a unit's list has changed since a moment, and how long it is."""

    changed: int
    listed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """One unit that takes part in a case."""

    unit_id: UUID
    unit: str
    kind: str
    organisation: str
    organisation_kind: str
    municipality_code: str
    phone: str
    phone_hours: str
    step: str
    ours: bool
    due_at: datetime | None
    is_told: bool
    has_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event of a case, as it happened and as it was recorded."""

    event_id: UUID
    sequence: int
    type: str
    at: datetime
    recorded_at: datetime
    unit_id: UUID | None
    unit: str
    unit_kind: str
    by: str
    by_title: str
    data: dict[str, object]
    details: dict[str, object]
    message_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """One clock of a case."""

    code: str
    name: str
    due_at: datetime | None
    met_at: datetime | None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """Something that is to be done, by whom and by when."""

    code: str
    unit_id: UUID
    unit: str
    unit_kind: str
    due_at: datetime | None
    is_legal: bool
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """The named contact (fast vårdkontakt) of a case."""

    name: str
    title: str
    unit: str
    phone: str
    phone_hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A discharge case without its person's name: where it stands."""

    case_id: UUID
    person_id: UUID
    version: int
    state: str
    track: str
    position: int
    care: str
    compulsory: bool
    reason_for_care: str
    ward_id: UUID
    ward: str
    hospital: str
    ward_phone: str
    registered_in: str
    placed_by: str
    admitted_at: datetime
    estimated_at: datetime | None
    ready_at: datetime | None
    liability_starts_on: date | None
    liability_status: str
    blocked: bool
    planning_consent: str
    sip_required: bool
    sip_called_at: datetime | None
    discharged_at: datetime | None
    ended_at: datetime | None
    changed_at: datetime
    contact: ContactRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """All of a case that a party may see."""

    case: CaseRow
    parties: tuple[PartyRow, ...]
    events: tuple[EventRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    steps: tuple[StepRow, ...]
