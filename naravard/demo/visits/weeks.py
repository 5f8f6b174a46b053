"""A team's visits day by day, made one after another by whoever is free first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from naravard.core.clock import day_of, moment_at
from naravard.demo.ids import demo_id
from naravard.demo.people import Colleague, Patient
from naravard.demo.visits.errands import ERRANDS, Errand
from naravard.demo.visits.life import as_life_goes
from naravard.demo.visits.teams import TeamAtWork, at_work, hours_on
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.skills import skills_of
from naravard.mobile.rules.states import Outcome, Source, TeamKind, Urgency
from naravard.mobile.rules.travel import Point, estimated_minutes
from naravard.mobile.services.history import PastStop, PastVisit

ASKED_BEFORE = timedelta(days=1)
ANSWERED_AFTER = timedelta(minutes=25)
BETWEEN = timedelta(minutes=15)
ASKED_IN_TIME = timedelta(minutes=50)  # before the day's rounds
PEOPLE_A_TEAM = 60
SPREAD_OVER = 0.8  # of the day's hours, from the first visit's start to the last's


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody the team goes to, who asked, and what it is about."""

    patient: Patient
    home: Point
    asked_by: Colleague
    errand: Errand
    contact: Colleague | None


@dataclass(slots=True)
class _Free:
    """Where somebody is, and from when they are free."""

    colleague: Colleague
    shift_id: UUID
    place: Point
    at: datetime


class _Clock(NamedTuple):
    """What time it is, and when a visit may begin at the soonest."""

    now: datetime
    soonest: datetime


def known_to(
    team: TeamAtWork, patients: list[Patient], nurses: dict[str, Colleague]
) -> tuple[Known, ...]:
    """Those the team goes to, of the oldest in its area; last, one it never met."""
    chance = Random(f"known {team.unit.key}")  # noqa: S311 (not for secrets)
    errands = ERRANDS[team.kind]
    area = [
        each
        for each in patients
        if each.municipality in team.municipalities
        and each.municipality in nurses
        and not each.protected
    ]
    eldest = sorted(area, key=lambda each: (each.birth_date, each.number))
    chosen = eldest[: PEOPLE_A_TEAM * 4]
    chance.shuffle(chosen)
    return tuple(
        Known(
            patient=each,
            home=_home(each, team),
            asked_by=nurses[each.municipality],
            errand=errands[at % len(errands)],
            contact=team.nurses[at % len(team.nurses)] if team.nurses else None,
        )
        for at, each in enumerate(chosen[: PEOPLE_A_TEAM + 1])
    )


def with_those_at_home(
    team: TeamAtWork, known: tuple[Known, ...], at_home: tuple[Patient, ...], day: date
) -> tuple[Known, ...]:
    """Those the team goes to, with some who have just come home in others' places.

    They come late among the visits of the day, so that theirs is still to be made.
    """
    if team.kind is not TeamKind.CLOSE_CARE or not known:
        return known
    found = list(known)
    ours = [each for each in at_home if each.municipality in team.municipalities]
    for number, patient in enumerate(ours):
        place = _first_of(team, day) + team.visits_a_day * 3 // 5 + number
        was = found[place % len(found)]
        found[place % len(found)] = replace(
            was,
            patient=patient,
            home=_home(patient, team),
            errand=ERRANDS[team.kind][0],
        )
    return tuple(found)


def _first_of(team: TeamAtWork, day: date) -> int:
    """Where in the row of those it knows a team begins a day."""
    return day.toordinal() * team.visits_a_day


def _home(patient: Patient, team: TeamAtWork) -> Point:
    if patient.latitude is None or patient.longitude is None:
        return team.base
    return Point(patient.latitude, patient.longitude)


def visits_on(
    team: TeamAtWork,
    known: tuple[Known, ...],
    day: date,
    shifts: dict[tuple[date, UUID], UUID],
    now: datetime,
) -> Iterator[PastVisit]:
    """The day's visits: done when they have ended by now, otherwise planned."""
    begins, ends = hours_on(day, now)
    free = [
        _Free(each, shifts[day, each.assignment_id], team.base, begins)
        for each in at_work(team, day)
    ]
    if not free or not known:
        return
    first = _first_of(team, day)
    count = min(team.visits_a_day, len(known))
    for number in range(count):
        soonest = begins
        if day == day_of(now):  # spread, so that half of them are over by now
            soonest += (ends - begins) * SPREAD_OVER * number / count
        wanted = known[(first + number) % len(known)]
        visit = _visit(team, wanted, (begins, ends), free, _Clock(now, soonest))
        if visit is not None:
            yield as_life_goes(team, visit, first + number, day_of(now))
    waits = len(known) > team.visits_a_day and team.kind is TeamKind.CLOSE_CARE
    if waits and day == day_of(now):
        wanted = known[(first + team.visits_a_day) % len(known)]
        yield _asked_for(team, wanted, (begins, ends), None)


def _visit(
    team: TeamAtWork,
    wanted: Known,
    hours: tuple[datetime, datetime],
    free: list[_Free],
    clock: _Clock,
) -> PastVisit | None:
    errand = wanted.errand
    able = [each for each in free if _may(team, each.colleague, errand)]
    who = min(able, key=lambda each: each.at, default=None)
    if who is None:
        return None
    road = timedelta(minutes=estimated_minutes(who.place, wanted.home))
    start = max(who.at + road, clock.soonest)
    end = start + timedelta(minutes=errand.minutes)
    if end > hours[1]:
        return None
    # Telephone, writing and coffee come between visits.
    who.at, who.place = end + BETWEEN, wanted.home
    is_done = end <= clock.now
    return replace(
        _asked_for(team, wanted, hours, who.colleague),
        stops=(PastStop(shift_id=who.shift_id, starts_at=start, ends_at=end),),
        begun=start <= clock.now < end,
        outcome=Outcome.STAYS_HOME if is_done else None,
        written=Sbar(assessment=errand.found) if is_done else None,
        measured=errand.measured if is_done else None,
    )


def _asked_for(
    team: TeamAtWork,
    wanted: Known,
    hours: tuple[datetime, datetime],
    who: Colleague | None,
) -> PastVisit:
    """A visit that the team has said yes to, and that nobody has yet."""
    errand, day = wanted.errand, day_of(hours[0])
    asked_at = moment_at(day, time(13)) - ASKED_BEFORE
    if errand.urgency is Urgency.TODAY:
        asked_at = hours[0] - ASKED_IN_TIME
    return PastVisit(
        id=demo_id("visit", team.unit.key, day, wanted.patient.person_id),
        person_id=wanted.patient.person_id,
        team_id=team.unit.id,
        from_unit_id=wanted.asked_by.unit_id,
        asked_by=wanted.asked_by.assignment_id,
        source=Source.MUNICIPAL_NURSE,
        urgency=errand.urgency,
        hand_over=Sbar(situation=errand.situation),
        asked_at=asked_at,
        answered_at=asked_at + ANSWERED_AFTER,
        answered_by=team.nurses[0].assignment_id,
        why=errand.why,
        needs=errand.needs,
        resources=errand.resources,
        minutes=errand.minutes,
        opens_at=hours[0],
        closes_at=hours[1],
        place=wanted.home,
        written_by=who.assignment_id if who else None,
        contact=wanted.contact.assignment_id if wanted.contact else None,
        criteria=team.criteria.texts[: team.criteria.needed],
    )


def _may(team: TeamAtWork, colleague: Colleague, errand: Errand) -> bool:
    if "physician" in errand.needs:
        return colleague in team.physicians
    learnt = colleague in team.nurses
    return learnt or set(errand.needs) <= skills_of(colleague.role)
