"""A plan that holds is spoilt in every way we know; the checker sees each of them."""

import math
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from naravard.mobile.routing.checker import check
from naravard.mobile.routing.model import Capacity, Problem, Relation, Task, Window
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.search import Steps, plan_day
from tests.unit.mobile.days import drawn_day

Spoilt = tuple[Problem, Plan] | None
FAR = 5_000.0


def a_stop(plan: Plan, chance: Random) -> tuple[int, int]:
    """A round and the place in it of some stop."""
    stops = [
        (r, s) for r, each in enumerate(plan.rounds) for s in range(len(each.stops))
    ]
    return chance.choice(stops)


def with_stops(plan: Plan, r: int, stops: tuple[Stop, ...]) -> Plan:
    rounds = list(plan.rounds)
    rounds[r] = replace(rounds[r], stops=stops)
    return Plan(rounds=tuple(rounds))


def with_stop(plan: Plan, r: int, s: int, **changes: object) -> Plan:
    stops = list(plan.rounds[r].stops)
    stops[s] = replace(stops[s], **changes)
    return with_stops(plan, r, tuple(stops))


def visit_of(day: Problem, plan: Plan, r: int, s: int) -> str:
    return plan.rounds[r].stops[s].visit


def with_visit(day: Problem, name: str, **changes: object) -> Problem:
    visits = (replace(v, **changes) if v.id == name else v for v in day.visits)
    return replace(day, visits=tuple(visits))


