"""Agreements and rates by date: what a municipality and the region have agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf

from naravard.discharge.explanation.reading import read_agreement
from naravard.discharge.models import DayRate, PaymentAgreement
from naravard.discharge.rules.agreement import LUS, Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """An agreement in force, and whether anybody has confirmed it."""

    agreement: Agreement
    valid_from: date | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow:
    """What a hospital day costs in a year, in kronor, and where that stands."""

    year: int
    amount: int
    source: str
    verified: bool


def agreement_in_force(municipality_code: str, on: date) -> Agreement:
    """What holds for the municipality that day; LUS itself when nothing is agreed."""
    return agreement_row(municipality_code, on).agreement


def agreement_row(municipality_code: str, on: date) -> AgreementRow:
    """As `agreement_in_force`, with its source."""
    row = (
        PaymentAgreement.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
            municipality_code=municipality_code,
            valid_from__lte=on,
        )
        .order_by("-valid_from")
        .first()
    )
    if row is None:
        return AgreementRow(
            agreement=LUS, valid_from=None, source="LUS 5 kap.", verified=True
        )
    return AgreementRow(
        agreement=read_agreement({"model": row.model, **row.parameters}),
        valid_from=row.valid_from,
        source=row.source,
        verified=row.verified,
    )


def agreement_of_case(on: date) -> ArraySubquery:
    """For a case's row: its payer's agreement that day, to be read with `agreed`."""
    return ArraySubquery(
        PaymentAgreement.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
            municipality_code=Coalesce(
                NullIf(OuterRef("placed_by"), Value("")), OuterRef("registered_in")
            ),
            valid_from__lte=on,
        )
        .order_by("-valid_from")
        .values(json=JSONObject(model="model", parameters="parameters"))[:1]
    )


def agreed(rows: Sequence[Mapping[str, Any]]) -> Agreement:
    """The agreement that `agreement_of_case` found; LUS itself when there is none."""
    for row in rows:
        return read_agreement({"model": row["model"], **row["parameters"]})
    return LUS


def rate_rows() -> tuple[RateRow, ...]:
    """All known rates, by year."""
    return tuple(
        RateRow(
            year=row.year, amount=row.amount, source=row.source, verified=row.verified
        )
        for row in DayRate.objects.order_by("year")
    )
