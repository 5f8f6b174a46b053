"""Who comes to me and when: an interval that can be kept, never a minute."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.mobile import services
from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.promises import Promise
from naravard.mobile.rules.states import VisitState
from naravard.web.actor import actor_of
from naravard.web.inhabitant.refusals import refused_quietly

WHAT = {
    VisitState.WAITING: gettext_lazy("Tiden är inte bestämd än."),
    VisitState.PLANNED: gettext_lazy("Besöket är planerat."),
    VisitState.BEGUN: gettext_lazy("De är hos dig nu."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One visit as the person is told of it."""

    day: date
    promise: Promise | None
    team: str
    why: str
    staff: tuple[str, ...]
    what: str | Lazy


@require_safe
@refused_quietly
def visits(request: HttpRequest) -> HttpResponse:
    """Visits of today and later, the next first."""
    now = clock.now()
    person, found = services.open_own_visits(actor=actor_of(request), now=now)
    return render(
        request,
        "inhabitant/visits.html",
        {"person": person, "coming": tuple(map(_coming, found)), "now": now},
    )


def _coming(row: VisitRow) -> Coming:
    return Coming(
        day=row.day,
        promise=row.promise,
        team=row.team,
        why=row.why,
        staff=row.staff,
        what=WHAT[row.state],
    )
