"""The team's day on a phone, and the visit with its form."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from naravard.access.rules import AccessDenied, Action, may_do
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.mobile import services
from naravard.mobile.rules.states import VisitState
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.visits.change_forms import CancelForm, OtherDayForm, ThingsForm
from naravard.web.staff.visits.forms import chosen_day
from naravard.web.staff.visits.moved import moved_for
from naravard.web.staff.visits.note_form import NoteForm, fresh_note
from naravard.web.staff.visits.shown import (
    note_shown,
    request_shown,
    round_shown,
    visit_shown,
)

REFUSED = 422
MAY_MOVE = frozenset({VisitState.PLANNED, VisitState.WAITING})


@require_safe
def day(request: HttpRequest) -> HttpResponse:
    """Everybody's round today; one's own first."""
    actor, now = actor_of(request), clock.now()
    today = day_of(now)
    wanted = chosen_day(request.GET.get("dag", ""), now)
    found = services.open_day(actor=actor, day=wanted, now=now)
    rounds = [round_shown(each, now) for each in found.rounds]
    mine = next(
        (each for each in rounds if each.row.assignment_id == actor.assignment_id), None
    )
    return render(
        request,
        "staff/visits/day.html",
        {
            "mine": mine,
            "others": [each for each in rounds if each is not mine],
            "next": mine.left[0] if mine and mine.left and wanted == today else None,
            "waiting": [visit_shown(row, now) for row in found.without_anybody],
            "latest": found.latest,
            "moved": moved_for(found, actor.assignment_id),
            "team": found.team,
            "day": wanted,
            "is_today": wanted == today,
            "now": now,
        },
    )


@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """One visit: what was asked, what has been written, and the form to write in."""
    actor, now = actor_of(request), clock.now()
    opened = services.open_visit(actor=actor, visit_id=visit_id, now=now)
    row = opened.view.visit
    may_write = may_do(actor, Action.MAKE_VISIT).allowed
    ours = may_write and row.team_id == actor.unit_id
    form = NoteForm(request.POST or None, initial=fresh_note(row)) if ours else None
    if form and request.method == "POST" and form.is_valid():
        try:
            return _written(request, visit_id, form)
        except AccessDenied:
            raise
        except DomainError as refusal:
            form.refuse(refusal)
    refused = form is not None and form.is_bound
    asked = opened.view.request
    return render(
        request,
        "staff/visits/visit.html",
        {
            "person": opened.person,
            "visit": visit_shown(row, now),
            **_change_forms(opened, may_move=ours and row.state in MAY_MOVE),
            "asked": request_shown(asked, now) if asked else None,
            "notes": [note_shown(note) for note in opened.view.notes],
            "conflicts": ours and any(note.conflicts for note in opened.view.notes),
            "form": form,
            "refused": refused,
            "may_begin": ours and row.state is VisitState.PLANNED,
            "now": now,
            "crumbs": (
                Crumb(text=gettext("Teamets dag"), href=reverse("staff:team_day")),
            ),
        },
        status=REFUSED if refused else 200,
    )


@require_POST
def begin(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Somebody is at the door."""
    services.begin_visit(actor=actor_of(request), visit_id=visit_id, now=clock.now())
    return HttpResponseRedirect(reverse("staff:visit", args=[visit_id]))


def _change_forms(opened: services.OpenedVisit, *, may_move: bool) -> dict[str, object]:
    """The forms that give a visit another day, cancel it or say what it needs."""
    if not may_move:
        return {}
    row = opened.view.visit
    has_things = opened.kinds or row.resources
    return {
        "things_form": ThingsForm.of(row, opened.kinds) if has_things else None,
        "day_form": OtherDayForm(auto_id="dag_%s"),
        "cancel_form": CancelForm(auto_id="stall_in_%s"),
    }


def _written(request: HttpRequest, visit_id: UUID, form: NoteForm) -> HttpResponse:
    now = clock.now()
    received = services.write_note(
        actor=actor_of(request), form=form.visit_form(visit_id, now), now=now
    )
    if received.conflicts:
        tell(
            request,
            gettext("Någon annan hade redan skrivit om besöket"),
            gettext("Båda anteckningarna finns kvar. Avgör vad som gäller."),
        )
    else:
        tell(
            request,
            gettext("Besöket är skrivet"),
            gettext("Kommunen, vårdcentralen och personen ser det på en gång."),
        )
    return HttpResponseRedirect(reverse("staff:visit", args=[visit_id]))
