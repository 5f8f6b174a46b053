"""Moves a visit to another day, cancels it, or says what it needs to be there."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category
from naravard.core.clock import day_of, moment_at
from naravard.core.errors import NotFound
from naravard.core.states import check_move
from naravard.mobile import queries
from naravard.mobile.models import Stop, Visit
from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.errors import NextVisitIsPast
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import VISIT_MOVES, VisitState
from naravard.mobile.rules.waiting import LONGEST_REASON, ReasonIsNeeded
from naravard.mobile.services.answering import (
    ENOUGH_TO_WORK,
    FIRST_HOUR,
    LAST_HOUR,
    check_room,
)
from naravard.mobile.services.promising import Telling, told_of


@transaction.atomic
def change_day(
    *, actor: Actor, visit_id: UUID, day: date, reason: str, now: datetime
) -> None:
    """Let a visit that has not begun wait for a place on another day.

    Raises AccessDenied, NotFound, MoveNotAllowed, NextVisitIsPast, ReasonIsNeeded when
    the person has been told a time, and NotEnoughOfAThing.
    """
    visit, row = _held(actor, visit_id, now)
    if day < day_of(now):
        raise NextVisitIsPast
    if row.promise is not None and not reason.strip():
        raise ReasonIsNeeded
    if row.state is not VisitState.WAITING:
        check_move(VISIT_MOVES, row.state, VisitState.WAITING)
    if day != row.day:
        check_room(actor, day, visit.resources)
    opens_at = max(now, moment_at(day, FIRST_HOUR))
    columns = told_of(row, None, Telling(actor=actor, because=reason, now=now))
    _free(visit)
    _update(
        visit,
        columns
        | {
            "state": VisitState.WAITING,
            "day": day,
            "opens_at": opens_at,
            "closes_at": max(moment_at(day, LAST_HOUR), opens_at + ENOUGH_TO_WORK),
            "pinned": False,
        },
    )
    _note(actor, visit, "visit_moved_to_another_day", now)


@transaction.atomic
def cancel_visit(*, actor: Actor, visit_id: UUID, reason: str, now: datetime) -> None:
    """The visit is not made. Raises AccessDenied, NotFound, MoveNotAllowed and
    ReasonIsNeeded.
    """
    visit, row = _held(actor, visit_id, now)
    if not reason.strip():
        raise ReasonIsNeeded
    check_move(VISIT_MOVES, row.state, VisitState.CANCELLED)
    columns = told_of(row, None, Telling(actor=actor, because=reason, now=now))
    _free(visit)
    _update(
        visit,
        columns
        | {
            "state": VisitState.CANCELLED,
            "cancelled_because": reason.strip()[:LONGEST_REASON],
            "pinned": False,
        },
    )
    _note(actor, visit, "visit_cancelled", now)


@transaction.atomic
def change_things(
    *,
    actor: Actor,
    visit_id: UUID,
    resources: Collection[ResourceKind],
    now: datetime,
) -> None:
    """Say which car, bag or machine a visit that has not begun needs.

    Raises AccessDenied, NotFound, MoveNotAllowed when it has begun, and
    NotEnoughOfAThing when what is added is not enough that day.
    """
    visit, row = _held(actor, visit_id, now)
    if row.state is not VisitState.WAITING:
        check_move(VISIT_MOVES, row.state, VisitState.WAITING)
    wanted = [kind for kind in ResourceKind if kind in resources]
    check_room(actor, row.day, [kind for kind in wanted if kind not in row.resources])
    _update(visit, {"resources": wanted})
    _note(actor, visit, "visit_things_changed", now)


def _held(actor: Actor, visit_id: UUID, now: datetime) -> tuple[Visit, VisitRow]:
    """A visit of the actor's own team, opened and held, and its row."""
    reference = queries.visit_reference(actor, visit_id)
    access.require(
        actor=actor,
        action=Action.PLAN_VISITS,
        person_id=reference.person_id,
        about=visit_id,
    )
    if reference.team_id != actor.unit_id:
        raise NotFound(
            "Ett annat team gör besöket.", remedy="Ring teamet om det är något."
        )
    record = access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.PLAN_VISITS,
        about=visit_id,
    )
    visit = Visit.objects.select_for_update().get(pk=visit_id, team_id=actor.unit_id)
    return visit, queries.visit_view(record, visit_id).visit


def _free(visit: Visit) -> None:
    Stop.objects.filter(visit=visit).update(shift=None, starts_at=None, ends_at=None)


def _update(visit: Visit, columns: dict[str, object]) -> None:
    Visit.objects.filter(pk=visit.pk).update(version=visit.version + 1, **columns)


def _note(actor: Actor, visit: Visit, what: str, now: datetime) -> None:
    access.note_change(
        actor=actor,
        person_id=visit.person_id,
        what=what,
        object_id=visit.pk,
        now=now,
    )
