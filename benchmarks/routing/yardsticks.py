"""Other planners on the days they can state: one vehicle a visit, no bonds between."""

import math
from collections.abc import Callable
from itertools import pairwise

from naravard.mobile.routing.model import Problem

# Distances are whole numbers to them; so many of theirs make one of ours.
FINER = 1000
Planner = Callable[[Problem, float, int], float]


def can_be_stated(problem: Problem) -> bool:
    """Whether a day has only hard windows and nothing that binds visits together."""
    alone = all(len(visit.services) == 1 for visit in problem.visits)
    return alone and not problem.relations and problem.capacity is not None


def whole_roads(problem: Problem) -> list[list[int]]:
    return [[round(road * FINER) for road in row] for row in problem.travel[0]]


def length(problem: Problem, rounds: list[list[int]]) -> float:
    """The distance of rounds of visits, counted from nothing on the real roads."""
    roads = problem.travel[0]
    total = 0.0
    for each in rounds:
        places = [0, *(problem.visits[v].place for v in each), 0]
        total += sum(roads[a][b] for a, b in pairwise(places))
    served = sorted(v for each in rounds for v in each)
    return total if served == list(range(len(problem.visits))) else math.inf


def with_pyvrp(problem: Problem, seconds: float, seed: int) -> float:
    from pyvrp import Model
    from pyvrp.stop import MaxRuntime

    capacity, roads = problem.capacity, whole_roads(problem)
    shift = problem.caregivers[0].shift
    model = Model()
    depot = model.add_depot(x=0, y=0)
    model.add_vehicle_type(
        num_available=len(problem.caregivers),
        capacity=round(capacity.carries),
        tw_early=round(shift.opens * FINER),
        tw_late=round(shift.closes * FINER),
    )
    clients = [
        model.add_client(
            x=0,
            y=0,
            delivery=round(capacity.takes[visit.id]),
            service_duration=round(visit.services[0].minutes * FINER),
            tw_early=round(visit.windows[0].opens * FINER),
            tw_late=round(visit.windows[0].closes * FINER),
        )
        for visit in problem.visits
    ]
    nodes = [depot, *clients]
    for a, one in enumerate(nodes):
        for b, two in enumerate(nodes):
            if a != b:
                model.add_edge(one, two, distance=roads[a][b], duration=roads[a][b])
    found = model.solve(stop=MaxRuntime(seconds), seed=seed, display=False)
    if not found.is_feasible():
        return math.inf
    return found.cost() / FINER


def with_ortools(problem: Problem, seconds: float, seed: int) -> float:
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    roads, capacity = whole_roads(problem), problem.capacity
    visits = [None, *problem.visits]
    stays = [0] + [round(v.services[0].minutes * FINER) for v in problem.visits]
    takes = [0] + [round(capacity.takes[v.id]) for v in problem.visits]
    manager = pywrapcp.RoutingIndexManager(len(visits), len(problem.caregivers), 0)
    model = pywrapcp.RoutingModel(manager)
    node = manager.IndexToNode
    road = model.RegisterTransitCallback(lambda a, b: roads[node(a)][node(b)])
    time = model.RegisterTransitCallback(
        lambda a, b: roads[node(a)][node(b)] + stays[node(a)]
    )
    load = model.RegisterUnaryTransitCallback(lambda a: takes[node(a)])
    model.SetArcCostEvaluatorOfAllVehicles(road)
    end = round(problem.caregivers[0].shift.closes * FINER)
    model.AddDimension(time, end, end, False, "time")
    model.AddDimension(load, 0, round(capacity.carries), True, "load")
    clock = model.GetDimensionOrDie("time")
    for at, visit in enumerate(problem.visits, 1):
        window = visit.windows[0]
        clock.CumulVar(manager.NodeToIndex(at)).SetRange(
            round(window.opens * FINER), round(window.closes * FINER)
        )
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    settings.time_limit.FromMilliseconds(round(seconds * 1000))
    found = model.SolveWithParameters(settings)
    return found.ObjectiveValue() / FINER if found else math.inf


def with_vroom(problem: Problem, seconds: float, seed: int) -> float:
    import vroom

    roads, capacity = whole_roads(problem), problem.capacity
    shift = problem.caregivers[0].shift
    task = vroom.Input()
    task.set_durations_matrix(profile="car", matrix_input=roads)
    for number in range(len(problem.caregivers)):
        task.add_vehicle(
            vroom.Vehicle(
                number,
                start=0,
                end=0,
                capacity=[round(capacity.carries)],
                time_window=[round(shift.opens * FINER), round(shift.closes * FINER)],
            )
        )
    for number, visit in enumerate(problem.visits):
        window = visit.windows[0]
        opens, closes = round(window.opens * FINER), round(window.closes * FINER)
        task.add_job(
            vroom.Job(
                number,
                location=visit.place,
                delivery=[round(capacity.takes[visit.id])],
                service=round(visit.services[0].minutes * FINER),
                time_windows=[[opens, closes]],
            )
        )
    found = task.solve(exploration_level=5, nb_threads=1)
    rows = found.routes[found.routes["type"] == "job"]
    rounds = rows.groupby("vehicle_id")["id"].apply(list).tolist()
    return length(problem, rounds)


YARDSTICKS: dict[str, Planner] = {
    "pyvrp": with_pyvrp,
    "ortools": with_ortools,
    "vroom": with_vroom,
}
