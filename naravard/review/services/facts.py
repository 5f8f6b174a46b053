"""What the checks need to know beside the log; no page ever reads it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.review.models import KnownPerson, StaffPerson


@transaction.atomic
def link_staff(*, persons: Mapping[UUID, UUID]) -> int:
    """Say which inhabitant each of these professionals is; returns how many."""
    for professional_id, inhabitant_id in persons.items():
        StaffPerson.objects.update_or_create(
            professional_id=professional_id, defaults={"person_id": inhabitant_id}
        )
    return len(persons)


@transaction.atomic
def note_known(*, persons: frozenset[UUID], now: datetime) -> int:
    """Say whom many are curious about: these and nobody else; returns how many."""
    KnownPerson.objects.exclude(person_id__in=persons).delete()
    KnownPerson.objects.bulk_create(
        [KnownPerson(person_id=each, noted_at=now) for each in persons],
        ignore_conflicts=True,
    )
    return len(persons)
