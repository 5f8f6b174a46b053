"""Questions from units about what the person has closed; she answers yes or no."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from naravard.access import services as access
from naravard.core import clock
from naravard.core.errors import NotFound
from naravard.discharge.services import inhabitant as own
from naravard.discharge.services.inhabitant import NotAnInhabitant
from naravard.web.actor import actor_of
from naravard.web.inhabitant import pages
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.notices import tell
from naravard.web.signin.limits import confirmed_lately

YES, NO = "ja", "nej"


class LiftAnswerForm(forms.Form):
    """Which question, and the answer."""

    question = forms.UUIDField()
    answer = forms.ChoiceField(choices=[(YES, YES), (NO, NO)])


@require_http_methods(["GET", "POST"])
@confirmed_lately
@refused_quietly
def lift_questions(request: HttpRequest) -> HttpResponse:
    """The units that ask, each with why; the answer holds at once."""
    if request.method == "POST":
        return _answered(request)
    actor, now = actor_of(request), clock.now()
    found = access.open_lift_questions(actor=actor, person_id=_person(request), now=now)
    shown = pages.consents_shown(own.open_own_consents(actor=actor, now=now), now)
    return render(
        request,
        "inhabitant/lift_questions.html",
        {"shown": shown, "questions": found.questions, "yes": YES, "no": NO},
    )


def _answered(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), clock.now()
    person_id = _person(request)
    access.open_lift_questions(actor=actor, person_id=person_id, now=now)
    form = LiftAnswerForm(request.POST)
    if not form.is_valid():
        raise NotFound(
            gettext("Frågan finns inte."),
            remedy=gettext("Gå tillbaka till Samtycke och välj igen."),
        )
    yes = form.cleaned_data["answer"] == YES
    access.answer_lift(
        actor=actor,
        person_id=person_id,
        request_id=form.cleaned_data["question"],
        yes=yes,
        now=now,
    )
    tell(
        request,
        gettext("Enheten får läsa") if yes else gettext("Du har sagt nej"),
        gettext("Det gäller genast. Du kan ändra dig när du vill.")
        if yes
        else gettext("Spärren är kvar. Enheten ser att du har sagt nej."),
    )
    return redirect("inhabitant:consents")


def _person(request: HttpRequest) -> UUID:
    actor = actor_of(request)
    person_id = actor.on_behalf_of or actor.person_id
    if person_id is None:
        raise NotAnInhabitant("Den här sidan är till för invånare.")
    return person_id
