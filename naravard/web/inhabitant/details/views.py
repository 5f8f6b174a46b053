"""She reads and changes what she has told; each change holds at once."""

from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from naravard.core import clock
from naravard.core.errors import NotFound
from naravard.dialogue import services as dialogue
from naravard.dialogue.services import OwnDetails
from naravard.plan import services as plan
from naravard.plan.rules.edits import SetHeader
from naravard.plan.services import OpenedPlan
from naravard.web.actor import actor_of
from naravard.web.inhabitant.details.forms import OwnWishesForm, SharedForm
from naravard.web.inhabitant.details.shown import details_shown
from naravard.web.inhabitant.plan.opening import REFUSED, opened_plan
from naravard.web.inhabitant.plan.shown import plan_shown
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.notices import tell
from naravard.web.signin.limits import confirmed_lately


@require_safe
@refused_quietly
def details(request: HttpRequest) -> HttpResponse:
    """What she has told, what the register says, and whom she lets do what."""
    shown = details_shown(_opened(request), clock.now())
    return render(request, "inhabitant/details/details.html", {"shown": shown})


@require_http_methods(["GET", "POST"])
@refused_quietly
def change(request: HttpRequest) -> HttpResponse:
    """Tell anew: language, interpreter, easy to read, channel and place."""
    opened, now = _opened(request), clock.now()
    form = OwnWishesForm(request.POST or None, opened.told.wishes)
    if not form.is_valid():
        page = {"shown": details_shown(opened, now), "form": form}
        return render(
            request,
            "inhabitant/details/change.html",
            page,
            status=REFUSED if form.is_bound else 200,
        )
    dialogue.tell_wishes(record=opened.record, wishes=form.wishes, now=now)
    tell(
        request,
        gettext("Dina uppgifter är ändrade"),
        gettext("De som hjälper dig ser det nu."),
    )
    return redirect("inhabitant:details")


@require_http_methods(["GET", "POST"])
@confirmed_lately
@refused_quietly
def shared(request: HttpRequest) -> HttpResponse:
    """Choose, section by section, what those close to her may read of the plan."""
    opened, now = opened_plan(request), clock.now()
    shown = plan_shown(opened, now)
    if opened.plan is None or not shown.is_shared or not shown.reader.is_own:
        raise NotFound(
            gettext("Du har ingen plan att dela än."),
            remedy=gettext("Be om en gemensam plan på sidan Min plan."),
        )
    header = opened.plan.content.header
    form = SharedForm(
        request.POST or None,
        initial={
            "sections": header.relatives_see,
            "version": opened.plan.head.version,
        },
    )
    if not form.is_valid():
        page = {"shown": shown, "form": form}
        return render(request, "inhabitant/details/shared.html", page)
    _share(opened, form, now)
    tell(request, gettext("Ditt svar är sparat"), gettext("Det gäller genast."))
    return redirect("inhabitant:details")


def _share(opened: OpenedPlan, form: SharedForm, now: datetime) -> None:
    assert opened.plan is not None
    header = replace(
        opened.plan.content.header,
        relatives_see=tuple(form.cleaned_data["sections"]),
    )
    plan.change(
        record=opened.record,
        plan_id=opened.plan.head.plan_id,
        read_version=opened.plan.head.version,
        edits=(SetHeader(header=header),),
        now=now,
    )


def _opened(request: HttpRequest) -> OwnDetails:
    return dialogue.open_own_details(actor=actor_of(request), now=clock.now())
