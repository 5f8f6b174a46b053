"""Writes what a county's file says of how soon its teams answer and come."""

from django.db import transaction

from naravard.mobile.models import VisitTerms
from naravard.people.county import County


@transaction.atomic
def load_terms(*, county: County) -> None:
    """Write each row; read again, it is replaced."""
    for row in county.visit_terms:
        VisitTerms.objects.update_or_create(
            county_code=county.code,
            urgency=row.urgency,
            valid_from=row.valid_from,
            defaults={
                "answer_minutes": row.answer_minutes,
                "visit_minutes": row.visit_minutes,
                "valid_to": row.valid_to,
                "source": row.source,
                "verified": row.verified,
            },
        )
