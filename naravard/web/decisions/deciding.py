"""Beslut: what is to be decided, who stands behind it, and what moves the road."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from naravard.access.rules import Actor
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.people.roles import Role
from naravard.roadmap import services
from naravard.roadmap.queries import the_road
from naravard.roadmap.rows import DecisionRow, Road
from naravard.roadmap.rules import DecisionState, ObstacleState, check_may_move
from naravard.web.actor import actor_of
from naravard.web.decisions.road_words import decision_state_words
from naravard.web.decisions.showing import shown

RATIFY = "bakom"
LONGEST_COUNCIL, LONGEST_COMMENT = 120, 1_000  # characters


class CommentIsEmpty(DomainError):
    """A comment says something, and who said it."""


class CommentForm(forms.Form):
    """Which council it was, and what it said."""

    rad = forms.CharField(max_length=LONGEST_COUNCIL)
    text = forms.CharField(max_length=LONGEST_COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDecision:
    """A decision in words, with what the reader may do."""

    row: DecisionRow
    state: str
    tone: str
    may_decide: bool
    may_ratify: bool


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """The decisions to take, the log of those taken, and the paper for the board."""
    actor = actor_of(request)
    return shown(
        request,
        "decisions/decisions.html",
        {"rows": decisions_of(actor, the_road(actor))},
    )


def decisions_of(actor: Actor, road: Road | None) -> list[ShownDecision]:
    """Those to be taken first."""
    order = list(DecisionState)
    rows = sorted(road.decisions if road else (), key=lambda r: order.index(r.state))
    return [_shown(row, actor) for row in rows]


@require_POST
def decide(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Enter that the decision is taken, or stand behind it for one's organisation."""
    act = services.ratify if request.POST.get("som") == RATIFY else services.decide
    act(actor=actor_of(request), decision_id=decision_id, now=clock.now())
    return HttpResponseRedirect(reverse("decisions:decisions"))


@require_POST
def obstacle(request: HttpRequest, obstacle_id: UUID) -> HttpResponse:
    """Say how far the removal of an obstacle has come."""
    actor = actor_of(request)
    check_may_move(actor)
    wanted = request.POST.get("till", "")
    known = {state.value for state in ObstacleState}
    if wanted in known:
        services.move_obstacle(
            actor=actor,
            obstacle_id=obstacle_id,
            to=ObstacleState(wanted),
            now=clock.now(),
        )
    return HttpResponseRedirect(reverse("decisions:road") + "#hinder")


@require_POST
def comment(request: HttpRequest, initiative_id: UUID) -> HttpResponse:
    """Write down what a council of inhabitants has said."""
    actor = actor_of(request)
    check_may_move(actor)
    form = CommentForm(request.POST)
    if not form.is_valid():
        raise CommentIsEmpty(
            "Synpunkten är tom eller för lång.",
            remedy="Skriv vilket råd det var och vad det sade, högst"
            f" {LONGEST_COMMENT} tecken.",
        )
    services.comment(
        actor=actor,
        initiative_id=initiative_id,
        council=form.cleaned_data["rad"],
        text=form.cleaned_data["text"],
        now=clock.now(),
    )
    address = reverse("decisions:initiative", args=[initiative_id])
    return HttpResponseRedirect(address)


def _shown(row: DecisionRow, actor: Actor) -> ShownDecision:
    words, tone = decision_state_words(row.state)
    moves = actor.role is Role.DECISION_MAKER
    mine = [
        each
        for each in row.ratifications
        if each.organisation_id == actor.organisation_id and each.at is None
    ]
    return ShownDecision(
        row=row,
        state=words,
        tone=tone,
        may_decide=moves and row.state is DecisionState.PROPOSED,
        may_ratify=moves and row.state is DecisionState.DECIDED and bool(mine),
    )
