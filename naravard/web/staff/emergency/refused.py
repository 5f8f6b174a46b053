"""A no about one person: its rule, what to do instead, and the ways that are open."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naravard.access import services as access
from naravard.access.rules import (
    AccessDenied,
    Action,
    Category,
    Outcome,
    Rule,
    may_do,
)
from naravard.access.rules.lifting import CLOSED_BY_HER
from naravard.core import clock
from naravard.web import errors
from naravard.web.actor import actor_of

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponse]
DENIED = 403

# Rules that the person's own yes would change, where the unit works with her.
ASKED_OF_THE_PERSON = frozenset({Rule.A05, Rule.A10, Rule.A11})


def with_ways(view: View[Rest]) -> View[Rest]:
    """Answer a no about one person with the ways that are open to whoever asked."""

    @wraps(view)
    def answered(
        request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except AccessDenied as denial:
            access.note_denial(denial=denial, now=clock.now())
            return refused(request, denial)

    return answered


def refused(request: HttpRequest, denial: AccessDenied) -> HttpResponse:
    """The page of a no that has been logged; nothing of the person is on it."""
    plain = len(denial.person_ids) != 1 or denial.category is None
    if plain or request.headers.get("HX-Request"):
        return errors.refusal(request, denial)
    person_id = denial.person_ids[0]
    return render(
        request,
        "staff/emergency/refused.html",
        {
            "error": denial,
            "person_id": person_id,
            "may_ask": denial.decision.rule in ASKED_OF_THE_PERSON,
            "may_ask_to_lift": denial.decision.rule in CLOSED_BY_HER
            and may_do(denial.actor, Action.RECORD_CONSENT).allowed,
            "emergency": _opens_in_emergency(request, denial),
        },
        status=DENIED,
    )


def _opens_in_emergency(request: HttpRequest, denial: AccessDenied) -> bool:
    """Whether danger to life would open a way; only for what an emergency is for."""
    if denial.category is not Category.DISCHARGE_CASE:
        return False
    if denial.decision.outcome is Outcome.NEED_REASON:
        return False
    way = access.emergency_way(
        actor=actor_of(request), person_id=denial.person_ids[0], now=clock.now()
    )
    return way is not None
