"""What a resource was read as: commands that wait for their references (pure)."""

from dataclasses import dataclass
from datetime import date, datetime

from naravard.fhir.inbound.problems import Place
from naravard.people.details import Number, PersonDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What another resource is called: by address, or by a number with a name."""

    type: str
    address: str = ""
    number: Number | None = None
    display: str = ""

    def __bool__(self) -> bool:
        """Whether it refers to anything."""
        return bool(self.address or self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientRecord:
    """A Patient."""

    numbers: tuple[Number, ...]
    details: PersonDetails
    listed_with: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRecord:
    """An Organization."""

    numbers: tuple[Number, ...]
    name: str
    hsa_id: str
    organisation_number: str
    phone: str
    part_of: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationRecord:
    """A Location; only a ward, or one with an HSA-id, is a unit of its own."""

    numbers: tuple[Number, ...]
    name: str
    hsa_id: str
    is_ward: bool
    phone: str
    managed_by: Reference
    part_of: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerRecord:
    """A Practitioner."""

    numbers: tuple[Number, ...]
    hsa_id: str
    given_name: str
    family_name: str
    title: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRecord:
    """A PractitionerRole: its places, then its organisation; `words` in lower case."""

    numbers: tuple[Number, ...]
    practitioner: Reference
    units: tuple[Reference, ...]
    words: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayRecord:
    """An inpatient Encounter; `wards` from the latest, then whoever provides it."""

    numbers: tuple[Number, ...]
    patient: Reference
    wards: tuple[Reference, ...]
    part_of: Reference
    admitted_at: datetime
    discharged_at: datetime | None
    planned: bool


def by_number(number: Number) -> str:
    """How something is addressed by one of its numbers."""
    return f"?{number.system}|{number.value}"


Record = (
    PatientRecord
    | OrganizationRecord
    | LocationRecord
    | PractitionerRecord
    | RoleRecord
    | StayRecord
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record, where it stands, and everything others may call it by.

    `name` is its type and id (never shown unmasked); `version` orders two of the same.
    """

    record: Record
    type: str
    id: str
    full_url: str
    scope: str
    place: Place
    version: str = ""

    @property
    def name(self) -> str:
        """What the source calls it, the same each time it is sent."""
        if self.full_url.startswith(("http://", "https://")):
            return self.full_url
        if self.id:
            return f"{self.type}/{self.id}"
        return self.full_url or f"{self.type}@{self.place}"

    @property
    def addresses(self) -> tuple[str, ...]:
        """What a reference may say and mean this."""
        short = f"{self.type}/{self.id}" if self.id else ""
        numbers = (by_number(number) for number in self.record.numbers)
        return tuple(filter(None, (self.full_url, short, *numbers)))
