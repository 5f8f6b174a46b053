"""Signaler: the measures one follows, and which of them have surely changed."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from naravard.core import clock
from naravard.indicators import queries, services
from naravard.indicators.queries import SubscriptionRow
from naravard.web.actor import actor_of
from naravard.web.decisions.board import board_of
from naravard.web.decisions.cards import Card, card_of, why_words
from naravard.web.decisions.showing import PLACE, place_named, place_words, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSubscription:
    """A measure that is followed in a place."""

    row: SubscriptionRow
    place: str
    card: Card
    says: str
    is_signal: bool


@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """What has surely changed first, then what stands still."""
    actor = actor_of(request)
    found = []
    for row in queries.subscriptions(actor):
        board = board_of(actor, row.geo, [row.indicator])
        measure = board.measures[0]
        found.append(
            ShownSubscription(
                row=row,
                place=place_words(board),
                card=card_of(measure),
                says=why_words(measure),
                is_signal=measure.judgement.verdict.is_change,
            )
        )
    return shown(
        request,
        "decisions/signals.html",
        {
            "changed": [each for each in found if each.is_signal],
            "still": [each for each in found if not each.is_signal],
        },
    )


@require_POST
def follow(request: HttpRequest, measure: str) -> HttpResponse:
    """Follow a measure in a place."""
    services.subscribe(
        actor=actor_of(request),
        indicator=measure,
        geo=place_named(request.POST.get(PLACE, "")),
        now=clock.now(),
    )
    return HttpResponseRedirect(reverse("decisions:signals"))


@require_POST
def stop(request: HttpRequest, subscription_id: UUID) -> HttpResponse:
    """Follow it no longer."""
    services.unsubscribe(
        actor=actor_of(request), subscription_id=subscription_id, now=clock.now()
    )
    return HttpResponseRedirect(reverse("decisions:signals"))
