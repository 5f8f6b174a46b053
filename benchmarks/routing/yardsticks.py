"""Other planners on the days they can state; what they answer is checked as ours is.

Each gives None for a day it cannot state or finds no plan for. VROOM knows one vehicle
a visit, hard windows and loads; OR-Tools knows bonds between visits too. PyVRP is what
we ourselves use on days that are only rounds of vehicles; `search` is our own there.
"""

import time
from collections.abc import Callable
from math import ceil

from benchmarks.routing.with_ortools import with_ortools
from naravard.mobile.routing.model import Problem
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.search import Search, Seconds
from naravard.mobile.routing.vehicles import is_only_vehicles

# Distances are whole numbers to them; so many of theirs make one of ours.
FINER = 1000
ROUNDING = 1e-4  # of theirs: what decimals lose when multiplied
Planner = Callable[[Problem, float, int], Plan | None]


def can_be_stated(problem: Problem) -> bool:
    """Whether a day has only hard windows and nothing that binds visits together."""
    alone = all(len(visit.services) == 1 for visit in problem.visits)
    return alone and not problem.relations and problem.capacity is not None


def whole(minutes: float) -> int:
    """Upwards, so that what they find in time is in time on real roads too."""
    return ceil(minutes * FINER - ROUNDING)


def as_plan(problem: Problem, rounds: list[list[int]]) -> Plan:
    """Rounds of visits, each begun as early as can be."""
    rows = [
        Round(caregiver=who.id, stops=_stops(problem, each))
        for who, each in zip(problem.caregivers, rounds, strict=False)
    ]
    return Plan(rounds=tuple(rows))


def _stops(problem: Problem, visits: list[int]) -> tuple[Stop, ...]:
    roads, at, place, stops = problem.travel[0], 0.0, 0, []
    for v in visits:
        visit = problem.visits[v]
        start = max(at + roads[place][visit.place], visit.windows[0].opens)
        at, place = start + visit.services[0].minutes, visit.place
        stops.append(Stop(visit=visit.id, service=0, start=start, end=at))
    return tuple(stops)


def with_vroom(problem: Problem, seconds: float, seed: int) -> Plan | None:
    """VROOM stops by itself, by how far it explores, and has no seed."""
    import vroom

    capacity = problem.capacity
    if capacity is None or not can_be_stated(problem):
        return None
    roads = [[whole(road) for road in row] for row in problem.travel[0]]
    shift = problem.caregivers[0].shift
    task = vroom.Input()
    task.set_durations_matrix(profile="car", matrix_input=roads)
    for number in range(len(problem.caregivers)):
        task.add_vehicle(
            vroom.Vehicle(
                number,
                start=0,
                end=0,
                capacity=vroom.Amount([round(capacity.carries)]),
                time_window=vroom.TimeWindow(
                    round(shift.opens * FINER), round(shift.closes * FINER)
                ),
            )
        )
    for number, visit in enumerate(problem.visits):
        window = visit.windows[0]
        opens, closes = whole(window.opens), int(window.closes * FINER)
        task.add_job(
            vroom.Job(
                number,
                location=visit.place,
                delivery=vroom.Amount([round(capacity.takes[visit.id])]),
                default_service=whole(visit.services[0].minutes),
                time_windows=[vroom.TimeWindow(opens, closes)],
            )
        )
    found = task.solve(exploration_level=5, nb_threads=1)
    rows = found.routes[found.routes["type"] == "job"]
    rounds = rows.groupby("vehicle_id")["id"].apply(list).tolist()
    return as_plan(problem, rounds)


def with_search(problem: Problem, seconds: float, seed: int) -> Plan | None:
    """Our own search on a day that PyVRP plans for us."""
    if not is_only_vehicles(problem):
        return None
    ends = time.process_time() + seconds
    budget = Seconds(
        allowed=seconds, elapsed=lambda: time.process_time() - ends + seconds
    )
    return Search(problem, budget, seed).run()


YARDSTICKS: dict[str, Planner] = {
    "ortools": with_ortools,
    "search": with_search,
    "vroom": with_vroom,
}
