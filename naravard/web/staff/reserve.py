"""The reserve routine: what to do when Nära is down, on paper and afterwards."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.discharge import services
from naravard.people.queries import UnitRow, units_of_kind
from naravard.people.roles import CareUnitKind
from naravard.web.actor import actor_of
from naravard.web.staff.worklist.page import shown_groups

EMPTY_ROWS = 6
CALLED: dict[CareUnitKind, Promise] = {
    CareUnitKind.INPATIENT: gettext_lazy("Avdelningar"),
    CareUnitKind.OPEN_CARE: gettext_lazy("Vårdcentraler och mottagningar"),
    CareUnitKind.MUNICIPAL_HEALTH_CARE: gettext_lazy("Kommunernas sjukvård"),
    CareUnitKind.SOCIAL_SERVICES: gettext_lazy("Kommunernas samordning"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneList:
    """The units of one kind that can be reached by phone."""

    title: str
    units: tuple[UnitRow, ...]


def phones(now: datetime) -> tuple[PhoneList, ...]:
    """Whom to call when nothing else works, by kind."""
    return tuple(
        PhoneList(
            title=str(title),
            units=tuple(
                unit for unit in units_of_kind(kind, day_of(now)) if unit.phone
            ),
        )
        for kind, title in CALLED.items()
    )


@require_safe
def reserve(request: HttpRequest) -> HttpResponse:
    """What to do, and the papers to print before it happens."""
    return render(request, "staff/reserve/page.html")


@require_safe
def reserve_list(request: HttpRequest) -> HttpResponse:
    """The unit's cases with room to write beside each."""
    actor, now = actor_of(request), clock.now()
    found = services.print_worklist(actor=actor, now=now)
    return render(
        request,
        "staff/reserve/list.html",
        {
            "groups": shown_groups(actor, found, now),
            "now": now,
            "unit": actor.unit_name,
            "empty_rows": range(EMPTY_ROWS),
            "phones": phones(now),
        },
    )


@require_safe
def reserve_form(request: HttpRequest) -> HttpResponse:
    """The steps of a discharge on paper, for one person."""
    return render(
        request, "staff/reserve/form.html", {"unit": actor_of(request).unit_name}
    )
