"""Who can be admitted, by whom they are cared for, and who works where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID

from naravard.people.queries import UnitRow
from naravard.people.roles import CareUnitKind, OrganisationKind, Role

MUNICIPAL = frozenset(
    {CareUnitKind.MUNICIPAL_HEALTH_CARE, CareUnitKind.SOCIAL_SERVICES}
)
ADULT = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """Somebody who can be admitted; `care_unit` is the key of the unit of listing."""

    person_id: UUID
    number: str
    given_name: str
    family_name: str
    birth_date: date
    municipality: str
    care_unit: str
    address: str
    protected: bool
    latitude: float | None = None  # of the home, WGS84 degrees
    longitude: float | None = None
    lacks_capacity: bool = False

    def age_on(self, day: date) -> int:
        """Whole years."""
        had_birthday = (day.month, day.day) >= (
            self.birth_date.month,
            self.birth_date.day,
        )
        return day.year - self.birth_date.year - (not had_birthday)

    def is_minor_on(self, day: date) -> bool:
        """Under 18 years."""
        return self.age_on(day) < ADULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody in staff under one assignment."""

    professional_id: UUID
    assignment_id: UUID
    unit_id: UUID
    name: str
    title: str
    role: Role
    phone: str


@dataclass(slots=True, kw_only=True)
class Staff:
    """Everybody who works in the county, by unit and role."""

    by_place: dict[tuple[UUID, Role], list[Colleague]] = field(default_factory=dict)
    by_id: dict[UUID, Colleague] = field(default_factory=dict)

    def add(self, colleague: Colleague) -> None:
        """Let somebody work where the assignment says."""
        place = (colleague.unit_id, colleague.role)
        self.by_place.setdefault(place, []).append(colleague)
        self.by_id[colleague.assignment_id] = colleague

    def anyone(self, unit_id: UUID, roles: Iterable[Role], random: Random) -> Colleague:
        """Somebody at the unit with the first of the roles that anybody has there."""
        for role in roles:
            found = self.by_place.get((unit_id, role))
            if found:
                return random.choice(found)
        raise LookupError(f"No {roles} works at {unit_id}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The units of the county today, by key, and where somebody turns."""

    by_key: Mapping[str, UnitRow]
    by_id: Mapping[UUID, UnitRow]

    def of_kind(self, kind: CareUnitKind, municipality: str) -> tuple[UnitRow, ...]:
        """The units of the kind in the municipality, in the file's order."""
        return tuple(
            unit
            for unit in self.by_key.values()
            if unit.kind is kind and unit.municipality_code == municipality
        )


def is_public(unit: UnitRow) -> bool:
    """Whether a region or municipality runs the unit itself."""
    return unit.organisation_kind is not OrganisationKind.PRIVATE
