"""The unit reads what persons have written, answers, passes on and posts letters."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from naravard.core import clock
from naravard.dialogue import services as dialogue
from naravard.dialogue.rules.wishes import Channel
from naravard.dialogue.services import OpenedTalk
from naravard.web.actor import actor_of
from naravard.web.notices import tell
from naravard.web.staff.talks.forms import AnswerForm, PassOnForm
from naravard.web.staff.talks.shown import (
    BECAUSE,
    CHANNELS,
    STILL_TO_DO,
    shown_line,
    shown_talk,
    told_beside,
)

REFUSED = 422


@require_safe
def talks(request: HttpRequest) -> HttpResponse:
    """What persons have written to us: what waits first; and the letters to post."""
    actor, now = actor_of(request), clock.now()
    rows = dialogue.open_talks(actor=actor, now=now)
    letters = dialogue.open_letters(actor=actor, now=now)
    return render(
        request,
        "staff/talks/talks.html",
        {
            "talks": [shown_talk(row, now) for row in rows],
            "letters": letters,
            "unit": actor.unit_name,
            "now": now,
        },
    )


@require_http_methods(["GET", "POST"])
def talk(request: HttpRequest, person_id: UUID, talk_id: UUID) -> HttpResponse:
    """One talk, and the answer."""
    opened = _opened(request, person_id, talk_id)
    form = AnswerForm(request.POST or None)
    if not form.is_valid():
        return _page(request, opened, form, PassOnForm(opened.receivers))
    channel = dialogue.answer(
        record=opened.record, talk_id=talk_id, written=form.written, now=clock.now()
    )
    told = gettext("Personen ser svaret på sin sida.")
    if channel in STILL_TO_DO:
        told = f"{told} {STILL_TO_DO[channel]}"
    tell(request, gettext("Svaret är skickat"), told)
    return redirect("staff:talk", person_id, talk_id)


@require_POST
def pass_on(request: HttpRequest, person_id: UUID, talk_id: UUID) -> HttpResponse:
    """Let another unit around the person answer instead."""
    opened = _opened(request, person_id, talk_id)
    form = PassOnForm(opened.receivers, request.POST)
    if not form.is_valid():
        return _page(request, opened, AnswerForm(), form)
    dialogue.pass_on(
        record=opened.record,
        talk_id=talk_id,
        unit_id=form.unit_id,
        because=form.cleaned_data["because"],
        now=clock.now(),
    )
    tell(
        request,
        gettext("Frågan är lämnad vidare"),
        gettext("Den andra enheten läser och svarar nu. Ni läser den inte längre."),
    )
    return redirect("staff:talks")


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, person_id: UUID, letter_id: UUID) -> HttpResponse:
    """One letter to print; sent, it is noted as posted."""
    now = clock.now()
    opened = dialogue.open_letter(
        actor=actor_of(request), person_id=person_id, letter_id=letter_id, now=now
    )
    if request.method == "POST":
        dialogue.post_letter(record=opened.record, letter_id=letter_id, now=now)
        tell(
            request,
            gettext("Brevet är postat"),
            gettext("Det finns kvar i samtalet med personen."),
        )
        return redirect("staff:talks")
    page = {
        "person": opened.person,
        "address": opened.person.address.split(", "),
        "letter": opened.letter,
        "now": now,
    }
    return render(request, "staff/talks/letter.html", page)


def _opened(request: HttpRequest, person_id: UUID, talk_id: UUID) -> OpenedTalk:
    return dialogue.open_talk(
        actor=actor_of(request),
        person_id=person_id,
        talk_id=talk_id,
        now=clock.now(),
    )


def _page(
    request: HttpRequest, opened: OpenedTalk, form: AnswerForm, passing: PassOnForm
) -> HttpResponse:
    now = clock.now()
    channel = Channel(opened.told.wishes.channel)
    faulty = form.is_bound or passing.is_bound
    return render(
        request,
        "staff/talks/talk.html",
        {
            "person": opened.person,
            "facts": told_beside(opened.told, opened.person),
            "talk": shown_talk(opened.talk, now),
            "because": str(BECAUSE[opened.talk.because]),
            "channel": str(CHANNELS[channel]),
            "still_to_do": str(STILL_TO_DO.get(channel, "")),
            "lines": [shown_line(line, now) for line in opened.lines],
            "receivers": opened.receivers,
            "form": form,
            "passing": passing,
            "now": now,
        },
        status=REFUSED if faulty else 200,
    )
