"""What is left to plan of a day under way, as a day of its own."""

from collections.abc import Iterator
from dataclasses import replace

from naravard.mobile.routing.model import (
    Caregiver,
    Prices,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.replanning.carrying import carried, needed
from naravard.mobile.routing.replanning.rest import Left, renamed
from naravard.mobile.routing.replanning.standing import Standing

ENDLESS = 100_000.0  # minutes; the end of a shift that has none
# A pinned visit counts as so much more urgent than any other that nothing moves it.
PINNED_PRIORITY = 100_000
LATENESS_OF_A_PROMISE = 3.0  # to one minute of travel


def left(
    standing: Standing,
    *,
    change_of_person: float,
    hold: bool = True,
    loose: frozenset[str] = frozenset(),
    bare: frozenset[str] = frozenset(),
) -> Left:
    """What can still be planned; a visit by another person than planned has a price.

    With `hold` no visit begins earlier than planned, but for those that are `loose`.
    What needs a thing is given to those who carry it, but for the visits that are
    `bare`: of them the finished plan is judged instead.
    """
    return _Leaving(standing, change_of_person, hold, loose, bare).left()


class _Leaving:
    """Takes what has begun out of one day."""

    def __init__(
        self,
        standing: Standing,
        change_of_person: float,
        hold: bool,
        loose: frozenset[str],
        bare: frozenset[str],
    ) -> None:
        self.standing = standing
        self.change_of_person = change_of_person
        self.hold = hold
        self.loose = loose
        self.problem = standing.problem
        self.places = {visit.id: visit.place for visit in self.problem.visits}
        self.here: dict[Task, Task] = {}
        self.planned: dict[tuple[str, int], tuple[str, Stop]] = {}
        self.begun: dict[str, tuple[Stop, ...]] = {}
        self.meals = {
            each.caregiver: each.meal
            for each in standing.plan.rounds
            if each.meal is not None
        }
        for each in standing.plan.rounds:
            for stop in each.stops:
                self.planned[stop.visit, stop.service] = (each.caregiver, stop)
            self.begun[each.caregiver] = standing.begun(each.caregiver)
        self.started = {
            (stop.visit, stop.service) for each in self.begun.values() for stop in each
        }
        self.needs = needed(standing, bare)
        self.carried = carried(standing, self.started)

    def left(self) -> Left:
        visits = tuple(self._visits())
        problem = replace(
            self.problem,
            visits=visits,
            caregivers=tuple(self._caregivers()),
            relations=tuple(self._relations()),
            prices=self._prices(),
        )
        return Left(
            problem=problem,
            plan=Plan(rounds=tuple(map(self._rest, self.standing.plan.rounds))),
            tasks={here: there for there, here in self.here.items()},
            begun=self.begun,
            meals=self.meals,
            eaten=frozenset(filter(self._has_eaten, self.meals)),
        )

    def _prices(self) -> Prices:
        prices = self.problem.prices
        return replace(
            prices,
            lateness=max(prices.lateness, LATENESS_OF_A_PROMISE * prices.travel),
            not_preferred=self.change_of_person * max(prices.travel, 1),
            most_idle=0,
            imbalance=0,
        )

    def _visits(self) -> Iterator[Visit]:
        for visit in self.problem.visits:
            tasks = [
                Task(visit=visit.id, service=k) for k in range(len(visit.services))
            ]
            kept = [task.service for task in tasks if not self._is_begun(task)]
            if visit.id in self.standing.pins or len(kept) < len(visit.services):
                # Each on its own, so that each keeps its own time.
                yield from (self._visit(visit, [k], pinned=True) for k in kept)
            elif kept:
                yield self._visit(visit, kept, pinned=False)

    def _visit(self, visit: Visit, kept: list[int], *, pinned: bool) -> Visit:
        alone = pinned and len(visit.services) > 1
        name = f"{visit.id} {kept[0]}" if alone else visit.id
        for here, k in enumerate(kept):
            self.here[Task(visit=visit.id, service=k)] = Task(visit=name, service=here)
        return replace(
            visit,
            id=name,
            services=tuple(self._service(visit, k, pinned=pinned) for k in kept),
            windows=self._windows(visit, kept, pinned=pinned),
            priority=PINNED_PRIORITY if pinned else visit.priority,
            preferred=frozenset(self._planned_for(visit, kept)),
            forbidden=visit.forbidden | self._taken(visit, kept),
        )

    def _taken(self, visit: Visit, kept: list[int]) -> frozenset[str]:
        """Who has begun another service of a visit that wants different persons."""
        if not visit.apart:
            return frozenset()
        return frozenset(
            self.planned[visit.id, k][0]
            for k in range(len(visit.services))
            if k not in kept and (visit.id, k) in self.started
        )

    def _service(self, visit: Visit, k: int, *, pinned: bool) -> Service:
        """A pinned service needs what only its own caregiver can: the pin itself."""
        service = visit.services[k]
        if k == 0 and visit.id in self.needs:
            service = replace(service, needs=service.needs | self.needs[visit.id])
        if not pinned or (visit.id, k) not in self.planned:
            return service
        return replace(service, needs=service.needs | {_pin(visit.id, k)})

    def _windows(
        self, visit: Visit, kept: list[int], *, pinned: bool
    ) -> tuple[Window, ...]:
        """The pin, the promise or the windows, after what has begun of the visit."""
        starts = [
            self.planned[visit.id, k][1].start
            for k in kept
            if (visit.id, k) in self.planned
        ]
        met = visit.services[kept[0]].minutes if self.problem.window_met_at_end else 0
        if pinned and starts:
            return (Window(opens=min(starts), closes=max(starts) + met),)
        soonest, latest = self._after_begun(visit)
        if latest is not None:
            return (Window(opens=soonest, closes=max(soonest, latest) + met),)
        if self.hold and starts and visit.id not in self.loose:
            soonest = max(soonest, min(starts))
        promise = self.standing.promises.get(visit.id)
        if promise is None:
            return tuple(_not_before(each, soonest) for each in visit.windows)
        opens = max(promise.opens, visit.windows[0].opens, soonest)
        # Services in sequence: the last begins so much after what is promised.
        spread = max(starts) - min(starts) if starts else 0.0
        return (Window(opens=opens, closes=max(opens, promise.closes + spread + met)),)

    def _after_begun(self, visit: Visit) -> tuple[float, float | None]:
        """When the rest of a visit may begin, told from what has begun of it."""
        bounds = [
            (
                self.planned[relation.first.visit, relation.first.service][1].start,
                relation,
            )
            for relation in self.problem.relations
            if relation.second.visit == visit.id
            and self._is_begun(relation.first)
            and not self._is_begun(relation.second)
        ]
        soonest = max((start + each.least for start, each in bounds), default=0.0)
        latest = [start + each.most for start, each in bounds if each.most is not None]
        return soonest, min(latest, default=None)

    def _is_begun(self, task: Task) -> bool:
        return (task.visit, task.service) in self.started

    def _planned_for(self, visit: Visit, kept: list[int]) -> Iterator[str]:
        for k in kept:
            if (visit.id, k) in self.planned:
                yield self.planned[visit.id, k][0]

    def _caregivers(self) -> Iterator[Caregiver]:
        for each in self.problem.caregivers:
            if each.id not in self.standing.gone:
                yield self._caregiver(each)

    def _caregiver(self, each: Caregiver) -> Caregiver:
        begun = self.begun.get(each.id, ())
        free = max(
            self.standing.now,
            each.shift.opens if each.shift else 0.0,
            self.standing.free_from.get(each.id, 0.0),
            *(stop.end for stop in begun),
        )
        eaten = self._has_eaten(each.id)
        if eaten:
            free = max(free, self.meals[each.id].end)
        pins = {
            _pin(visit, k)
            for (visit, k), (who, _) in self.planned.items()
            if who == each.id and visit in self.standing.pins
        }
        return replace(
            each,
            can=each.can | pins | self.carried.get(each.id, frozenset()),
            starts_at=self.places[begun[-1].visit] if begun else each.starts_at,
            shift=Window(
                opens=free,
                closes=max(free, each.shift.closes) if each.shift else ENDLESS,
            ),
            takes_break=each.takes_break and not eaten,
        )

    def _has_eaten(self, name: str) -> bool:
        if name not in self.meals:
            return False
        began = self.meals[name].start
        return began <= self.standing.now or any(
            stop.start > began for stop in self.begun.get(name, ())
        )

    def _rest(self, each: Round) -> Round:
        rest = tuple(
            renamed(stop, self.here)
            for stop in each.stops
            if (stop.visit, stop.service) not in self.started
        )
        meal = None if self._has_eaten(each.caregiver) else each.meal
        return Round(caregiver=each.caregiver, stops=rest, meal=meal)

    def _relations(self) -> Iterator[Relation]:
        for relation in self.problem.relations:
            first, second = (
                self.here.get(relation.first),
                self.here.get(relation.second),
            )
            if first is not None and second is not None:
                yield replace(relation, first=first, second=second)


def _not_before(window: Window, soonest: float) -> Window:
    return Window(opens=max(window.opens, soonest), closes=max(window.closes, soonest))


def _pin(visit: str, service: int) -> str:
    return f"pinned: {visit} {service}"
