"""Reads how soon the teams of a county answer and come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Q

from naravard.mobile.models import VisitTerms
from naravard.mobile.rules.states import TERMS, Terms, Urgency

COUNTY = 2  # the first digits of a municipality's code


def terms_on(municipality_code: str, day: date) -> Mapping[Urgency, Terms]:
    """What the municipality's county has agreed on, for each degree of urgency.

    What it has not agreed on is our own.
    """
    agreed = VisitTerms.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day),
        county_code=municipality_code[:COUNTY],
        valid_from__lte=day,
    ).order_by("valid_from")
    return {**TERMS, **{Urgency(row.urgency): _terms(row) for row in agreed}}


def _terms(row: VisitTerms) -> Terms:
    within = row.visit_minutes
    return replace(
        TERMS[Urgency(row.urgency)],
        answer_within=timedelta(minutes=row.answer_minutes),
        visit_within=None if within is None else timedelta(minutes=within),
    )
