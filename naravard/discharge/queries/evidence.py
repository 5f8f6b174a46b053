"""The evidence sheet: why a municipality pays, or why the region lost its right."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from naravard.access.rules import OpenRecord
from naravard.core.clock import day_of
from naravard.discharge.queries.case import case_view
from naravard.discharge.queries.payment import (
    AgreementRow,
    RateRow,
    agreement_row,
    rate_rows,
)
from naravard.discharge.rows import CaseView
from naravard.discharge.rules.explain import CaseInput, Explanation, explain
from naravard.discharge.rules.history import Event, EventType
from naravard.discharge.rules.parties import Principal, Unit, UnitKind
from naravard.discharge.stored import event_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One case explained event by event, with what it rests on."""

    view: CaseView
    explanation: Explanation
    agreement: AgreementRow
    rates: tuple[RateRow, ...]
    payer: str


def evidence(record: OpenRecord, case_id: UUID, now: datetime) -> Evidence:
    """Explain the case as it stands now. Raises NotFound."""
    view = case_view(record, case_id, now)
    payer = view.case.placed_by or view.case.registered_in
    agreement = agreement_row(payer, day_of(now))
    rates = rate_rows()
    given = CaseInput(
        as_of=now,
        agreement=agreement.agreement,
        rates={rate.year: Decimal(rate.amount) for rate in rates},
        registered_in=view.case.registered_in or None,
        placed_by=view.case.placed_by or None,
        units=_units(view),
        events=_events(view),
    )
    return Evidence(
        view=view,
        explanation=explain(given),
        agreement=agreement,
        rates=rates,
        payer=payer,
    )


def _units(view: CaseView) -> dict[str, Unit]:
    return {
        str(party.unit_id): Unit(
            key=str(party.unit_id),
            principal=Principal(party.organisation_kind),
            kind=UnitKind(party.kind),
            municipality=party.municipality_code or None,
        )
        for party in view.parties
    }


def _events(view: CaseView) -> tuple[Event, ...]:
    return tuple(
        event_from(EventType(row.type), row.at, row.recorded_at, row.data)
        for row in view.events
    )
