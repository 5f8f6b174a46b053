"""Rounds that somebody already has, laid out so that one more task can be tried."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from naravard.mobile.routing.arrays import Numbered, numbered
from naravard.mobile.routing.kernel import layout as at
from naravard.mobile.routing.kernel.annealing import anneal
from naravard.mobile.routing.kernel.evaluating import return_to_best
from naravard.mobile.routing.kernel.layout import NOBODY, State
from naravard.mobile.routing.kernel.placing import (
    count_all,
    displace,
    place,
    try_places,
)
from naravard.mobile.routing.model import Problem, Task
from naravard.mobile.routing.plan import Plan, Round
from naravard.mobile.routing.rounds import empty_state, read_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place for a task: after which node, by whom, and what that changes."""

    after: int
    caregiver: str
    cost: float
    road: float  # minutes of travel more
    moved: int  # other visits that come later than promised
    later: float  # minutes, the most that any of them does
    start: float


class Running:
    """Rounds under way, that tasks can be tried in, put in and taken out of."""

    def __init__(self, problem: Problem, plan: Plan, *, to_search: bool) -> None:
        """Lay the plan out. Raises ValueError when its rounds wait for each other."""
        self.problem = problem
        self.numbers: Numbered = numbered(problem, to_search=to_search)
        self.task = {
            (problem.visits[v].id, k): i for i, (v, k) in enumerate(self.numbers.tasks)
        }
        self.state: State = empty_state(self.numbers.day, 1)
        rounds = {each.caregiver: each for each in plan.rounds}
        for c, who in enumerate(problem.caregivers):
            if who.id in rounds:
                self._write(c, rounds[who.id])
        if not count_all(self.numbers.day, self.state):
            raise ValueError("rounds wait for each other")

    def _write(self, c: int, each: Round) -> None:
        node, depot = self.state.node, len(self.numbers.tasks) + c
        ring = [self.task[stop.visit, stop.service] for stop in each.stops]
        for u, v in zip([depot, *ring], [*ring, depot], strict=True):
            node[u, at.NEXT] = v
            node[v, at.BEFORE] = u
        node[ring, at.ROUTE] = c
        self.state.route[c, at.LOAD] = self.numbers.day.task[ring, at.TAKES].sum()
        if each.meal is not None:
            later = [
                self.task[stop.visit, stop.service]
                for stop in each.stops
                if stop.start >= each.meal.start
            ]
            self.state.route[c, at.MEAL] = later[0] if later else depot

    def number_of(self, task: Task) -> int:
        """The number of a task in the search. Raises KeyError."""
        return self.task[task.visit, task.service]

    def unplanned(self) -> tuple[int, ...]:
        """The tasks that nobody has."""
        own = self.state.node[: len(self.numbers.tasks), at.ROUTE]
        return tuple(int(i) for i in np.flatnonzero(own == NOBODY))

    def places(self, task: int) -> tuple[Place, ...]:
        """Every place where a task that nobody has could be."""
        found = np.zeros((len(self.state.node), at.FOUND_COLUMNS), dtype=np.int64)
        try_places(self.numbers.day, self.state, task, found)
        return tuple(self._places(found))

    def _places(self, found: at.Whole) -> Iterator[Place]:
        units, cost_units = self.numbers.units, self.numbers.cost_units
        rows = found.tolist()
        for w in np.flatnonzero(found[:, at.FOUND_POSSIBLE]).tolist():
            row = rows[w]
            c = int(self.state.node[w, at.ROUTE])
            yield Place(
                after=w,
                caregiver=self.problem.caregivers[c].id,
                cost=row[at.FOUND_COST] / cost_units,
                road=row[at.FOUND_ROAD] / units,
                moved=row[at.FOUND_MOVED],
                later=row[at.FOUND_LATER] / units,
                start=row[at.FOUND_START] / units,
            )

    def away(self, place: Place, there: int) -> float:
        """Minutes of travel to `there` from where the caregiver is before it."""
        who = {each.id: each for each in self.problem.caregivers}[place.caregiver]
        here = who.starts_at
        if place.after < len(self.numbers.tasks):
            here = self.problem.visits[self.numbers.tasks[place.after][0]].place
        return self.problem.travel[who.mode][here][there]

    def put(self, task: int, after: int) -> bool:
        """Let a task follow a node; False when the rounds then wait for each other."""
        return bool(place(self.numbers.day, self.state, task, after))

    def take(self, task: int) -> None:
        """Let nobody have a task."""
        displace(self.numbers.day, self.state, task)

    def improve(self, *, chunks: int, steps: int, heat: float) -> None:
        """Search from here, never far: from `heat` minutes a change down to a tenth."""
        start = heat * self.numbers.cost_units
        ruins = 1.2 / max(len(self.numbers.tasks), 20)
        for chunk in range(chunks):
            warmth = start * 0.1 ** (chunk / max(1, chunks - 1))
            anneal(self.numbers.day, self.state, steps, warmth, 0.2, ruins)
        return_to_best(self.numbers.day, self.state)

    def plan(self) -> Plan:
        """The rounds as they stand, every visit as early as it may be."""
        return read_plan(self.problem, self.numbers, self.state)
