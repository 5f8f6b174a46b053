"""What the queries answer with: frozen rows of persons, units and staff (pure)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naravard.people.identity import IdentifierSystem, PersonIdentifier
from naravard.people.roles import CareUnitKind, OrganisationKind, RelatedKind, Role

PROTECTED = "Skyddade personuppgifter"
NAMELESS = "Namn saknas"

# Which of a person's numbers to show, the first she has of these.
SHOWN_FIRST = tuple(IdentifierSystem)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """What anybody in staff may see when they look for somebody; age in whole years."""

    id: UUID
    name: str
    number: str
    age: int | None
    protected: bool
    deceased: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRow:
    """Somebody close to a person; `may_read` is whether she lets them read."""

    id: UUID
    name: str
    kind: RelatedKind
    relation: str
    phone: str
    may_read: bool
    person_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadsForRow:
    """Somebody a guardian, relative or trustee may ask to read for; only her name."""

    related_id: UUID
    person_id: UUID
    name: str
    kind: RelatedKind
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHeader:
    """The head of an opened record; `address` is shown as it is, one line."""

    id: UUID
    name: str
    number: str
    age: int | None
    birth_date: date | None
    deceased_on: date | None
    protected: bool
    address: str
    phone: str
    municipality_code: str
    placed_by: str
    language: str
    interpreter: bool
    easy_to_read: bool
    lacks_capacity: bool
    listed_unit_id: UUID | None
    listed_unit_name: str
    listed_unit_phone: str
    related: tuple[RelatedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit under one name; days are inclusive."""

    id: UUID
    key: str
    hsa_id: str
    name: str
    kind: CareUnitKind
    organisation_id: UUID
    organisation_name: str
    organisation_kind: OrganisationKind
    municipality_code: str
    node: str
    hospital: str
    beds: int
    phone: str
    phone_hours: str
    psychiatric: bool
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalRow:
    """Somebody in staff under one assignment at one unit."""

    assignment_id: UUID
    professional_id: UUID
    hsa_id: str
    name: str
    title: str
    phone: str
    role: Role
    may_open_protected: bool


def full_name(given_name: str, family_name: str) -> str:
    """The name as people read it, or that there is none."""
    return f"{given_name} {family_name}".strip() or NAMELESS


def age_on(birth_date: date | None, day: date) -> int | None:
    """Whole years on the day; None before birth and when the birth is not known."""
    if birth_date is None or birth_date > day:
        return None
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (not had_birthday)


def number_shown(numbers: dict[str, str]) -> str:
    """The number to show of those a person has, by system; empty when she has none."""
    for system in SHOWN_FIRST:
        if system in numbers:
            return PersonIdentifier(system=system, value=numbers[system]).display
    return next(iter(numbers.values()), "")
