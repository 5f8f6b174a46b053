"""Signaler: the measures one follows, and which of them have become signals."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from naravard.core import clock
from naravard.indicators import queries, services
from naravard.indicators.queries import SubscriptionRow
from naravard.indicators.registry import INDICATORS, indicator_named
from naravard.indicators.rules import SignalWhen
from naravard.web.actor import actor_of
from naravard.web.decisions.board import place_names
from naravard.web.decisions.cards import Card, card_of
from naravard.web.decisions.following import FollowForm, wish_of
from naravard.web.decisions.showing import shown
from naravard.web.decisions.signalling import (
    Followed,
    followed_by,
    signal_words,
    state_words,
    when_words,
)
from naravard.web.decisions.words import value_words
from naravard.web.notices import tell


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSubscription:
    """A measure that is followed in a place."""

    row: SubscriptionRow
    place: str
    card: Card
    when: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSignal:
    """A signal that has been raised."""

    name: str
    id: str
    place: str
    state: str
    period: str
    value: str
    raised_on: date
    is_new: bool
    was_mailed: bool


@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """What has been signalled first, then everything that is followed."""
    actor = actor_of(request)
    followed = followed_by(actor)
    return shown(
        request,
        "decisions/signals.html",
        {
            "changed": [_subscription(each) for each in followed if each.state],
            "still": [_subscription(each) for each in followed if not each.state],
            "raised": list(_raised(request)),
            "unseen": queries.unseen_signals(actor),
            "has_mail": bool(settings.MAIL),
        },
    )


@require_POST
def follow(request: HttpRequest, measure: str) -> HttpResponse:
    """Follow a measure in a place, told as one has asked."""
    indicator = indicator_named(measure)
    given = request.POST.copy()
    given.setdefault("when", SignalWhen.CHANGE.value)
    form = FollowForm(given)
    if not form.is_valid():
        return shown(
            request, "decisions/follow.html", {"form": form, "indicator": indicator}
        )
    services.subscribe(
        actor=actor_of(request), wish=wish_of(form, indicator.id), now=clock.now()
    )
    tell(
        request,
        gettext("Du följer måttet"),
        gettext("När det blir en signal står det här, och det syns i menyn."),
    )
    return HttpResponseRedirect(reverse("decisions:signals"))


@require_POST
def stop(request: HttpRequest, subscription_id: UUID) -> HttpResponse:
    """Follow it no longer."""
    services.unsubscribe(
        actor=actor_of(request), subscription_id=subscription_id, now=clock.now()
    )
    return redirect("decisions:signals")


@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """The signals have been read."""
    services.mark_seen(actor=actor_of(request), now=clock.now())
    return redirect("decisions:signals")


def _subscription(each: Followed) -> ShownSubscription:
    return ShownSubscription(
        row=each.row,
        place=each.place,
        card=card_of(each.measure),
        when=when_words(each.row),
        says=signal_words(each),
    )


def _raised(request: HttpRequest) -> list[ShownSignal]:
    actor = actor_of(request)
    names = place_names(actor)
    return [
        ShownSignal(
            name=INDICATORS[row.about.indicator].title,
            id=row.about.indicator,
            place=names.get(row.about.geo, gettext("Hela länet")),
            state=state_words(row),
            period=row.period,
            value=value_words(row.value),
            raised_on=clock.day_of(row.raised_at),
            is_new=row.seen_at is None,
            was_mailed=row.mailed_at is not None,
        )
        for row in queries.signals(actor)
    ]
