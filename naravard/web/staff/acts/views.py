"""An act's form: shown, sent, refused with what was written kept."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from naravard.access.rules import AccessDenied, may_do
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.discharge import services
from naravard.web.actor import actor_of
from naravard.web.components.forms import target_of
from naravard.web.components.navigation import Crumb
from naravard.web.language import safe_address
from naravard.web.notices import tell
from naravard.web.staff.acts.definition import Act, Doing, Setting, setting_of
from naravard.web.staff.acts.offered import act_named, check_possible
from naravard.web.staff.case.acting import (
    act_address,
    as_written,
    empty_form,
    fields_of,
    sent_form,
)
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.rows import MORE

REFUSED = 422


@require_http_methods(["GET", "POST"])
def act(
    request: HttpRequest, case_id: UUID, slug: str, message_id: UUID | None = None
) -> HttpResponse:
    """Ask what the act needs, or do it."""
    wanted, now = act_named(slug), clock.now()
    opened = services.open_case(actor=actor_of(request), case_id=case_id, now=now)
    setting = setting_of(opened, now, message_id)
    _check_allowed(wanted, setting)
    if request.method == "GET" or wanted.about_message:
        check_possible(wanted, setting)
    if request.method == "POST":
        return _sent(request, wanted, setting)
    return _form(request, wanted, setting, empty_form(wanted, setting))


def _check_allowed(wanted: Act, setting: Setting) -> None:
    """Say who can, before anybody fills in a form in vain. Raises AccessDenied."""
    decision = may_do(setting.actor, wanted.action, setting.part)
    if not decision.allowed:
        raise AccessDenied(
            decision,
            actor=setting.actor,
            action=wanted.action,
            person_ids=(setting.person.id,),
            about=setting.case.case_id,
        )


def _sent(request: HttpRequest, wanted: Act, setting: Setting) -> HttpResponse:
    form = sent_form(wanted, setting, request.POST)
    if MORE in request.POST:
        return _form(request, wanted, setting, as_written(form))
    if not form.is_valid():
        return _form(request, wanted, setting, form, refused=True)
    try:
        wanted.perform(Doing(setting=setting, form=form, when=form.when(setting.now)))
    except AccessDenied:
        raise
    except DomainError as refusal:
        form.refuse(refusal)
        return _form(request, wanted, setting, form, refused=True)
    tell(request, str(wanted.told.title), str(wanted.told.consequence))
    return HttpResponseRedirect(_afterwards(request, setting))


def _afterwards(request: HttpRequest, setting: Setting) -> str:
    case_id = setting.case.case_id
    if request.headers.get("HX-Request"):
        return reverse("staff:panel", args=[case_id])
    return safe_address(request, request.POST.get("next", "")) or reverse(
        "staff:case", args=[case_id]
    )


def _form(
    request: HttpRequest,
    wanted: Act,
    setting: Setting,
    form: ActForm,
    *,
    refused: bool = False,
) -> HttpResponse:
    in_panel = bool(request.headers.get("HX-Request"))
    case_id = setting.case.case_id
    return render(
        request,
        "staff/case/act_form.html" if in_panel else "staff/case/act.html",
        {
            "act": wanted,
            "setting": setting,
            "form": form,
            "fields": fields_of(form),
            "facts": wanted.shown(setting),
            "address": act_address(
                setting, wanted, setting.message.id if setting.message else None
            ),
            "next": safe_address(request, request.POST.get("next", "")),
            "refused": refused,
            "target": _target(form),
            "in_panel": in_panel,
            "crumbs": (
                Crumb(text=gettext("Utskrivningar"), href=reverse("staff:worklist")),
                Crumb(
                    text=setting.person.name,
                    href=reverse("staff:case", args=[case_id]),
                ),
            ),
        },
        status=REFUSED if refused else 200,
    )


def _target(form: ActForm) -> str:
    named = next((name for name in form.errors if name in form.fields), "")
    return target_of(form, named) if named else ""
