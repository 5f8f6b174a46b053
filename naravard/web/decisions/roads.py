"""Färdplan: the road, and each initiative with what it was to change."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.core.errors import NotFound
from naravard.people.roles import Role
from naravard.roadmap.queries import initiative_in, the_road
from naravard.roadmap.rules import Scope
from naravard.web.actor import actor_of
from naravard.web.charts.road import draw_road
from naravard.web.decisions.effects import effects_of
from naravard.web.decisions.road_view import (
    road_chart_of,
    road_view,
    shown_initiative,
)
from naravard.web.decisions.road_words import scope_words
from naravard.web.decisions.showing import shown

SCOPE = "vem"  # the question in the address: whose initiatives


@require_safe
def road(request: HttpRequest) -> HttpResponse:
    """The road, its areas, stones and initiatives."""
    actor = actor_of(request)
    found = the_road(actor)
    if found is None:
        return shown(request, "decisions/road.html", {"road": None})
    wanted = request.GET.get(SCOPE, "")
    initiatives = [
        shown_initiative(row)
        for row in found.initiatives
        if wanted not in {scope.value for scope in Scope} or row.scope == wanted
    ]
    return shown(
        request,
        "decisions/road.html",
        {
            "road": found,
            "view": road_view(found),
            "chart": draw_road(road_chart_of(found)),
            "initiatives": initiatives,
            "scopes": [(scope.value, scope_words(scope)) for scope in Scope],
            "scope": wanted,
            "may_move": actor.role is Role.DECISION_MAKER,
        },
    )


@require_safe
def initiative(request: HttpRequest, initiative_id: UUID) -> HttpResponse:
    """One initiative: what it was to change, and what is seen."""
    actor = actor_of(request)
    found = the_road(actor)
    if found is None:
        raise NotFound(gettext("Det finns ingen färdplan."))
    row = initiative_in(found, initiative_id)
    return shown(
        request,
        "decisions/initiative.html",
        {
            "row": row,
            "shown": shown_initiative(row),
            "effects": effects_of(actor, row),
            "decisions": [d for d in found.decisions if d.initiative_id == row.id],
            "may_move": actor.role is Role.DECISION_MAKER,
        },
    )
