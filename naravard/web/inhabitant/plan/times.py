"""The times she is called to and has agreed: read, answered, kept in a calendar."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import (
    require_http_methods,
    require_safe,
)

from naravard.access.rules import Action
from naravard.core import clock
from naravard.core.errors import NotFound
from naravard.plan import queries
from naravard.plan import services as plan
from naravard.plan.rules.meetings import ExperienceQuestion, Reply
from naravard.web.inhabitant.easy import render_own
from naravard.web.inhabitant.plan.forms import (
    ExperienceForm,
    ReplyForm,
)
from naravard.web.inhabitant.plan.opening import REFUSED, opened_plan
from naravard.web.inhabitant.plan.times_shown import MeetingCard, times_shown
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.notices import tell

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
@refused_quietly
def times(request: HttpRequest) -> HttpResponse:
    """Meetings she is called to, those that have been, and agreed times."""
    shown = times_shown(opened_plan(request), clock.now())
    return render_own(request, "plan/times.html", {"shown": shown}, shown.reader)


@require_http_methods(["GET", "POST"])
@refused_quietly
def reply(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Answer a call: yes, no, or another time."""
    opened, now = opened_plan(request), clock.now()
    plan.check_may_do(
        record=opened.record, action=Action.ANSWER_IN_PLAN, by_mandate=True
    )
    shown = times_shown(opened, now)
    card = _card(shown.coming, meeting_id)
    form = ReplyForm(request.POST or None)
    if not form.is_valid() or card.invitee_id is None:
        page = {"shown": shown, "card": card, "form": form}
        status = REFUSED if form.is_bound else 200
        return render(request, "inhabitant/plan/reply.html", page, status=status)
    said: Reply = form.cleaned_data["answer"]
    plan.reply(
        record=opened.record,
        meeting_id=meeting_id,
        invitee_id=card.invitee_id,
        answer=said,
        note=form.cleaned_data["note"],
        now=now,
    )
    if said is Reply.OTHER_TIME:
        plan.propose_time(
            record=opened.record,
            meeting_id=meeting_id,
            starts_at=form.cleaned_data["other_time"],
            now=now,
        )
    tell(request, gettext("Ditt svar är skickat"), gettext("De som är med ser det nu."))
    return redirect("inhabitant:times")


@require_http_methods(["GET", "POST"])
@refused_quietly
def experience(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Tell how a meeting was."""
    opened, now = opened_plan(request), clock.now()
    plan.check_may_do(record=opened.record, action=Action.ANSWER_IN_PLAN)
    shown = times_shown(opened, now)
    card = _card(shown.held, meeting_id)
    form = ExperienceForm(request.POST or None)
    if not form.is_valid():
        page = {"shown": shown, "card": card, "form": form}
        status = REFUSED if form.is_bound else 200
        return render(request, "inhabitant/plan/experience.html", page, status=status)
    plan.tell_experience(
        record=opened.record,
        meeting_id=meeting_id,
        answers={
            ExperienceQuestion(key): form.cleaned_data[key] for key in form.fields
        },
        now=now,
    )
    tell(request, gettext("Tack för ditt svar"), "")
    return redirect("inhabitant:times")


@require_safe
@refused_quietly
def meeting_file(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """One meeting for the phone's calendar; it says nothing of why."""
    record = opened_plan(request).record
    return _calendar(queries.meeting_calendar(record, meeting_id, clock.now()))


@require_safe
@refused_quietly
def times_file(request: HttpRequest) -> HttpResponse:
    """All agreed times for the phone's calendar."""
    record = opened_plan(request).record
    return _calendar(queries.times_calendar(record, clock.now()))


def _card(cards: tuple[MeetingCard, ...], meeting_id: UUID) -> MeetingCard:
    found = next((one for one in cards if one.meeting_id == meeting_id), None)
    if found is None:
        raise NotFound(
            gettext("Mötet finns inte längre."), remedy=gettext("Gå till Mina tider.")
        )
    return found


def _calendar(text: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type=CALENDAR,
        headers={"Content-Disposition": 'attachment; filename="min-tid.ics"'},
    )
