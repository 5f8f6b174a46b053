"""What a person has said about her data, and who works with her."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naravard.access.models import Block, CareRelation, Consent
from naravard.access.rules import (
    CARE_PROVIDERS,
    ActorKind,
    BlockKind,
    ConsentHow,
    ConsentScope,
    OpenRecord,
    RelationKind,
    domain_of,
    why_relation,
)
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind, OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """One yes or no, and whether it still holds at the moment the record was opened."""

    id: UUID
    scope: ConsentScope
    given: bool
    unit_id: UUID | None
    unit_name: str  # empty: every unit
    given_by: str
    how: ConsentHow
    at: datetime
    valid_to: datetime | None
    withdrawn_at: datetime | None
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """One block; lifted when `lifted_at` is set."""

    id: UUID
    kind: BlockKind
    organisation_id: UUID
    organisation_name: str
    unit_id: UUID | None
    unit_name: str
    at: datetime
    lifted_at: datetime | None
    lifted_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """Which unit works with the person, why, and from when until when."""

    id: UUID
    kind: RelationKind
    unit_id: UUID
    unit_name: str
    why: str
    starts_at: datetime
    ends_at: datetime | None
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeeperRow:
    """A unit that has written, or may have written, about the person."""

    unit_id: UUID
    unit_name: str
    organisation_id: UUID
    organisation_name: str
    is_health_care: bool  # only there is an inner block (PDL 4 kap. 4 §)


def consents(record: OpenRecord) -> tuple[ConsentRow, ...]:
    """Everything the person has said yes or no to, newest first."""
    rows = (
        Consent.objects.filter(person_id=record.person_id)
        .select_related("unit")
        .order_by("-at", "pk")
    )
    return tuple(_consent(row, record.opened_at) for row in rows)


def blocks(record: OpenRecord) -> tuple[BlockRow, ...]:
    """The person's blocks, newest first; staff see only their own organisation's."""
    rows = (
        Block.objects.filter(person_id=record.person_id)
        .select_related("unit", "organisation")
        .order_by("-at", "pk")
    )
    own = record.actor.organisation_id
    if own is not None:
        rows = rows.filter(organisation_id=own)
    return tuple(
        BlockRow(
            id=row.pk,
            kind=BlockKind(row.kind),
            organisation_id=row.organisation_id,
            organisation_name=row.organisation.name,
            unit_id=row.unit_id,
            unit_name=row.unit.name if row.unit else "",
            at=row.at,
            lifted_at=row.lifted_at,
            lifted_because=row.lifted_because,
        )
        for row in rows
    )


def relations(record: OpenRecord) -> tuple[RelationRow, ...]:
    """The units that work or have worked with the person, newest first."""
    rows = (
        CareRelation.objects.filter(person_id=record.person_id)
        .select_related("unit")
        .order_by("-starts_at", "pk")
    )
    return tuple(_relation(row, record.opened_at) for row in rows)


def keepers(record: OpenRecord) -> tuple[KeeperRow, ...]:
    """The units whose data the person can block, by name; staff see their own."""
    worked = CareRelation.objects.filter(person_id=record.person_id).values("unit_id")
    rows = CareUnit.objects.filter(
        Q(pk__in=worked) | Q(listed__pk=record.person_id)
    ).select_related("organisation")
    if record.actor.kind is ActorKind.STAFF:
        rows = rows.filter(Q(pk=record.actor.unit_id))
    return tuple(
        KeeperRow(
            unit_id=row.pk,
            unit_name=row.name,
            organisation_id=row.organisation_id,
            organisation_name=row.organisation.name,
            is_health_care=is_health_care(row),
        )
        for row in rows.distinct().order_by("name", "pk")
    )


def is_health_care(unit: CareUnit) -> bool:
    """Whether the unit works as a health care provider (vårdgivare)."""
    organisation = OrganisationKind(unit.organisation.kind)
    return domain_of(CareUnitKind(unit.kind), organisation) in CARE_PROVIDERS


def _consent(row: Consent, now: datetime) -> ConsentRow:
    lasting = row.valid_to is None or now < row.valid_to
    return ConsentRow(
        id=row.pk,
        scope=ConsentScope(row.scope),
        given=row.given,
        unit_id=row.unit_id,
        unit_name=row.unit.name if row.unit else "",
        given_by=row.given_by,
        how=ConsentHow(row.how),
        at=row.at,
        valid_to=row.valid_to,
        withdrawn_at=row.withdrawn_at,
        in_force=lasting and row.withdrawn_at is None,
    )


def _relation(row: CareRelation, now: datetime) -> RelationRow:
    kind = RelationKind(row.kind)
    return RelationRow(
        id=row.pk,
        kind=kind,
        unit_id=row.unit_id,
        unit_name=row.unit.name,
        why=why_relation(kind),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        in_force=row.starts_at <= now and (row.ends_at is None or now < row.ends_at),
    )
