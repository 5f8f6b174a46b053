"""Compiles the search once, at installation, so that nobody who plans has to wait."""

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
from naravard.mobile.routing.replanning.running import Running
from naravard.mobile.routing.search import Steps, plan_day

DAY = Window(opens=0, closes=60)
FEW = 200


def warm() -> None:
    """Compile whatever is not compiled yet: the search, and what replans a day."""
    warm_search()
    running = Running(smallest_day(), _planned(), to_search=True)
    running.take(0)
    running.put(0, running.places(0)[0].after)


def warm_search() -> None:
    """Compile the search alone, which is all that a plan from nothing needs."""
    _planned()


def _planned() -> Plan:
    return plan_day(smallest_day(), Steps(allowed=FEW))


def smallest_day() -> Problem:
    """Two people, one visit by both of them at once."""
    service = Service(name="care", minutes=5, needs=frozenset())
    visit = Visit(id="a", place=1, services=(service, service), windows=(DAY,))
    return Problem(
        name="smallest",
        visits=(visit,),
        caregivers=tuple(
            Caregiver(id=name, can=frozenset(), shift=DAY) for name in ("b", "c")
        ),
        travel=(((0.0, 1.0), (1.0, 0.0)),),
        prices=Prices(travel=1, lateness=1, worst_lateness=1),
        relations=(
            Relation(
                first=Task(visit="a", service=0),
                second=Task(visit="a", service=1),
                least=0,
                most=0,
            ),
        ),
    )


if __name__ == "__main__":
    warm()
