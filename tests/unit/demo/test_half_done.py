"""Today is half done whatever hour the practice county is built, and never ahead."""

from datetime import date, time, timedelta
from unittest.mock import Mock
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest

from naravard.core.clock import moment_at
from naravard.demo.people import Colleague, Patient
from naravard.demo.visits.errands import ERRANDS
from naravard.demo.visits.teams import TeamAtWork, at_work
from naravard.demo.visits.weeks import Known, visits_on
from naravard.mobile.rules.enrolling import Criteria
from naravard.mobile.rules.states import TeamKind
from naravard.mobile.rules.travel import Point
from naravard.people.roles import Role

TODAY = date(2026, 3, 4)
BASE = Point(59.6, 16.5)
SOME = 40  # whom the team knows


def one(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)


def colleague(name: str, role: Role) -> Colleague:
    return Colleague(
        professional_id=one(name),
        assignment_id=one(f"{name} at work"),
        unit_id=one("team"),
        name=name,
        title="",
        role=role,
        phone="",
    )


def a_team(kind: TeamKind) -> TeamAtWork:
    unit = Mock(id=one("team"), key="team")
    return TeamAtWork(
        unit=unit,
        kind=kind,
        criteria=Criteria(),
        municipalities=("1980",),
        base=BASE,
        nurses=tuple(
            colleague(name, Role.DISTRICT_NURSE) for name in ("Ali", "Sara", "Bo")
        ),
        physicians=(colleague("Ingrid", Role.PHYSICIAN),)
        if kind is TeamKind.CLOSE_CARE
        else (),
    )


def neighbour(team: TeamAtWork, number: int) -> Known:
    errands = ERRANDS[team.kind]
    return Known(
        patient=Mock(spec=Patient, person_id=one(f"patient {number}")),
        home=Point(59.6 + number % 5 * 0.01, 16.5 + number % 7 * 0.01),
        asked_by=colleague("Maja", Role.MUNICIPAL_NURSE),
        errand=errands[number % len(errands)],
        contact=None,
    )


@pytest.mark.parametrize("kind", list(ERRANDS))
@pytest.mark.parametrize("hour", [3, 7, 10, 13, 17, 20, 23])
def test_about_half_of_today_is_done_whatever_the_hour(kind, hour):
    now = moment_at(TODAY, time(hour, 20))
    team = a_team(kind)
    shifts = {
        (TODAY, each.assignment_id): one(f"shift {each.name}")
        for each in at_work(team, TODAY)
    }
    known = tuple(neighbour(team, number) for number in range(SOME))

    planned = [v for v in visits_on(team, known, TODAY, shifts, now) if v.stops]

    ends = {v.id: v.stops[0].ends_at for v in planned}
    done = {v.id for v in planned if v.outcome}
    begun = {v.id for v in planned if v.begun}
    assert done == {name for name, end in ends.items() if end <= now}
    assert begun == {v.id for v in planned if v.stops[0].starts_at <= now} - done
    assert 0.3 <= (len(done) + len(begun) / 2) / len(planned) <= 0.65
    assert max(ends.values()) - now < timedelta(hours=5)
