"""Visits that are moved to another day or cancelled, calls made, and who leaves."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action
from naravard.core import clock
from naravard.core.errors import DomainError, NotFound
from naravard.mobile import services
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.visits.change_forms import (
    CancelForm,
    EndForm,
    OtherDayForm,
    ThingsForm,
)


@require_POST
def other_day(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Let a visit wait for a place on another day."""
    actor, form = actor_of(request), OtherDayForm(request.POST)
    services.check_may_write(actor=actor, visit_id=visit_id)
    if not form.is_valid():
        tell(request, gettext("Uppgifterna räckte inte"), gettext("Välj en dag."))
        return HttpResponseRedirect(reverse("staff:visit", args=[visit_id]))
    try:
        services.change_day(
            actor=actor,
            visit_id=visit_id,
            day=form.cleaned_data["day"],
            reason=form.cleaned_data["reason"],
            now=clock.now(),
        )
    except (AccessDenied, NotFound):
        raise
    except DomainError as refusal:
        tell(request, refusal.message, refusal.remedy)
        return HttpResponseRedirect(reverse("staff:visit", args=[visit_id]))
    tell(
        request,
        gettext("Besöket har fått en ny dag"),
        gettext("Det väntar på en plats i den dagens runda."),
    )
    day = form.cleaned_data["day"].isoformat()
    return HttpResponseRedirect(f"{reverse('staff:board')}?dag={day}&besok={visit_id}")


@require_POST
def cancel(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """The visit is not made; the person reads why."""
    actor, form = actor_of(request), CancelForm(request.POST)
    services.check_may_write(actor=actor, visit_id=visit_id)
    try:
        services.cancel_visit(
            actor=actor,
            visit_id=visit_id,
            reason=form.cleaned_data["reason"] if form.is_valid() else "",
            now=clock.now(),
        )
    except (AccessDenied, NotFound):
        raise
    except DomainError as refusal:
        tell(request, refusal.message, refusal.remedy)
    else:
        tell(
            request,
            gettext("Besöket är inställt"),
            gettext("Personen och den som frågade ser det på en gång."),
        )
    return HttpResponseRedirect(reverse("staff:visit", args=[visit_id]))


@require_POST
def things(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Say which car, bag or machine the visit needs."""
    actor, form = actor_of(request), ThingsForm(request.POST)
    services.check_may_write(actor=actor, visit_id=visit_id)
    try:
        services.change_things(
            actor=actor,
            visit_id=visit_id,
            resources=form.kinds() if form.is_valid() else (),
            now=clock.now(),
        )
    except (AccessDenied, NotFound):
        raise
    except DomainError as refusal:
        tell(request, refusal.message, refusal.remedy)
    else:
        tell(
            request,
            gettext("Besökets behov är ändrade"),
            gettext("Planeringen räknar med det från och med nu."),
        )
    return HttpResponseRedirect(reverse("staff:visit", args=[visit_id]))


@require_POST
def told(request: HttpRequest, moved_id: UUID) -> HttpResponse:
    """Somebody has called about a time that has moved."""
    actor = actor_of(request)
    access.require(actor=actor, action=Action.PLAN_VISITS)
    services.say_told(actor=actor, moved_id=moved_id, now=clock.now())
    tell(
        request,
        gettext("Noterat"),
        gettext("Alla i teamet ser att personen vet."),
    )
    return HttpResponseRedirect(reverse("staff:board"))


@require_POST
def end_enrolment(request: HttpRequest, enrolment_id: UUID) -> HttpResponse:
    """Somebody belongs to the team no more."""
    actor, form = actor_of(request), EndForm(request.POST)
    access.require(actor=actor, action=Action.TRIAGE_VISIT)
    try:
        person_id = services.end_enrolment(
            actor=actor,
            enrolment_id=enrolment_id,
            reason=form.cleaned_data["reason"] if form.is_valid() else "",
            now=clock.now(),
        )
    except (AccessDenied, NotFound):
        raise
    except DomainError as refusal:
        tell(request, refusal.message, refusal.remedy)
        return HttpResponseRedirect(reverse("staff:requests"))
    tell(
        request,
        gettext("Inskrivningen är avslutad"),
        gettext("Personen och den som bad om teamet ser varför."),
    )
    return HttpResponseRedirect(reverse("staff:person_visits", args=[person_id]))
