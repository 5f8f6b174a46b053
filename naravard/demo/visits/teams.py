"""Which units are mobile teams, where they go, and who works when."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from naravard.core.clock import day_of, moment_at
from naravard.demo.people import Colleague, Places, Staff
from naravard.demo.visits.equipment import equip
from naravard.demo.visits.errands import LEARNT
from naravard.mobile import services
from naravard.mobile.rules.enrolling import Criteria
from naravard.mobile.rules.leading import LONGEST_DELEGATION
from naravard.mobile.rules.states import TeamKind, TeamState
from naravard.mobile.rules.travel import Point
from naravard.people.county import County
from naravard.people.queries import UnitRow
from naravard.people.roles import CareUnitKind, Role

BEGINS, ENDS = time(8), time(17)
LONG_DAY, HALF_OF_IT = timedelta(hours=9), timedelta(hours=4, minutes=30)
SHORT_DAY = timedelta(hours=4)  # today's, when the clock is not two yet
A_DAY = {TeamKind.CLOSE_CARE: 30}  # visits; others fewer
FEW_A_DAY = 14
NURSES_A_DAY = 3
DELEGATED_AGO = timedelta(days=60)
# What a unit is, told by its name in the county's file.
NAMED = {"röntgen": TeamKind.XRAY, "palliativ": TeamKind.PALLIATIVE}


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAtWork:
    """A team, the codes of where it goes, and its staff."""

    unit: UnitRow
    kind: TeamKind
    criteria: Criteria
    municipalities: tuple[str, ...]
    base: Point
    nurses: tuple[Colleague, ...]
    physicians: tuple[Colleague, ...]

    @property
    def visits_a_day(self) -> int:
        """How many the team makes."""
        return A_DAY.get(self.kind, FEW_A_DAY)


def start_teams(
    county: County, places: Places, staff: Staff, today: date
) -> tuple[TeamAtWork, ...]:
    """Every mobile unit of the county begins its work."""
    units = [u for u in places.by_key.values() if u.kind is CareUnitKind.MOBILE_TEAM]
    return tuple(_start(unit, county, staff, today) for unit in units)


def hours_on(day: date, now: datetime) -> tuple[datetime, datetime]:
    """When the rounds of a day begin and end; today's are half done by now.

    They follow the clock: whoever builds in the evening sees an evening's rounds, which
    may end after midnight. Today begins at midnight at the earliest, so that rounds
    seen in the small hours are short, and before two o'clock less than half done.
    """
    if day != day_of(now):
        return moment_at(day, BEGINS), moment_at(day, ENDS)
    midnight = moment_at(day, time(0))
    begins = max(now - HALF_OF_IT, midnight).replace(second=0, microsecond=0)
    begins -= timedelta(minutes=begins.minute % 15)
    lasts = min(LONG_DAY, max(2 * (now - begins), SHORT_DAY))
    return begins, begins + lasts


def add_shifts(
    team: TeamAtWork, days: list[date], now: datetime
) -> dict[tuple[date, UUID], UUID]:
    """Who works each day, and the shift of each: three nurses in turn, and a doctor."""
    wanted = [
        services.NewShift(
            team_id=team.unit.id,
            assignment_id=each.assignment_id,
            day=day,
            starts_at=hours_on(day, now)[0],
            ends_at=hours_on(day, now)[1],
        )
        for day in days
        for each in at_work(team, day)
    ]
    made = services.add_shifts(shifts=wanted)
    return {
        (shift.day, shift.assignment_id): shift_id
        for shift, shift_id in zip(wanted, made, strict=True)
    }


def at_work(team: TeamAtWork, day: date) -> tuple[Colleague, ...]:
    """Those who work on a day; the nurses take turns by the week.

    There is one X-ray machine, and whoever works takes it along.
    """
    nurses = team.nurses
    if team.kind is TeamKind.XRAY:
        return nurses[:1]
    first = day.isocalendar().week * NURSES_A_DAY % max(len(nurses), 1)
    turn = (nurses[first:] + nurses[:first])[:NURSES_A_DAY]
    # Whoever can sign in to try the system always works.
    return (*dict.fromkeys((*nurses[:1], *turn)), *team.physicians[:1])


def _start(unit: UnitRow, county: County, staff: Staff, today: date) -> TeamAtWork:
    kind = _kind_of(unit)
    codes = _municipalities(unit, county)
    towns = {
        row.code: Point(row.latitude, row.longitude)
        for row in county.municipalities
        if row.code in codes
    }
    base = towns[max(codes, key=lambda code: county.municipality(code).population)]
    nurses = tuple(staff.by_place.get((unit.id, Role.DISTRICT_NURSE), ()))
    physicians = tuple(staff.by_place.get((unit.id, Role.PHYSICIAN), ()))
    in_file = county.unit(unit.key)
    criteria = Criteria(texts=in_file.criteria, needed=in_file.criteria_needed)
    team = TeamAtWork(
        unit=unit,
        criteria=criteria,
        kind=kind,
        municipalities=codes,
        base=base,
        nurses=nurses,
        physicians=physicians if kind is TeamKind.CLOSE_CARE else (),
    )
    services.start_team(
        team=services.NewTeam(
            unit_id=unit.id,
            kind=kind,
            visits_a_day=team.visits_a_day,
            municipalities=codes,
            base=base,
            opens_on=unit.valid_from,
            criteria=criteria,
        ),
        state=TeamState.ACTIVE,
    )
    _teach(team, today)
    equip(team, today)
    return team


def _teach(team: TeamAtWork, today: date) -> None:
    """The nurses have learnt their team's tasks; the newest works by delegation."""
    learnt_on = date(today.year - 1, 1, 1)
    *learnt, newest = team.nurses or (None,)
    for skill in LEARNT[team.kind]:
        for nurse in filter(None, learnt):
            services.give_competence(
                assignment_id=nurse.assignment_id, skill=skill, valid_from=learnt_on
            )
        if newest is not None:
            services.give_competence(
                assignment_id=newest.assignment_id,
                skill=skill,
                valid_from=today - DELEGATED_AGO,
                valid_to=today - DELEGATED_AGO + LONGEST_DELEGATION,
                delegated_by=learnt[0].assignment_id if learnt and learnt[0] else None,
            )


def _kind_of(unit: UnitRow) -> TeamKind:
    if unit.psychiatric:
        return TeamKind.PSYCHIATRY
    name = unit.name.lower()
    found = (kind for word, kind in NAMED.items() if word in name)
    return next(found, TeamKind.CLOSE_CARE)


def _municipalities(unit: UnitRow, county: County) -> tuple[str, ...]:
    """Those of the unit's node, or all of the county."""
    for node in county.nodes:
        if unit.node in {node.key, node.name}:
            return node.municipalities
    return tuple(row.code for row in county.municipalities)
