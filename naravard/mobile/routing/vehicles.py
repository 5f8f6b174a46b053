"""Whether a day is only rounds of vehicles with windows and loads.

Nothing binds visits to each other there, so that a library that prices one round at a
time finds more in the same time than we do.
"""

from dataclasses import replace

from naravard.mobile.routing.model import Problem

ONLY_PRICES = frozenset({"travel", "lateness_is_hard", "overtime_is_hard"})


# With fewer stops our own search finds as much or more (docs/benchmarks/routing.md).
MANY_STOPS = 150


def is_for_pyvrp(problem: Problem) -> bool:
    """Whether a day is only rounds of vehicles, and so many stops that it matters."""
    return len(problem.visits) >= MANY_STOPS and is_only_vehicles(problem)


def is_only_vehicles(problem: Problem) -> bool:
    """Whether a day has loads, hard windows, one kind of vehicle, and nothing else."""
    return (
        problem.capacity is not None
        and not (problem.relations or problem.meal or problem.window_met_at_end)
        and _prices_travel_alone(problem)
        and all(_is_alone(problem, at) for at in range(len(problem.visits)))
        and len({replace(each, id="") for each in problem.caregivers}) == 1
        and problem.caregivers[0].shift is not None
        and problem.caregivers[0].starts_at == problem.caregivers[0].ends_at
    )


def _prices_travel_alone(problem: Problem) -> bool:
    prices = problem.prices
    set_ = {name for name in prices.__slots__ if getattr(prices, name)}
    return set_ == ONLY_PRICES


def _is_alone(problem: Problem, at: int) -> bool:
    visit = problem.visits[at]
    wanted = visit.optional or visit.forbidden
    return (
        len(visit.services) == 1
        and len(visit.windows) == 1
        and visit.services[0].needs <= problem.caregivers[0].can
        and not wanted
    )
