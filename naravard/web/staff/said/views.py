"""A person's answers and blocks, as staff write them down; each holds at once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Outcome
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.signin.limits import confirmed_lately
from naravard.web.staff.emergency.refused import with_ways
from naravard.web.staff.person.forms import ReasonForm
from naravard.web.staff.said.forms import AnswerForm, BlockForm
from naravard.web.staff.said.shown import block_lines, consent_lines

REFUSED, DENIED = 422, 403


@require_http_methods(["GET", "POST"])
@confirmed_lately
@with_ways
def said(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person has said; without a care relation, a way to state why first."""
    actor, now = actor_of(request), clock.now()
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        access.open_said(
            actor=actor,
            person_id=person_id,
            now=now,
            reason=form.cleaned_data["reason"],
        )
        return _back(person_id)
    try:
        return _page(request, person_id, AnswerForm(), BlockForm(actor))
    except AccessDenied as denial:
        if denial.decision.outcome is not Outcome.NEED_REASON:
            raise
        access.note_denial(denial=denial, now=now)
        return _ask_reason(request, person_id, form, denial)


@require_POST
@with_ways
def answer(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write down a yes or a no."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, person_id, form, BlockForm(actor_of(request)))
    access.keep_answer(
        actor=actor_of(request),
        person_id=person_id,
        answer=form.said(),
        now=clock.now(),
    )
    tell(
        request,
        gettext("Svaret är antecknat"),
        gettext("Det gäller genast. Personen ser det på sin sida och kan ändra sig."),
    )
    return _back(person_id)


@require_POST
@with_ways
def block(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Close what our unit, or our provider, has written."""
    actor = actor_of(request)
    form = BlockForm(actor, request.POST)
    if not form.is_valid() or actor.organisation_id is None:
        return _page(request, person_id, AnswerForm(), form)
    try:
        access.close(
            actor=actor,
            person_id=person_id,
            organisation_id=actor.organisation_id,
            unit_id=actor.unit_id if form.is_inner else None,
            asked_by=form.asked_by,
            now=clock.now(),
        )
    except DomainError as refusal:
        form.add_error("asked_by", f"{refusal.message} {refusal.remedy}")
        return _page(request, person_id, AnswerForm(), form)
    tell(
        request,
        gettext("Spärren är satt"),
        gettext("Den gäller genast, tills personen själv ber er ta bort den."),
    )
    return _back(person_id)


@require_POST
@with_ways
def lift(request: HttpRequest, person_id: UUID, block_id: UUID) -> HttpResponse:
    """Lift a block because the person asks for it."""
    access.open_again(
        actor=actor_of(request),
        person_id=person_id,
        block_id=block_id,
        because="Personen bad om det.",
        now=clock.now(),
    )
    tell(
        request,
        gettext("Spärren är borttagen"),
        gettext("Uppgifterna går att läsa igen för dem som behöver dem i vården."),
    )
    return _back(person_id)


@require_POST
@with_ways
def withdraw(request: HttpRequest, person_id: UUID, consent_id: UUID) -> HttpResponse:
    """Take an answer back because the person says so."""
    access.take_answer_back(
        actor=actor_of(request),
        person_id=person_id,
        consent_id=consent_id,
        now=clock.now(),
    )
    tell(
        request,
        gettext("Svaret är tillbakataget"),
        gettext("Det gäller genast. Ingen läser mer med stöd av det."),
    )
    return _back(person_id)


def _page(
    request: HttpRequest, person_id: UUID, answers: AnswerForm, blocking: BlockForm
) -> HttpResponse:
    now = clock.now()
    opened = access.open_said(actor=actor_of(request), person_id=person_id, now=now)
    faulty = answers.is_bound or blocking.is_bound
    return render(
        request,
        "staff/said/page.html",
        {
            "person": opened.person,
            "consents": consent_lines(opened.consents, now),
            "blocks": block_lines(opened.blocks, now),
            "answers": answers,
            "blocking": blocking,
            "now": now,
            "crumbs": (
                Crumb(
                    text=opened.person.name,
                    href=reverse("staff:person", args=[person_id]),
                ),
            ),
        },
        status=REFUSED if faulty else 200,
    )


def _ask_reason(
    request: HttpRequest, person_id: UUID, form: ReasonForm, denial: AccessDenied
) -> HttpResponse:
    return render(
        request,
        "staff/person/ask_reason.html",
        {
            "error": denial,
            "form": form,
            "address": reverse("staff:said", args=[person_id]),
        },
        status=REFUSED if form.is_bound else DENIED,
    )


def _back(person_id: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("staff:said", args=[person_id]))
