"""Writes what a county's file says must be preserved beyond its time."""

from django.db import transaction

from naravard.disposal.models import Preservation
from naravard.people.county import County
from naravard.people.models import Organisation


@transaction.atomic
def load_preservations(*, county: County) -> None:
    """Write each row for each organisation it names; read again, it is replaced."""
    keys = {key for row in county.preservations for key in row.organisations}
    owners = {row.key: row for row in Organisation.objects.filter(key__in=keys)}
    for row in county.preservations:
        for key in row.organisations:
            Preservation.objects.update_or_create(
                key=f"{row.key}:{key}",
                defaults={
                    "organisation": owners[key],
                    "kept": row.kept,
                    "born_on_days": list(row.born_on_days),
                    "valid_from": row.valid_from,
                    "valid_to": row.valid_to,
                    "source": row.source,
                    "verified": row.verified,
                },
            )
