"""Who has which thing with them in the rest of a day, told as competences."""

from collections.abc import Mapping
from dataclasses import replace

from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.replanning.limits import carriers, left_out
from naravard.mobile.routing.replanning.standing import Standing

Can = Mapping[str, frozenset[str]]


def needed(standing: Standing, bare: frozenset[str]) -> Can:
    """What each visit needs that only whoever has the thing with them can.

    Nobody can what a thing is not enough for. Those that are `bare` need nothing.
    """
    spent = left_out(standing.limits, standing.plan, standing.problem.visits)
    found: dict[str, frozenset[str]] = {}
    for limit in standing.limits:
        for name in limit.visits - bare:
            wanted = {limit.skill, *([limit.spent] if name in spent else [])}
            found[name] = found.get(name, frozenset()) | wanted
    return found


def carried(standing: Standing, started: set[tuple[str, int]]) -> Can:
    """What each of those at work has with them from now on."""
    problem = standing.problem
    at_work = [each for each in problem.caregivers if each.id not in standing.gone]
    ahead = _ahead(standing, started)
    found: dict[str, frozenset[str]] = {}
    for limit in standing.limits:
        for who in carriers(limit, ahead, at_work, problem.visits):
            found[who] = found.get(who, frozenset()) | {limit.skill}
    return found


def with_things_held(standing: Standing) -> Standing:
    """The same day where what needs a thing keeps who and when, and gets no more."""
    made = {stop.visit for each in standing.plan.rounds for stop in each.stops}
    limits = tuple(
        replace(each, enough_for=len(each.visits & made)) for each in standing.limits
    )
    held = made.intersection(name for each in limits for name in each.visits)
    return replace(standing, limits=limits, pins=standing.pins | held)


def _ahead(standing: Standing, started: set[tuple[str, int]]) -> Plan:
    """What is planned and not over."""
    rounds = (
        replace(
            each,
            stops=tuple(
                stop
                for stop in each.stops
                if (stop.visit, stop.service) not in started or stop.end > standing.now
            ),
        )
        for each in standing.plan.rounds
    )
    return Plan(rounds=tuple(rounds))
