"""From a day to a plan: several starts, then a long search from the best of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from naravard.mobile.routing.arrays import Numbered, numbered
from naravard.mobile.routing.checker import check
from naravard.mobile.routing.kernel import layout as at
from naravard.mobile.routing.kernel.annealing import anneal
from naravard.mobile.routing.kernel.evaluating import (
    leave_when_needed,
    prefer_even,
    return_to_best,
)
from naravard.mobile.routing.kernel.ruining import build
from naravard.mobile.routing.model import Problem
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.rounds import empty_state, read_plan
from naravard.mobile.routing.vehicles import is_for_pyvrp

CHUNK = 4000  # changes between two looks at the budget
# However short the time: so many changes, so many times, while the plan is wrong.
MENDED, MENDINGS = 1000, 40
MILD = 0.02  # of the cost of a task
SEED_STEP = 7919  # between the seeds of threads; a prime, far from seeds people choose


class Budget(Protocol):
    """How much of what may be used has been used."""

    def spent(self) -> float:
        """From 0 at the start to 1, or more, at the end."""

    def note(self, steps: int) -> None:
        """So many changes have been tried."""


@dataclass(slots=True, kw_only=True)
class Steps:
    """A budget of changes, which gives the same plan on every machine."""

    allowed: int
    used: int = 0

    def spent(self) -> float:
        """The share of the changes that are used."""
        return self.used / self.allowed

    def note(self, steps: int) -> None:
        """So many more are used."""
        self.used += steps


@dataclass(slots=True, kw_only=True)
class Seconds:
    """A budget of seconds on the clock that `elapsed` reads."""

    allowed: float
    elapsed: Callable[[], float]

    def spent(self) -> float:
        """The share of the seconds that have passed."""
        return self.elapsed() / self.allowed

    def note(self, steps: int) -> None:
        """Seconds pass by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One stretch of the search, up to a share of the budget."""

    until: float
    hot: float  # temperature in cost of a task
    cold: float
    by_chance: float
    by_ruin: float
    from_best: bool = False
    fewest: int = 0  # changes, however much of the budget they take
    even: float = 0.0  # the price of all idleness at first, as a share of the dearest


Progress = Callable[[float, float], None]


def plan_day(
    problem: Problem,
    budget: Budget,
    *,
    seed: int = 1,
    progress: Progress | None = None,
) -> Plan:
    """A plan for the day; `progress` hears the share spent and the cost so far."""
    plan = None
    if is_for_pyvrp(problem):
        # A second to import, for days that no team of people has.
        from naravard.mobile.routing.with_pyvrp import plan_vehicles  # noqa: PLC0415

        plan = plan_vehicles(problem, budget, seed, progress)
    return plan or Search(problem, budget, seed, progress).run()


def plan_side_by_side(
    problem: Problem,
    new_budget: Callable[[], Budget],
    *,
    threads: int,
    seed: int = 1,
    progress: Progress | None = None,
) -> Plan:
    """The best of as many searches as threads, each from a seed of its own.

    Only the first tells its progress. With one thread it is the same as `plan_day`.
    """

    def search(number: int) -> Plan:
        tell = progress if number == 0 else None
        return plan_day(
            problem, new_budget(), seed=seed + number * SEED_STEP, progress=tell
        )

    with ThreadPoolExecutor(threads) as pool:
        plans = list(pool.map(search, range(threads)))
    return min(plans, key=lambda plan: _worth(problem, plan))


def _worth(problem: Problem, plan: Plan) -> tuple[int, float]:
    report = check(problem, plan)
    return len(report.violations), report.cost


class Search:
    """One search under way."""

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        progress: Progress | None = None,
    ) -> None:
        """Number the day, and plan nothing yet."""
        self.problem = problem
        self.budget = budget
        self.progress = progress
        self.numbers: Numbered = numbered(problem)
        self.seed = seed
        self.state = empty_state(self.numbers.day, seed)
        self.swing = self._swing()

    def run(self) -> Plan:
        """Search until the budget is spent, and read the best plan."""
        day, state = self.numbers.day, self.state
        build(day, state)
        self._hear()
        for phase in phases(len(self.numbers.tasks)):
            self._run(phase)
        return_to_best(day, state)
        self._mend()
        leave_when_needed(day, state)
        return read_plan(self.problem, self.numbers, state)

    def _mend(self) -> None:
        """Go on a little while a visit is left out or a promise broken."""
        day, state = self.numbers.day, self.state
        for _ in range(MENDINGS):
            if not (self._leaves_out() or self._breaks_promises()):
                return
            anneal(day, state, MENDED, MILD * self._cost_of_task(), 0.2, 0.1)
            return_to_best(day, state)
            self._hear()

    def _leaves_out(self) -> bool:
        visits, route = self.problem.visits, self.state.node[:, at.ROUTE]
        return any(
            route[i] == at.NOBODY and not visits[v].optional
            for i, (v, _) in enumerate(self.numbers.tasks)
        )

    def _breaks_promises(self) -> bool:
        prices, tasks = self.problem.prices, len(self.numbers.tasks)
        late = self.state.node[:, at.LATE]
        return bool(
            (prices.lateness_is_hard and late[:tasks].any())
            or (prices.overtime_is_hard and late[tasks:].any())
        )

    def _run(self, phase: Phase) -> None:
        day, state = self.numbers.day, self.state
        if phase.from_best:
            return_to_best(day, state)
        start = self.budget.spent()
        scale, tried = self._cost_of_task(), 0
        while (spent := self.budget.spent()) < phase.until or (
            tried < phase.fewest and spent < 1
        ):
            done = min(1.0, (spent - start) / (phase.until - start))
            heat = scale * phase.hot * (phase.cold / phase.hot) ** done
            self._prefer_even(phase.even * (1 - done))
            anneal(day, state, CHUNK, heat, phase.by_chance, phase.by_ruin)
            self.budget.note(CHUNK)
            tried += CHUNK
            self._hear()

    def _prefer_even(self, even: float) -> None:
        day = self.numbers.day
        if day.rule[at.IDLE_PRICE] > 0:
            price = even * int(day.rule[at.IDLE_PRICE]) / len(day.staff)
            prefer_even(day, self.state, round(price), self.swing)

    def _swing(self) -> int:
        """About the longest that a small change can keep somebody busier."""
        day = self.numbers.day
        longest = int(day.task[: len(self.numbers.tasks), at.LENGTH].max())
        return longest + 2 * int(day.travel.mean())

    def _cost_of_task(self) -> float:
        best = int(self.state.mark[at.BEST])
        return best / len(self.numbers.tasks)

    def _hear(self) -> None:
        if self.progress is not None:
            cost = int(self.state.mark[at.BEST]) / self.numbers.cost_units
            self.progress(self.budget.spent(), cost / self.problem.priced_in)


# About half of the time goes to ruins, which take longer the more tasks there are.
RUINS_OF_A_TASK = 2.0
# On long days ruins find more than small changes do.
RUINS_OF_A_LONG_DAY = 4.0
# So many changes make the first plan one that the heat can be measured by, even where
# reading the compiled search takes the time that was meant for them.
QUENCHED = 12_000
# Where the most idle person has a price, every second start sees all idle minutes.
EVEN = 0.5
# Below this many tasks several short searches find what one long may miss.
SEVERAL_STARTS = 260


def phases(tasks: int) -> tuple[Phase, ...]:
    """How the search is laid out for a day of so many tasks."""
    ruins = RUINS_OF_A_TASK / max(tasks, 20)
    quench = Phase(
        until=0.03, hot=0.1, cold=0.02, by_chance=0.2, by_ruin=0.2, fewest=QUENCHED
    )
    if tasks > SEVERAL_STARTS:
        ruins = RUINS_OF_A_LONG_DAY / tasks
        long = Phase(
            until=1, hot=0.8, cold=0.04, by_chance=0.15, by_ruin=ruins, even=EVEN
        )
        return (quench, long)
    starts = (
        Phase(until=0.16, hot=2.0, cold=0.02, by_chance=0.1, by_ruin=ruins, even=EVEN),
        Phase(until=0.28, hot=1.5, cold=0.02, by_chance=0.3, by_ruin=2 * ruins),
        Phase(
            until=0.40, hot=1.0, cold=0.02, by_chance=0.5, by_ruin=4 * ruins, even=EVEN
        ),
        Phase(until=0.52, hot=2.0, cold=0.02, by_chance=0.2, by_ruin=ruins / 2),
    )
    return (
        quench,
        *starts,
        Phase(
            until=0.78,
            hot=0.7,
            cold=0.02,
            by_chance=0.2,
            by_ruin=2 * ruins,
            from_best=True,
            even=EVEN / 2,
        ),
        Phase(
            until=1.0,
            hot=0.35,
            cold=0.015,
            by_chance=0.3,
            by_ruin=2 * ruins,
            from_best=True,
        ),
    )
