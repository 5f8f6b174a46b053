"""How long replanning takes at 300 visits: `python -m benchmarks.replanning`."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from math import hypot
from random import Random

from naravard.mobile.routing.model import (
    Caregiver,
    Prices,
    Problem,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.replanning.changes import made
from naravard.mobile.routing.replanning.explaining import explain
from naravard.mobile.routing.replanning.limits import Limit
from naravard.mobile.routing.replanning.options import fewest_changes, options
from naravard.mobile.routing.replanning.standing import Standing, with_visit
from naravard.mobile.routing.replanning.words import Called
from naravard.mobile.routing.search import Steps, plan_day
from naravard.mobile.routing.warming import warm

VISITS, STAFF, SIDE = 300, 45, 60.0
TIMES = 5
CARS = 15
PRICES = Prices(
    travel=1, lateness=2, waiting=0.2, overtime=2, not_named_contact=10, unplanned=500
)


def drawn_day(seed: int) -> Problem:
    """A day by chance: some visits by two at once, some with a named contact."""
    chance = Random(seed)
    points = [
        (chance.uniform(0, SIDE), chance.uniform(0, SIDE)) for _ in range(VISITS + 2)
    ]
    visits = tuple(_visit(chance, at) for at in range(1, VISITS + 1))
    return Problem(
        name="drawn",
        visits=visits,
        caregivers=tuple(
            Caregiver(
                id=f"s{c}",
                can=frozenset({"nurse", "care"} if c % 2 else {"care"}),
                shift=Window(opens=0, closes=540),
            )
            for c in range(STAFF)
        ),
        travel=(
            tuple(
                tuple(float(round(hypot(a[0] - b[0], a[1] - b[1]))) for b in points)
                for a in points
            ),
        ),
        prices=PRICES,
        relations=tuple(
            Relation(
                first=Task(visit=each.id, service=0),
                second=Task(visit=each.id, service=1),
                least=0,
                most=0,
            )
            for each in visits
            if len(each.services) > 1
        ),
    )


def _visit(chance: Random, at: int) -> Visit:
    opens = chance.randrange(0, 420, 15)
    skill = chance.choice(["nurse", "care"])
    service = Service(name=skill, minutes=20, needs=frozenset({skill}))
    return Visit(
        id=f"v{at}",
        place=at,
        services=(service,) * (2 if chance.random() < 0.15 else 1),
        windows=(Window(opens=opens, closes=opens + 90),),
        named_contact=f"s{chance.randrange(STAFF)}" if chance.random() < 0.3 else None,
    )


def milliseconds(work: Callable[[], object]) -> list[int]:
    """CPU time of the same work, some times over."""
    spent = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        spent.append(round(1000 * (time.process_time() - began)))
    return spent


def main() -> None:
    """Plan a day, and replan it in the morning and later."""
    warm()
    day = drawn_day(3)
    plan = plan_day(day, Steps(allowed=400_000))
    planned = made(plan)
    standing = Standing(
        problem=day,
        plan=plan,
        now=0,
        promises={
            name: Window(opens=each.start - 15, closes=each.start + 15)
            for name, each in planned.items()
        },
        pins=frozenset(list(planned)[:10]),
    )
    for now in (0.0, 60.0, 200.0):
        measure(replace(standing, now=now))
    sys.stdout.write(f"what {CARS} of the rounds carry needs a car, and so does it:\n")
    measure(replace(standing, now=60.0, limits=(_cars(plan),)))


def _cars(plan: Plan) -> Limit:
    """Cars enough for those who make these visits, and one more."""
    carried = {stop.visit for each in plan.rounds[:CARS] for stop in each.stops}
    return Limit(
        name="bil",
        visits=frozenset({*carried, "acute"}),
        things=CARS + 1,
        enough_for=VISITS,
    )


def measure(then: Standing) -> None:
    """Tell what an acute visit and an explanation take at one moment."""
    now = then.now
    acute = Visit(
        id="acute",
        place=VISITS + 1,
        services=(Service(name="nurse", minutes=30, needs=frozenset({"nurse"})),),
        windows=(Window(opens=now, closes=now + 90),),
        priority=3,
        named_contact="s3",
    )
    planned = made(then.plan)
    later = next(name for name, each in planned.items() if each.start > now + 60)
    called = Called(staff={}, visits={}, skills={})
    told = {
        "placed": milliseconds(lambda: fewest_changes(with_visit(then, acute))),
        "three options": milliseconds(lambda: options(then, acute)),
        "explained": milliseconds(lambda: explain(then, later, met={}, called=called)),
    }
    for what, spent in told.items():
        sys.stdout.write(f"minute {now:g}, {what}: {spent} ms\n")


if __name__ == "__main__":
    main()
