"""Room for a search to work in, and a plan read out of it."""

import numpy as np

from naravard.mobile.routing.arrays import Numbered
from naravard.mobile.routing.kernel import layout as at
from naravard.mobile.routing.kernel.layout import NOBODY, Day, State, Whole
from naravard.mobile.routing.model import Break, Problem
from naravard.mobile.routing.plan import Plan, Round, Stop

# Knuth's multiplier spreads small seeds over all 64 bits.
SPREAD = 6364136223846793005
SCATTER = 1442695040888963407


def empty_state(day: Day, seed: int) -> State:
    """Nobody has any visit yet."""
    tasks, caregivers = int(day.rule[at.TASKS]), int(day.rule[at.CAREGIVERS])
    node = _empty_nodes(day, tasks, caregivers)
    route = np.zeros((caregivers, at.ROUTE_COLUMNS), dtype=np.int64)
    route[:, at.MEAL] = NOBODY
    route[:, at.MEAL_ALLOWED] = day.staff[:, at.TAKES_BREAK]
    eaters = np.flatnonzero(day.staff[:, at.TAKES_BREAK])
    route[eaters, at.MEAL] = tasks + eaters
    mark = np.zeros(at.MARKS, dtype=np.int64)
    mark[at.BEST] = mark[at.COST] = at.FAR
    mark[at.NOW] = 1
    mark[at.EVEN_MEASURE] = 1
    nodes = tasks + caregivers
    return State(
        node=node,
        route=route,
        heap=np.zeros((nodes + 8, 3), dtype=np.int64),
        log=np.zeros((nodes + 8, 3), dtype=np.int64),
        route_log=np.zeros((caregivers + 1, at.ROUTE_COLUMNS + 1), dtype=np.int64),
        mark=mark,
        removed=np.zeros((nodes + 8, 3), dtype=np.int64),
        seed=np.array([spread(seed)], dtype=np.uint64),
        saved_node=node.copy(),
        saved_route=route.copy(),
        best_node=node.copy(),
        best_route=route.copy(),
    )


def spread(seed: int) -> int:
    """A starting point for the draws, never zero."""
    return ((seed + 1) * SPREAD + SCATTER) % (1 << 64) or 1


def _empty_nodes(day: Day, tasks: int, caregivers: int) -> Whole:
    node = np.zeros((tasks + caregivers, at.NODE_COLUMNS), dtype=np.int64)
    node[:tasks, at.ROUTE] = NOBODY
    depots = np.arange(tasks, tasks + caregivers)
    node[depots, at.NEXT] = node[depots, at.BEFORE] = depots
    node[depots, at.ROUTE] = np.arange(caregivers)
    node[depots, at.READY_AGAIN] = day.staff[:, at.SHIFT_STARTS]
    return node


def read_plan(problem: Problem, numbers: Numbered, state: State) -> Plan:
    """The rounds as they stand, with times in minutes."""
    reader = _Reader(problem, numbers, state)
    return Plan(rounds=tuple(map(reader.round_of, range(len(problem.caregivers)))))


class _Reader:
    """Reads one caregiver's round after another."""

    def __init__(self, problem: Problem, numbers: Numbered, state: State) -> None:
        self.problem = problem
        self.numbers = numbers
        self.state = state

    def round_of(self, c: int) -> Round:
        tasks = self._tasks(c)
        return Round(
            caregiver=self.problem.caregivers[c].id,
            stops=tuple(map(self._stop, tasks)),
            meal=self._meal(c, tasks),
        )

    def _tasks(self, c: int) -> list[int]:
        node, depot = self.state.node, len(self.numbers.tasks) + c
        tasks = []
        i = int(node[depot, at.NEXT])
        while i != depot:
            tasks.append(i)
            i = int(node[i, at.NEXT])
        return tasks

    def _stop(self, i: int) -> Stop:
        v, k = self.numbers.tasks[i]
        visit = self.problem.visits[v]
        start = int(self.state.node[i, at.START]) / self.numbers.units
        return Stop(
            visit=visit.id,
            service=k,
            start=start,
            end=start + visit.services[k].minutes,
        )

    def _meal(self, c: int, tasks: list[int]) -> Stop | None:
        """The break, or nothing when none is planned or none begins in time."""
        rule, before = self.problem.meal, int(self.state.route[c, at.MEAL])
        if rule is None or before == NOBODY or not tasks:
            return None
        start, place = self._meal_start(rule, c, tasks, before)
        if start > rule.last_start:
            return None
        return Stop(visit=place, service=0, start=start, end=start + rule.minutes)

    def _meal_start(
        self, rule: Break, c: int, tasks: list[int], before: int
    ) -> tuple[float, str]:
        """When the break begins, and at whose place."""
        if before == tasks[0]:
            first = self._stop(before)
            latest = min(first.start - rule.minutes, rule.last_start)
            return max(latest, self._arrival(c, before)), first.visit
        last = self._stop(tasks[tasks.index(before) - 1 if before in tasks else -1])
        at_once = max(last.end, rule.opens)
        if before not in tasks:
            return at_once, last.visit
        there = max(self._arrival(c, before), rule.opens)
        if there > rule.last_start:
            return at_once, last.visit
        return there, self._stop(before).visit

    def _arrival(self, c: int, i: int) -> float:
        """When caregiver c can be where task i is made."""
        who = self.problem.caregivers[c]
        u = int(self.state.node[i, at.BEFORE])
        if u < len(self.numbers.tasks):
            here, leaves = self._place(u), self._stop(u).end
        else:
            here, leaves = who.starts_at, who.shift.opens if who.shift else 0
        return leaves + self.problem.travel[who.mode][here][self._place(i)]

    def _place(self, i: int) -> int:
        return self.problem.visits[self.numbers.tasks[i][0]].place
