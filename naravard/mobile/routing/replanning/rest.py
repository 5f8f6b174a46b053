"""The rest of a day under way, and the way back to the whole day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from naravard.mobile.routing.model import Problem, Task
from naravard.mobile.routing.plan import Plan, Round, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The rest of a day, its plan so far, and the way back to the whole day."""

    problem: Problem
    plan: Plan
    tasks: Mapping[Task, Task]  # here, to the whole day's
    begun: dict[str, tuple[Stop, ...]]  # what each caregiver has begun, in order
    meals: dict[str, Stop]  # every meal break as planned
    eaten: frozenset[str]  # who has begun the meal break

    def here(self, task: Task) -> Task:
        """What a task of the whole day is called here. Raises KeyError."""
        return {there: here for here, there in self.tasks.items()}[task]

    def whole(self, plan: Plan) -> Plan:
        """A plan of the rest, put together with what has begun."""
        rounds = {each.caregiver: each for each in plan.rounds}
        names = [*self.begun, *(name for name in rounds if name not in self.begun)]
        return Plan(rounds=tuple(self._round(name, rounds.get(name)) for name in names))

    def _round(self, name: str, rest: Round | None) -> Round:
        later = rest.stops if rest else ()
        stops = tuple(renamed(stop, self.tasks) for stop in later)
        keeps = name in self.eaten or not stops
        planned = rest.meal if rest else None
        meal = self.meals.get(name) if keeps else self._meal(planned)
        return Round(
            caregiver=name, stops=(*self.begun.get(name, ()), *stops), meal=meal
        )

    def _meal(self, meal: Stop | None) -> Stop | None:
        """The break, at the place of a visit of the whole day."""
        if meal is None:
            return None
        named = {here.visit: there.visit for here, there in self.tasks.items()}
        return replace(meal, visit=named.get(meal.visit, meal.visit))


def renamed(stop: Stop, tasks: Mapping[Task, Task]) -> Stop:
    """The same stop under the name its task has in the other day."""
    task = tasks[Task(visit=stop.visit, service=stop.service)]
    return replace(stop, visit=task.visit, service=task.service)
