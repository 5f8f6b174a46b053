"""What a check of the access log is: what it looks for, why, and worked examples."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from uuid import UUID

from naravard.access.rules import EMERGENCY_GROUNDS, Action, Category
from naravard.people.roles import CareUnitKind


class Weight(IntEnum):
    """How soon a human should look; the heaviest come first in the list."""

    SAMPLE = 1
    LOW = 2
    MEDIUM = 3
    HIGH = 4
    ALWAYS = 5  # every one is looked at, and first


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One row of the access log by staff about one person, and what is known around it.

    `is_own`, `is_relative` and `same_address` need to know which inhabitant the
    member of staff is; where nobody has said so they are False.
    """

    id: int
    at: datetime
    professional_id: UUID
    unit_id: UUID
    person_id: UUID
    action: str = Action.READ
    category: str = Category.DISCHARGE_CASE
    ground: str = "R-CASE"
    reason: str = ""
    allowed: bool = True
    review: bool = False  # marked when it was opened
    unit_kind: CareUnitKind = CareUnitKind.INPATIENT
    is_own: bool = False
    is_relative: bool = False
    same_address: bool = False
    same_surname: bool = False
    surname_bearers: int = 0  # how many inhabitants share that surname
    publicly_known: bool = False
    off_shift: bool = False  # she has shifts at the unit, and none of them then

    @property
    def of_the_log(self) -> bool:
        """Whether it was the log itself that was read, by one who reviews."""
        return self.category == Category.ACCESS_LOG

    @property
    def of_the_record(self) -> bool:
        """Whether something about the person was shown."""
        return self.allowed and not self.of_the_log

    @property
    def in_emergency(self) -> bool:
        """Whether it was a step of an emergency."""
        return self.ground in EMERGENCY_GROUNDS or self.action == Action.ASK_TO_LIFT


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfLog:
    """A day's openings in one place, and the secret that draws the samples."""

    openings: tuple[Opening, ...]
    secret: bytes = b"example"


Finder = Callable[[DayOfLog], Iterable[Opening]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Openings of a day, and the numbers of those that the check picks."""

    says: str
    openings: tuple[Opening, ...]
    picks: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look for in the log; `why` is what the reviewer reads."""

    code: str
    title: str
    why: str
    source: str
    weight: Weight
    finds: Finder
    examples: tuple[Example, ...]
    verified: bool = False  # whether the provider has confirmed the limits
    limits: tuple[str, ...] = field(default=())  # figures of our own, in words


def each(holds: Callable[[Opening], bool]) -> Finder:
    """A check that looks at one opening at a time."""

    def finds(day: DayOfLog) -> Iterable[Opening]:
        return (opening for opening in day.openings if holds(opening))

    return finds
