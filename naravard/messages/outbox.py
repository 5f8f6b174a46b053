"""The outbox: every message reaches its receiver's system, once.

A delivery is locked while it is posted and marked in the same transaction. If the
process dies in between, the lock falls and the next sender posts again under the same
idempotency key: never lost, and never doubled at a receiver that honours the key.
Within a thread a unit gets its messages in the order they were sent.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from naravard.messages.envelope import Outgoing, outgoing
from naravard.messages.models import Delivery
from naravard.messages.rules import next_attempt_at, reaches_not

logger = logging.getLogger(__name__)

ACCEPTED = range(200, 300)
ERROR_LENGTH = 200  # characters, the width of the column


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the receiver said: a status, or 0 and why there was none."""

    status: int
    error: str = ""


Post = Callable[[Outgoing], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What one round did; `reaches_not` of those that failed need somebody's eyes."""

    delivered: int = 0
    failed: int = 0
    reaches_not: int = 0


class Outcome(Enum):
    """How one attempt went."""

    DELIVERED = "delivered"
    FAILED = "failed"
    REACHES_NOT = "reaches_not"


def deliver_due(*, now: datetime, post: Post, limit: int = 500) -> Counts:
    """Post what is due, at most `limit` of it; several senders may run at once.

    A unit that fails rests for the remainder of the round, so that one dead receiver
    does not hold up the others.
    """
    outcomes: list[Outcome] = []
    resting: set[UUID] = set()
    while len(outcomes) < limit:
        outcome = _deliver_next(now=now, post=post, resting=resting)
        if outcome is None:
            break
        outcomes.append(outcome)
    delivered = outcomes.count(Outcome.DELIVERED)
    return Counts(
        delivered=delivered,
        failed=len(outcomes) - delivered,
        reaches_not=outcomes.count(Outcome.REACHES_NOT),
    )


@transaction.atomic
def _deliver_next(*, now: datetime, post: Post, resting: set[UUID]) -> Outcome | None:
    delivery = _claim(now, resting)
    if delivery is None:
        return None
    answer = post(outgoing(delivery))
    if answer.status in ACCEPTED:
        delivery.delivered_at = now
        delivery.last_error = ""
        delivery.save(update_fields=["delivered_at", "last_error"])
        return Outcome.DELIVERED
    resting.add(delivery.unit_id)
    return _note_failure(delivery, answer, now)


def _claim(now: datetime, resting: set[UUID]) -> Delivery | None:
    """Lock the next due delivery that is first in its line and nobody else holds."""
    ahead = Delivery.objects.filter(
        unit=OuterRef("unit"),
        message__thread=OuterRef("message__thread"),
        delivered_at__isnull=True,
        pk__lt=OuterRef("pk"),
    )
    return (
        Delivery.objects.filter(
            ~Exists(ahead), delivered_at__isnull=True, next_attempt_at__lte=now
        )
        .exclude(unit__in=resting)
        .select_related(
            "unit",
            "message__person",
            "message__sender_unit",
            "message__sender__professional",
            "message__withdrawal",
        )
        .order_by("next_attempt_at", "pk")
        .select_for_update(of=("self",), skip_locked=True)
        .first()
    )


def _note_failure(delivery: Delivery, answer: Answer, now: datetime) -> Outcome:
    delivery.attempts += 1
    delivery.last_error = (answer.error or f"Svarade {answer.status}")[:ERROR_LENGTH]
    delivery.next_attempt_at = next_attempt_at(attempts=delivery.attempts, now=now)
    delivery.save(update_fields=["attempts", "last_error", "next_attempt_at"])
    logger.warning(
        "message %s did not reach unit %s, attempt %s: %s",
        delivery.message_id,
        delivery.unit_id,
        delivery.attempts,
        delivery.last_error,
    )
    return (
        Outcome.REACHES_NOT
        if reaches_not(attempts=delivery.attempts, delivered=False)
        else Outcome.FAILED
    )
