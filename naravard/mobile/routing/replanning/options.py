"""What to do when something happens: up to three ways, each with its price."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from naravard.mobile.routing.checker import check
from naravard.mobile.routing.model import Problem, Visit
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.prices import Parts, priced
from naravard.mobile.routing.replanning.carrying import with_things_held
from naravard.mobile.routing.replanning.changes import SAME, Change, changes, made
from naravard.mobile.routing.replanning.limits import exceeded
from naravard.mobile.routing.replanning.remaining import (
    LATENESS_OF_A_PROMISE,
    PINNED_PRIORITY,
    left,
)
from naravard.mobile.routing.replanning.rest import Left
from naravard.mobile.routing.replanning.running import Place, Running
from naravard.mobile.routing.replanning.standing import (
    NobodyAtWork,
    NothingKeepsThePins,
    NothingLeftToPlan,
    Standing,
    with_visit,
)

# A change of person is worth so many minutes of driving.
PERSON_WHEN_CHEAPEST = 5.0
PERSON_WHEN_KEPT = 30.0
# Changes tried when an option is searched for; the same number gives the same plan.
CHUNKS = 12
STEPS_A_TASK = 30
HEAT = 2.0  # minutes
PLACES_TRIED = 8
# What costs this much moves a pinned visit by half a minute or more.
A_PIN_MOVES = PINNED_PRIORITY * LATENESS_OF_A_PROMISE * SAME / 2


class Kind(StrEnum):
    """What an option is best at."""

    CHEAPEST = "cheapest"
    FEWEST_CHANGES = "fewest_changes"
    NAMED_CONTACT = "named_contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to go on: the whole day's plan, what it changes, and its parts."""

    kinds: tuple[Kind, ...]
    plan: Plan
    changes: tuple[Change, ...]
    before: Parts
    parts: Parts
    unplanned: tuple[str, ...]  # visits that nobody can make

    @property
    def broken_promises(self) -> int:
        """How many persons must be told of another time."""
        return sum(change.breaks_promise for change in self.changes if change.before)


def options(standing: Standing, visit: Visit | None = None) -> tuple[Option, ...]:
    """Up to three ways to place an acute visit, or all that nobody makes any longer.

    Nothing that has begun and no pinned visit is touched; two ways that give the same
    plan are one option. Raises NothingKeepsThePins, NothingLeftToPlan and NobodyAtWork.
    """
    day = with_visit(standing, visit) if visit else standing
    _check_something_is_left(day)
    ways: tuple[tuple[Kind, Callable[[Standing], Plan | None]], ...] = (
        (Kind.FEWEST_CHANGES, fewest_changes),
        (Kind.CHEAPEST, cheapest),
        (Kind.NAMED_CONTACT, by_named_contact),
    )
    found: dict[Plan, Option] = {}
    for kind, way in ways:
        plan = _within_limits(day, way)
        if plan is None or broken(day, plan):
            continue
        if plan in found:
            same = found[plan]
            found[plan] = replace(same, kinds=(*same.kinds, kind))
        else:
            found[plan] = option(day, plan, kind)
    if not found:
        raise NothingKeepsThePins
    return _named_by_what_they_change(list(found.values()))


def _named_by_what_they_change(found: list[Option]) -> tuple[Option, ...]:
    """The ways, where whichever changes the least is called so; the first, if equal.

    A way that was meant to change the least, and is then best at nothing, is left out.
    """
    least = min(found, key=_changed)
    named = []
    for each in found:
        others = tuple(kind for kind in each.kinds if kind is not Kind.FEWEST_CHANGES)
        kinds = (Kind.FEWEST_CHANGES, *others) if each is least else others
        if kinds:
            named.append(replace(each, kinds=kinds))
    return tuple(named)


def _changed(option: Option) -> tuple[int, int, int, int]:
    """Visits left out, promises broken, other persons and visits changed, in order."""
    moved = sum(change.before is not None for change in option.changes)
    persons = sum(change.other_person for change in option.changes)
    return len(option.unplanned), option.broken_promises, persons, moved


def _within_limits(
    standing: Standing, way: Callable[[Standing], Plan | None]
) -> Plan | None:
    """What a way gives; when two would need the same thing at once, what it gives
    where those who have the things keep to their times, and get no more visits.
    """
    plan = way(standing)
    if plan is None or not any(exceeded(standing.limits, plan, standing.plan)):
        return plan
    return way(with_things_held(standing))


def _check_something_is_left(standing: Standing) -> None:
    rest = left(standing, change_of_person=PERSON_WHEN_KEPT).problem
    if not rest.visits:
        raise NothingLeftToPlan
    if not rest.caregivers:
        raise NobodyAtWork


def option(standing: Standing, plan: Plan, *kinds: Kind) -> Option:
    """A plan beside the one there is, with what it changes and costs."""
    planned = made(plan)
    return Option(
        kinds=kinds,
        plan=plan,
        changes=changes(standing.plan, plan, standing.promises),
        before=priced(standing.problem, standing.plan),
        parts=priced(standing.problem, plan),
        unplanned=tuple(
            each.id for each in standing.problem.visits if each.id not in planned
        ),
    )


