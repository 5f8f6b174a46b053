"""The person says who may read and closes data, on her own page; it holds at once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from naravard.access import services as access
from naravard.access.rules import ConsentHow, ConsentScope
from naravard.access.services import Answer
from naravard.core import clock
from naravard.core.errors import NotFound
from naravard.discharge.services import inhabitant as own
from naravard.discharge.services.inhabitant import NotAnInhabitant
from naravard.web.actor import actor_of
from naravard.web.inhabitant import pages
from naravard.web.inhabitant.forms import BlockForm, ReadingAnswerForm, RowForm
from naravard.web.inhabitant.pages import ConsentsShown
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.notices import tell
from naravard.web.signin.limits import confirmed_lately

REFUSED = 422


@require_http_methods(["GET", "POST"])
@confirmed_lately
@refused_quietly
def reading(request: HttpRequest) -> HttpResponse:
    """Let a unit read what others have written, or say no."""
    shown = _shown(request)
    form = ReadingAnswerForm(shown.units, request.POST or None)
    if not form.is_valid():
        return _ask(request, "inhabitant/reading.html", shown, form)
    access.keep_answer(
        actor=actor_of(request),
        person_id=_person(request),
        answer=Answer(
            scope=ConsentScope.SHARED_READ,
            given=form.is_yes,
            how=ConsentHow.ONLINE,
            given_by=actor_of(request).name,
            unit_id=form.unit_id,
        ),
        now=clock.now(),
    )
    tell(request, gettext("Ditt svar är sparat"), gettext("Det gäller genast."))
    return redirect("inhabitant:consents")


@require_POST
@confirmed_lately
@refused_quietly
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take an answer back."""
    access.take_answer_back(
        actor=actor_of(request),
        person_id=_person(request),
        consent_id=_row(request),
        now=clock.now(),
    )
    tell(
        request,
        gettext("Du har tagit tillbaka svaret"),
        gettext("Det gäller genast. Ingen läser mer med stöd av det."),
    )
    return redirect("inhabitant:consents")


@require_http_methods(["GET", "POST"])
@confirmed_lately
@refused_quietly
def blocks(request: HttpRequest) -> HttpResponse:
    """Close what a unit or a provider has written, knowing what follows."""
    shown = _shown(request)
    form = BlockForm(shown.units, request.POST or None)
    if not form.is_valid():
        return _ask(request, "inhabitant/blocks.html", shown, form)
    access.close(
        actor=actor_of(request),
        person_id=_person(request),
        organisation_id=form.organisation_id,
        unit_id=form.unit_id,
        now=clock.now(),
    )
    tell(
        request,
        gettext("Spärren är satt"),
        gettext("Den gäller genast. Du kan ta bort den när du vill."),
    )
    return redirect("inhabitant:consents")


@require_POST
@confirmed_lately
@refused_quietly
def lift(request: HttpRequest) -> HttpResponse:
    """Open again what one has closed."""
    access.open_again(
        actor=actor_of(request),
        person_id=_person(request),
        block_id=_row(request),
        because="Personen tog bort spärren på sin sida.",
        now=clock.now(),
    )
    tell(
        request,
        gettext("Spärren är borttagen"),
        gettext("De som behöver det i vården kan läsa igen."),
    )
    return redirect("inhabitant:consents")


def _shown(request: HttpRequest) -> ConsentsShown:
    now = clock.now()
    return pages.consents_shown(
        own.open_own_consents(actor=actor_of(request), now=now), now
    )


def _person(request: HttpRequest) -> UUID:
    actor = actor_of(request)
    person_id = actor.on_behalf_of or actor.person_id
    if person_id is None:
        raise NotAnInhabitant("Den här sidan är till för invånare.")
    return person_id


def _row(request: HttpRequest) -> UUID:
    form = RowForm(request.POST)
    if not form.is_valid():
        raise NotFound(
            gettext("Det du valde finns inte."),
            remedy=gettext("Gå tillbaka till Samtycke och välj igen."),
        )
    row: UUID = form.cleaned_data["row"]
    return row


def _ask(
    request: HttpRequest,
    template: str,
    shown: ConsentsShown,
    form: ReadingAnswerForm | BlockForm,
) -> HttpResponse:
    return render(
        request,
        template,
        {"shown": shown, "form": form},
        status=REFUSED if form.is_bound else 200,
    )
