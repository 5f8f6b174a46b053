"""The steps of an emergency; each is a choice, and nothing opens by itself."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from naravard.access import services as access
from naravard.access.rules import GlassStep, Rule
from naravard.core import clock
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.emergency.refused import with_ways
from naravard.web.staff.forms.fields import reason_field

REFUSED = 422


class EmergencyForm(forms.Form):
    """Which danger it is, and that the person cannot be asked."""

    reason = reason_field(
        gettext_lazy("Vilken fara är det för liv eller hälsa?"),
        help_text=gettext_lazy(
            "Skälet sparas. Personen kan läsa det, och det granskas alltid."
        ),
    )
    cannot_ask = forms.BooleanField(
        label=gettext_lazy("Personen kan inte själv svara just nu"),
        error_messages={
            "required": gettext_lazy("Kan personen svara frågar du i stället")
        },
    )


@require_http_methods(["GET", "POST"])
@with_ways
def emergency(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """State the danger; then see who has closed or who holds the data."""
    form = EmergencyForm(request.POST or None)
    if not form.is_valid():
        return _ask(request, person_id, form)
    begun = access.begin_emergency(
        actor=actor_of(request),
        person_id=person_id,
        reason=form.cleaned_data["reason"],
        now=clock.now(),
    )
    return render(
        request,
        "staff/emergency/begun.html",
        {
            "person_id": person_id,
            "begun": begun,
            "is_blocked": begun.rule in {Rule.A06, Rule.A14},
            "opens": begun.next is GlassStep.OPEN,
            "now": clock.now(),
        },
    )


@require_POST
@with_ways
def open_now(request: HttpRequest, person_id: UUID, emergency_id: UUID) -> HttpResponse:
    """Open for some hours; the page of the person says until when."""
    access.break_glass(
        actor=actor_of(request), emergency_id=emergency_id, now=clock.now()
    )
    return HttpResponseRedirect(reverse("staff:person", args=[person_id]))


@require_POST
def ask_to_lift(
    request: HttpRequest, person_id: UUID, emergency_id: UUID
) -> HttpResponse:
    """Note that whoever closed the data has been asked to lift the block."""
    access.ask_to_lift(
        actor=actor_of(request), emergency_id=emergency_id, now=clock.now()
    )
    tell(
        request,
        gettext("Det är antecknat att du har bett dem häva"),
        gettext("När de har hävt spärren öppnar du personens sida som vanligt."),
    )
    return HttpResponseRedirect(reverse("staff:my_day"))


@require_POST
def end(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The danger is over: what was opened is closed again."""
    access.end_emergency(actor=actor_of(request), person_id=person_id, now=clock.now())
    tell(
        request,
        gettext("Nödläget är avslutat"),
        gettext("Uppgifterna är stängda igen. Den som granskar ser vad du har läst."),
    )
    return HttpResponseRedirect(reverse("staff:my_day"))


def _ask(request: HttpRequest, person_id: UUID, form: EmergencyForm) -> HttpResponse:
    return render(
        request,
        "staff/emergency/ask.html",
        {"form": form, "person_id": person_id},
        status=REFUSED if form.is_bound else 200,
    )
