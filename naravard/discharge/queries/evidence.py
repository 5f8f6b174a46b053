"""The evidence sheet: why a municipality pays, or why the region lost its right."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from naravard.access.rules import OpenRecord
from naravard.core.clock import day_of
from naravard.discharge.queries.case import case_view
from naravard.discharge.queries.history import history_of, units_of
from naravard.discharge.queries.payment import (
    AgreementRow,
    RateRow,
    agreement_row,
    rate_rows,
)
from naravard.discharge.rows import CaseView
from naravard.discharge.rules.explain import CaseInput, Explanation, explain
from naravard.people.queries import municipality_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One case explained event by event, with what it rests on."""

    view: CaseView
    explanation: Explanation
    agreement: AgreementRow
    rates: tuple[RateRow, ...]
    payer: str  # by name where it is known, else its code


def evidence(record: OpenRecord, case_id: UUID, now: datetime) -> Evidence:
    """Explain the case as it stands now. Raises NotFound."""
    view = case_view(record, case_id, now)
    payer = view.case.placed_by or view.case.registered_in
    agreement = agreement_row(payer, day_of(now))
    rates = rate_rows()
    names = municipality_names([view.case.placed_by, view.case.registered_in])
    given = CaseInput(
        as_of=now,
        agreement=agreement.agreement,
        rates={rate.year: Decimal(rate.amount) for rate in rates},
        registered_in=view.case.registered_in or None,
        placed_by=view.case.placed_by or None,
        units=units_of(view),
        events=history_of(view),
        municipality_names=names,
    )
    return Evidence(
        view=view,
        explanation=explain(given),
        agreement=agreement,
        rates=rates,
        payer=names.get(payer, payer),
    )
