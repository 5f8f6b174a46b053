"""One planned shift: its hours changed, or the shift taken away."""

from typing import Self
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action
from naravard.core import clock
from naravard.core.clock import local
from naravard.core.errors import DomainError, NotFound
from naravard.mobile import services
from naravard.mobile.routing.replanning.words import together
from naravard.mobile.services import Freed
from naravard.mobile.team_rows import ShiftRow
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.visits.forms import RefusableForm
from naravard.web.staff.visits.shown import visit_shown

REFUSED = 422
MOST_NAMED = 5


class HoursForm(RefusableForm):
    """Other hours for a shift."""

    begins = forms.TimeField(
        label=gettext_lazy("Börjar"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    ends = forms.TimeField(
        label=gettext_lazy("Slutar"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    @classmethod
    def of(cls, shift: ShiftRow) -> Self:
        """The form with the hours as they are."""
        return cls(
            initial={
                "begins": local(shift.starts_at).time(),
                "ends": local(shift.ends_at).time(),
            }
        )


@require_http_methods(["GET", "POST"])
def shift(request: HttpRequest, shift_id: UUID) -> HttpResponse:
    """The shift with what stands in it, and a way to other hours."""
    actor, now = actor_of(request), clock.now()
    access.require(actor=actor, action=Action.LEAD_TEAM)
    form = HoursForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            freed = services.change_shift(
                actor=actor, shift_id=shift_id, now=now, **form.cleaned_data
            )
        except (AccessDenied, NotFound):
            raise
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            return _done(request, gettext("Passet är ändrat"), freed)
    opened = services.open_shift(actor=actor, shift_id=shift_id, now=now)
    return render(
        request,
        "staff/visits/shift.html",
        {
            "shift": opened.shift,
            "visits": [visit_shown(row, now) for row in opened.visits],
            "form": form or HoursForm.of(opened.shift),
            "has_begun": opened.shift.starts_at <= now,
            "crumbs": (Crumb(text=gettext("Teamet"), href=reverse("staff:team")),),
        },
        status=REFUSED if form is not None else 200,
    )


@require_POST
def remove(request: HttpRequest, shift_id: UUID) -> HttpResponse:
    """Take the shift away."""
    actor = actor_of(request)
    access.require(actor=actor, action=Action.LEAD_TEAM)
    try:
        freed = services.remove_shift(actor=actor, shift_id=shift_id, now=clock.now())
    except (AccessDenied, NotFound):
        raise
    except DomainError as refusal:
        tell(request, refusal.message, refusal.remedy)
        return HttpResponseRedirect(reverse("staff:shift", args=[shift_id]))
    return _done(request, gettext("Passet är borttaget"), freed)


def _done(request: HttpRequest, done: str, freed: Freed) -> HttpResponse:
    """On to the board when visits wait for somebody, otherwise back to the team."""
    if not freed.visits:
        tell(request, done, gettext("Inget besök stod i vägen."))
        return HttpResponseRedirect(reverse("staff:team"))
    names = [row.name for row in freed.visits[:MOST_NAMED]]
    more = len(freed.visits) - len(names)
    if more:
        names.append(gettext("%(more)s till") % {"more": more})
    told = gettext("Väntar på någon annan, med den tid de har fått: %(names)s.")
    tell(request, done, told % {"names": together(names)})
    return HttpResponseRedirect(f"{reverse('staff:board')}?dag={freed.day.isoformat()}")
