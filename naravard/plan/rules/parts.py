"""The parts of a plan; each is a frozen row that knows its own id."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from naravard.plan.rules.kinds import (
    ActivityKind,
    ActivityStatus,
    Author,
    LegalBasis,
    LifeArea,
    Mode,
    PalliativePhase,
    PassageKind,
    Principal,
    ResponsibleKind,
    ReviewOf,
    SafetyStep,
    TeamRole,
    TimeStatus,
)

HIGHEST_SEVERITY = 4
HIGHEST_RATING = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text about one matter, and whose words it is; at most one of each kind."""

    id: UUID
    kind: PassageKind
    text: str
    author: Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What somebody needs help with; without an owner it alarms.

    `severity` runs from 0 (none) to 4 (complete), as ICF's qualifiers do.
    """

    id: UUID
    text: str
    area: LifeArea
    severity: int = 0
    raised_by: Author = Author.STAFF
    owner_unit_id: UUID | None = None
    closed: bool = False
    since_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How far the person says that she has come, 0 to 10, on a day."""

    on: date
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the person wants to reach, in her words."""

    id: UUID
    text: str
    author: Author = Author.TOLD
    need_ids: tuple[UUID, ...] = ()
    measure: str = ""
    target_on: date | None = None
    reached: bool = False
    ratings: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something that is done, by exactly one responsible (insats, åtgärd, egen del)."""

    id: UUID
    text: str
    principal: Principal
    responsible: ResponsibleKind
    responsible_unit_id: UUID | None = None
    responsible_related_id: UUID | None = None
    responsible_name: str = ""  # of an outsider, or a role at the unit
    goal_ids: tuple[UUID, ...] = ()
    kind: ActivityKind = ActivityKind.OTHER
    basis: LegalBasis = LegalBasis.HSL
    status: ActivityStatus = ActivityStatus.PROPOSED
    decision: str = ""  # reference to a decision, when there is one
    frequency: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    ended_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency:
    """If this happens: what I do, what staff do, whom to call."""

    id: UUID
    when: str
    i_do: str
    staff_do: str
    call_name: str
    call_phone: str
    preferred_level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentLimit:
    """A decided limit of treatment, by whom, when and why (behandlingsbegränsning)."""

    id: UUID
    what: str
    decided_by: str
    decided_on: date
    because: str
    discussed_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPointTalk:
    """A talk about the turn to care at the end of life (brytpunktssamtal)."""

    id: UUID
    held_on: date
    held_by: str
    present: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PalliativeCare:
    """The phase, where she wants to be, and that relief is at hand."""

    id: UUID
    phase: PalliativePhase
    since_on: date
    wished_place: str = ""
    as_needed_medicines: bool = False  # vid behov-läkemedel ordinerade
    call_name: str = ""
    call_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyItem:
    """One line of a safety plan, made together with the person."""

    id: UUID
    step: SafetyStep
    text: str
    phone: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCareAct:
    """An act that licensed staff has judged can be self-care (egenvård, 2022:1250)."""

    id: UUID
    act: str
    assessed_by: str
    assessed_on: date
    performed_by: str
    with_help: bool = False
    risks: str = ""
    instruction: str = ""
    stop_when: str = ""
    reassess_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When somebody can be reached: weekdays 0 (Monday) to 6, by the Swedish clock.

    The end may be earlier than the start: then it is the next morning.
    """

    weekdays: tuple[int, ...]
    opens: time
    closes: time


ROUND_THE_CLOCK = Hours(weekdays=(0, 1, 2, 3, 4, 5, 6), opens=time(0), closes=time(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """Somebody in the team, at a unit or close to the person, and when to reach her."""

    id: UUID
    role: TeamRole
    name: str
    title: str = ""
    unit_id: UUID | None = None
    assignment_id: UUID | None = None
    related_id: UUID | None = None
    principal: Principal = Principal.OTHER
    in_primary_care: bool = False
    assistant_nurse: bool = False  # holds the protected title undersköterska
    licensed_physician: bool = False
    phone: str = ""
    hours: tuple[Hours, ...] = ()
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedTime:
    """A time agreed with the person (överenskommen tid)."""

    id: UUID
    starts_at: datetime
    purpose: str
    mode: Mode
    unit_id: UUID | None = None
    minutes: int = 30
    place: str = ""
    status: TimeStatus = TimeStatus.AGREED
    changed_because: str = ""
    activity_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A day to look at it again, what came of it, and how it was (1–5)."""

    id: UUID
    of: ReviewOf
    due_on: date
    done_on: date | None = None
    outcome: str = ""
    experience: int | None = None


Part = (
    Passage
    | Need
    | Goal
    | Activity
    | Contingency
    | TreatmentLimit
    | TurningPointTalk
    | PalliativeCare
    | SafetyItem
    | SelfCareAct
    | TeamMember
    | AgreedTime
    | Review
)
