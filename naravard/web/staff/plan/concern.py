"""Worry about a child (orosanmälan): how and where, never behind anything.

SoL 19 kap. 1 §: whoever works with people reports at once. The page asks for no
person, no plan and no consent, so that nothing can stand in the way.
"""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from naravard.access.rules import AccessDenied
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.people.queries import UnitRow, units_of_kind
from naravard.people.roles import CareUnitKind
from naravard.plan import services
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.plan.forms import PlanForm, new_request
from naravard.web.staff.plan.parts.fields import LONGEST_TEXT

REFUSED = 422

# Where a report is received: the child and family unit, else the social services.
RECEIVERS = (CareUnitKind.CHILD_AND_FAMILY, CareUnitKind.SOCIAL_SERVICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """One municipality's social services, and whether it is the child's own."""

    unit: UnitRow
    is_hers: bool

    @property
    def number(self) -> str:
        """The phone number as a telephone dials it."""
        digits = "".join(letter for letter in self.unit.phone if letter.isdigit())
        return f"+46{digits[1:]}" if digits.startswith("0") else digits


class ConcernForm(PlanForm):
    """What somebody has seen or heard."""

    text = forms.CharField(
        label=gettext_lazy("Vad har du sett eller hört?"),
        help_text=gettext_lazy("När och var. Du behöver inte veta säkert."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    child_in_danger = forms.BooleanField(
        label=gettext_lazy("Barnet behöver skydd i dag. Jag ringer också."),
        required=False,
    )


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Tell the social services of the child's municipality, at once and here."""
    form = ConcernForm(request.POST or None, initial=new_request())
    if form.is_bound and form.is_valid():
        try:
            services.report_concern(
                actor=actor_of(request),
                person_id=person_id,
                text=form.cleaned_data["text"],
                child_in_danger=form.cleaned_data["child_in_danger"],
                now=clock.now(),
            )
        except AccessDenied:
            raise
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            tell(
                request,
                gettext("Anmälan är skickad"),
                gettext(
                    "Socialtjänsten i barnets kommun har den nu. Anteckna i barnets"
                    " journal hos dig att du har anmält."
                ),
            )
            return HttpResponseRedirect(reverse("staff:concern"))
    context = {"form": form, "refused": form.is_bound}
    return render(
        request,
        "staff/plan/report_concern.html",
        context,
        status=REFUSED if form.is_bound else 200,
    )


@require_POST
def receive(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Our unit has read the report and takes it from here."""
    services.receive_concern(
        actor=actor_of(request), concern_id=concern_id, now=clock.now()
    )
    return HttpResponseRedirect(reverse("staff:concern"))


@require_safe
def concern(request: HttpRequest) -> HttpResponse:
    """How to report worry about a child, and to whom; `?kommun=` puts hers first."""
    code = request.GET.get("kommun", "")
    told = services.open_concerns(actor=actor_of(request), now=clock.now())
    return render(
        request,
        "staff/plan/concern.html",
        {"receivers": receivers(code), "told": told, "now": clock.now()},
    )


def receivers(code: str) -> tuple[Receiver, ...]:
    """Every municipality that receives reports, the child's own first."""
    today = day_of(clock.now())
    found: dict[str, UnitRow] = {}
    for kind in RECEIVERS:
        for unit in units_of_kind(kind, today):
            found.setdefault(unit.municipality_code, unit)
    rows = (
        Receiver(unit=unit, is_hers=unit.municipality_code == code)
        for unit in found.values()
    )
    return tuple(
        sorted(rows, key=lambda row: (not row.is_hers, row.unit.organisation_name))
    )
