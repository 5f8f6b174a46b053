"""What a planner changes by hand: pin, move, swap and undo, with every rule held."""

from collections.abc import Iterable
from dataclasses import replace

from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.replanning.changes import made
from naravard.mobile.routing.replanning.options import (
    PERSON_WHEN_KEPT,
    Option,
    broken,
    option,
)
from naravard.mobile.routing.replanning.remaining import left
from naravard.mobile.routing.replanning.rest import Left
from naravard.mobile.routing.replanning.running import Running
from naravard.mobile.routing.replanning.standing import PlanBreaksARule, Standing


def pinned(standing: Standing, visit: str) -> Standing:
    """The same day where a visit keeps who and when, whatever happens."""
    return replace(standing, pins=standing.pins | {visit})


def unpinned(standing: Standing, visit: str) -> Standing:
    """The same day where a visit may be moved again."""
    return replace(standing, pins=standing.pins - {visit})


def moved(
    standing: Standing,
    visit: str,
    *,
    to: str,
    after: str | None = None,
    first: bool = False,
) -> Option:
    """Let `to` make a visit: first of what is left of the round, after another visit
    of it, or where it is best. The others who are needed at it come along: the same
    persons when they can, else whoever it costs the least.

    Raises PlanBreaksARule when it has begun, is pinned, or a rule says no.
    """
    rest = _free(standing, visit)
    running = Running(rest.problem, rest.plan, to_search=False)
    tasks = _taken_out(running, rest, visit)
    service = _service_for(standing, visit, to, list(tasks))
    task = tasks.pop(service)
    places = [each for each in running.places(task) if each.caregiver == to]
    if first:
        beginnings = len(running.numbers.tasks)  # the numbers after are where one is
        places = [each for each in places if each.after >= beginnings]
    elif after is not None:
        follows = {
            running.number_of(here)
            for here, there in rest.tasks.items()
            if there.visit == after
        }
        places = [each for each in places if each.after in follows]
    if not places:
        raise PlanBreaksARule((f"{to} kan inte göra {visit}",))
    running.put(task, min(places, key=lambda each: (each.cost, each.after)).after)
    before = standing.made_by(visit)
    for other, number in tasks.items():
        was = before[other] if other < len(before) else ""
        _bring_along(running, number, was, visit)
    return _held(standing, rest.whole(running.plan()))


def swapped(standing: Standing, one: str, two: str) -> Option:
    """Let two visits change places with each other, persons and all.

    Raises PlanBreaksARule when either has begun, is pinned, or a rule says no.
    """
    rest = _free(standing, one, two)
    if len(standing.visit(one).services) != len(standing.visit(two).services):
        raise PlanBreaksARule((f"{one} och {two} behöver olika många på plats",))
    rounds = tuple(_exchanged(each, one, two) for each in rest.plan.rounds)
    try:
        running = Running(rest.problem, Plan(rounds=rounds), to_search=False)
    except ValueError as waiting:
        raise PlanBreaksARule(("besöken skulle vänta på varandra",)) from waiting
    return _held(standing, rest.whole(running.plan()))


def undone(standing: Standing, earlier: Plan) -> Option:
    """The plan as it was, if nothing that has begun since speaks against it.

    What has been asked for since is without anybody again. Raises PlanBreaksARule.
    """
    since = made(standing.plan).keys() - made(earlier).keys()
    return _held(standing, earlier, may_leave=frozenset(since))


def _free(standing: Standing, *visits: str) -> Left:
    for pin in standing.pins.intersection(visits):
        raise PlanBreaksARule((f"{pin} är fast",))
    named = frozenset(visits)
    rest = left(standing, change_of_person=PERSON_WHEN_KEPT, loose=named, bare=named)
    if not rest.problem.caregivers:
        raise PlanBreaksARule(("ingen är i arbete",))
    for visit in set(visits) - {task.visit for task in rest.tasks.values()}:
        raise PlanBreaksARule((f"{visit} har redan börjat",))
    return rest


def _taken_out(running: Running, rest: Left, visit: str) -> dict[int, int]:
    """The tasks of a visit by service, now nobody's."""
    tasks = {
        there.service: running.number_of(here)
        for here, there in rest.tasks.items()
        if there.visit == visit
    }
    without = running.unplanned()
    for task in tasks.values():
        if task not in without:
            running.take(task)
    return tasks


def _service_for(standing: Standing, visit: str, to: str, left: list[int]) -> int:
    """Which of a visit's services somebody gets: their own, else one they may do."""
    before = standing.made_by(visit)
    own = [each for each in left if each < len(before) and before[each] == to]
    held = {each.id: each.can for each in standing.problem.caregivers}
    can = held.get(to, frozenset())
    services = standing.visit(visit).services
    able = [each for each in left if services[each].needs <= can]
    return (own or able or left)[0]


def _bring_along(running: Running, task: int, was: str, visit: str) -> None:
    """Put another who is needed where it fits, the same person if it can be."""
    places = running.places(task)
    if not places:
        raise PlanBreaksARule((f"ingen mer kan vara med på {visit} då",))
    best = min(places, key=lambda each: (each.caregiver != was, each.cost, each.after))
    running.put(task, best.after)


def _exchanged(each: Round, one: str, two: str) -> Round:
    other = {one: two, two: one}
    stops: Iterable[Stop] = (
        replace(stop, visit=other.get(stop.visit, stop.visit)) for stop in each.stops
    )
    return replace(each, stops=tuple(stops))


def _held(
    standing: Standing, plan: Plan, *, may_leave: frozenset[str] = frozenset()
) -> Option:
    reasons = broken(standing, plan, may_leave=may_leave)
    if reasons:
        raise PlanBreaksARule(reasons)
    return option(standing, plan)
