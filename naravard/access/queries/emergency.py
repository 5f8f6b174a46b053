"""Emergencies under way, and who has closed or who holds data (nödöppning)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from naravard.access.models import Block, CareRelation, Emergency
from naravard.access.rules import (
    Actor,
    BlockKind,
    Category,
    Extent,
    OpenRecord,
    Rule,
)
from naravard.access.rules.relations import PARTY_RELATIONS
from naravard.people.models import CareUnit, Organisation

HELD_BY_OTHERS = 30  # units; more than anybody can ring


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyRow:
    """One emergency; `opened_at` is None while only who holds or closed was seen."""

    id: UUID
    person_id: UUID
    category: Category
    rule: Rule
    reason: str
    began_at: datetime
    opened_at: datetime | None
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerRow:
    """Who has closed data or holds it, and how to ring them; never what it says."""

    organisation_name: str
    unit_name: str = ""
    phone: str = ""
    phone_hours: str = ""


def running_emergency(
    actor: Actor, subject_id: UUID, category: Category, now: datetime
) -> EmergencyRow | None:
    """The emergency in which the assignment reads such data just now, in one SQL."""
    row = (
        Emergency.objects.filter(
            Q(assignment_id=actor.assignment_id),
            person_id=subject_id,
            category=category,
            opened_at__lte=now,
            ends_at__gt=now,
        )
        .order_by("-opened_at")
        .first()
    )
    return None if row is None else _row(row)


def begun_emergency(
    actor: Actor, emergency_id: UUID, now: datetime
) -> EmergencyRow | None:
    """The actor's own emergency, when it was begun and has not ended."""
    row = Emergency.objects.filter(
        Q(assignment_id=actor.assignment_id), pk=emergency_id, ends_at__gt=now
    ).first()
    return None if row is None else _row(row)


def owners(record: OpenRecord) -> tuple[OwnerRow, ...]:
    """Who has closed the data, or who holds it where nothing is closed, by name.

    Nothing for a record that was opened further than to who: the question is put first.
    """
    if record.extent is not Extent.OWNERS:
        return ()
    if record.rule == Rule.A06:
        return _units(
            _closed(record, BlockKind.INNER).values_list("unit_id", flat=True)
        )
    if record.rule == Rule.A14:
        return _providers(record)
    held = CareRelation.objects.filter(
        person_id=record.person_id,
        kind__in=PARTY_RELATIONS.get(record.category, frozenset()),
    )
    others = held.filter(~Q(unit_id=record.actor.unit_id))
    return _units([row.unit_id for row in others])


def _closed(record: OpenRecord, kind: BlockKind) -> QuerySet[Block]:
    own, unit = record.actor.organisation_id, record.actor.unit_id
    rows = Block.objects.filter(person_id=record.person_id, kind=kind, lifted_at=None)
    if kind is BlockKind.INNER:
        return rows.filter(Q(organisation_id=own) & ~Q(unit_id=unit))
    return rows.filter(~Q(organisation_id=own))


def _units(ids: Iterable[UUID]) -> tuple[OwnerRow, ...]:
    rows = CareUnit.objects.filter(pk__in=ids).select_related("organisation")
    return tuple(
        OwnerRow(
            organisation_name=row.organisation.name,
            unit_name=row.name,
            phone=row.phone,
            phone_hours=row.phone_hours,
        )
        for row in rows.order_by("name", "pk")[:HELD_BY_OTHERS]
    )


def _providers(record: OpenRecord) -> tuple[OwnerRow, ...]:
    closed = _closed(record, BlockKind.OUTER).values("organisation_id")
    rows = Organisation.objects.filter(pk__in=closed).order_by("name", "pk")
    return tuple(OwnerRow(organisation_name=row.name) for row in rows)


def _row(row: Emergency) -> EmergencyRow:
    return EmergencyRow(
        id=row.pk,
        person_id=row.person_id,
        category=Category(row.category),
        rule=Rule(row.rule),
        reason=row.reason,
        began_at=row.began_at,
        opened_at=row.opened_at,
        ends_at=row.ends_at,
    )
