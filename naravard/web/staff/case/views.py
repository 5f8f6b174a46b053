"""The page of one case, and its evidence sheet."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.discharge import services
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.staff.acts.definition import setting_of
from naravard.web.staff.acts.offered import offers
from naravard.web.staff.case.acting import main_act
from naravard.web.staff.case.evidence import shown_evidence
from naravard.web.staff.case.lanes import (
    PERIODS,
    USUAL_PERIOD,
    lanes,
    periods,
    window_of,
)
from naravard.web.staff.case.messages import shown_messages
from naravard.web.staff.case.page import case_page
from naravard.web.staff.case.shown import shown_case
from naravard.web.staff.emergency.refused import with_ways


@require_safe
@with_ways
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Our turn, the messages, who does what, and when."""
    now = clock.now()
    opened = services.open_case(actor=actor_of(request), case_id=case_id, now=now)
    setting = setting_of(opened, now)
    chosen = request.GET.get("period", USUAL_PERIOD)
    chosen = chosen if chosen in PERIODS else USUAL_PERIOD
    today = day_of(now)
    return render(
        request,
        "staff/case/page.html",
        {
            "shown": shown_case(setting),
            "case_page": case_page(setting),
            "case_messages": shown_messages(setting),
            "main": main_act(setting),
            "offers": offers(setting),
            "lanes": lanes(opened.view, opened.person, today, "#handelser"),
            "window": window_of(chosen, today),
            "periods": periods(chosen),
            "today": today,
            "next": reverse("staff:case", args=[case_id]),
            "person_id": opened.person.id,
            "emergency_until": opened.record.emergency_until,
            "now": now,
            "crumbs": _crumbs(),
        },
    )


@require_safe
def evidence(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Why the municipality pays, or why the region has lost its right."""
    now = clock.now()
    found = services.open_evidence(actor=actor_of(request), case_id=case_id, now=now)
    return render(
        request,
        "staff/case/evidence.html",
        {
            "shown": shown_evidence(found, now),
            "now": now,
            "crumbs": (
                *_crumbs(),
                Crumb(
                    text=found.person.name, href=reverse("staff:case", args=[case_id])
                ),
            ),
        },
    )


def _crumbs() -> tuple[Crumb, ...]:
    return (Crumb(text=gettext("Utskrivningar"), href=reverse("staff:worklist")),)
