"""Our planner and two simple ones on the invented county's weeks, side by side.

`python -m benchmarks.routing.demo_weeks [--small]` builds the county in a database of
its own and lets each planner plan every day of every mobile team, one after another,
each with its own memory of who has met whom. Every plan is verified by the checker.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from benchmarks.world import set_up
from naravard.mobile.routing.checker import check
from naravard.mobile.routing.model import (
    Caregiver,
    Problem,
    Service,
    Visit,
    Window,
)
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.prices import Parts
from naravard.mobile.routing.search import Steps, plan_day
from naravard.mobile.routing.warming import warm

NOW = "2026-03-02T09:00+01:00"
STEPS = 60_000  # changes a day; well under a second
Planner = Callable[[Problem], Plan]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One team's day: the visits and staff, and whose home each visit is in."""

    on: date
    problem: Problem
    person: dict[str, UUID]


@dataclass(slots=True, kw_only=True)
class Kept:
    """What one planner's weeks came to."""

    parts: list[Parts] = field(default_factory=list)
    visits: int = 0
    again: int = 0  # visits to somebody the team has been to before
    known: int = 0  # of those, by somebody they have met
    broken: int = 0
    met: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))


def weeks() -> Iterator[Day]:
    """Every day of every team with visits, day by day."""
    from naravard.mobile.models import Competence, Shift, Team
    from naravard.mobile.models import Visit as Written

    can: dict[UUID, set[str]] = defaultdict(set)
    for row in Competence.objects.all():
        can[row.assignment_id].add(row.skill)
    wanted = Written.objects.exclude(state="cancelled").order_by("day", "team", "pk")
    days = wanted.values_list("day", "team").distinct()
    for on, team in sorted(set(days), key=lambda each: (each[0], str(each[1]))):
        base = Team.objects.get(pk=team)
        shifts = Shift.objects.filter(team=team, day=on).select_related("assignment")
        yield _day(on, base, list(wanted.filter(day=on, team=team)), list(shifts), can)


def _day(
    on: date, base: Any, visits: list[Any], shifts: list[Any], can: dict[UUID, set[str]]
) -> Day:
    from naravard.mobile.queries.days import PRICES, minute_of
    from naravard.mobile.rules.skills import skills_of
    from naravard.mobile.rules.travel import Point, estimated

    places = (
        Point(base.latitude, base.longitude),
        *(Point(each.latitude, each.longitude) for each in visits),
    )
    problem = Problem(
        name=f"{base.pk} {on}",
        visits=tuple(
            Visit(
                id=str(each.pk),
                place=at,
                services=tuple(
                    Service(name=need, minutes=each.minutes, needs=frozenset({need}))
                    for need in each.needs
                ),
                windows=(
                    Window(
                        opens=minute_of(each.opens_at, on),
                        closes=minute_of(each.closes_at, on),
                    ),
                ),
                priority=each.priority,
            )
            for at, each in enumerate(visits, 1)
        ),
        caregivers=tuple(
            Caregiver(
                id=str(each.assignment_id),
                can=frozenset(
                    can[each.assignment_id] | skills_of(each.assignment.role)
                ),
                shift=Window(
                    opens=minute_of(each.starts_at, on),
                    closes=minute_of(each.ends_at, on),
                ),
            )
            for each in shifts
        ),
        travel=(estimated(places).minutes,),
        prices=PRICES,
    )
    return Day(
        on=on,
        problem=problem,
        person={str(each.pk): each.person_id for each in visits},
    )


def ours(problem: Problem) -> Plan:
    return plan_day(problem, Steps(allowed=STEPS))


def by_the_list(problem: Problem) -> Plan:
    """Whoever is free first takes the next visit on the list that they may make."""
    return _greedy(problem, lambda _road, place: place)


def nearest_next(problem: Problem) -> Plan:
    """Whoever is free first goes to the nearest visit that they may make."""
    return _greedy(problem, lambda road, place: (road, place))


def _greedy(problem: Problem, wish: Callable[[float, int], Any]) -> Plan:
    roads = problem.travel[0]
    left = {visit.place: visit for visit in problem.visits}
    free = {who.id: who.shift.opens for who in problem.caregivers}
    where = dict.fromkeys(free, 0)
    stops: dict[str, list[Stop]] = {who: [] for who in free}
    able = {who.id: who.can for who in problem.caregivers}
    ends = {who.id: who.shift.closes for who in problem.caregivers}
    waiting = set(free)
    while waiting and left:
        who = min(waiting, key=lambda each: (free[each], each))
        here = where[who]
        possible = [
            place
            for place, visit in left.items()
            if visit.services[0].needs <= able[who]
            and free[who]
            + roads[here][place]
            + visit.services[0].minutes
            + roads[place][0]
            <= ends[who]
        ]
        if not possible:
            waiting.remove(who)
            continue
        place = min(possible, key=lambda each: wish(roads[here][each], each))
        visit = left.pop(place)
        start = max(free[who] + roads[here][place], visit.windows[0].opens)
        free[who], where[who] = start + visit.services[0].minutes, place
        stops[who].append(Stop(visit=visit.id, service=0, start=start, end=free[who]))
    return Plan(
        rounds=tuple(
            Round(caregiver=who, stops=tuple(own)) for who, own in stops.items()
        )
    )


def keep(kept: Kept, day: Day, planner: Planner) -> None:
    """Let a planner plan a day as its own past has made it, and remember it."""
    known = {
        visit.id: frozenset(kept.met[day.person[visit.id]])
        for visit in day.problem.visits
    }
    problem = replace(
        day.problem,
        visits=tuple(
            replace(visit, known=known[visit.id]) for visit in day.problem.visits
        ),
    )
    plan = planner(problem)
    report = check(problem, plan)
    left = sum(line.endswith("blir inte gjort") for line in report.violations)
    kept.broken += len(report.violations) - left
    kept.parts.append(report.parts)
    for each in plan.rounds:
        for stop in each.stops:
            kept.visits += 1
            if known[stop.visit]:
                kept.again += 1
                kept.known += each.caregiver in known[stop.visit]
            kept.met[day.person[stop.visit]].add(each.caregiver)


def line(name: str, kept: Kept) -> str:
    """A line of the table."""
    faces = sum(map(len, kept.met.values())) / max(1, len(kept.met))
    return (
        f"| {name} | {kept.visits} | {sum(p.unplanned for p in kept.parts):g}"
        f" | {sum(p.travel for p in kept.parts):.0f}"
        f" | {sum(p.late for p in kept.parts):.0f}"
        f" | {sum(p.overtime for p in kept.parts):.0f}"
        f" | {kept.known / max(1, kept.again):.0%} | {faces:.2f} |"
    )


PLANNERS: dict[str, Planner] = {
    "by the list": by_the_list,
    "nearest next": nearest_next,
    "ours": ours,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="one week, fewer staff")
    options = parser.parse_args()
    set_up("routing_weeks")
    from django.core.management import call_command

    call_command("demo", "--now", NOW, *(["--small"] if options.small else []))
    warm()
    days = list(weeks())
    all_kept = {name: Kept() for name in PLANNERS}
    for day in days:
        for name, planner in PLANNERS.items():
            keep(all_kept[name], day, planner)
    print(f"{len(days)} days of {len({day.problem.name[:36] for day in days})} teams")
    print(
        "| planner | visits | left out | minutes driven | minutes late | overtime"
        " | by somebody known | faces a person |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, kept in all_kept.items():
        print(line(name, kept))
    broken = sum(kept.broken for kept in all_kept.values())
    print(f"rules broken, by the checker: {broken}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
