"""From a figure to the cases behind it: a manager's own unit, logged as a list."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.discharge import services as discharge
from naravard.discharge.rows import Tab, WorklistFilter, WorklistRow
from naravard.indicators.registry import indicator_named
from naravard.indicators.rules import check_may_see_cases
from naravard.web.actor import actor_of
from naravard.web.decisions.showing import shown
from naravard.web.words.days import short_day

MOST_CASES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """One case of the unit, with the days it waited."""

    case_id: UUID
    name: str
    ready: str
    home: str
    days: int | None
    ward: str


@require_safe
def cases(request: HttpRequest, measure: str) -> HttpResponse:
    """Those of the unit who are at home or wait; the longest wait first."""
    actor, now = actor_of(request), clock.now()
    check_may_see_cases(actor)
    indicator = indicator_named(measure)
    found = [
        row
        for tab in (Tab.AT_HOME, Tab.ALL)
        for row in discharge.open_worklist(
            actor=actor, wanted=WorklistFilter(tab=tab, limit=MOST_CASES), now=now
        ).rows
    ]
    rows = {row.case_id: _shown(row) for row in found if row.ready_at}
    ordered = sorted(rows.values(), key=lambda row: -(row.days or 0))
    return shown(
        request,
        "decisions/cases.html",
        {"indicator": indicator, "rows": ordered, "unit": actor.unit_name},
    )


def _shown(row: WorklistRow) -> ShownCase:
    ready = clock.day_of(row.ready_at) if row.ready_at else None
    home = clock.day_of(row.discharged_at) if row.discharged_at else None
    return ShownCase(
        case_id=row.case_id,
        name=row.name,
        ready=short_day(ready) if ready else "–",
        home=short_day(home) if home else "–",
        days=(home - ready).days if ready and home else None,
        ward=row.ward,
    )
