"""Who is asking, on whose side of the secrecy border, and a record that is open."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from naravard.access.rules.data import Category, Extent
from naravard.people.roles import CareUnitKind, OrganisationKind, Role


class ActorKind(StrEnum):
    """In what capacity somebody acts."""

    STAFF = "staff"
    PERSON = "person"  # about herself
    RELATIVE = "relative"  # guardian or by mandate
    SYSTEM = "system"


class Domain(StrEnum):
    """The area of secrecy a unit works in; a border runs between each of them.

    In one municipality home nursing is health care and home help is social care,
    even when the same screen shows both.
    """

    REGION_HEALTH = "region_health"  # vårdgivare: region, or private on its behalf
    MUNICIPAL_HEALTH = "municipal_health"  # vårdgivare: kommunal hälso- och sjukvård
    ELDERLY_AND_DISABILITY = "elderly_and_disability"  # omsorgsgivare
    CHILD_AND_FAMILY = "child_and_family"  # individ- och familjeomsorg
    SCHOOL_HEALTH = "school_health"  # elevhälsans medicinska insats
    PUPIL_WELFARE = "pupil_welfare"  # övrig elevhälsa
    OUTSIDE = "outside"  # neither health care nor social services


# SVOD 1 kap.: health care providers (vårdgivare, VG).
CARE_PROVIDERS = frozenset(
    {Domain.REGION_HEALTH, Domain.MUNICIPAL_HEALTH, Domain.SCHOOL_HEALTH}
)
# SVOD 1 kap.: those who can take part in shared records (VG and omsorgsgivare, OG).
SHARING_DOMAINS = CARE_PROVIDERS | {Domain.ELDERLY_AND_DISABILITY}

DOMAIN_OF_UNIT = {
    CareUnitKind.INPATIENT: Domain.REGION_HEALTH,
    CareUnitKind.OPEN_CARE: Domain.REGION_HEALTH,
    CareUnitKind.MUNICIPAL_HEALTH_CARE: Domain.MUNICIPAL_HEALTH,
    CareUnitKind.SOCIAL_SERVICES: Domain.ELDERLY_AND_DISABILITY,
    CareUnitKind.MOBILE_TEAM: Domain.REGION_HEALTH,
    CareUnitKind.SHORT_STAY: Domain.ELDERLY_AND_DISABILITY,
    CareUnitKind.SCHOOL_HEALTH: Domain.SCHOOL_HEALTH,
    CareUnitKind.PUPIL_WELFARE: Domain.PUPIL_WELFARE,
    CareUnitKind.CHILD_AND_FAMILY: Domain.CHILD_AND_FAMILY,
    CareUnitKind.OTHER: Domain.OUTSIDE,
}
# Where the same kind of unit means something else under another principal.
DOMAIN_BY_PRINCIPAL = {
    (CareUnitKind.MOBILE_TEAM, OrganisationKind.MUNICIPALITY): Domain.MUNICIPAL_HEALTH,
    (CareUnitKind.SHORT_STAY, OrganisationKind.REGION): Domain.REGION_HEALTH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Whoever acts: staff under one assignment, a person, a relative, or the system."""

    kind: ActorKind
    name: str
    title: str = ""
    professional_id: UUID | None = None
    assignment_id: UUID | None = None
    unit_id: UUID | None = None
    unit_name: str = ""
    unit_kind: CareUnitKind | None = None
    organisation_id: UUID | None = None
    organisation_name: str = ""
    organisation_kind: OrganisationKind | None = None
    municipality_code: str = ""
    role: Role | None = None
    may_open_protected: bool = False
    person_id: UUID | None = None
    on_behalf_of: UUID | None = None  # a relative: the person she acts for


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecord:
    """Proof that a person's data was opened: checked first, and logged.

    Made only by `access.services.open_record`; every query about one person asks
    for it. `extent` says how much of it, `why` says so in a Swedish sentence.
    """

    person_id: UUID
    actor: Actor
    ground: str
    rule: str
    opened_at: datetime
    category: Category = Category.DISCHARGE_CASE
    extent: Extent = Extent.ALL
    why: str = ""
    emergency_until: datetime | None = None  # when an emergency opening ends by itself


def domain_of(
    unit_kind: CareUnitKind | None, organisation_kind: OrganisationKind | None
) -> Domain:
    """The area of secrecy of a unit; OUTSIDE when nothing is known."""
    if unit_kind is None:
        return Domain.OUTSIDE
    if unit_kind and organisation_kind:
        special = DOMAIN_BY_PRINCIPAL.get((unit_kind, organisation_kind))
        if special:
            return special
    return DOMAIN_OF_UNIT[unit_kind]
