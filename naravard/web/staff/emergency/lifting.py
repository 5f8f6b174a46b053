"""Asking the person, in Nära, to lift a block; nothing of her is on the page."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from naravard.access import services as access
from naravard.access.rules.lifting import LiftAnswer
from naravard.core import clock
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.emergency.refused import with_ways
from naravard.web.staff.forms.fields import reason_field

REFUSED = 422


class LiftForm(forms.Form):
    """Why the unit needs to read."""

    reason = reason_field(
        gettext_lazy("Varför behöver ni läsa?"),
        help_text=gettext_lazy(
            "Skriv till personen. Det du skriver syns på personens sida, och sparas."
        ),
    )


@require_http_methods(["GET", "POST"])
@with_ways
def ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Put the question, or see what the person has answered."""
    actor, now = actor_of(request), clock.now()
    asked = access.asking_to_lift(actor=actor, person_id=person_id, now=now)
    waits = asked is not None and asked.answer is LiftAnswer.WAITING
    form = LiftForm(request.POST or None)
    if not waits and form.is_valid():
        access.ask_person_to_lift(
            actor=actor,
            person_id=person_id,
            reason=form.cleaned_data["reason"],
            now=now,
        )
        tell(
            request,
            gettext("Frågan är skickad"),
            gettext("Personen ser den på sin sida. Ett ja gäller genast."),
        )
        return HttpResponseRedirect(reverse("staff:lift_ask", args=[person_id]))
    return render(
        request,
        "staff/emergency/lift.html",
        {"asked": asked, "waits": waits, "form": form, "person_id": person_id},
        status=REFUSED if form.is_bound and not waits else 200,
    )
