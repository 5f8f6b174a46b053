"""Reads promised times that have moved, and whom nobody has told yet."""

from datetime import datetime, timedelta

from django.db.models import Prefetch

from naravard.access.rules import Actor
from naravard.core.clock import day_of
from naravard.mobile.models import MovedPromise, Visit
from naravard.mobile.queries import requests
from naravard.mobile.rows import MovedRow
from naravard.mobile.rules.promises import Promise

STILL_TO_TELL = timedelta(days=7)  # older than so is no use to call about
SHOWN = 200
STANDING = Prefetch(
    "moved_promises",
    queryset=MovedPromise.objects.filter(taken_back_at=None).order_by("-moved_at"),
    to_attr="standing_moves",
)


def moved_to_tell(actor: Actor, now: datetime) -> tuple[MovedRow, ...]:
    """Those of the actor's team whom nobody has called, the first to be called first.

    A visit that has moved twice is one row: what was told at first, and what holds now.
    """
    found = (
        MovedPromise.objects.filter(
            visit__team_id=actor.unit_id,
            told_at=None,
            taken_back_at=None,
            moved_at__gte=now - STILL_TO_TELL,
        )
        .select_related("visit__person")
        .order_by("visit_id", "-moved_at")
    )
    latest: dict[object, MovedPromise] = {}
    first: dict[object, MovedPromise] = {}
    for moved in found[:SHOWN]:
        latest.setdefault(moved.visit_id, moved)
        first[moved.visit_id] = moved
    rows = (_row(moved, first[visit], actor) for visit, moved in latest.items())
    return tuple(sorted(rows, key=lambda row: (row.was.opens, row.name)))


def earlier_promise(visit: Visit) -> Promise | None:
    """What was told before the visit's time was moved the last time, if it was."""
    moves: list[MovedPromise] = getattr(visit, "standing_moves", [])
    return _was(moves[0]) if moves else None


def why_another_day(visit: Visit) -> str:
    """Why a visit got another day. Only then is the reason written for the person;
    what is noted when a day is planned again may name somebody else.
    """
    moves: list[MovedPromise] = getattr(visit, "standing_moves", [])
    reasons = (each.because for each in moves if day_of(each.was_from) != visit.day)
    return next(reasons, "")


def _row(latest: MovedPromise, first: MovedPromise, actor: Actor) -> MovedRow:
    person = latest.visit.person
    hidden = requests.is_hidden(person, actor)
    becomes = None
    if latest.becomes_from is not None and latest.becomes_to is not None:
        becomes = Promise(opens=latest.becomes_from, closes=latest.becomes_to)
    return MovedRow(
        id=latest.pk,
        visit_id=latest.visit_id,
        person_id=person.pk,
        name=requests.name_of(person, actor),
        phone="" if hidden else person.phone,
        day=latest.visit.day,
        was=_was(first),
        becomes=becomes,
        because=latest.because,
        moved_at=latest.moved_at,
        told_at=latest.told_at,
    )


def _was(moved: MovedPromise) -> Promise:
    return Promise(opens=moved.was_from, closes=moved.was_to)
