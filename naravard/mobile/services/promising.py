"""Keeps what people have been told of when somebody comes, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.core.errors import NotFound
from naravard.mobile import queries
from naravard.mobile.models import MovedPromise
from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.promises import Promise, promise_of

REMEMBERED = 200  # characters of a cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who moves promised times, why, and when."""

    actor: Actor
    because: str
    now: datetime


def told_of(
    row: VisitRow, start: datetime | None, telling: Telling
) -> dict[str, object]:
    """What a visit's columns become when it starts then; None: nobody makes it.

    A promise that no longer holds is kept as a moved one. When the earlier time holds
    again and nobody has been told of another, it is as if it had never moved.
    """
    if row.promise is None:
        return {} if start is None else _columns(promise_of(start, now=telling.now))
    if start is not None and row.promise.holds(start):
        return {}
    if start is not None:
        earlier = _untold(row.id)
        if earlier is not None and _was(earlier).holds(start):
            earlier.taken_back_at = telling.now
            earlier.save(update_fields=["taken_back_at"])
            return _columns(_was(earlier))
    becomes = None if start is None else promise_of(start, now=telling.now)
    _keep(row, row.promise, becomes, telling)
    return _columns(becomes)


@transaction.atomic
def say_told(*, actor: Actor, moved_id: UUID, now: datetime) -> None:
    """Somebody has called about the new time, and told of every move until now.

    Raises AccessDenied and NotFound.
    """
    access.require(actor=actor, action=Action.PLAN_VISITS)
    latest = MovedPromise.objects.filter(
        pk=moved_id, visit__team_id=actor.unit_id, told_at=None
    ).first()
    if latest is None:
        raise NotFound("Samtalet är redan noterat, eller tiden är ett annat teams.")
    MovedPromise.objects.filter(
        visit_id=latest.visit_id, told_at=None, moved_at__lte=latest.moved_at
    ).update(told_at=now, told_by_id=actor.assignment_id)
    reference = queries.visit_reference(actor, latest.visit_id)
    access.note_change(
        actor=actor,
        person_id=reference.person_id,
        what="new_time_told",
        object_id=latest.visit_id,
        now=now,
    )


def _keep(
    row: VisitRow, was: Promise, becomes: Promise | None, telling: Telling
) -> None:
    MovedPromise(
        visit_id=row.id,
        moved_at=telling.now,
        moved_by_id=telling.actor.assignment_id,
        because=telling.because[:REMEMBERED],
        was_from=was.opens,
        was_to=was.closes,
        becomes_from=becomes.opens if becomes else None,
        becomes_to=becomes.closes if becomes else None,
    ).save(force_insert=True)


def _untold(visit_id: UUID) -> MovedPromise | None:
    """The latest move of a visit's promise, if nobody has been told of it."""
    latest = (
        MovedPromise.objects.select_for_update()
        .filter(visit_id=visit_id, taken_back_at=None)
        .order_by("-moved_at", "-pk")
        .first()
    )
    return latest if latest is not None and latest.told_at is None else None


def _was(moved: MovedPromise) -> Promise:
    return Promise(opens=moved.was_from, closes=moved.was_to)


def _columns(promise: Promise | None) -> dict[str, object]:
    return {
        "promised_from": promise.opens if promise else None,
        "promised_to": promise.closes if promise else None,
    }
