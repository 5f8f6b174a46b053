"""What the queries of mobile teams answer with: frozen rows (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naravard.mobile.routing.prices import Parts
from naravard.mobile.routing.replanning.changes import Change
from naravard.mobile.routing.replanning.standing import Standing
from naravard.mobile.routing.replanning.words import Called
from naravard.mobile.rules.enrolling import Criteria
from naravard.mobile.rules.promises import Promise
from naravard.mobile.rules.resources import ResourceKind, ThingUse
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import (
    OrderKind,
    OrderState,
    Outcome,
    RequestState,
    Source,
    TeamKind,
    TeamState,
    Urgency,
    VisitState,
)
from naravard.mobile.rules.travel import Point
from naravard.mobile.rules.waiting import Due, Wait, waits

HIDDEN_NAME = "Skyddade personuppgifter"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """A mobile resource and its area; municipalities by code."""

    id: UUID
    name: str
    kind: TeamKind
    state: TeamState
    visits_a_day: int
    municipalities: tuple[str, ...]
    base: Point
    phone: str
    opens_on: date
    closes_on: date | None
    criteria: Criteria


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentRow:
    """Somebody's time in a team: since when, on what criteria, and until when."""

    id: UUID
    team_id: UUID
    team: str
    team_phone: str
    referred_by: str
    criteria: tuple[str, ...]
    unmet: tuple[str, ...]
    reason: str
    contact: str
    decided_by: str
    decided_at: datetime
    ended_at: datetime | None
    end_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """A promised time that could not be kept; `becomes` None: no new time yet."""

    id: UUID
    visit_id: UUID
    person_id: UUID
    name: str
    phone: str
    day: date
    was: Promise
    becomes: Promise | None
    because: str
    moved_at: datetime
    told_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One request on a list; the name is hidden where the identity is protected."""

    id: UUID
    person_id: UUID
    name: str
    number: str
    from_unit: str
    team: str
    source: Source
    urgency: Urgency
    hand_over: Sbar
    asked_at: datetime
    answer_by: datetime
    visit_by: datetime
    state: RequestState
    answered_at: datetime | None
    answer: str

    def is_late(self, now: datetime) -> bool:
        """Whether the team has not answered in time."""
        return self.state is RequestState.ASKED and now > self.answer_by


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """What was found and done at a visit."""

    id: UUID
    written_at: datetime
    received_at: datetime
    by: str
    title: str
    outcome: Outcome
    hand_over: Sbar
    measured: str
    score: str
    advice: str  # what the score asks for, and when to measure again
    scale_ordered_by: str
    conflicts: bool
    next_visit_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """One visit; `staff` are those who come, in the order of what is needed."""

    id: UUID
    person_id: UUID
    name: str
    number: str
    address: str
    phone: str
    team_id: UUID
    team: str
    team_phone: str
    day: date
    why: str
    needs: tuple[str, ...]
    resources: tuple[ResourceKind, ...]
    minutes: int
    opens_at: datetime
    closes_at: datetime
    state: VisitState
    pinned: bool
    starts_at: datetime | None
    staff: tuple[str, ...]
    promise: Promise | None
    begun_at: datetime | None
    done_at: datetime | None
    version: int
    place: Point
    place_is_estimated: bool
    urgent: bool
    due_by: datetime | None  # the longest wait that the request gave
    cancelled_because: str
    earlier: Promise | None  # what was told before the time was moved
    moved_because: str  # why it got another day, written for the person to read
    because: str = ""  # why just whose round it stands in, in a few words

    def wait(self, now: datetime) -> Wait:
        """How it goes with the longest wait."""
        due = Due(by=self.due_by, planned_at=self.starts_at, begun_at=self.begun_at)
        return waits(due, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitView:
    """One visit in full: what was asked, and every note."""

    visit: VisitRow
    request: RequestRow | None
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """Something ordered to somebody's home, and where it is."""

    id: UUID
    person_id: UUID
    name: str
    number: str
    kind: OrderKind
    what: str
    question: str
    region: str
    mobility: str
    infectious: bool | None
    helper_on_site: bool | None
    from_unit: str
    from_unit_id: UUID
    team: str
    team_id: UUID | None
    ordered_by: str
    ordered_at: datetime
    state: OrderState
    changed_at: datetime
    answer: str
    visit_on: date | None

    @property
    def answered_by(self) -> UUID:
        """The unit that says where it is: who was asked, else whoever ordered."""
        return self.team_id or self.from_unit_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonVisits:
    """Everything mobile about one person, the latest first."""

    enrolments: tuple[EnrolmentRow, ...]
    requests: tuple[RequestRow, ...]
    visits: tuple[VisitRow, ...]
    notes: Mapping[UUID, tuple[NoteRow, ...]]  # by visit
    orders: tuple[OrderRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """Somebody's hours and visits on a day."""

    shift_id: UUID
    assignment_id: UUID
    name: str
    title: str
    starts_at: datetime
    ends_at: datetime
    left_at: datetime | None
    visits: tuple[VisitRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestChange:
    """What was last done with a day's plan, what its parts were before, what moved."""

    cause: str
    made_at: datetime
    before: Parts
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDay:
    """A team's day: rounds, visits that nobody has, and what planning needs.

    In `standing` a visit is called by its id and a caregiver by the id of the shift.
    `left_over`: visits of earlier days that nobody made. `to_tell`: those whose
    promised time has moved and who have not been called. `things`: how cars, bags and
    machines are enough.
    """

    team: TeamRow
    day: date
    rounds: tuple[RoundRow, ...]
    without_anybody: tuple[VisitRow, ...]
    left_over: tuple[VisitRow, ...]
    to_tell: tuple[MovedRow, ...]
    standing: Standing
    called: Called
    met: Mapping[tuple[str, str], int]
    roads_are_estimated: bool
    parts: Parts
    version: int
    latest: LatestChange | None
    things: tuple[ThingUse, ...]

    @property
    def visits(self) -> tuple[VisitRow, ...]:
        """Every visit of the day, each once."""
        found = {row.id: row for each in self.rounds for row in each.visits}
        return (*found.values(), *self.without_anybody)

    @property
    def person_ids(self) -> tuple[UUID, ...]:
        """Everybody whom the day shows, each once."""
        visits = (row.person_id for row in (*self.visits, *self.left_over))
        return tuple(dict.fromkeys((*visits, *(m.person_id for m in self.to_tell))))
