"""The planner's board: map and hours, ways to go on, and changes by hand."""

from collections.abc import Callable
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError, NotFound
from naravard.mobile import services
from naravard.mobile.routing.replanning.explaining import Explanation, explain
from naravard.mobile.routing.replanning.options import Kind
from naravard.mobile.routing.replanning.standing import NothingKeepsThePins
from naravard.mobile.rows import TeamDay
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.visits.drawing import drawn, lanes
from naravard.web.staff.visits.forms import chosen_day
from naravard.web.staff.visits.options import option_shown, parts_shown
from naravard.web.staff.visits.shown import visit_shown
from naravard.web.staff.words import visits as words

PROPOSE = "forslag"
EXPLAIN = "varfor"


class ChoiceForm(forms.Form):
    """Which way to go on, as it was seen."""

    kind = forms.ChoiceField(choices=[(each.value, each.value) for each in Kind])
    seen_at = forms.DateTimeField()
    version = forms.IntegerField()


class MoveForm(forms.Form):
    """Which visit goes to whom, and after which."""

    visit = forms.UUIDField()
    shift = forms.UUIDField()
    after = forms.UUIDField(required=False)


class SwapForm(forms.Form):
    """Which two visits change places."""

    visit = forms.UUIDField()
    other = forms.UUIDField()


class PinForm(forms.Form):
    """Which visit is to keep who and when, or be loosened."""

    visit = forms.UUIDField()
    pinned = forms.BooleanField(required=False)


class ShiftForm(forms.Form):
    """Whose shift has changed, and how many minutes late they are; none: gone home."""

    shift = forms.UUIDField()
    minutes = forms.IntegerField(required=False, min_value=5, max_value=480)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The day with its parts; with a wish, up to three ways to go on."""
    actor, now = actor_of(request), clock.now()
    day = chosen_day(request.GET.get("dag", ""), now)
    found = services.open_day(actor=actor, day=day, now=now)
    context = _context(found, day, now)
    if PROPOSE in request.GET:
        context |= _proposed(request, day, now)
    wanted = request.GET.get(EXPLAIN, "")
    context["explained"] = _explained(found, wanted)
    return render(request, "staff/visits/board.html", context)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Go on as chosen."""
    form = ChoiceForm(request.POST)

    def act(day: date, now: datetime) -> None:
        given = form.cleaned_data
        services.choose(
            actor=actor_of(request),
            day=day,
            kind=Kind(given["kind"]),
            seen_at=given["seen_at"],
            version=given["version"],
            cause=gettext("Planerat: %(way)s")
            % {"way": words.OPTION_KINDS[Kind(given["kind"])]},
            now=now,
        )

    return _changed(request, form, act, gettext("Dagen är planerad"))


@require_POST
def move(request: HttpRequest) -> HttpResponse:
    """Let somebody else make a visit."""
    form = MoveForm(request.POST)

    def act(day: date, now: datetime) -> None:
        given = form.cleaned_data
        services.move(
            actor=actor_of(request),
            day=day,
            visit_id=given["visit"],
            to_shift=given["shift"],
            after=given["after"],
            now=now,
        )

    return _changed(request, form, act, gettext("Besöket är flyttat"))


@require_POST
def swap(request: HttpRequest) -> HttpResponse:
    """Let two visits change places."""
    form = SwapForm(request.POST)

    def act(day: date, now: datetime) -> None:
        services.swap(
            actor=actor_of(request),
            day=day,
            one=form.cleaned_data["visit"],
            two=form.cleaned_data["other"],
            now=now,
        )

    return _changed(request, form, act, gettext("Besöken har bytt plats"))


@require_POST
def pin(request: HttpRequest) -> HttpResponse:
    """Let a visit keep who and when, or loosen it."""
    form = PinForm(request.POST)

    def act(_day: date, now: datetime) -> None:
        services.pin(
            actor=actor_of(request),
            visit_id=form.cleaned_data["visit"],
            pinned=form.cleaned_data["pinned"],
            now=now,
        )

    return _changed(request, form, act, gettext("Sparat"))


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """The plan before the last change."""

    def act(day: date, now: datetime) -> None:
        services.undo(actor=actor_of(request), day=day, now=now)

    return _changed(request, forms.Form(request.POST), act, gettext("Ångrat"))


@require_POST
def shift(request: HttpRequest) -> HttpResponse:
    """Somebody is delayed, or goes home."""
    form = ShiftForm(request.POST)

    def act(_day: date, now: datetime) -> None:
        services.report_shift(
            actor=actor_of(request),
            shift_id=form.cleaned_data["shift"],
            late_minutes=form.cleaned_data["minutes"],
            now=now,
        )

    done = gettext("Noterat. Planera om för att se vad det flyttar.")
    return _changed(request, form, act, done)


def _changed(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[date, datetime], None],
    done: str,
) -> HttpResponse:
    """Make one change and come back to the board; a rule's no is told there."""
    access.require(actor=actor_of(request), action=Action.PLAN_VISITS)
    now = clock.now()
    day = chosen_day(request.POST.get("day", ""), now)
    if not form.is_valid():
        tell(request, gettext("Uppgifterna räckte inte"), gettext("Försök igen."))
    else:
        try:
            act(day, now)
        except AccessDenied:
            raise
        except DomainError as refusal:
            tell(request, refusal.message, refusal.remedy)
        else:
            tell(request, done, gettext("Alla i teamet ser det nu."))
    address = reverse("staff:board")
    return HttpResponseRedirect(f"{address}?{urlencode({'dag': day.isoformat()})}")


def _context(found: TeamDay, day: date, now: datetime) -> dict[str, object]:
    return {
        "team": found.team,
        "day": day,
        "is_today": day == day_of(now),
        "map": drawn(found),
        "lanes": lanes(found),
        "waiting": [visit_shown(row) for row in found.without_anybody],
        "parts": parts_shown(found.parts, found.parts),
        "estimated": found.roads_are_estimated,
        "version": found.version,
        "now": now,
        "options": (),
    }


def _proposed(request: HttpRequest, day: date, now: datetime) -> dict[str, object]:
    try:
        shown = services.propose(actor=actor_of(request), day=day, now=now)
    except (NothingKeepsThePins, NotFound) as refusal:
        return {"refusal": refusal}
    return {
        "options": [option_shown(shown.day, each) for each in shown.options],
        "seen_at": now.isoformat(),
    }


def _explained(found: TeamDay, wanted: str) -> Explanation | None:
    """Why a visit is made by whom it is; nothing when it has begun."""
    try:
        name = str(UUID(wanted))
    except ValueError:
        return None
    begun = {
        stop.visit
        for each in found.standing.plan.rounds
        for stop in found.standing.begun(each.caregiver)
    }
    if name in begun or not found.standing.made_by(name):
        return None
    return explain(found.standing, name, met=found.met, called=found.called)
