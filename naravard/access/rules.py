"""Who is asking, what they want to do, and a record that has been opened (pure)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from naravard.people.roles import CareUnitKind, OrganisationKind, Role


class ActorKind(StrEnum):
    """In what capacity somebody acts."""

    STAFF = "staff"
    PERSON = "person"  # about herself
    RELATIVE = "relative"  # guardian or by mandate
    SYSTEM = "system"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecord:
    """Proof that a person's data was opened: checked first, and logged.

    Made only by `access.services.open_record`; every query about one person asks
    for it.
    """

    person_id: UUID
    actor: Actor
    ground: str
    rule: str
    opened_at: datetime
