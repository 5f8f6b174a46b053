"""How people are reached by mobile teams: sums only, and none of fewer than five."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from naravard.access.rules import Actor
from naravard.mobile.models import Team
from naravard.mobile.rules.states import TeamKind, TeamState
from naravard.mobile.rules.travel import Point, estimated_minutes
from naravard.mobile.sum_rows import Driven, Kept, Near, Reached, Unserved
from naravard.people.county.outlines import middle_of, outlines

FEWEST = 5  # persons, visits or requests; fewer are never shown
PER_CENT = 100

# Sums alone leave the database, so that nobody who reads them can reach a person.
REACHED = "SELECT * FROM mobile_reached(%s, %s, %s)"
KEPT = "SELECT * FROM mobile_kept(%s, %s, %s)"
NEARNESS = "SELECT * FROM mobile_nearness()"
DRIVEN = "SELECT * FROM mobile_driven(%s, %s)"
UNSERVED = "SELECT * FROM mobile_unserved(%s, %s, %s)"
NEAR, FAR = 30, 60  # minutes


def reached(
    actor: Actor, first: date, last: date, now: datetime
) -> tuple[Reached, ...]:
    """Each municipality's visits and answers between two days, both included.

    Neither a group of fewer than five nor what is left of a group is shown.
    """
    return tuple(_row(_Sums(*each)) for each in _sums(REACHED, [first, last, now]))


def promises_kept(
    actor: Actor, first: date, last: date, now: datetime
) -> tuple[Kept, ...]:
    """How promises were kept between two days, both included: the longest wait that a
    request gives, and times that had been told.
    """
    sums = (_Promises(*each) for each in _sums(KEPT, [first, last, now]))
    return tuple(
        Kept(
            municipality=each.municipality,
            visited_in_time=_share(each.in_time, each.due),
            times_moved=_share(each.moved, each.told),
        )
        for each in sums
    )


def unserved(
    actor: Actor, first: date, last: date, now: datetime
) -> tuple[Unserved, ...]:
    """Needs that were not met between two days, both included, as persons."""
    sums = (_Unmet(*each) for each in _sums(UNSERVED, [first, last, now]))
    return tuple(
        Unserved(
            municipality=each.municipality,
            declined=_enough(each.declined, each.asking),
            unanswered=_enough(each.unanswered, each.asking),
            late=_enough(each.late, each.waiting),
            cancelled=_enough(each.cancelled, each.visited),
            not_made=_enough(each.not_made, each.visited),
        )
        for each in sums
    )


def nearness(actor: Actor) -> tuple[Near, ...]:
    """How many inhabitants each kind of team reaches in half an hour and an hour.

    By estimated roads from where people live; where nobody's place is known, the
    municipality is counted as one from its middle.
    """
    found = [_Lives(*each) for each in _sums(NEARNESS, [])]
    unplaced = frozenset(each.municipality for each in found if each.placed < FEWEST)
    middles = {each.code: Point(*middle_of(each.rings)) for each in outlines(unplaced)}
    teams = list(Team.objects.filter(state=TeamState.ACTIVE)) if unplaced else []
    return tuple(_near(each, middles, teams) for each in found)


def driven(actor: Actor, first: date, last: date) -> tuple[Driven, ...]:
    """What each team's time went to between two days, both included, by name."""
    sums = {each[0]: _Time(*each) for each in _sums(DRIVEN, [first, last])}
    teams = Team.objects.select_related("unit").filter(pk__in=sums)
    return tuple(
        Driven(
            team=team.unit.name,
            kind=TeamKind(team.kind),
            visits=time.visits,
            driving=round(PER_CENT * time.driven / time.working),
            visiting=round(PER_CENT * time.visiting / time.working),
        )
        for team in teams.order_by("kind", "unit__name")
        if (time := sums[team.pk]).visits >= FEWEST and time.working
    )


def _sums(question: str, arguments: list[date]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, arguments)
        yield from cursor.fetchall()


class _Lives(NamedTuple):
    """One row of the answer about nearness, in its order."""

    kind: str
    municipality: str
    inhabitants: int
    placed: int
    within_30: int
    within_60: int


class _Time(NamedTuple):
    """One row of the answer about teams' time, in its order."""

    team: UUID
    visits: int
    driven: float
    visiting: float
    working: float


def _near(lives: _Lives, middles: Mapping[str, Point], teams: Sequence[Team]) -> Near:
    kind = TeamKind(lives.kind)
    from_the_middle = lives.placed < FEWEST
    near = _share(lives.within_30, lives.placed)
    far = _share(lives.within_60, lives.placed)
    if from_the_middle:
        minutes = _from_the_middle(lives, middles, teams)
        near = None if minutes is None else PER_CENT * (minutes <= NEAR)
        far = None if minutes is None else PER_CENT * (minutes <= FAR)
    return Near(
        kind=kind,
        municipality=lives.municipality,
        inhabitants=lives.inhabitants,
        within_30=near,
        within_60=far,
        from_the_middle=from_the_middle,
    )


def _from_the_middle(
    lives: _Lives, middles: Mapping[str, Point], teams: Sequence[Team]
) -> float | None:
    """Minutes from the middle of the municipality to the nearest team of the kind."""
    middle = middles.get(lives.municipality)
    if middle is None:
        return None
    return min(
        estimated_minutes(Point(team.latitude, team.longitude), middle)
        for team in teams
        if team.kind == lives.kind and lives.municipality in team.municipalities
    )


class _Sums(NamedTuple):
    """One row of the answer, in its order."""

    municipality: str
    visits: int
    known: int
    requests: int
    in_time: int
    unserved: int


class _Promises(NamedTuple):
    """One row of the answer about promises, in its order."""

    municipality: str
    due: int
    in_time: int
    told: int
    moved: int


def _row(sums: _Sums) -> Reached:
    few = _too_few(sums.unserved, sums.requests)
    return Reached(
        municipality=sums.municipality,
        visits=sums.visits if sums.visits >= FEWEST else None,
        answered_in_time=_share(sums.in_time, sums.requests),
        unserved=None if few else sums.unserved,
        known_face=_share(sums.known, sums.visits),
    )


class _Unmet(NamedTuple):
    """One row of the answer about needs not met, in its order."""

    municipality: str
    asking: int
    declined: int
    unanswered: int
    waiting: int
    late: int
    visited: int
    cancelled: int
    not_made: int


def _enough(part: int, whole: int) -> int | None:
    return None if _too_few(part, whole) else part


def _share(part: int, whole: int) -> int | None:
    return None if _too_few(part, whole) else round(PER_CENT * part / whole)


def _too_few(part: int, whole: int) -> bool:
    """Whether the part, or what is left of the whole, is one to four."""
    return whole < FEWEST or any(0 < few < FEWEST for few in (part, whole - part))
