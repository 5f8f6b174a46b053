"""Days that are only rounds of vehicles are planned by PyVRP, and by the same rules."""

from dataclasses import replace
from math import hypot
from random import Random

import pytest

from naravard.mobile.routing import vehicles as routing_vehicles
from naravard.mobile.routing.checker import check
from naravard.mobile.routing.model import Capacity, Caregiver, Prices, Problem, Window
from naravard.mobile.routing.search import Steps, plan_day
from naravard.mobile.routing.vehicles import is_only_vehicles
from tests.unit.mobile.days import small_day, visit

STEPS = 100_000


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch):
    """Small days go the way of large ones, so that they can be tried in no time."""
    monkeypatch.setattr(routing_vehicles, "MANY_STOPS", 10)


def vehicles(seed: int = 1, stops: int = 20, *, closes: float = 230) -> Problem:
    """Stops by chance around a depot, with loads; everybody drives alike."""
    chance = Random(seed)
    points = [(chance.uniform(0, 40), chance.uniform(0, 40)) for _ in range(stops + 1)]
    window = (Window(opens=10, closes=closes),)
    return Problem(
        name="vehicles",
        visits=tuple(
            visit(f"s{at}", at, ("stop", 5.0), windows=window)
            for at in range(1, stops + 1)
        ),
        caregivers=tuple(
            Caregiver(
                id=f"v{c}", can=frozenset({"stop"}), shift=Window(opens=0, closes=240)
            )
            for c in range(8)
        ),
        travel=(
            tuple(
                tuple(hypot(a[0] - b[0], a[1] - b[1]) for b in points) for a in points
            ),
        ),
        prices=Prices(travel=1, lateness_is_hard=True, overtime_is_hard=True),
        capacity=Capacity(
            carries=5, takes={f"s{at}": 1.0 for at in range(1, stops + 1)}
        ),
    )


def test_only_days_that_nothing_else_is_asked_of_are_rounds_of_vehicles():
    day = vehicles()

    assert is_only_vehicles(day)
    assert not is_only_vehicles(small_day())
    assert not is_only_vehicles(replace(day, relations=small_day().relations))
    assert not is_only_vehicles(replace(day, prices=Prices(travel=1, waiting=1)))
    assert not is_only_vehicles(replace(day, capacity=None))


def test_rounds_of_vehicles_keep_every_rule():
    day = vehicles()

    report = check(day, plan_day(day, Steps(allowed=STEPS)))

    assert report.violations == ()
    assert report.cost == report.parts.travel > 0


def test_the_same_seed_and_steps_give_the_same_rounds():
    day = vehicles()

    one, two = (plan_day(day, Steps(allowed=STEPS), seed=3) for _ in range(2))

    assert one == two


def test_progress_is_told_in_minutes():
    heard = []

    day = vehicles()
    plan = plan_day(
        day, Steps(allowed=STEPS), progress=lambda _, cost: heard.append(cost)
    )

    assert abs(heard[-1] - check(day, plan).cost) < 0.1


def test_where_no_window_can_be_kept_there_is_a_plan_that_says_so():
    day = vehicles(closes=11)

    report = check(day, plan_day(day, Steps(allowed=STEPS)))

    assert any("för sent" in line for line in report.violations)
