"""What a day of home visits is made of, before anybody has planned it; in minutes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Matrix = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When a visit may begin: never before `opens`; after `closes` it is late."""

    opens: float
    closes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One person's work at a visit: what it is, what it takes, how long it lasts."""

    name: str
    minutes: float
    needs: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit at one place, by one person of the staff for each service.

    `windows` are in order of time. Lateness and being left out cost `priority` times
    the ordinary price. `apart` asks for a different person for every service.
    """

    id: str
    place: int
    services: tuple[Service, ...]
    windows: tuple[Window, ...]
    apart: bool = True
    optional: bool = False
    priority: int = 1
    preferred: frozenset[str] = frozenset()
    forbidden: frozenset[str] = frozenset()
    named_contact: str | None = None
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One service of one visit, as relations and plans refer to it."""

    visit: str
    service: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`second` begins at least `least` and at most `most` minutes after `first`.

    Both bounds may be negative; without `most` there is no upper bound.
    """

    first: Task
    second: Task
    least: float
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caregiver:
    """Somebody who makes visits: what they may do, when, from where and how."""

    id: str
    can: frozenset[str]
    starts_at: int = 0
    ends_at: int = 0
    shift: Window | None = None
    takes_break: bool = False
    mode: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The meal break: it begins at `opens` or later, and lasts `minutes`.

    It ends at `closes` at the latest, or begins by then when `met_at_start`.
    """

    opens: float
    closes: float
    minutes: float
    met_at_start: bool = False

    @property
    def last_start(self) -> float:
        """The latest moment at which the break may begin."""
        return self.closes if self.met_at_start else self.closes - self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What each part of a plan costs: per minute, or per occurrence.

    The four `hard` parts are promises, not prices: a plan that breaks one is wrong.
    """

    travel: float = 0
    lateness: float = 0
    worst_lateness: float = 0
    waiting: float = 0
    overtime: float = 0
    most_idle: float = 0
    imbalance: float = 0
    not_preferred: float = 0
    not_named_contact: float = 0
    new_face: float = 0
    unplanned: float = 0
    missed_break: float = 0
    lateness_is_hard: bool = False
    overtime_is_hard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A day to plan; `travel` holds one matrix of minutes for each mode of travel.

    `window_met_at_end` means that a service must be finished when the window closes.
    `leaves_when_needed`: staff leave the start just in time for the first visit, so
    waiting there is none; otherwise they leave when their shift begins.
    `priced_in` divides the total for the unit of publication (1 is minutes).
    """

    name: str
    visits: tuple[Visit, ...]
    caregivers: tuple[Caregiver, ...]
    travel: tuple[Matrix, ...]
    prices: Prices
    relations: tuple[Relation, ...] = ()
    meal: Break | None = None
    window_met_at_end: bool = False
    leaves_when_needed: bool = True
    priced_in: float = 1
    capacity: "Capacity | None" = None
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What each round can carry, and what each visit takes of it (goods, samples)."""

    carries: float
    takes: Mapping[str, float]
