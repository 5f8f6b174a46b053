"""Begins and ends care relations; the context that owns the reason calls."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import Greatest

from naravard.access.models import CareRelation
from naravard.access.rules import RelationKind


def relate(
    *,
    person_id: UUID,
    unit_ids: Iterable[UUID],
    kind: RelationKind,
    source: UUID | None,
    starts_at: datetime,
    ends_at: datetime | None = None,
    reason: str = "",
) -> None:
    """Let units work with a person because of `source`, in one SQL.

    Said again, it replaces the dates and the reason of the same relation.
    """
    CareRelation.objects.bulk_create(
        [
            CareRelation(
                person_id=person_id,
                unit_id=unit_id,
                kind=kind,
                source=source,
                starts_at=starts_at,
                ends_at=ends_at,
                reason=reason,
            )
            for unit_id in dict.fromkeys(unit_ids)
        ],
        update_conflicts=True,
        unique_fields=["person", "unit", "kind", "source"],
        update_fields=["starts_at", "ends_at", "reason"],
    )


def end_relations(
    *, source: UUID, ends_at: datetime, kinds: Iterable[RelationKind]
) -> int:
    """Let the relations made by `source` end; returns how many (one SQL).

    Take `ends_at` from `rules.lives_until`, so that follow-up can be done. One that
    would end before it began opens nothing at all.
    """
    return CareRelation.objects.filter(source=source, kind__in=list(kinds)).update(
        ends_at=Greatest("starts_at", Value(ends_at))
    )
