"""The page of a person, opening it with a reason, and admitting her."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action, Decision, Outcome, may_do
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.dialogue.queries import wishes_of
from naravard.discharge import services
from naravard.discharge.services import OpenedCase, OpenedPerson
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.components.people import Fact
from naravard.web.notices import tell
from naravard.web.signin.limits import confirmed_lately
from naravard.web.staff.acts.definition import setting_of
from naravard.web.staff.case.acting import main_act
from naravard.web.staff.case.lanes import (
    PERIODS,
    USUAL_PERIOD,
    lanes,
    periods,
    window_of,
)
from naravard.web.staff.case.page import case_page
from naravard.web.staff.case.shown import shown_case
from naravard.web.staff.emergency.refused import refused
from naravard.web.staff.forms.base import new_request
from naravard.web.staff.person.forms import (
    AdmissionForm,
    ReasonForm,
    admission_of,
    first_reason,
)
from naravard.web.staff.person.plan import plan_beside
from naravard.web.staff.person.shown import (
    contacts_of,
    facts_about,
    person_shown,
    readings_of,
)
from naravard.web.staff.person.visits import visits_beside
from naravard.web.staff.plan.children import child_facts
from naravard.web.staff.talks.shown import facts_of_wishes

REFUSED, DENIED = 422, 403


@require_http_methods(["GET", "POST"])
@confirmed_lately
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One person; without a care relation, a way to state why and open."""
    actor, now = actor_of(request), clock.now()
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and not form.is_valid():
        return _ask_reason(request, person_id, form, None)
    reason = form.cleaned_data["reason"] if form.is_bound else ""
    try:
        opened = services.open_person(
            actor=actor, person_id=person_id, now=now, reason=reason
        )
    except AccessDenied as denial:
        access.note_denial(denial=denial, now=now)
        if denial.decision.outcome is not Outcome.NEED_REASON:
            return refused(request, denial)
        opens = access.would_open(actor=actor, person_id=person_id, now=now)
        if not opens.allowed:
            return refused(request, _denied(denial, opens))
        may_admit = may_do(actor, Action.ADMIT).allowed
        empty = ReasonForm(initial={"reason": first_reason() if may_admit else ""})
        return _ask_reason(request, person_id, empty, denial)
    if request.method == "POST":
        return HttpResponseRedirect(reverse("staff:person", args=[person_id]))
    return _page(request, opened)


@require_http_methods(["GET", "POST"])
def admit(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Admit the person to our ward; the case begins."""
    actor, now = actor_of(request), clock.now()
    access.require(actor=actor, action=Action.ADMIT, person_id=person_id)
    opened = services.open_person(actor=actor, person_id=person_id, now=now)
    form = AdmissionForm(request.POST or None, initial=new_request())
    if request.method == "GET" or not form.is_valid():
        return _admission(request, opened, form)
    try:
        case_id = services.admit(
            actor=actor,
            admission=admission_of(form, person_id, actor),
            when=form.when(now),
        )
    except DomainError as refusal:
        form.refuse(refusal)
        return _admission(request, opened, form)
    tell(
        request,
        gettext("Personen är inskriven"),
        gettext("Bedöm nu vilka som behövs efter utskrivningen."),
    )
    return HttpResponseRedirect(reverse("staff:case", args=[case_id]))


def _denied(denial: AccessDenied, opens: Decision) -> AccessDenied:
    """The no that no reason would change."""
    return AccessDenied(
        opens,
        actor=denial.actor,
        action=denial.action,
        person_ids=denial.person_ids,
        category=denial.category,
    )


def _page(request: HttpRequest, opened: OpenedPerson) -> HttpResponse:
    now = opened.record.opened_at
    chosen = request.GET.get("period", USUAL_PERIOD)
    chosen = chosen if chosen in PERIODS else USUAL_PERIOD
    known = (
        *facts_about(opened.person),
        *facts_of_wishes(wishes_of(opened.record), opened.person),
    )
    context: dict[str, object] = {
        "person": opened.person,
        "head": person_shown(opened.person),
        "facts": known,
        "contacts": contacts_of(opened),
        "readings": readings_of(opened),
        "cases": opened.cases,
        "now": now,
        "today": day_of(now),
        "periods": periods(chosen),
        "window": window_of(chosen, day_of(now)),
        "why": opened.record.why,
        **child_facts(opened.person),
        "emergency_until": opened.record.emergency_until,
        "may_admit": _may_admit(opened),
        "next": reverse("staff:person", args=[opened.person.id]),
        "crumbs": (
            Crumb(text=gettext("Utskrivningar"), href=reverse("staff:worklist")),
        ),
    }
    context |= _current(opened, known)
    context |= plan_beside(opened.record, context.get("lanes", ()))
    context |= visits_beside(opened, context.get("lanes", ()))
    return render(request, "staff/person/page.html", context)


def _current(opened: OpenedPerson, known: tuple[Fact, ...]) -> dict[str, object]:
    """What the latest case adds to the page."""
    view, now = opened.current, opened.record.opened_at
    if view is None:
        return {}
    setting = setting_of(
        OpenedCase(
            record=opened.record,
            person=opened.person,
            view=view,
            messages=opened.messages,
        ),
        now,
    )
    page = case_page(setting)
    address = reverse("staff:case", args=[view.case.case_id])
    return {
        "shown": shown_case(setting),
        "case_page": page,
        "facts": (*page.facts[:3], *known),
        "main": main_act(setting),
        "case_address": address,
        "lanes": lanes(view, opened.person, day_of(now), f"{address}#handelser"),
    }


def _may_admit(opened: OpenedPerson) -> bool:
    """A ward may, when no stay is going on and the person lives."""
    open_stay = any(
        case.discharged_at is None and case.ended_at is None for case in opened.cases
    )
    living = opened.person.deceased_on is None
    return (
        may_do(opened.record.actor, Action.ADMIT).allowed and living and not open_stay
    )


def _ask_reason(
    request: HttpRequest,
    person_id: UUID,
    form: ReasonForm,
    denial: AccessDenied | None,
) -> HttpResponse:
    return render(
        request,
        "staff/person/ask_reason.html",
        {
            "error": denial,
            "form": form,
            "address": reverse("staff:person", args=[person_id]),
        },
        status=DENIED if denial else REFUSED,
    )


def _admission(
    request: HttpRequest, opened: OpenedPerson, form: AdmissionForm
) -> HttpResponse:
    return render(
        request,
        "staff/person/admit.html",
        {
            "person": opened.person,
            "form": form,
            "fields": [field for field in form.visible_fields() if field.name != "at"],
            "refused": form.is_bound,
            "crumbs": (
                Crumb(
                    text=opened.person.name,
                    href=reverse("staff:person", args=[opened.person.id]),
                ),
            ),
        },
        status=REFUSED if form.is_bound else 200,
    )