def forgotten(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    name = visit_of(day, plan, r, s)
    rounds = (
        replace(each, stops=tuple(stop for stop in each.stops if stop.visit != name))
        for each in plan.rounds
    )
    return with_visit(day, name, optional=False), Plan(rounds=tuple(rounds))


def half_forgotten(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    double = [
        (r, s)
        for r, each in enumerate(plan.rounds)
        for s, stop in enumerate(each.stops)
        if len(next(v for v in day.visits if v.id == stop.visit).services) > 1
    ]
    if not double:
        return None
    r, s = chance.choice(double)
    stops = plan.rounds[r].stops
    return day, with_stops(plan, r, stops[:s] + stops[s + 1 :])


def made_twice(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    again = replace(plan.rounds[r].stops[s], start=FAR, end=FAR)
    return day, with_stops(plan, r, (*plan.rounds[r].stops, again))


def unable(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, _ = a_stop(plan, chance)
    who = plan.rounds[r].caregiver
    staff = (replace(c, can=frozenset()) if c.id == who else c for c in day.caregivers)
    return replace(day, caregivers=tuple(staff)), plan


def forbidden(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    who = frozenset({plan.rounds[r].caregiver})
    return with_visit(day, visit_of(day, plan, r, s), forbidden=who), plan


def shortened(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    return day, with_stop(plan, r, s, end=plan.rounds[r].stops[s].end - 1)


def before_it_opens(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    stop = plan.rounds[r].stops[s]
    opens = Window(opens=stop.start + 1, closes=FAR)
    return with_visit(day, visit_of(day, plan, r, s), windows=(opens,)), plan


def in_two_places(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    stops = plan.rounds[r].stops
    if s == 0:
        return None
    gone = stops[s - 1].end - 1
    minutes = stops[s].end - stops[s].start
    return day, with_stop(plan, r, s, start=gone, end=gone + minutes)


def before_work(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, _ = a_stop(plan, chance)
    first, who = plan.rounds[r].stops[0], plan.rounds[r].caregiver
    shift = Window(opens=first.start + 1, closes=FAR)
    staff = (replace(c, shift=shift) if c.id == who else c for c in day.caregivers)
    return replace(day, caregivers=tuple(staff)), plan


def late_where_it_is_forbidden(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    stop = plan.rounds[r].stops[s]
    closed = (Window(opens=0, closes=stop.start - 1),)
    prices = replace(day.prices, lateness_is_hard=True)
    spoilt = with_visit(day, visit_of(day, plan, r, s), windows=closed)
    return (replace(spoilt, prices=prices), plan) if stop.start > 1 else None


def overtime_where_it_is_forbidden(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, _ = a_stop(plan, chance)
    last, who = plan.rounds[r].stops[-1], plan.rounds[r].caregiver
    shift = Window(opens=0, closes=last.end - 1)
    staff = (replace(c, shift=shift) if c.id == who else c for c in day.caregivers)
    prices = replace(day.prices, overtime_is_hard=True)
    return replace(day, caregivers=tuple(staff), prices=prices), plan


def overloaded(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, s = a_stop(plan, chance)
    takes = {visit_of(day, plan, r, s): 2.0}
    return replace(day, capacity=Capacity(carries=1, takes=takes)), plan


def two_stops(plan: Plan, chance: Random) -> tuple[Stop, Stop]:
    stops = [stop for each in plan.rounds for stop in each.stops]
    one, two = chance.sample(stops, 2)
    return one, two


def too_soon_after(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    one, two = two_stops(plan, chance)
    gap = two.start - one.start
    bond = Relation(first=_task(one), second=_task(two), least=gap + 1)
    return replace(day, relations=(*day.relations, bond)), plan


def too_long_after(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    one, two = two_stops(plan, chance)
    gap = two.start - one.start
    bond = Relation(first=_task(one), second=_task(two), least=-FAR, most=gap - 1)
    return replace(day, relations=(*day.relations, bond)), plan


def _task(stop: Stop) -> Task:
    return Task(visit=stop.visit, service=stop.service)


def by_one_instead_of_two(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    double = [visit.id for visit in day.visits if len(visit.services) > 1]
    stops = [
        (r, stop)
        for r, each in enumerate(plan.rounds)
        for stop in each.stops
        if stop.visit in double
    ]
    if not stops:
        return None
    r, mine = chance.choice(stops)
    rounds = [
        replace(
            each,
            stops=tuple(
                stop
                for stop in each.stops
                if stop.visit != mine.visit or stop.service == mine.service
            ),
        )
        for each in plan.rounds
    ]
    other = replace(mine, service=1 - mine.service, start=FAR, end=FAR)
    return day, with_stops(Plan(rounds=tuple(rounds)), r, (*rounds[r].stops, other))


def by_a_stranger(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    r, _ = a_stop(plan, chance)
    rounds = list(plan.rounds)
    rounds[r] = replace(rounds[r], caregiver="Eva")
    return day, Plan(rounds=tuple(rounds))


def two_rounds(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    who = chance.choice(plan.rounds).caregiver
    return day, Plan(rounds=(*plan.rounds, Round(caregiver=who, stops=())))


def to_a_stranger(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    return day, with_stop(plan, *a_stop(plan, chance), visit="Eva")


def at_no_time(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    return day, with_stop(plan, *a_stop(plan, chance), start=math.nan)


def without_end(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    return day, with_stop(plan, *a_stop(plan, chance), end=math.inf)


def _with_meal(plan: Plan, chance: Random, **changes: object) -> Plan | None:
    eaters = [r for r, each in enumerate(plan.rounds) if each.meal is not None]
    if not eaters:
        return None
    r, rounds = chance.choice(eaters), list(plan.rounds)
    rounds[r] = replace(rounds[r], meal=replace(rounds[r].meal, **changes))
    return Plan(rounds=tuple(rounds))


def a_break_in_the_night(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    spoilt = _with_meal(plan, chance, start=FAR, end=FAR + day.meal.minutes)
    return (day, spoilt) if spoilt else None


def a_break_nowhere(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    spoilt = _with_meal(plan, chance, visit="Eva")
    return (day, spoilt) if spoilt else None


def a_break_of_no_time(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    start = day.meal.opens
    spoilt = _with_meal(plan, chance, start=start, end=start)
    return (day, spoilt) if spoilt else None


def a_break_for_one_who_has_none(day: Problem, plan: Plan, chance: Random) -> Spoilt:
    if not any(each.meal for each in plan.rounds):
        return None
    staff = (replace(each, takes_break=False) for each in day.caregivers)
    return replace(day, caregivers=tuple(staff)), plan


FAULTS: dict[Callable[[Problem, Plan, Random], Spoilt], str] = {
    forgotten: "blir inte gjort",
    half_forgotten: "saknar någon av sina insatser",
    made_twice: "mer än en gång",
    unable: "saknar behörighet",
    forbidden: "får inte gå till",
    shortened: "ska ta",
    before_it_opens: "börjar för tidigt",
    in_two_places: "hinner inte till",
    before_work: "hinner inte till",
    late_where_it_is_forbidden: "minuter för sent",
    overtime_where_it_is_forbidden: "överskrids",
    overloaded: "kan inte bära",
    too_soon_after: "börjar för tidigt efter",
    too_long_after: "börjar för sent efter",
    by_one_instead_of_two: "kräver olika medarbetare",
    by_a_stranger: "finns inte bland medarbetarna",
    two_rounds: "har mer än en runda",
    to_a_stranger: "finns inte bland besöken",
    at_no_time: "inte är ett tal",
    without_end: "inte är ett tal",
    a_break_in_the_night: "utanför tiden för rast",
    a_break_nowhere: "okänd plats",
    a_break_of_no_time: "ska ha rast i",
    a_break_for_one_who_has_none: "ska inte ha någon rast",
}


@pytest.fixture(scope="module")
def days() -> list[tuple[Problem, Plan]]:
    """Plans that hold, of rich days drawn by chance."""
    drawn = [drawn_day(seed, visits=10, rich=True) for seed in range(12)]
    return [(day, plan_day(day, Steps(allowed=4_000))) for day in drawn]


def test_before_they_are_spoilt_the_plans_hold(days):
    assert [check(day, plan).violations for day, plan in days] == [()] * len(days)


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda each: each.__name__)
@settings(max_examples=25, deadline=None)
@given(which=st.integers(0, 11), seed=st.integers(0, 10_000))
def test_every_fault_that_is_planted_is_told(days, spoil, which, seed):
    spoilt = spoil(*days[which], Random(seed))
    assume(spoilt is not None)

    report = check(*spoilt)

    assert FAULTS[spoil] in " / ".join(report.violations)
