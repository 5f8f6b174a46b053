"""She comes to hospital, goes on leave, goes home: services rest and resume."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from naravard.plan.models import Absence


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """From when until when she is elsewhere; no end while it goes on."""

    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastStay:
    """A stay of the past or the present, brought in with a history."""

    person_id: UUID
    unit_id: UUID
    source: UUID
    stay: Stay


@transaction.atomic
def keep_past_absences(*, stays: Iterable[PastStay]) -> None:
    """Keep a history of absences in bulk; what is here already is passed over."""
    Absence.objects.bulk_create(
        (
            Absence(
                person_id=past.person_id,
                unit_id=past.unit_id,
                source=past.source,
                starts_at=past.stay.starts_at,
                ends_at=past.stay.ends_at,
            )
            for past in stays
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def keep_absences(
    *, person_id: UUID, unit_id: UUID, source: UUID, stays: Iterable[Stay]
) -> None:
    """Keep when she is at the unit because of `source`, as it is known now (two SQL).

    Told anew after a late entry, what is no longer true lasts no time at all. Called by
    the room that knows of the stay; a plan need not exist.
    """
    known = list(stays)
    Absence.objects.filter(source=source).exclude(
        starts_at__in=[stay.starts_at for stay in known]
    ).update(ends_at=F("starts_at"))
    Absence.objects.bulk_create(
        [
            Absence(
                person_id=person_id,
                unit_id=unit_id,
                source=source,
                starts_at=stay.starts_at,
                ends_at=stay.ends_at,
            )
            for stay in known
        ],
        update_conflicts=True,
        unique_fields=["source", "starts_at"],
        update_fields=["ends_at", "unit"],
    )
