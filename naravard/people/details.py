"""What is known of a person, a unit and somebody in staff when they are written (pure).

An empty text means that nothing is known, never that something is to be taken away.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from naravard.people.roles import CareUnitKind, OrganisationKind, Protection, Role

LONGEST_SYSTEM = 200  # what the columns of `PersonIdentifier` hold, in characters
LONGEST_VALUE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and who gives it out: an `IdentifierSystem`, or another system's URI."""

    system: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """A person as she is to be written; the address is the registered one."""

    given_name: str
    family_name: str
    birth_date: date | None = None
    deceased_on: date | None = None
    protection: Protection = Protection.NONE
    registered_in: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    latitude: float | None = None  # of the address, WGS84 degrees
    longitude: float | None = None
    phone: str = ""
    language: str = ""
    interpreter: bool = False
    lacks_capacity: bool = False
    listed_unit_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsidePerson:
    """A person as another system describes her.

    `references` are what that system calls her in its own messages; `numbers` are hers.
    """

    details: PersonDetails
    numbers: tuple[Number, ...]
    references: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideUnit:
    """A unit as another system describes it; `key` is that system's own name for it."""

    key: str
    name: str
    kind: CareUnitKind
    organisation_id: UUID
    hsa_id: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideOrganisation:
    """Who answers for units, as another system describes it."""

    key: str
    name: str
    kind: OrganisationKind
    hsa_id: str = ""
    organisation_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideProfessional:
    """Somebody in staff as another system describes them."""

    key: str
    given_name: str
    family_name: str
    hsa_id: str = ""
    title: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideAssignment:
    """What somebody in staff does where, as another system describes it."""

    professional_id: UUID
    unit_id: UUID
    role: Role
    valid_from: date
    valid_to: date | None = None


class Outcome(StrEnum):
    """What writing something from another system led to."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The row that another system's thing became or was found to be."""

    id: UUID
    outcome: Outcome
