"""The list of discharges, its panel, what has changed, and the list on paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from naravard.access import services as access
from naravard.access.rules import Action
from naravard.core import clock
from naravard.discharge import queries, services
from naravard.web.actor import actor_of
from naravard.web.signin.limits import asked_by_itself
from naravard.web.staff.acts.definition import setting_of
from naravard.web.staff.case.acting import main_act, reply_form
from naravard.web.staff.case.shown import shown_case
from naravard.web.staff.worklist.counting import counted_times
from naravard.web.staff.worklist.live import is_fresh, known_in, update_of
from naravard.web.staff.worklist.page import (
    list_page,
    place_heading,
    shown_groups,
    token_of,
    wanted_in,
)
from naravard.web.words.days import full_day, sentence_start, week_number

NOTHING_NEW = 204


@require_safe
def worklist(request: HttpRequest) -> HttpResponse:
    """Our turn first, by deadline; a row opens beside the list."""
    actor, now, wanted = actor_of(request), clock.now(), wanted_in(request.GET)
    found = services.open_worklist(actor=actor, wanted=wanted, now=now)
    today = clock.day_of(now)
    return render(
        request,
        "staff/worklist/page.html",
        {
            "list": list_page(actor, found, wanted, now),
            "now": now,
            "live_since": now,
            "today": f"{sentence_start(full_day(today))}, {week_number(today)}",
            "chosen": _chosen(request),
        },
    )


@asked_by_itself
@require_safe
def updates(request: HttpRequest) -> HttpResponse:
    """The rows an open page does not have; 204 when there is nothing new."""
    actor, now = actor_of(request), clock.now()
    access.require(actor=actor, action=Action.LIST)
    known = known_in(request.GET.get("oppnad", ""), request.GET.get("kant", ""))
    if known is None:
        return HttpResponse(status=NOTHING_NEW)
    pulse = queries.worklist_pulse(actor, known.sent_at)
    if is_fresh(known, pulse, now):
        return HttpResponse(status=NOTHING_NEW)
    wanted = wanted_in(request.GET)
    found = services.open_worklist(actor=actor, wanted=wanted, now=now)
    return render(
        request,
        "staff/worklist/updates.html",
        {
            "update": update_of(actor, found, known),
            "token": token_of(found),
            "list": list_page(actor, found, wanted, now),
            "now": now,
        },
    )


@require_safe
def panel(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One case beside the list."""
    now = clock.now()
    opened = services.open_case(actor=actor_of(request), case_id=case_id, now=now)
    setting = setting_of(opened, now)
    response = render(
        request,
        "staff/worklist/panel.html",
        {
            "shown": shown_case(setting),
            "main": main_act(setting),
            "reply": reply_form(setting),
            "in_panel": True,
            "next": reverse("staff:worklist"),
            "now": now,
        },
    )
    response.headers["HX-Trigger-After-Settle"] = "listan"
    return response


@require_safe
def worklist_print(request: HttpRequest) -> HttpResponse:
    """The whole list on paper."""
    actor, now = actor_of(request), clock.now()
    found = services.print_worklist(actor=actor, now=now)
    return render(
        request,
        "staff/worklist/print.html",
        {
            "groups": shown_groups(actor, found, now),
            "place_heading": place_heading(actor),
            "now": now,
            "unit": actor.unit_name,
        },
    )


@require_safe
def how_we_count(request: HttpRequest) -> HttpResponse:
    """How the times are counted, from the rules' own numbers."""
    return render(
        request, "staff/worklist/how_we_count.html", {"times": counted_times()}
    )


def _chosen(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("arende", ""))
    except ValueError:
        return None
