"""She comes to hospital, goes on leave, goes home: services rest and resume."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.plan.models import Absence


@transaction.atomic
def begin_absence(
    *, person_id: UUID, unit_id: UUID, source: UUID, at: datetime
) -> None:
    """She is at this unit from a moment; said twice, once.

    Called by the room that knows of the stay. A plan need not exist: what rests is
    read from this when there is one.
    """
    Absence.objects.bulk_create(
        [Absence(person_id=person_id, unit_id=unit_id, source=source, starts_at=at)],
        ignore_conflicts=True,
    )


@transaction.atomic
def end_absence(*, source: UUID, at: datetime) -> None:
    """She is home, on leave or for good; what rested is done again by itself."""
    Absence.objects.filter(source=source, ends_at=None, starts_at__lte=at).update(
        ends_at=at
    )
