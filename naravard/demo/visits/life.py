"""What does not go as it was meant to: waits, moved times, and needs not met."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from naravard.core.clock import day_of
from naravard.demo.visits.teams import TeamAtWork
from naravard.mobile.services.history import PastVisit, Unmet

WAITED_EVERY, TOO_LONG = 17, timedelta(days=15)
MOVED_EVERY, MOVED_BY = 13, timedelta(minutes=75)
# Teams differ in how seldom they say no or call a visit off: one in so many visits.
DECLINED_EVERY = (8, 15, 40)
CALLED_OFF_EVERY = (9, 20, 40)
DECLINED_AT, CALLED_OFF_AT = 3, 5  # of those so many
FULL = "Teamet har ingen läkare på plats i dag. Vårdcentralen tar hembesöket."
ILL = "En av oss blev sjuk. Vi ringer och bestämmer en ny tid."


def as_life_goes(
    team: TeamAtWork, visit: PastVisit, number: int, today: date
) -> PastVisit:
    """The visit as it became: what is before today may have been waited for too long,
    moved, declined or called off by the team.
    """
    if day_of(visit.opens_at) < today and (unmet := _unmet(team, number)) is not None:
        because = FULL if unmet is Unmet.DECLINED else ILL
        return _without_visit(visit, unmet, because)
    if number % WAITED_EVERY == 0:
        visit = replace(
            visit,
            asked_at=visit.asked_at - TOO_LONG,
            answered_at=visit.answered_at - TOO_LONG,
        )
    if number % MOVED_EVERY == 1 and visit.stops:
        visit = replace(visit, told_first=visit.stops[0].starts_at - MOVED_BY)
    return visit


def _unmet(team: TeamAtWork, number: int) -> Unmet | None:
    chance = Random(f"unmet {team.unit.key}")  # noqa: S311 (not for secrets)
    if number % chance.choice(DECLINED_EVERY) == DECLINED_AT:
        return Unmet.DECLINED
    if number % chance.choice(CALLED_OFF_EVERY) == CALLED_OFF_AT:
        return Unmet.CALLED_OFF
    return None


def _without_visit(visit: PastVisit, unmet: Unmet, because: str) -> PastVisit:
    return replace(
        visit,
        unmet=unmet,
        because=because,
        stops=(),
        outcome=None,
        written=None,
        measured=None,
        begun=False,
    )
