"""She names those close to her, and says what each may do; it holds at once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from naravard.access.rules import AccessDenied
from naravard.core import clock
from naravard.core.errors import DomainError, NotFound
from naravard.dialogue import services as dialogue
from naravard.dialogue.rows import MandateRow
from naravard.dialogue.rules.wishes import Mandate
from naravard.dialogue.services import OwnDetails
from naravard.web.actor import actor_of
from naravard.web.inhabitant.details.forms import (
    AddCloseForm,
    CloseForm,
    MandateForm,
)
from naravard.web.inhabitant.details.shown import details_shown
from naravard.web.inhabitant.plan.opening import REFUSED
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.notices import tell
from naravard.web.signin.limits import confirmed_lately


@require_http_methods(["GET", "POST"])
@confirmed_lately
@refused_quietly
def add(request: HttpRequest) -> HttpResponse:
    """Name somebody close, and let them in or not."""
    opened = _deciding(request)
    form = AddCloseForm(request.POST or None, initial={"mandate": Mandate.NONE})
    if not form.is_valid() or not _added(opened, form):
        return _ask(request, "add_close", opened, form)
    tell(
        request,
        gettext("Den närstående finns nu här"),
        gettext("De som hjälper dig ser vem de kan ringa."),
    )
    return redirect("inhabitant:details")


@require_http_methods(["GET", "POST"])
@confirmed_lately
@refused_quietly
def mandate(request: HttpRequest, related_id: UUID) -> HttpResponse:
    """Say what one close to her may do here, knowing what follows."""
    opened = _deciding(request)
    row = _chosen(opened, related_id)
    form = MandateForm(
        request.POST or None,
        initial={"mandate": row.mandate, "last_day": row.last_day},
    )
    if not form.is_valid() or not _given(opened, row, form):
        return _ask(request, "mandate", opened, form, row)
    tell(request, gettext("Ditt svar är sparat"), gettext("Det gäller genast."))
    return redirect("inhabitant:details")


@require_http_methods(["GET", "POST"])
@refused_quietly
def describe(request: HttpRequest, related_id: UUID) -> HttpResponse:
    """Write anew how one close to her is reached."""
    opened = _deciding(request)
    row = _chosen(opened, related_id)
    form = CloseForm(
        request.POST or None,
        initial={"name": row.name, "relation": row.relation, "phone": row.phone},
        named=row.can_sign_in,
    )
    if not form.is_valid():
        return _ask(request, "describe_close", opened, form, row)
    dialogue.describe_close(
        record=opened.record,
        related_id=related_id,
        close=form.close(row.name),
        now=clock.now(),
    )
    tell(request, gettext("Det är sparat"), gettext("De som hjälper dig ser det nu."))
    return redirect("inhabitant:details")


@require_POST
@confirmed_lately
@refused_quietly
def forget(request: HttpRequest, related_id: UUID) -> HttpResponse:
    """Take one close to her away."""
    opened = _deciding(request)
    row = _chosen(opened, related_id)
    dialogue.forget_close(record=opened.record, related_id=related_id, now=clock.now())
    tell(
        request,
        gettext("%(name)s är borttagen") % {"name": row.name},
        gettext("Det gäller genast."),
    )
    return redirect("inhabitant:details")


def _added(opened: OwnDetails, form: AddCloseForm) -> bool:
    try:
        dialogue.add_close(
            record=opened.record,
            close=form.close(),
            given=form.given(),
            number=form.cleaned_data["number"],
            now=clock.now(),
        )
    except AccessDenied:
        raise
    except DomainError as refusal:
        form.refuse(refusal)
        return False
    return True


def _given(opened: OwnDetails, row: MandateRow, form: MandateForm) -> bool:
    try:
        dialogue.give_mandate(
            record=opened.record,
            related_id=row.related_id,
            given=form.given(),
            now=clock.now(),
        )
    except AccessDenied:
        raise
    except DomainError as refusal:
        form.refuse(refusal)
        return False
    return True


def _deciding(request: HttpRequest) -> OwnDetails:
    """Her details, for herself: nobody else says who is close to her."""
    now = clock.now()
    opened = dialogue.open_own_details(actor=actor_of(request), now=now)
    dialogue.check_decides(record=opened.record)
    return opened


def _chosen(opened: OwnDetails, related_id: UUID) -> MandateRow:
    row = next((one for one in opened.mandates if one.related_id == related_id), None)
    if row is None or not row.is_hers_to_give:
        raise NotFound(
            gettext("Det du valde finns inte."),
            remedy=gettext("Gå tillbaka till Mina uppgifter och välj igen."),
        )
    return row


def _ask(
    request: HttpRequest,
    page: str,
    opened: OwnDetails,
    form: MandateForm | CloseForm,
    row: MandateRow | None = None,
) -> HttpResponse:
    shown = details_shown(opened, clock.now())
    return render(
        request,
        f"inhabitant/details/{page}.html",
        {"shown": shown, "close": row, "form": form},
        status=REFUSED if form.is_bound else 200,
    )
