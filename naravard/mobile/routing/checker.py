"""Whether a plan may be carried out, and what it costs, told from the plan alone.

It shares nothing with the search but the description of the day, so that a fault in one
is seen by the other. Times are minutes.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isfinite

from naravard.mobile.routing.model import Caregiver, Problem, Visit
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.prices import Parts, priced

CLOSE = 1e-6  # minutes; decimals of a thousandth added up differ by less


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is wrong with a plan in plain words, its parts, and its cost."""

    violations: tuple[str, ...]
    parts: Parts
    cost: float


def check(problem: Problem, plan: Plan) -> Report:
    """Verify a plan from nothing, and price it."""
    return _Check(problem, plan).report()


class _Check:
    """One plan against one day."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        self.plan = plan
        self.visits = {visit.id: visit for visit in problem.visits}
        self.staff = {each.id: each for each in problem.caregivers}

    def report(self) -> Report:
        unknown = tuple(self._unknown())
        if unknown:
            return Report(violations=unknown, parts=Parts(), cost=float("inf"))
        parts = priced(self.problem, self.plan)
        return Report(
            violations=tuple(self._violations(parts)),
            parts=parts,
            cost=parts.cost(self.problem.prices) / self.problem.priced_in,
        )

    def _unknown(self) -> Iterator[str]:
        counted = Counter(each.caregiver for each in self.plan.rounds)
        yield from (
            f"{name} finns inte bland medarbetarna"
            for name in counted
            if name not in self.staff
        )
        yield from (
            f"{name} har mer än en runda"
            for name, times in counted.items()
            if times > 1
        )
        yield from (
            f"{stop.visit} har ingen sådan insats, eller finns inte bland besöken"
            for each in self.plan.rounds
            for stop in each.stops
            if not self._is_known(stop)
        )
        # A time that is no number is neither before nor after any other.
        yield from (
            f"{each.caregiver} har en tid som inte är ett tal vid {stop.visit}"
            for each in self.plan.rounds
            for stop in (*each.stops, *filter(None, (each.meal,)))
            if not (isfinite(stop.start) and isfinite(stop.end))
        )

    def _is_known(self, stop: Stop) -> bool:
        visit = self.visits.get(stop.visit)
        return visit is not None and 0 <= stop.service < len(visit.services)

    @cached_property
    def _made(self) -> dict[tuple[str, int], list[tuple[Caregiver, Stop]]]:
        made: dict[tuple[str, int], list[tuple[Caregiver, Stop]]] = {}
        for each in self.plan.rounds:
            for stop in each.stops:
                who = self.staff[each.caregiver]
                made.setdefault((stop.visit, stop.service), []).append((who, stop))
        return made

    def _violations(self, parts: Parts) -> Iterator[str]:
        for visit in self.problem.visits:
            yield from self._of_visit(visit)
        for (name, k), each in self._made.items():
            for who, stop in each:
                yield from self._of_stop(self.visits[name], k, who, stop)
        for round_ in self.plan.rounds:
            yield from self._of_round(round_)
        yield from self._of_relations()
        yield from self._of_promises(parts)

    def _of_promises(self, parts: Parts) -> Iterator[str]:
        prices = self.problem.prices
        if prices.lateness_is_hard and parts.late > CLOSE:
            yield f"besök börjar {parts.late:g} minuter för sent"
        if prices.overtime_is_hard and parts.overtime > CLOSE:
            yield f"arbetspass överskrids med {parts.overtime:g} minuter"

    def _of_visit(self, visit: Visit) -> Iterator[str]:
        made = [self._made.get((visit.id, k), []) for k in range(len(visit.services))]
        if any(len(each) > 1 for each in made):
            yield f"{visit.id} görs mer än en gång"
        if any(made) and not all(made):
            yield f"{visit.id} saknar någon av sina insatser"
        if not any(made) and not visit.optional:
            yield f"{visit.id} blir inte gjort"
        people = [who.id for each in made for who, _ in each]
        if visit.apart and len(set(people)) < len(people):
            yield f"{visit.id} kräver olika medarbetare"

    def _of_stop(
        self, visit: Visit, k: int, who: Caregiver, stop: Stop
    ) -> Iterator[str]:
        service = visit.services[k]
        if not service.needs <= who.can:
            yield f"{who.id} saknar behörighet för {visit.id} ({service.name})"
        if who.id in visit.forbidden:
            yield f"{who.id} får inte gå till {visit.id}"
        if abs(stop.end - stop.start - service.minutes) > CLOSE:
            yield f"{visit.id} ska ta {service.minutes:g} minuter"
        if stop.start < visit.windows[0].opens - CLOSE:
            yield f"{visit.id} börjar för tidigt"

    def _of_round(self, each: Round) -> Iterator[str]:
        who = self.staff[each.caregiver]
        free, place = (who.shift.opens if who.shift else 0.0), who.starts_at
        for stop, at in self._in_order(each):
            if stop.start < free + self._road(who, place, at) - CLOSE:
                yield f"{who.id} hinner inte till {stop.visit} kl. {stop.start:g}"
            free, place = stop.end, at
        if each.meal is not None:
            yield from self._of_meal(who, each.meal)
        if self.problem.capacity is not None:
            takes = self.problem.capacity.takes
            load = sum(takes.get(stop.visit, 0) for stop in each.stops)
            if load > self.problem.capacity.carries + CLOSE:
                yield f"{who.id} kan inte bära {load:g}"

    def _in_order(self, each: Round) -> list[tuple[Stop, int]]:
        stops = [(stop, self.visits[stop.visit].place) for stop in each.stops]
        if each.meal is None:
            return stops
        meal = each.meal
        before = sum(stop.start < meal.start for stop in each.stops)
        place = self.visits[meal.visit].place if meal.visit in self.visits else -1
        return [*stops[:before], (meal, place), *stops[before:]]

    def _road(self, who: Caregiver, here: int, there: int) -> float:
        return self.problem.travel[who.mode][here][there]

    def _of_meal(self, who: Caregiver, meal: Stop) -> Iterator[str]:
        rule = self.problem.meal
        if rule is None or not who.takes_break:
            yield f"{who.id} ska inte ha någon rast"
            return
        if not rule.opens - CLOSE <= meal.start <= rule.last_start + CLOSE:
            yield f"{who.id} har rast utanför tiden för rast"
        if abs(meal.end - meal.start - rule.minutes) > CLOSE:
            yield f"{who.id} ska ha rast i {rule.minutes:g} minuter"
        if meal.visit not in self.visits:
            yield f"{who.id} har rast på en okänd plats"

    def _of_relations(self) -> Iterator[str]:
        for relation in self.problem.relations:
            first = self._made.get((relation.first.visit, relation.first.service))
            second = self._made.get((relation.second.visit, relation.second.service))
            if not first or not second:
                continue
            one, two = relation.first.visit, relation.second.visit
            gap = second[0][1].start - first[0][1].start
            if gap < relation.least - CLOSE:
                yield f"{two} börjar för tidigt efter {one}"
            if relation.most is not None and gap > relation.most + CLOSE:
                yield f"{two} börjar för sent efter {one}"
