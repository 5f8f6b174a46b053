"""Stones, initiatives, milestones and proposals, by those who answer for them."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from naravard.core import clock
from naravard.core.errors import NotFound
from naravard.people.queries import organisation_names
from naravard.roadmap import services
from naravard.roadmap.queries import initiative_in, the_road
from naravard.roadmap.rows import Road
from naravard.roadmap.rules import check_may_move
from naravard.web.actor import actor_of
from naravard.web.decisions.board import place_names
from naravard.web.decisions.road_forms import (
    InitiativeForm,
    MilestoneForm,
    ObstacleForm,
    ProposalForm,
)
from naravard.web.decisions.showing import shown
from naravard.web.notices import tell

both = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page is called, what the button does, and where one comes from."""

    title: str
    says: str
    submit: str
    back: str


@both
def obstacle(request: HttpRequest, obstacle_id: UUID | None = None) -> HttpResponse:
    """A new stone in the road, or other words for one that is there."""
    road = _road(request)
    row = next((each for each in road.obstacles if each.id == obstacle_id), None)
    if obstacle_id and row is None:
        raise NotFound(gettext("Hindret finns inte."))
    form = ObstacleForm(_given(request), row=row)
    sheet = Sheet(
        title=row.title if row else gettext("Nytt hinder"),
        says=gettext("Vad som är i vägen, vem som tar bort det och hur."),
        submit=gettext("Spara hindret"),
        back=reverse("decisions:road") + "#hinder",
    )
    if not form.is_valid():
        return _page(request, form, sheet)
    services.write_obstacle(
        actor=actor_of(request),
        obstacle_id=obstacle_id,
        wanted=form.wanted,
        now=clock.now(),
    )
    return _done(request, sheet, form.wanted.title)


@both
def milestone(request: HttpRequest, milestone_id: UUID | None = None) -> HttpResponse:
    """A new milestone, or other words for one that is there."""
    road = _road(request)
    row = next((each for each in road.milestones if each.id == milestone_id), None)
    if milestone_id and row is None:
        raise NotFound(gettext("Milstolpen finns inte."))
    form = MilestoneForm(_given(request), row=row)
    sheet = Sheet(
        title=row.title if row else gettext("Ny milstolpe"),
        says=gettext("Vad som ska vara nått ett visst år."),
        submit=gettext("Spara milstolpen"),
        back=reverse("decisions:road"),
    )
    if not form.is_valid():
        return _page(request, form, sheet)
    services.write_milestone(
        actor=actor_of(request),
        milestone_id=milestone_id,
        wanted=form.wanted,
        now=clock.now(),
    )
    return _done(request, sheet, form.wanted.title)


@both
def initiative(request: HttpRequest, initiative_id: UUID | None = None) -> HttpResponse:
    """A new initiative, or other words, effects or steps for one that is there."""
    road, actor = _road(request), actor_of(request)
    row = initiative_in(road, initiative_id) if initiative_id else None
    form = InitiativeForm(
        _given(request), road=road, places=place_names(actor), row=row
    )
    sheet = Sheet(
        title=row.title if row else gettext("Ny insats"),
        says=gettext(
            "Vad som görs, vem som svarar för det och vad det ska ändra. Verkan mäts "
            "sedan före och efter, och kommun för kommun."
        ),
        submit=gettext("Spara insatsen"),
        back=reverse("decisions:road") + "#insatser",
    )
    if not form.is_valid():
        return _page(request, form, sheet)
    services.write_initiative(
        actor=actor, initiative_id=initiative_id, wanted=form.wanted, now=clock.now()
    )
    return _done(request, sheet, form.wanted.title)


@both
def proposal(request: HttpRequest, initiative_id: UUID) -> HttpResponse:
    """Something to be decided about an initiative."""
    row = initiative_in(_road(request), initiative_id)
    form = ProposalForm(_given(request), organisations=organisation_names())
    sheet = Sheet(
        title=gettext("Nytt beslut: %(name)s") % {"name": row.title},
        says=gettext(
            "Beslutet fattas av den som anges. Sedan ställer sig var och en som det "
            "binder bakom det."
        ),
        submit=gettext("Lägg fram till beslut"),
        back=reverse("decisions:initiative", args=[initiative_id]),
    )
    if not form.is_valid():
        return _page(request, form, sheet)
    services.propose_decision(
        actor=actor_of(request),
        initiative_id=initiative_id,
        wanted=form.wanted,
        now=clock.now(),
    )
    return _done(request, sheet, form.wanted.title)


def _road(request: HttpRequest) -> Road:
    """The road, for one who may write it. Raises NotAllowed or NotFound."""
    actor = actor_of(request)
    check_may_move(actor)
    found = the_road(actor)
    if found is None:
        raise NotFound(gettext("Det finns ingen färdplan."))
    return found


def _given(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _page(request: HttpRequest, form: forms.Form, sheet: Sheet) -> HttpResponse:
    return shown(request, "decisions/write.html", {"form": form, "sheet": sheet})


def _done(request: HttpRequest, sheet: Sheet, title: str) -> HttpResponse:
    tell(
        request,
        title,
        gettext("Alla som läser färdplanen ser det nu, med ditt namn i historiken."),
    )
    return HttpResponseRedirect(sheet.back)
