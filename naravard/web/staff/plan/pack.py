"""The pack that goes with the person (e-Red-Bag): printed, and opened by its code."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from naravard.access.rules import AccessDenied
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.plan import queries, services
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.plan.forms import PlanForm, new_request
from naravard.web.staff.plan.opening import setting_for
from naravard.web.staff.plan.shown import address_of
from naravard.web.staff.plan.views import about_person

REFUSED = 422


class CodeForm(PlanForm):
    """The code that stands on the paper."""

    code = forms.CharField(
        label=gettext_lazy("Kod på väskans papper"),
        help_text=gettext_lazy("Tolv tecken. Koden öppnar en gång, för er enhet."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


@require_http_methods(["GET", "POST"])
def pack(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The paper; sent, it gets a code that is shown this once."""
    setting = setting_for(request, person_id)
    if setting.opened is None:  # the plan's page says how one begins
        return redirect("staff:plan", person_id)
    code = ""
    if request.method == "POST":
        code = services.make_pack_code(
            record=setting.record, plan_id=setting.plan_id, now=setting.now
        )
    return render(
        request,
        "staff/plan/pack.html",
        {
            **about_person(setting),
            "blocks": queries.pack_of(setting.record, setting.now),
            "code": code,
            "version": setting.plan.head.version,
        },
    )


@require_http_methods(["GET", "POST"])
def pack_code(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The receiving unit writes the code, and takes part in the plan from then on."""
    actor, now = actor_of(request), clock.now()
    begun = services.open_beginning(actor=actor, person_id=person_id, now=now)
    form = CodeForm(request.POST or None, initial=new_request())
    if form.is_bound and form.is_valid():
        try:
            services.use_pack_code(
                record=begun.record, code=form.cleaned_data["code"], now=now
            )
        except AccessDenied:
            raise
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            tell(
                request,
                gettext("Väskan är öppnad"),
                gettext("Er enhet deltar i planen nu, och personen ser det."),
            )
            return HttpResponseRedirect(address_of(person_id))
    return render(
        request,
        "staff/plan/pack_code.html",
        {"form": form, "person": begun.person, "refused": form.is_bound},
        status=REFUSED if form.is_bound else 200,
    )
