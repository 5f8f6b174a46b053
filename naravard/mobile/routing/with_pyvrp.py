"""PyVRP on days that are only rounds of vehicles; see docs/decisions/0024.

Only imported when there is such a day: it takes a second, and none is of home visits.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
import pyvrp

from naravard.mobile.routing.model import Problem
from naravard.mobile.routing.plan import Plan, Round, Stop

if TYPE_CHECKING:
    from naravard.mobile.routing.search import Budget, Progress

FINER = 1000  # its units in a minute: it counts in whole numbers
ROUNDING = 1e-4  # of a unit: what decimals lose when multiplied
STEPS = 1000  # of ours, counted for one of its iterations


def plan_vehicles(
    problem: Problem, budget: "Budget", seed: int, progress: "Progress | None"
) -> Plan | None:
    """The best plan found within the budget, or nothing if none keeps every window."""
    found = pyvrp.solve(
        _stated(problem),
        stop=_Until(budget, progress),
        seed=seed,
        collect_stats=False,
        display=False,
    )
    if not found.is_feasible():
        return None
    routes = [
        [each.idx for each in route if each.is_client()]
        for route in found.best.routes()
    ]
    return _as_plan(problem, routes)


class _Until:
    """Tells PyVRP when the budget is spent, and us how it goes."""

    def __init__(self, budget: "Budget", progress: "Progress | None") -> None:
        self.budget = budget
        self.progress = progress

    def __call__(self, best_cost: float) -> bool:
        self.budget.note(STEPS)
        spent = self.budget.spent()
        if self.progress is not None:
            self.progress(spent, best_cost / FINER)
        return spent >= 1


def _whole(minutes: float) -> int:
    """Upwards, so that what is in time for PyVRP is in time on real roads too."""
    return int(np.ceil(minutes * FINER - ROUNDING))


def _stated(problem: Problem) -> pyvrp.ProblemData:
    roads = _roads(problem)
    takes = problem.capacity.takes if problem.capacity else {}
    carries = problem.capacity.carries if problem.capacity else 0
    who = problem.caregivers[0]
    opens, closes = (who.shift.opens, who.shift.closes) if who.shift else (0, 0)
    return pyvrp.ProblemData(
        locations=[pyvrp.Location(0, 0) for _ in roads],
        clients=[
            pyvrp.Client(
                location=visit.place,
                delivery=[_whole(takes.get(visit.id, 0))],
                service_duration=_whole(visit.services[0].minutes),
                tw_early=_whole(visit.windows[0].opens),
                tw_late=int(visit.windows[0].closes * FINER),
            )
            for visit in problem.visits
        ],
        depots=[pyvrp.Depot(location=who.starts_at)],
        vehicle_types=[
            pyvrp.VehicleType(
                num_available=len(problem.caregivers),
                capacity=[int(carries * FINER)],
                tw_early=_whole(opens),
                tw_late=int(closes * FINER),
            )
        ],
        distance_matrices=[roads],
        duration_matrices=[roads],
    )


def _roads(problem: Problem) -> Any:
    # Any: PyVRP says of numpy's arrays what numpy itself does not.
    minutes = np.array(problem.travel[problem.caregivers[0].mode])
    return np.ceil(minutes * FINER - ROUNDING).astype(np.int64)


def _as_plan(problem: Problem, routes: list[list[int]]) -> Plan:
    routes = routes + [[]] * (len(problem.caregivers) - len(routes))
    return Plan(
        rounds=tuple(
            Round(caregiver=who.id, stops=_stops(problem, visits))
            for who, visits in zip(problem.caregivers, routes, strict=True)
        )
    )


def _stops(problem: Problem, visits: list[int]) -> tuple[Stop, ...]:
    """Every visit begun as early as it may be."""
    who = problem.caregivers[0]
    roads = problem.travel[who.mode]
    at, place, stops = who.shift.opens if who.shift else 0.0, who.starts_at, []
    for v in visits:
        visit = problem.visits[v]
        start = max(at + roads[place][visit.place], visit.windows[0].opens)
        at, place = start + visit.services[0].minutes, visit.place
        stops.append(Stop(visit=visit.id, service=0, start=start, end=at))
    return tuple(stops)
