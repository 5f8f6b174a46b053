"""Begins and ends care relations; the context that owns the reason calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from django.db.models import Case, DateTimeField, F, Value, When
from django.db.models.functions import Greatest

from naravard.access.models import CareRelation
from naravard.access.rules import RelationKind, lives_until

BATCH = 2_000  # rows in one INSERT


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelation:
    """A relation of the past or the present; `ended_at` is when its cause ended."""

    person_id: UUID
    unit_id: UUID
    kind: RelationKind
    source: UUID | None
    starts_at: datetime
    ended_at: datetime | None = None
    reason: str = ""


def relate(
    *,
    person_id: UUID,
    unit_ids: Iterable[UUID],
    kind: RelationKind | str,
    source: UUID | None,
    starts_at: datetime,
    ends_at: datetime | None = None,
    reason: str = "",
) -> None:
    """Let units work with a person because of `source`, in one SQL.

    Said again, it replaces the dates and the reason of the same relation. `ends_at`
    is exact; no aftercare is added to it.
    """
    _upsert(
        [
            CareRelation(
                person_id=person_id,
                unit_id=unit_id,
                kind=RelationKind(kind),
                source=source,
                starts_at=starts_at,
                ends_at=ends_at,
                reason=reason,
            )
            for unit_id in dict.fromkeys(unit_ids)
        ]
    )


def relate_many(*, relations: Iterable[NewRelation]) -> int:
    """Keep a history of relations, with aftercare where the cause has ended.

    Of two about the same thing the last one counts. Returns how many are kept.
    """
    last = {
        (new.person_id, new.unit_id, new.kind, new.source): new for new in relations
    }
    rows = [
        CareRelation(
            id=_id(new),
            person_id=new.person_id,
            unit_id=new.unit_id,
            kind=new.kind,
            source=new.source,
            starts_at=new.starts_at,
            ends_at=_ends_at(new),
            reason=new.reason,
        )
        for new in last.values()
    ]
    _upsert(rows)
    return len(rows)


def end_relations(
    *, source: UUID, ends_at: datetime, kinds: Iterable[RelationKind | str]
) -> int:
    """What made the relations ended at `ends_at`; returns how many (one SQL).

    They live on for follow-up as long as `rules.lives_until` says for each kind.
    """
    ending = [RelationKind(kind) for kind in kinds]
    ends = [When(kind=kind, then=Value(lives_until(kind, ends_at))) for kind in ending]
    return CareRelation.objects.filter(source=source, kind__in=ending).update(
        ends_at=Greatest(
            F("starts_at"), Case(*ends, output_field=DateTimeField(null=True))
        )
    )


def revoke_relations(*, source: UUID, at: datetime) -> int:
    """The relations should never have been: they end at once, without aftercare."""
    return CareRelation.objects.filter(source=source).update(
        ends_at=Greatest(F("starts_at"), Value(at))
    )


def _id(new: NewRelation) -> UUID:
    """The same for the same cause, person, unit and kind; random without a cause."""
    if new.source is None:
        return uuid4()
    return uuid5(new.source, f"{new.kind} {new.person_id} {new.unit_id}")


def _ends_at(new: NewRelation) -> datetime | None:
    if new.ended_at is None:
        return None
    return max(new.starts_at, lives_until(new.kind, new.ended_at))


def _upsert(rows: list[CareRelation]) -> None:
    CareRelation.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["person", "unit", "kind", "source"],
        update_fields=["starts_at", "ends_at", "reason"],
    )
