"""The plan's pages: read, do, write in, look back, print."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from naravard.access.rules import AccessDenied, may_do
from naravard.core.clock import day_of
from naravard.core.errors import DomainError, NotFound
from naravard.plan import queries
from naravard.plan.rules.kinds import View
from naravard.web.components.forms import target_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.person.shown import person_shown
from naravard.web.staff.plan import around, shown
from naravard.web.staff.plan.acts.definition import Act, Doing, Setting
from naravard.web.staff.plan.acts.offered import act_named, check_fits, offers
from naravard.web.staff.plan.acts.starting import SAY
from naravard.web.staff.plan.children import child_facts
from naravard.web.staff.plan.forms import PlanForm, new_request
from naravard.web.staff.plan.opening import setting_for
from naravard.web.staff.plan.words import process

REFUSED = 422


@require_safe
def plan(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The plan, or how far it has come before it can be read."""
    setting = setting_for(request, person_id)
    context = {**about_person(setting), "offers": offers(setting)}
    if setting.opened is None:
        begun = {"process": setting.process, "answer": SAY, **_beginning(setting)}
        return render(request, "staff/plan/beginning.html", {**context, **begun})
    return render(request, "staff/plan/page.html", {**context, **_content(setting)})


@require_http_methods(["GET", "POST"])
def act(
    request: HttpRequest, person_id: UUID, slug: str, about: UUID | None = None
) -> HttpResponse:
    """Ask what an act needs, or do it."""
    wanted = act_named(slug)
    setting = setting_for(request, person_id, about)
    _check_allowed(wanted, setting)
    check_fits(wanted, setting)
    kind = wanted.form(setting)
    if request.method == "GET":
        initial = {**wanted.initial(setting), **new_request()}
        return _form(request, wanted, setting, kind(initial=initial))
    form = kind(request.POST)
    if not form.is_valid():
        return _form(request, wanted, setting, form)
    try:
        wanted.perform(Doing(setting=setting, form=form))
    except AccessDenied:
        raise
    except DomainError as refusal:
        form.refuse(refusal)
        return _form(request, wanted, setting, form)
    tell(request, str(wanted.title), str(wanted.told))
    return HttpResponseRedirect(shown.address_of(person_id))


@require_safe
def document(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The plan as one legal plan, to read together, print and sign."""
    setting = setting_for(request, person_id)
    view = request.GET.get("plan", View.SIP)
    if view not in set(View) or setting.opened is None:
        raise NotFound(
            gettext("Den planen finns inte."), remedy=gettext("Välj i planen.")
        )
    read = queries.document_of(setting.record, View(view), setting.now)
    standing = next(
        (one for one in around.standings_of(setting) if one.row.view == view), None
    )
    return render(
        request,
        "staff/plan/document.html",
        {
            **about_person(setting),
            "document": read,
            "standing": standing,
            "version": setting.plan.head.version,
        },
    )


@require_safe
def meeting_file(
    request: HttpRequest, person_id: UUID, meeting_id: UUID
) -> HttpResponse:
    """One meeting for a calendar; it tells when and where, never what it is about."""
    setting = setting_for(request, person_id)
    text = queries.meeting_calendar(setting.record, meeting_id, setting.now)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="mote.ics"'
    return answer


def about_person(setting: Setting) -> dict[str, object]:
    """What every page of the plan says of the person and where one is."""
    status = setting.status
    address = shown.address_of(setting.person.id)
    return {
        "person": setting.person,
        "head": person_shown(setting.person),
        "now": setting.now,
        "today": day_of(setting.now),
        "status": str(process.PLAN[status]) if status else "",
        "status_tone": process.TONES.get(status, "info") if status else "",
        "step": process.STEPS.get(status, 0) if status else 0,
        "step_count": process.STEP_COUNT,
        "plan_address": address,
        "why": setting.record.why,
        "by_law": setting.by_law,
        **child_facts(setting.person),
        "crumbs": (Crumb(text=setting.person.name, href=_person(setting)),),
        "plan_crumbs": (
            Crumb(text=setting.person.name, href=_person(setting)),
            Crumb(text=gettext("Planen"), href=address),
        ),
    }


def _content(setting: Setting) -> dict[str, object]:
    edit = f"{shown.address_of(setting.person.id)}del/team/"
    opened = setting.opened
    return {
        "plan": setting.plan,
        "shown": shown.shown_plan(setting),
        "team": around.team_of(setting.plan, edit if shown.may_write(setting) else ""),
        "call": around.call_now(setting.plan),
        "meetings": around.meetings_of(setting),
        "tasks": around.tasks_of(setting),
        "parties": around.parties_of(setting),
        "standings": around.standings_of(setting),
        "notes": opened.notes if opened else (),
        "steps": _steps(setting),
    }


def _beginning(setting: Setting) -> dict[str, object]:
    found = setting.process
    if found is None:
        return {}
    names = dict(found.related_names)
    return {
        "head_row": found.head,
        "steps": _steps(setting),
        "words": [
            (str(process.SPEAKER[one.speaker]), one.related, one) for one in found.words
        ],
        "awaited": [
            (
                str(process.SPEAKER[one.speaker]),
                names.get(one.related_id, "") if one.related_id else "",
            )
            for one in found.awaited
        ],
    }


def _steps(setting: Setting) -> list[tuple[str, object]]:
    steps = setting.process.steps if setting.process else ()
    return [(str(process.PLAN[one.after]), one) for one in reversed(steps)]


def _person(setting: Setting) -> str:
    return reverse("staff:person", args=[setting.person.id])


def _check_allowed(wanted: Act, setting: Setting) -> None:
    """Say who can, before anybody fills in a form in vain. Raises AccessDenied."""
    decision = may_do(setting.actor, wanted.action)
    if not decision.allowed:
        raise AccessDenied(
            decision,
            actor=setting.actor,
            action=wanted.action,
            person_ids=(setting.person.id,),
        )


def _form(
    request: HttpRequest, wanted: Act, setting: Setting, form: PlanForm
) -> HttpResponse:
    named = next((name for name in form.errors if name in form.fields), "")
    return render(
        request,
        "staff/plan/act.html",
        {
            **about_person(setting),
            "act": wanted,
            "form": form,
            "refused": form.is_bound,
            "target": target_of(form, named) if named else "",
        },
        status=REFUSED if form.is_bound else 200,
    )
