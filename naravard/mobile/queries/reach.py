"""How people are reached by mobile teams: sums only, and none of fewer than five."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import connection

from naravard.access.rules import Actor
from naravard.mobile.rows import Reached

FEWEST = 5  # persons, visits or requests; fewer are never shown
PER_CENT = 100

# Sums alone leave the database, so that nobody who reads them can reach a person.
QUESTION = "SELECT * FROM mobile_reached(%s, %s, %s)"


def reached(
    actor: Actor, first: date, last: date, now: datetime
) -> tuple[Reached, ...]:
    """Each municipality's visits and answers between two days, both included.

    Neither a group of fewer than five nor what is left of a group is shown.
    """
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [first, last, now])
        found = cursor.fetchall()
    return tuple(_row(_Sums(*each)) for each in found)


class _Sums(NamedTuple):
    """One row of the answer, in its order."""

    municipality: str
    visits: int
    known: int
    requests: int
    in_time: int
    unserved: int


def _row(sums: _Sums) -> Reached:
    few = _too_few(sums.unserved, sums.requests)
    return Reached(
        municipality=sums.municipality,
        visits=sums.visits if sums.visits >= FEWEST else None,
        answered_in_time=_share(sums.in_time, sums.requests),
        unserved=None if few else sums.unserved,
        known_face=_share(sums.known, sums.visits),
    )


def _share(part: int, whole: int) -> int | None:
    return None if _too_few(part, whole) else round(PER_CENT * part / whole)


def _too_few(part: int, whole: int) -> bool:
    """Whether the part, or what is left of the whole, is one to four."""
    return whole < FEWEST or any(0 < few < FEWEST for few in (part, whole - part))
