"""What is asked of teams: the list, the person's page, and the team's answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from naravard.access.rules import AccessDenied, Action, may_do
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.mobile import services
from naravard.mobile.rows import RequestRow
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.visits.change_forms import EndForm
from naravard.web.staff.visits.forms import ACCEPT, REDIRECT, AnswerForm, AskForm
from naravard.web.staff.visits.shown import request_shown, visits_shown

REFUSED = 422
ACTIVITY = "insats"
SUGGEST = "kriterier"  # what the record says of the team's criteria is asked for


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """A team's requests to answer; for others, what their unit has asked."""
    actor, now = actor_of(request), clock.now()
    answers = may_do(actor, Action.TRIAGE_VISIT).allowed
    asks = may_do(actor, Action.REQUEST_VISIT).allowed
    rows: tuple[RequestRow, ...] = ()
    if answers:
        rows = services.open_requests(actor=actor, now=now)
    elif asks:
        rows = services.open_asked(actor=actor, now=now)
    return render(
        request,
        "staff/visits/requests.html",
        {
            "rows": tuple(request_shown(row, now) for row in rows),
            "answers": answers,
            "asks": asks,
            "orders": may_do(actor, Action.ORDER_TO_HOME).allowed,
            "now": now,
        },
    )


@require_http_methods(["GET", "POST"])
def person_visits(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Everything mobile about a person, and a way to ask a team."""
    actor, now = actor_of(request), clock.now()
    may_ask = may_do(actor, Action.REQUEST_VISIT).allowed
    if request.method == "POST":
        return _ask(request, person_id)
    person, found = services.open_person_visits(
        actor=actor, person_id=person_id, now=now
    )
    asking = (
        services.open_asking(
            actor=actor,
            person_id=person_id,
            now=now,
            activity_id=_activity(request),
        )
        if may_ask
        else None
    )
    return render(
        request,
        "staff/visits/person.html",
        {
            "person": person,
            "shown": visits_shown(found, now),
            "form": AskForm(asking) if asking and asking.teams else None,
            "own_team": actor.unit_id,
            "may_end": may_do(actor, Action.TRIAGE_VISIT).allowed,
            "end_form": EndForm(auto_id="avsluta_%s"),
            "may_order": may_do(actor, Action.ORDER_TO_HOME).allowed,
            "now": now,
            "crumbs": _crumbs(person.name, person_id),
        },
    )


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """One request, and the team's answer to it."""
    actor, now = actor_of(request), clock.now()
    opened = services.open_request(
        actor=actor, request_id=request_id, now=now, suggests=SUGGEST in request.GET
    )
    holding = [each.text for each in opened.suggested if each.holds]
    initial = {"day": day_of(now), "criteria": holding}
    form = AnswerForm.of(opened, request.POST or None, initial)
    if request.method == "POST" and form.is_valid():
        try:
            return _answered(request, request_id, form)
        except AccessDenied:
            raise
        except DomainError as refusal:
            form.refuse(refusal)
    return render(
        request,
        "staff/visits/answer.html",
        {
            "person": opened.person,
            "asked": request_shown(opened.request, now),
            "form": form,
            "enrolment": opened.enrolment,
            "criteria": opened.team.criteria.texts,
            "suggested": opened.suggested,
            "refused": form.is_bound,
            "now": now,
        },
        status=REFUSED if form.is_bound else 200,
    )


def _activity(request: HttpRequest) -> UUID | None:
    """What in the person's plan an address comes from, if it names anything."""
    try:
        return UUID(request.GET.get(ACTIVITY, ""))
    except ValueError:
        return None


def _ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, now = actor_of(request), clock.now()
    asking = services.open_asking(actor=actor, person_id=person_id, now=now)
    form = AskForm(asking, request.POST)
    if form.is_valid():
        try:
            services.request_visit(
                actor=actor, request=form.request(person_id), now=now
            )
        except AccessDenied:
            raise
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            tell(
                request,
                gettext("Teamet har fått din förfrågan"),
                gettext("Svaret syns här och på sidan Hembesök."),
            )
            return HttpResponseRedirect(
                reverse("staff:person_visits", args=[person_id])
            )
    return render(
        request,
        "staff/visits/ask.html",
        {
            "person": asking.person,
            "form": form,
            "crumbs": _crumbs(asking.person.name, person_id),
        },
        status=REFUSED,
    )


def _answered(request: HttpRequest, request_id: UUID, form: AnswerForm) -> HttpResponse:
    actor, now = actor_of(request), clock.now()
    decision = form.cleaned_data["decision"]
    if decision == ACCEPT:
        services.accept(
            actor=actor, request_id=request_id, acceptance=form.acceptance(), now=now
        )
        tell(
            request,
            gettext("Teamet kommer"),
            gettext("Besöket väntar på en plats i dagens runda."),
        )
        day = form.cleaned_data["day"]
        return HttpResponseRedirect(f"{reverse('staff:board')}?dag={day.isoformat()}")
    say_no = services.redirect if decision == REDIRECT else services.decline
    say_no(
        actor=actor,
        request_id=request_id,
        answer=form.cleaned_data["answer"],
        now=now,
    )
    tell(
        request,
        gettext("Svaret är skickat"),
        gettext("Den som frågade ser det på en gång."),
    )
    return HttpResponseRedirect(reverse("staff:requests"))


def _crumbs(name: str, person_id: UUID) -> tuple[Crumb, ...]:
    return (
        Crumb(text=gettext("Hembesök"), href=reverse("staff:requests")),
        Crumb(text=name, href=reverse("staff:person", args=[person_id])),
    )
