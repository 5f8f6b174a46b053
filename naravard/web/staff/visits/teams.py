"""The team as a resource: its life, its room, who works when, who may do what."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action, may_do
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError, NotFound
from naravard.mobile import services
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.visits.resource_forms import ResourceChangeForm, ResourceForm
from naravard.web.staff.visits.team_forms import (
    BeginForm,
    CompetenceForm,
    ShiftsForm,
    TeamForm,
)
from naravard.web.staff.visits.team_shown import team_shown


@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """The team: its state and room, two weeks of work, and what everybody may do."""
    actor, now = actor_of(request), clock.now()
    found = services.open_team(actor=actor, now=now)
    leads = may_do(actor, Action.LEAD_TEAM).allowed
    delegates = may_do(actor, Action.MAKE_VISIT).allowed
    today = day_of(now)
    return render(
        request,
        "staff/visits/team.html",
        {
            "shown": team_shown(found, today),
            "leads": leads,
            "own": actor.assignment_id,
            "begin_form": BeginForm() if leads and not found.team else None,
            "team_form": TeamForm.of(found.team) if leads and found.team else None,
            "shifts_form": ShiftsForm.of(found, today)
            if leads and found.team
            else None,
            "competence_form": CompetenceForm.of(found, today)
            if leads or delegates
            else None,
            "resource_form": ResourceForm.of(today) if leads and found.team else None,
            "now": now,
            "crumbs": (
                Crumb(text=gettext("Hembesök"), href=reverse("staff:requests")),
            ),
        },
    )


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Begin the team, or say where it is in its life and how much room it has."""
    actor = actor_of(request)
    access.require(actor=actor, action=Action.LEAD_TEAM)
    if "kind" in request.POST:
        begin = BeginForm(request.POST)

        def start(now: datetime) -> None:
            assert actor.unit_id is not None
            services.begin_team(actor=actor, team=begin.team(actor.unit_id), now=now)

        return _done(request, begin, start, gettext("Teamet är planerat"))
    form = TeamForm(request.POST)

    def act(now: datetime) -> None:
        services.change_team(
            actor=actor,
            to=form.state(),
            visits_a_day=form.cleaned_data["visits_a_day"],
            criteria=form.criteria(),
            now=now,
        )

    return _done(request, form, act, gettext("Teamet är ändrat"))


@require_POST
def shifts(request: HttpRequest) -> HttpResponse:
    """Write when somebody works."""
    access.require(actor=actor_of(request), action=Action.LEAD_TEAM)
    form = ShiftsForm(request.POST)

    def act(now: datetime) -> None:
        services.plan_shifts(actor=actor_of(request), shifts=form.shifts(), now=now)

    return _done(request, form, act, gettext("Passen är inlagda"))


@require_POST
def competence(request: HttpRequest) -> HttpResponse:
    """Note what somebody has learnt, or delegate a task."""
    form = CompetenceForm(request.POST)
    delegates = "delegated" in request.POST
    access.require(
        actor=actor_of(request),
        action=Action.MAKE_VISIT if delegates else Action.LEAD_TEAM,
    )

    def act(now: datetime) -> None:
        given = form.cleaned_data
        write = services.delegate if given["delegated"] else services.write_competence
        write(
            actor=actor_of(request),
            assignment_id=given["who"],
            skill=given["skill"],
            valid_from=given["valid_from"],
            valid_to=given["valid_to"],
            now=now,
        )

    return _done(request, form, act, gettext("Behörigheten är inlagd"))


@require_POST
def end(request: HttpRequest, competence_id: UUID) -> HttpResponse:
    """Take back what somebody may do."""

    def act(now: datetime) -> None:
        services.end_competence(
            actor=actor_of(request), competence_id=competence_id, now=now
        )

    return _done(request, forms.Form({}), act, gettext("Behörigheten är avslutad"))


@require_POST
def resource(request: HttpRequest) -> HttpResponse:
    """The team gets a car, a bag or a machine."""
    access.require(actor=actor_of(request), action=Action.LEAD_TEAM)
    form = ResourceForm(request.POST)

    def act(now: datetime) -> None:
        services.add_resource(
            actor=actor_of(request), resource=form.resource(), now=now
        )

    return _done(request, form, act, gettext("Resursen är inlagd"))


@require_POST
def change_resource(request: HttpRequest, resource_id: UUID) -> HttpResponse:
    """Take something into use, close it, or say how many visits it is enough for."""
    access.require(actor=actor_of(request), action=Action.LEAD_TEAM)
    form = ResourceChangeForm(request.POST)

    def act(now: datetime) -> None:
        services.change_resource(
            actor=actor_of(request),
            resource_id=resource_id,
            to=form.state(),
            capacity=form.cleaned_data["capacity"],
            now=now,
        )

    return _done(request, form, act, gettext("Resursen är ändrad"))


def _done(
    request: HttpRequest, form: forms.Form, act: Callable[[datetime], None], done: str
) -> HttpResponse:
    """Make one change and come back to the team; a rule's no is told there."""
    if not form.is_valid():
        faults = [str(fault) for each in form.errors.values() for fault in each]
        tell(request, gettext("Uppgifterna räckte inte"), " ".join(faults))
    else:
        try:
            act(clock.now())
        except (AccessDenied, NotFound):
            raise
        except DomainError as refusal:
            tell(request, refusal.message, refusal.remedy)
        else:
            tell(request, done, gettext("Planeringen räknar med det från och med nu."))
    return HttpResponseRedirect(reverse("staff:team"))
