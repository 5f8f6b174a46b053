"""Days under way, with something promised and something pinned, drawn from a seed."""

from dataclasses import replace
from random import Random

from naravard.mobile.routing.model import Visit, Window
from naravard.mobile.routing.replanning.by_hand import moved
from naravard.mobile.routing.replanning.changes import made
from naravard.mobile.routing.replanning.options import Option
from naravard.mobile.routing.replanning.standing import PlanBreaksARule, Standing
from naravard.mobile.routing.search import Steps, plan_day
from tests.unit.mobile.days import drawn_day, small_day, visit

FEW = 4_000


def small_standing(**changes: object) -> Standing:
    """The small day at 0: Sara goes to Ali at 20, and with Bo to Karin at 60."""
    day = small_day()
    plan = plan_day(day, Steps(allowed=FEW))
    return replace(
        Standing(problem=day, plan=plan, now=0.0, freeze=0.0, promises=told(plan)),
        **changes,
    )


def told(plan) -> dict[str, Window]:
    """Everybody is told a quarter of an hour around the planned start."""
    return {
        name: Window(opens=each.start - 15, closes=each.start + 15)
        for name, each in made(plan).items()
    }


def drawn_standing(seed: int) -> Standing:
    """A rich day by chance, some of it begun, all of it promised, some pinned."""
    chance = Random(seed)
    day = drawn_day(seed, visits=9, rich=True)
    plan = plan_day(day, Steps(allowed=FEW), seed=seed)
    names = sorted(made(plan))
    return Standing(
        problem=day,
        plan=plan,
        now=float(chance.randrange(0, 150, 10)),
        promises=told(plan),
        pins=frozenset(chance.sample(names, min(2, len(names)))),
    )


def acute(seed: int, standing: Standing, *, wait: float = 0) -> Visit:
    """A visit nobody knew of, somewhere among the others, after so many minutes."""
    chance = Random(seed)
    return visit(
        "acute",
        chance.randrange(1, len(standing.problem.travel[0])),
        (chance.choice(["nurse", "care"]), 20.0),
        windows=(Window(opens=standing.now + wait, closes=standing.now + 120),),
        priority=3,
        named_contact=chance.choice([None, "c1"]),
    )


def only_planned(standing: Standing) -> Standing:
    """The same day without the visits that nobody makes."""
    names = made(standing.plan)
    problem = standing.problem
    return replace(
        standing,
        problem=replace(
            problem,
            visits=tuple(each for each in problem.visits if each.id in names),
            relations=tuple(r for r in problem.relations if r.first.visit in names),
        ),
    )


def every_place(standing: Standing, name: str) -> list[Option]:
    """Each way to put one visit by hand where somebody is, the others as they are."""
    found = (
        _tried(standing, name, each.caregiver, after)
        for each in standing.plan.rounds
        for after in (None, *(stop.visit for stop in each.stops))
    )
    return [option for option in found if option is not None]


def _tried(standing: Standing, name: str, who: str, after: str | None) -> Option | None:
    try:
        return moved(standing, name, to=who, after=after, first=after is None)
    except PlanBreaksARule:
        return None
