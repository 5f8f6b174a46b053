"""OR-Tools' routing on our days: skills, hard and soft windows, bonds, loads.

It cannot count the worst lateness, so it plans without and is priced with it. Its own
first plans fail where visits are bound to each other; it begins from our greedy one.
"""

import time
from math import ceil

from naravard.mobile.routing.model import Problem, Relation
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.search import Steps, plan_day

FINER = 1000  # its units in a minute
ROUNDING = 1e-4  # of a unit: what decimals lose when multiplied
LONGEST = 4000  # minutes, where nothing says when the day ends


def with_ortools(problem: Problem, seconds: float, seed: int) -> Plan | None:
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    if not can_be_stated(problem):
        return None
    day = _Day(problem, pywrapcp)
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    first = plan_day(problem, Steps(allowed=1), seed=seed)
    ends = time.process_time() + seconds
    # By CPU time, as ours: the machine may do other things too.
    limit = day.model.solver().CustomLimit(lambda: time.process_time() > ends)
    day.model.AddSearchMonitor(limit)
    return day.solved(settings, first)


def can_be_stated(problem: Problem) -> bool:
    """Whether a day's prices are of driving and lateness, and nobody has a break."""
    prices = problem.prices
    others = (
        prices.waiting,
        prices.most_idle,
        prices.imbalance,
        prices.overtime,
        prices.missed_break,
        prices.not_preferred,
    )
    optional = any(visit.optional for visit in problem.visits)
    several = any(len(visit.windows) > 1 for visit in problem.visits)
    return not (any(others) or optional or several or problem.meal)


class _Day:
    """One day, stated."""

    def __init__(self, problem: Problem, pywrapcp: object) -> None:
        self.problem = problem
        self.tasks = [
            (visit, k) for visit in problem.visits for k in range(len(visit.services))
        ]
        self.number = {(v.id, k): at for at, (v, k) in enumerate(self.tasks, 1)}
        self.places = [0, *(visit.place for visit, _ in self.tasks)]
        staff = len(problem.caregivers)
        self.nodes = pywrapcp.RoutingIndexManager(len(self.places), staff, 0)
        self.model = pywrapcp.RoutingModel(self.nodes)
        self._drive()
        self._keep_time()
        self._carry()
        for at, (visit, k) in enumerate(self.tasks, 1):
            self._state(at, visit, visit.services[k])
        for relation in problem.relations:
            self._bind(relation)
        self._part()

    def _road(self, a: int, b: int) -> int:
        """Upwards, so that what is found in time is in time on real roads too."""
        road = self.problem.travel[0][self.places[a]][self.places[b]]
        return ceil(road * FINER - ROUNDING)

    def _drive(self) -> None:
        node = self.nodes.IndexToNode
        road = self.model.RegisterTransitCallback(
            lambda a, b: self._road(node(a), node(b))
        )
        self.model.SetArcCostEvaluatorOfAllVehicles(road)

    def _keep_time(self) -> None:
        node = self.nodes.IndexToNode
        stays = [0, *(round(v.services[k].minutes * FINER) for v, k in self.tasks)]
        spent = self.model.RegisterTransitCallback(
            lambda a, b: self._road(node(a), node(b)) + stays[node(a)]
        )
        shift = self.problem.caregivers[0].shift
        end = round((shift.closes if shift else LONGEST) * FINER)
        self.model.AddDimension(spent, end, end, False, "time")
        self.clock = self.model.GetDimensionOrDie("time")

    def _carry(self) -> None:
        capacity = self.problem.capacity
        if capacity is None:
            return
        node = self.nodes.IndexToNode
        takes = [0, *(round(capacity.takes[visit.id]) for visit, _ in self.tasks)]
        load = self.model.RegisterUnaryTransitCallback(lambda a: takes[node(a)])
        self.model.AddDimension(load, 0, round(capacity.carries), True, "load")

    def _state(self, at: int, visit: object, service: object) -> None:
        index, window = self.nodes.NodeToIndex(at), visit.windows[0]
        opens, closes = round(window.opens * FINER), round(window.closes * FINER)
        start = self.clock.CumulVar(index)
        if self.problem.prices.lateness_is_hard:
            start.SetRange(opens, closes)
        else:
            start.SetMin(opens)
            self.clock.SetCumulVarSoftUpperBound(index, closes, 1)
        able = [
            c
            for c, who in enumerate(self.problem.caregivers)
            if service.needs <= who.can and who.id not in visit.forbidden
        ]
        if len(able) < len(self.problem.caregivers):
            self.model.VehicleVar(index).SetValues([-1, *able])

    def _bind(self, relation: Relation) -> None:
        one, two = (
            self.clock.CumulVar(self.nodes.NodeToIndex(self.number[t.visit, t.service]))
            for t in (relation.first, relation.second)
        )
        solver = self.model.solver()
        solver.Add(two >= one + round(relation.least * FINER))
        if relation.most is not None:
            solver.Add(two <= one + round(relation.most * FINER))

    def _part(self) -> None:
        for visit in self.problem.visits:
            if visit.apart and len(visit.services) > 1:
                at = [self.number[visit.id, k] for k in (0, 1)]
                one, two = map(self.model.VehicleVar, map(self.nodes.NodeToIndex, at))
                self.model.solver().Add(one != two)

    def solved(self, settings: object, first: Plan) -> Plan | None:
        self.model.CloseModelWithParameters(settings)
        rounds = [
            [self.number[stop.visit, stop.service] for stop in each.stops]
            for each in first.rounds
        ]
        start = self.model.ReadAssignmentFromRoutes(rounds, True)
        found = (
            self.model.SolveFromAssignmentWithParameters(start, settings)
            if start
            else self.model.SolveWithParameters(settings)
        )
        return self._plan(found) if found else None

    def _plan(self, found: object) -> Plan:
        return Plan(
            rounds=tuple(
                Round(caregiver=who.id, stops=tuple(self._stops(found, c)))
                for c, who in enumerate(self.problem.caregivers)
            )
        )

    def _stops(self, found: object, c: int) -> list[Stop]:
        stops, index = [], found.Value(self.model.NextVar(self.model.Start(c)))
        while not self.model.IsEnd(index):
            visit, k = self.tasks[self.nodes.IndexToNode(index) - 1]
            start = found.Min(self.clock.CumulVar(index)) / FINER
            end = start + visit.services[k].minutes
            stops.append(Stop(visit=visit.id, service=k, start=start, end=end))
            index = found.Value(self.model.NextVar(index))
        return stops
