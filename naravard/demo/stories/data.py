"""What a file of stories holds, as frozen rows (pure)."""

from dataclasses import dataclass
from datetime import date, timedelta

from naravard.demo.course.timeline import Traits
from naravard.demo.stories.plans import PlanStory
from naravard.demo.stories.talks import TalkStory, WishesStory
from naravard.people.identity import check_digit_for
from naravard.people.roles import Protection, RelatedKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffStory:
    """Somebody in staff; `about` tells what they come to do, empty: cannot sign in."""

    key: str
    given_name: str
    family_name: str
    title: str
    role: Role
    unit: str
    phone: str
    about: str
    may_open_protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Born:
    """When somebody was born: on a day, or so that they turn an age in some days."""

    on: date | None = None
    turns: int = 0
    in_days: int = 0

    def day(self, today: date) -> date:
        """The date of birth, seen from today; never 29 February by counting back."""
        if self.on is not None:
            return self.on
        birthday = today + timedelta(days=self.in_days)
        return birthday.replace(
            year=birthday.year - self.turns, day=min(birthday.day, 28)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStory:
    """An inhabitant; `about` tells her story, empty: cannot sign in."""

    key: str
    given_name: str
    family_name: str
    born: Born
    birth_number: str
    municipality: str
    unit: str
    street: str
    postal_code: str
    town: str
    phone: str
    language: str
    interpreter: bool
    protection: Protection
    lacks_capacity: bool
    placed_by: str
    about: str

    def number(self, today: date) -> str:
        """The personal number, twelve digits: a test number with its check digit."""
        digits = f"{self.born.day(today):%Y%m%d}{self.birth_number}"
        return f"{digits}{check_digit_for(digits[2:])}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationStory:
    """How one person of the file stands to another; `about`: can sign in for her."""

    person: str
    other: str
    kind: RelatedKind
    relation: str
    may_read: bool
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnStay:
    """A stay that chance tells, so that it is in `state` now."""

    person: str
    ward: str
    state: str
    traits: Traits


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that happens in a told stay.

    `at` is "-3 14:20" (three days ago by the clock) or "-2:30" (hours and minutes ago);
    `says` holds the texts of its message.
    """

    what: str
    at: str
    by: str
    says: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStay:
    """A stay told step by step; `units` are those judged to be needed."""

    person: str
    ward: str
    reason: str
    units: tuple[str, ...]
    home_in_days: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """All that a file tells."""

    staff: tuple[StaffStory, ...]
    people: tuple[PersonStory, ...]
    relations: tuple[RelationStory, ...]
    drawn: tuple[DrawnStay, ...]
    told: tuple[ToldStay, ...]
    plans: tuple[PlanStory, ...] = ()
    wishes: tuple[WishesStory, ...] = ()
    talks: tuple[TalkStory, ...] = ()

    def person(self, key: str) -> PersonStory:
        """The person with the key. Raises KeyError."""
        return {row.key: row for row in self.people}[key]


NO_STORIES = Stories(staff=(), people=(), relations=(), drawn=(), told=())
