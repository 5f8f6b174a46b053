"""Who follows which measure, when it is a signal, and that it has been told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from naravard.access.rules import Actor
from naravard.indicators.models import Signal, SignalSubscription
from naravard.indicators.registry import indicator_named
from naravard.indicators.rules import (
    PER_ASSIGNMENT,
    LimitMissing,
    NotAnAddress,
    SignalWhen,
    TooManySubscriptions,
    assignment_of,
)

LONGEST_PROBLEM = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to hear of, when, and where to; `email` is empty for the page alone."""

    indicator: str
    geo: str
    when: SignalWhen = SignalWhen.CHANGE
    limit: float | None = None
    email: str = ""


@transaction.atomic
def subscribe(*, actor: Actor, wish: Wish, now: datetime) -> UUID:
    """Tell the actor when the measure is a signal there; a new wish replaces the old.

    Raises UnknownIndicator, OnlyForDecisionMakers, TooManySubscriptions, LimitMissing
    or NotAnAddress.
    """
    assignment = assignment_of(actor)
    known = indicator_named(wish.indicator)
    _check(wish)
    mine = SignalSubscription.objects.filter(assignment_id=assignment, ended_at=None)
    mine.filter(indicator=known.id, geo=wish.geo).update(ended_at=now)
    if mine.count() >= PER_ASSIGNMENT:
        raise TooManySubscriptions(
            f"Du följer redan {PER_ASSIGNMENT} mått.",
            remedy="Sluta följa något av dem först.",
        )
    row = SignalSubscription.objects.create(
        assignment_id=assignment,
        indicator=known.id,
        geo=wish.geo,
        when=wish.when,
        limit=wish.limit if wish.when.has_limit else None,
        email=wish.email,
        since=now,
    )
    return row.pk


@transaction.atomic
def unsubscribe(*, actor: Actor, subscription_id: UUID, now: datetime) -> None:
    """Stop telling; nothing happens when it has ended or is somebody else's."""
    SignalSubscription.objects.filter(
        pk=subscription_id, assignment_id=assignment_of(actor), ended_at=None
    ).update(ended_at=now)


@transaction.atomic
def note_state(
    *,
    subscription_id: UUID,
    state: str,
    period: str,
    value: float | None,
    now: datetime,
) -> bool:
    """Keep what a followed measure is like now; whether that is a new signal.

    A signal that still stands is not told again.
    """
    row = (
        SignalSubscription.objects.select_for_update()
        .filter(pk=subscription_id, ended_at=None)
        .first()
    )
    if row is None or row.state == state:
        return False
    row.state = state
    row.save(update_fields=["state"])
    if not state:
        return False
    Signal.objects.create(
        subscription=row, state=state, period=period, value=value, raised_at=now
    )
    return True


@transaction.atomic
def mark_seen(*, actor: Actor, now: datetime) -> None:
    """The actor has read the signals that are there."""
    Signal.objects.filter(
        subscription__assignment_id=assignment_of(actor), seen_at=None
    ).update(seen_at=now)


@transaction.atomic
def mark_mailed(*, signal_id: UUID, now: datetime, problem: str = "") -> None:
    """The signal has been sent by e-mail, or why it could not be."""
    Signal.objects.filter(pk=signal_id).update(
        mailed_at=None if problem else now, mail_problem=problem[:LONGEST_PROBLEM]
    )


def _check(wish: Wish) -> None:
    if wish.when.has_limit and wish.limit is None:
        raise LimitMissing(
            "Det är inte sagt vilken gräns måttet ska hållas mot.",
            remedy="Skriv gränsen som ett tal, i måttets egen enhet.",
        )
    if wish.email:
        try:
            validate_email(wish.email)
        except ValidationError as problem:
            raise NotAnAddress(
                "Det går inte att skicka till den e-postadressen.",
                remedy="Skriv den som namn@exempel.se, eller lämna fältet tomt.",
            ) from problem
