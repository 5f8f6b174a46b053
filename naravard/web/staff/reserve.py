"""The reserve routine: what to do when Nära is down, on paper and afterwards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.discharge import services
from naravard.web.actor import actor_of
from naravard.web.staff.worklist.page import shown_groups

EMPTY_ROWS = 6


@require_safe
def reserve(request: HttpRequest) -> HttpResponse:
    """What to do, and the papers to print before it happens."""
    return render(request, "staff/reserve/page.html", {"unit": actor_of(request)})


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
        },
    )


@require_safe
def reserve_form(request: HttpRequest) -> HttpResponse:
    """The steps of a discharge on paper, for one person."""
    return render(
        request, "staff/reserve/form.html", {"unit": actor_of(request).unit_name}
    )
