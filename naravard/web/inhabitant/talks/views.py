"""She writes, reads what was answered, and writes again."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from naravard.core import clock
from naravard.dialogue import services as dialogue
from naravard.web.actor import actor_of
from naravard.web.inhabitant.easy import render_own
from naravard.web.inhabitant.plan.opening import REFUSED
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.inhabitant.talks.forms import MoreForm, NewForm
from naravard.web.inhabitant.talks.shown import talk_shown, talks_shown
from naravard.web.notices import tell


@require_safe
@refused_quietly
def talks(request: HttpRequest) -> HttpResponse:
    """All that she has written about, and whether there is an answer."""
    now = clock.now()
    opened = dialogue.open_own_talks(actor=actor_of(request), now=now)
    shown = talks_shown(opened, now)
    page = {"shown": shown}
    return render_own(request, "talks/talks.html", page, shown.reader)


@require_http_methods(["GET", "POST"])
@refused_quietly
def write(request: HttpRequest) -> HttpResponse:
    """Write about something new; it goes to who can answer."""
    now, actor = clock.now(), actor_of(request)
    opened = dialogue.open_own_talks(actor=actor, now=now)
    form = NewForm(request.POST or None, initial={"request_id": uuid4()})
    if not form.is_valid():
        shown = talks_shown(opened, now)
        page = {"shown": shown, "form": form}
        status = REFUSED if form.is_bound else 200
        return render_own(
            request, "talks/write.html", page, shown.reader, status=status
        )
    dialogue.write_to_care(actor=actor, written=form.written, now=now)
    tell(
        request,
        gettext("Ditt meddelande är skickat"),
        gettext("Någon som känner till dig läser det och svarar här."),
    )
    return redirect("inhabitant:talks")


@require_http_methods(["GET", "POST"])
@refused_quietly
def talk(request: HttpRequest, talk_id: UUID) -> HttpResponse:
    """One talk, and room to write more."""
    now, actor = clock.now(), actor_of(request)
    opened = dialogue.open_own_talk(actor=actor, talk_id=talk_id, now=now)
    form = MoreForm(request.POST or None, initial={"request_id": uuid4()})
    if not form.is_valid():
        shown = talk_shown(opened, now)
        page = {"shown": shown, "form": form}
        status = REFUSED if form.is_bound else 200
        return render_own(request, "talks/talk.html", page, shown.reader, status=status)
    dialogue.write_more(actor=actor, talk_id=talk_id, written=form.written, now=now)
    tell(
        request,
        gettext("Ditt meddelande är skickat"),
        gettext("Samma enhet läser det och svarar här."),
    )
    return redirect("inhabitant:talk", talk_id)
