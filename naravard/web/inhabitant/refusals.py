"""When the rules say no to an inhabitant: logged, and said on a quiet page."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from naravard.access import services as access
from naravard.access.rules import AccessDenied
from naravard.core import clock
from naravard.people.queries import reads_for
from naravard.web.actor import actor_of
from naravard.web.inhabitant.reader import choices
from naravard.web.inhabitant.words.refusals import refusal_words

Rest = ParamSpec("Rest")
FORBIDDEN = 403
HOME = "inhabitant:home"


def refused_quietly(
    view: Callable[Concatenate[HttpRequest, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Answer a refusal with why, what to do instead and whom else one reads for."""

    @wraps(view)
    def answered(
        request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except AccessDenied as denial:
            return _refusal(request, denial)

    return answered


def _refusal(request: HttpRequest, denial: AccessDenied) -> HttpResponse:
    now = clock.now()
    access.note_denial(denial=denial, now=now)
    actor = actor_of(request)
    return render(
        request,
        "inhabitant/refusal.html",
        {
            "refusal": refusal_words(denial),
            "home": "" if request.path == reverse(HOME) else reverse(HOME),
            "choices": choices(actor, reads_for(actor, clock.day_of(now))),
        },
        status=FORBIDDEN,
    )
