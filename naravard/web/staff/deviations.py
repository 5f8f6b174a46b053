"""Deviations both ways: what went wrong between us and others, and the answers."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.messages import services as messages
from naravard.messages.queries import DeviationCount, DeviationRow
from naravard.web.actor import actor_of
from naravard.web.staff.words.messages import in_language

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDeviation:
    """One deviation in words."""

    row: DeviationRow
    step: str
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCount:
    """How many at one step between two units."""

    row: DeviationCount
    step: str


@require_safe
def deviations(request: HttpRequest) -> HttpResponse:
    """Sent and received during a year, by step and unit."""
    now = clock.now()
    found = messages.open_deviations(
        actor=actor_of(request), since=now - A_YEAR, until=now + timedelta(1), now=now
    )
    shown = tuple(
        ShownDeviation(
            row=row,
            step=in_language(row.step.wording),
            effect=in_language(row.effect.wording),
        )
        for row in found.rows
    )
    return render(
        request,
        "staff/deviations.html",
        {
            "groups": (
                (gettext("Till oss"), [each for each in shown if not each.row.ours]),
                (gettext("Från oss"), [each for each in shown if each.row.ours]),
            ),
            "counts": [
                ShownCount(row=row, step=in_language(row.step.wording))
                for row in found.counts
            ],
            "now": now,
        },
    )
