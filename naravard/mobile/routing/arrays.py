"""A day of home visits as the whole numbers that the search counts with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import lcm

import numpy as np
from numpy.typing import NDArray

from naravard.mobile.routing.bonds import write_bonds
from naravard.mobile.routing.kernel import layout as at
from naravard.mobile.routing.kernel.layout import FAR, Day, Whole
from naravard.mobile.routing.model import Caregiver, Problem, Service, Visit
from naravard.mobile.routing.neighbours import nearest

FINEST = 1000  # small units a minute, when minutes have decimals
FINEST_PRICE = 1000
ROUNDING = 1e-4  # of a small unit: what decimals lose when multiplied
# A minute late counts as this many dear minutes where lateness is forbidden.
FORBIDDEN_MINUTE = 200
# With decimals a little late must cost as much, or a thousandth of a minute would pay.
FORBIDDEN_DECIMALS = 50
# A visit that must be made counts as this many dear minutes when nobody makes it.
FORBIDDEN_GAP = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """The arrays, and what is needed to read an answer out of them."""

    day: Day
    units: int  # a minute
    price_units: int  # a price of one
    tasks: tuple[tuple[int, int], ...]  # visit and service of each task

    @property
    def cost_units(self) -> int:
        """Cost units in one minute at a price of one."""
        return self.units * self.price_units


def numbered(problem: Problem, *, to_search: bool = True) -> Numbered:
    """The arrays of a problem; without good predecessors when nothing is searched."""
    units, price_units = units_of(problem), price_units_of(problem)
    tasks = tuple(
        (v, k)
        for v, visit in enumerate(problem.visits)
        for k in range(len(visit.services))
    )
    return Numbered(
        day=_Writer(problem, units, price_units, tasks).day(to_search=to_search),
        units=units,
        price_units=price_units,
        tasks=tasks,
    )


def units_of(problem: Problem) -> int:
    """1 when every time is a whole minute, otherwise a thousand."""
    return 1 if all(time == int(time) for time in _times(problem)) else FINEST


def _times(problem: Problem) -> Iterator[float]:
    for matrix in problem.travel:
        yield from chain.from_iterable(matrix)
    for visit in problem.visits:
        yield from (service.minutes for service in visit.services)
        yield from (time for w in visit.windows for time in (w.opens, w.closes))
    for relation in problem.relations:
        yield relation.least
        yield relation.most or 0


def price_units_of(problem: Problem) -> int:
    """What prices are multiplied by to be whole, at most a thousand."""
    prices = problem.prices
    given = (prices.travel, prices.lateness, prices.worst_lateness, prices.waiting)
    more = (prices.overtime, prices.most_idle, prices.imbalance)
    parts = (Fraction(price).limit_denominator(FINEST_PRICE) for price in given + more)
    return min(FINEST_PRICE, lcm(*(part.denominator for part in parts)))


class _Writer:
    """Fills the arrays of one problem, table by table."""

    def __init__(
        self,
        problem: Problem,
        units: int,
        price_units: int,
        tasks: tuple[tuple[int, int], ...],
    ) -> None:
        self.problem = problem
        self.units = units
        self.price_units = price_units
        self.tasks = tasks
        self.number = {(problem.visits[v].id, k): i for i, (v, k) in enumerate(tasks)}
        self.column = {each.id: c for c, each in enumerate(problem.caregivers)}
        self.able: dict[frozenset[str], NDArray[np.bool_]] = {}

    def day(self, *, to_search: bool) -> Day:
        task = self._task_table()
        lag, mate = self._bonds(task)
        price = self._price_table()
        travel = self._travel_table()
        return Day(
            travel=travel,
            task=task,
            visit=self._visit_table(),
            staff=self._staff_table(),
            price=price,
            near=nearest(task, price, travel, len(self.tasks))
            if to_search
            else np.zeros((len(self.tasks), 1), dtype=np.int32),
            lag=lag,
            mate=mate,
            rule=self._rules(),
        )

    def _time(self, minutes: float) -> int:
        return round(minutes * self.units)

    def _price(self, price: float) -> int:
        return round(price * self.price_units)

    def _event(self, price: float) -> int:
        return round(price * self.price_units) * self.units

    def _dearest(self) -> int:
        prices = self.problem.prices
        return self._price(max(prices.travel, prices.waiting, prices.most_idle, 1))

    def _forbidden_minute(self) -> int:
        finer = FORBIDDEN_DECIMALS if self.units > 1 else 1
        return FORBIDDEN_MINUTE * finer * self._dearest()

    def _travel_table(self) -> NDArray[np.int32]:
        rows = np.array([row for matrix in self.problem.travel for row in matrix])
        # Upwards, so that nobody is planned to arrive before they can.
        whole = np.ceil(rows * self.units - ROUNDING)
        table: NDArray[np.int32] = whole.astype(np.int32)
        return table

    def _task_table(self) -> Whole:
        widest = max(len(visit.windows) for visit in self.problem.visits)
        nodes = len(self.tasks) + len(self.problem.caregivers)
        table = np.zeros((nodes, at.FIRST_WINDOW + 2 * widest), dtype=np.int64)
        for i, (v, k) in enumerate(self.tasks):
            visit = self.problem.visits[v]
            self._write_task(table[i], v, visit, visit.services[k])
        for c, caregiver in enumerate(self.problem.caregivers):
            self._write_depot(table[len(self.tasks) + c], caregiver)
        return table

    def _write_task(self, row: Whole, v: int, visit: Visit, service: Service) -> None:
        prices = self.problem.prices
        late = self._price(prices.lateness) * visit.priority
        hard = self._forbidden_minute()
        row[at.ARRIVE_PLACE] = row[at.LEAVE_PLACE] = visit.place
        row[at.LENGTH] = self._time(service.minutes)
        row[at.LATE_PRICE] = hard if prices.lateness_is_hard else late
        row[at.VISIT] = v
        if self.problem.capacity is not None:
            row[at.TAKES] = self._time(self.problem.capacity.takes.get(visit.id, 0))
        row[at.WINDOWS] = len(visit.windows)
        early = service.minutes if self.problem.window_met_at_end else 0
        for w, window in enumerate(visit.windows):
            row[at.FIRST_WINDOW + 2 * w] = self._time(window.opens)
            row[at.FIRST_WINDOW + 2 * w + 1] = self._time(window.closes - early)

    def _write_depot(self, row: Whole, caregiver: Caregiver) -> None:
        prices = self.problem.prices
        hard = self._forbidden_minute()
        row[at.LEAVE_PLACE] = caregiver.starts_at
        row[at.ARRIVE_PLACE] = caregiver.ends_at
        row[at.WINDOWS] = 1
        shift = caregiver.shift
        row[at.FIRST_WINDOW + 1] = FAR if shift is None else self._time(shift.closes)
        if shift is not None:
            overtime = self._price(prices.overtime)
            row[at.LATE_PRICE] = hard if prices.overtime_is_hard else overtime

    def _visit_table(self) -> Whole:
        table = np.zeros((len(self.problem.visits), 4), dtype=np.int64)
        first = 0
        for v, visit in enumerate(self.problem.visits):
            table[v, at.TASK_FROM] = first
            first += len(visit.services)
            table[v, at.TASK_TO] = first
            table[v, at.UNPLANNED_PRICE] = self._price_of_gap(visit)
            table[v, at.APART] = visit.apart and len(visit.services) > 1
        return table

    def _price_of_gap(self, visit: Visit) -> int:
        price = self._event(self.problem.prices.unplanned) * visit.priority
        if visit.optional:
            return price
        return price + FORBIDDEN_GAP * self._dearest() * self.units * visit.priority

    def _staff_table(self) -> Whole:
        staff = len(self.problem.caregivers)
        table = np.zeros((staff, at.STAFF_COLUMNS), dtype=np.int64)
        capacity = self.problem.capacity
        table[:, at.CARRIES] = self._time(capacity.carries) if capacity else FAR
        places = len(self.problem.travel[0])
        for c, caregiver in enumerate(self.problem.caregivers):
            table[c, at.MODE_ROW] = caregiver.mode * places
            if caregiver.shift is not None:
                table[c, at.SHIFT_STARTS] = self._time(caregiver.shift.opens)
                table[c, at.SHIFT_ENDS] = self._time(caregiver.shift.closes)
            table[c, at.TAKES_BREAK] = caregiver.takes_break
        return table

    def _price_table(self) -> Whole:
        rows = [
            self._price_row(self.problem.visits[v], self.problem.visits[v].services[k])
            for v, k in self.tasks
        ]
        table: Whole = np.array(rows, dtype=np.int64)
        return table.reshape(len(self.tasks), len(self.problem.caregivers))

    def _price_row(self, visit: Visit, service: Service) -> Whole:
        """What the service costs with each of the staff, or -1 who may not give it."""
        prices = self.problem.prices
        known = visit.known | {visit.named_contact}
        told = (
            (prices.not_preferred, visit.preferred, visit.preferred),
            (prices.not_named_contact, visit.named_contact, {visit.named_contact}),
            (prices.new_face, visit.known, known),
        )
        row = np.zeros(len(self.problem.caregivers), dtype=np.int64)
        for price, given, wanted in told:
            if given and price:
                row += self._event(price)
                row[self._columns(wanted)] -= self._event(price)
        row[~self._able(service.needs)] = -1
        row[self._columns(visit.forbidden)] = -1
        return row

    def _columns(self, names: Iterable[str | None]) -> list[int]:
        return [self.column[name] for name in names if name in self.column]

    def _able(self, needs: frozenset[str]) -> NDArray[np.bool_]:
        if needs not in self.able:
            able = [needs <= each.can for each in self.problem.caregivers]
            self.able[needs] = np.array(able, dtype=np.bool_)
        return self.able[needs]

    def _bonds(self, task: Whole) -> tuple[Whole, NDArray[np.int32]]:
        lags: list[list[tuple[int, int]]] = [[] for _ in self.tasks]
        for relation in self.problem.relations:
            one = self.number[relation.first.visit, relation.first.service]
            two = self.number[relation.second.visit, relation.second.service]
            lags[one].append((two, self._time(relation.least)))
            if relation.most is not None:
                lags[two].append((one, -self._time(relation.most)))
        return write_bonds(task, lags)

    def _rules(self) -> Whole:
        prices = self.problem.prices
        rule = np.zeros(at.RULES, dtype=np.int64)
        rule[at.TASKS] = len(self.tasks)
        rule[at.CAREGIVERS] = len(self.problem.caregivers)
        rule[at.VISITS] = len(self.problem.visits)
        rule[at.MODES] = len(self.problem.travel)
        rule[at.HAS_SHIFTS] = any(
            each.shift or each.takes_break for each in self.problem.caregivers
        )
        rule[at.TRAVEL_PRICE] = self._price(prices.travel)
        rule[at.WORST_PRICE] = self._price(prices.worst_lateness)
        rule[at.WAIT_PRICE] = self._price(prices.waiting)
        rule[at.IDLE_PRICE] = self._price(prices.most_idle)
        rule[at.BALANCE_PRICE] = self._price(prices.imbalance)
        rule[at.MISSED_PRICE] = self._event(prices.missed_break)
        rule[at.LEAVES_WHEN_NEEDED] = self.problem.leaves_when_needed
        meal = self.problem.meal
        if meal is not None:
            rule[at.MEAL_OPENS] = self._time(meal.opens)
            rule[at.MEAL_LAST] = self._time(meal.last_start)
            rule[at.MEAL_LENGTH] = self._time(meal.minutes)
        whole = (
            prices.waiting,
            prices.most_idle,
            prices.imbalance,
            prices.missed_break,
        )
        rule[at.WHOLE_ROUTES] = any(whole)
        return rule
