"""The planner's board: map and hours, ways to go on, and changes by hand."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from urllib.parse import quote, urlencode

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
from naravard.mobile.routing.replanning.options import Kind
from naravard.mobile.routing.replanning.standing import (
    NobodyAtWork,
    NothingKeepsThePins,
    NothingLeftToPlan,
    PlanBreaksARule,
)
from naravard.mobile.rows import TeamDay
from naravard.mobile.rules.waiting import Wait
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.visits.board_forms import (
    ChoiceForm,
    MoveForm,
    PinForm,
    ShiftForm,
    SwapForm,
)
from naravard.web.staff.visits.chosen import STILL, chosen_visit
from naravard.web.staff.visits.forms import chosen_day
from naravard.web.staff.visits.lanes import hours
from naravard.web.staff.visits.mapping import drawn
from naravard.web.staff.visits.moved import moved_for
from naravard.web.staff.visits.options import cause_of, option_shown, parts_shown
from naravard.web.staff.visits.shown import visit_shown
from naravard.web.staff.visits.things import beyond, things_shown
from naravard.web.staff.words import visits as words

NOT_HELD = frozenset({Wait.AT_RISK, Wait.BROKEN})
PROPOSE = "forslag"
CHOSEN = "besok"
A_DAY = timedelta(days=1)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The day with its parts; with a wish, up to three ways to go on."""
    actor, now = actor_of(request), clock.now()
    day = chosen_day(request.GET.get("dag", ""), now)
    found = services.open_day(actor=actor, day=day, now=now)
    context = _context(found, day, now)
    if PROPOSE in request.GET:
        context |= _proposed(request, day, now)
    chosen = chosen_visit(found, request.GET.get(CHOSEN, ""), now)
    if chosen is not None:
        context |= {
            "chosen": chosen,
            "move_form": MoveForm.of(chosen),
            "swap_form": SwapForm.of(chosen) if chosen.swaps else None,
        }
    return render(request, "staff/visits/board.html", context)


@require_safe
def tried(request: HttpRequest) -> HttpResponse:
    """What a change by hand would mean, before it is made."""
    access.require(actor=actor_of(request), action=Action.PLAN_VISITS)
    now = clock.now()
    day = chosen_day(request.GET.get("day", ""), now)
    form = (SwapForm if "other" in request.GET else MoveForm)(request.GET)
    context: dict[str, object] = {}
    if form.is_valid():
        context = _tried(request, form.wanted(), day, now)
    return render(request, "staff/visits/tried.html", context)


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
            after=form.wanted().after,
            first=form.wanted().first,
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
            late_minutes=form.late_minutes(),
            now=now,
        )

    done = gettext("Noterat. Här är sätten att gå vidare.")
    return _changed(request, form, act, done, propose=True)


def _changed(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[date, datetime], None],
    done: str,
    *,
    propose: bool = False,
) -> HttpResponse:
    """Make one change and come back to the board; a rule's no is told there.

    With `propose` the ways to go on are shown at once.
    """
    access.require(actor=actor_of(request), action=Action.PLAN_VISITS)
    now = clock.now()
    day = chosen_day(request.POST.get("day", ""), now)
    if not form.is_valid():
        propose = False
        tell(request, gettext("Uppgifterna räckte inte"), _first_fault(form))
    else:
        try:
            act(day, now)
        except AccessDenied:
            raise
        except DomainError as refusal:
            propose = False
            tell(request, refusal.message, refusal.remedy)
        else:
            tell(request, done, gettext("Alla i teamet ser det nu."))
    return HttpResponseRedirect(_back(day, form.data.get("visit", ""), propose=propose))


def _first_fault(form: forms.Form) -> str:
    faults = (str(fault) for each in form.errors.values() for fault in each)
    return next(faults, gettext("Försök igen."))


def _back(day: date, visit: str, *, propose: bool) -> str:
    """The board of the day, at the visit that was changed."""
    asked = {"dag": day.isoformat()} | ({CHOSEN: visit} if visit else {})
    asked |= {PROPOSE: "ja"} if propose else {}
    place = f"#b-{quote(visit)}" if visit else ""
    return f"{reverse('staff:board')}?{urlencode(asked)}{place}"


def _context(found: TeamDay, day: date, now: datetime) -> dict[str, object]:
    latest, today = found.latest, day_of(now)
    lanes = hours(found, now)
    before = latest.before if latest else found.parts
    return {
        "team": found.team,
        "day": day,
        "is_today": day == today,
        "day_before": day - A_DAY,
        "day_after": day + A_DAY,
        "map": drawn(found),
        "hours": lanes,
        "shift_form": ShiftForm.of(lanes.lanes) if day == today else None,
        "waiting": [visit_shown(row, now) for row in found.without_anybody],
        "left_over": [visit_shown(row, now) for row in found.left_over],
        "to_tell": found.to_tell,
        "overdue": [
            shown
            for shown in (visit_shown(row, now) for row in found.visits)
            if shown.wait in NOT_HELD and shown.row.state in STILL
        ],
        "planned": len(found.visits),
        "parts": parts_shown(before, found.parts),
        "latest": latest,
        "moved": moved_for(found, None),
        "things": things_shown(found.things),
        "beyond": beyond(found),
        "estimated": found.roads_are_estimated,
        "version": found.version,
        "now": now,
        "options": (),
    }


def _tried(
    request: HttpRequest, wanted: services.Wanted, day: date, now: datetime
) -> dict[str, object]:
    try:
        found = services.try_by_hand(
            actor=actor_of(request), day=day, wanted=wanted, now=now
        )
    except PlanBreaksARule as refusal:
        return {"refusal": refusal}
    return {"tried": option_shown(found.day, found.option)}


def _proposed(request: HttpRequest, day: date, now: datetime) -> dict[str, object]:
    try:
        shown = services.propose(actor=actor_of(request), day=day, now=now)
    except (
        NobodyAtWork,
        NothingKeepsThePins,
        NothingLeftToPlan,
        NotFound,
    ) as refusal:
        return {"refusal": refusal}
    return {
        "options": [option_shown(shown.day, each) for each in shown.options],
        "cause": cause_of(shown.day),
        "seen_at": now.isoformat(),
    }