def fewest_changes(standing: Standing) -> Plan | None:
    """Every visit that nobody makes put where it moves the fewest promises."""
    rest = left(standing, change_of_person=PERSON_WHEN_KEPT)
    plan = _filled_carefully(rest, 0)
    moved = _promises_moved(standing, plan)
    # A visit in sequence is promised by its first service, and places are judged by
    # its last: where that may differ, the next best places are tried as well.
    if not moved or all(bond.least <= 0 for bond in rest.problem.relations):
        return plan
    others = (_filled_carefully(rest, rank) for rank in range(1, PLACES_TRIED))
    same = [each for each in others if made(each).keys() == made(plan).keys()]
    return min((plan, *same), key=lambda each: _promises_moved(standing, each))


def _filled_carefully(rest: Left, rank: int) -> Plan:
    """The rest of the day filled; the first visit at its `rank`th best place."""
    running = _running(rest, to_search=False)
    _fill(running, attrgetter("moved", "later", "cost", "after"), rank)
    return rest.whole(running.plan())


def _promises_moved(standing: Standing, plan: Plan) -> int:
    found = changes(standing.plan, plan, standing.promises)
    return sum(each.breaks_promise for each in found if each.before)


def cheapest(standing: Standing) -> Plan | None:
    """The least driving and lateness, whoever comes."""
    rest = left(standing, change_of_person=PERSON_WHEN_CHEAPEST, hold=False)
    return _searched(rest)


def by_named_contact(standing: Standing) -> Plan | None:
    """As many as can be by the named contact, or by somebody the person has met."""
    rest = left(standing, change_of_person=PERSON_WHEN_KEPT)
    planned = {stop.visit for each in rest.plan.rounds for stop in each.stops}
    visits = tuple(
        each if each.id in planned else _only_by_known(each, rest.problem)
        for each in rest.problem.visits
    )
    if visits == rest.problem.visits:
        return None
    return _searched(replace(rest, problem=replace(rest.problem, visits=visits)))


def broken(
    standing: Standing, plan: Plan, *, may_leave: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """What the plan breaks that must hold: rules, things, what has begun, and pins.

    What was broken already is not held against the plan, nor a visit that nobody makes
    already or that `may_leave` names: it is told of beside the plan.
    """
    problem = _without_unmade(standing, may_leave)
    already = set(check(problem, standing.plan).violations)
    found = check(problem, plan).violations
    return (
        *(each for each in found if each not in already),
        *exceeded(standing.limits, plan, standing.plan),
        *_touched(standing, plan),
    )


def _touched(standing: Standing, plan: Plan) -> Iterator[str]:
    before, after = made(standing.plan), made(plan)
    fixed = {
        stop.visit: "har redan börjat"
        for each in standing.plan.rounds
        for stop in standing.begun(each.caregiver)
    } | {pin: "är fast" for pin in standing.pins if pin in before}
    for name, how in fixed.items():
        new, old = after.get(name), before[name]
        if new is None or new.by != old.by or abs(new.start - old.start) > SAME:
            yield f"{name} {how}"


def _without_unmade(standing: Standing, may_leave: frozenset[str]) -> Problem:
    """The day where what nobody makes already may be left; what somebody makes, not."""
    planned = made(standing.plan).keys() - may_leave
    visits = tuple(
        each if each.id in planned else replace(each, optional=True)
        for each in standing.problem.visits
    )
    return replace(standing.problem, visits=visits)


def _running(rest: Left, *, to_search: bool) -> Running:
    return Running(rest.problem, rest.plan, to_search=to_search)


def _searched(rest: Left) -> Plan:
    running = _running(rest, to_search=True)
    _fill(running, attrgetter("cost", "moved", "after"))
    steps = STEPS_A_TASK * len(running.numbers.tasks)
    running.improve(chunks=CHUNKS, steps=steps, heat=HEAT)
    return rest.whole(running.plan())


def _fill(
    running: Running, order: Callable[[Place], tuple[float, ...]], rank: int = 0
) -> None:
    """Put every task that nobody has where it is best; a visit whole or not at all.

    The first task is put where it is `rank`th best, counted from nought.
    """
    left_out = running.unplanned()
    visits = dict.fromkeys(running.numbers.tasks[task][0] for task in left_out)
    for v in visits:
        tasks = [t for t in left_out if running.numbers.tasks[t][0] == v]
        done = all(
            _put(running, task, order, rank if task == left_out[0] else 0)
            for task in tasks
        )
        if not done:
            for task in set(tasks) - set(running.unplanned()):
                running.take(task)


def _put(
    running: Running,
    task: int,
    order: Callable[[Place], tuple[float, ...]],
    rank: int,
) -> bool:
    places = [each for each in running.places(task) if each.cost < A_PIN_MOVES]
    if not places:
        return False
    if not rank:
        return running.put(task, min(places, key=order).after)
    best = sorted(places, key=order)
    return running.put(task, best[min(rank, len(best) - 1)].after)


def _only_by_known(visit: Visit, problem: Problem) -> Visit:
    """The same visit, closed to all but its named contact or those who are known."""
    able = [
        each.id
        for each in problem.caregivers
        if any(service.needs <= each.can for service in visit.services)
    ]
    for wanted in ({visit.named_contact}, visit.known | {visit.named_contact}):
        known = [each for each in able if each in wanted]
        if len(known) >= len(visit.services):
            return replace(visit, forbidden=visit.forbidden | (set(able) - set(known)))
    return visit
