"""The search: never above what is proved best, always what the checker says it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.mobile.routing.checker import check
from naravard.mobile.routing.search import (
    Search,
    Seconds,
    Steps,
    plan_day,
    plan_side_by_side,
)
from tests.unit.mobile.days import drawn_day, small_day
from tests.unit.mobile.oracle import least_cost

FEW, ENOUGH = 4_000, 60_000


@pytest.mark.parametrize("seed", range(50))
def test_small_days_cost_what_is_proved_to_be_least(seed):
    day = drawn_day(seed, visits=3 + seed % 6)

    report = check(day, plan_day(day, Steps(allowed=ENOUGH)))

    assert report.violations == ()
    assert report.cost == pytest.approx(least_cost(day), abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_search_and_checker_agree_on_every_rule_and_price(seed):
    day = drawn_day(seed, visits=10, rich=True)
    heard = []

    plan = plan_day(
        day, Steps(allowed=FEW), seed=seed, progress=lambda _, cost: heard.append(cost)
    )

    report = check(day, plan)
    assert report.violations == ()
    assert report.cost == pytest.approx(heard[-1], abs=1e-6)


def test_the_same_seed_and_number_of_steps_give_the_same_plan():
    day = drawn_day(7, visits=12)

    assert plan_day(day, Steps(allowed=FEW), seed=3) == plan_day(
        day, Steps(allowed=FEW), seed=3
    )


def test_a_plan_never_gets_worse_while_it_is_searched_for():
    heard = []

    plan_day(
        drawn_day(5, visits=12),
        Steps(allowed=ENOUGH),
        progress=lambda _, cost: heard.append(cost),
    )

    assert heard == sorted(heard, reverse=True)


def test_the_clock_that_is_given_tells_when_to_stop():
    ticks = iter(range(1000))
    budget = Seconds(allowed=10, elapsed=lambda: float(next(ticks)))

    plan = plan_day(small_day(), budget)

    assert check(small_day(), plan).violations == ()


def test_a_search_has_a_plan_before_it_has_searched():
    search = Search(small_day(), Steps(allowed=1), seed=1)

    assert check(small_day(), search.run()).violations == ()


def test_a_search_without_time_leaves_out_no_visit_that_somebody_could_make():
    day = drawn_day(3, visits=40)

    report = check(day, Search(day, Steps(allowed=1), seed=1).run())

    assert [line for line in report.violations if "blir inte gjort" in line] == []


def test_searches_side_by_side_are_never_worse_than_the_first_alone():
    day = drawn_day(11, visits=12)

    alone = check(day, plan_day(day, Steps(allowed=FEW), seed=4))
    best = check(
        day,
        plan_side_by_side(day, lambda: Steps(allowed=FEW), threads=2, seed=4),
    )

    assert best.cost <= alone.cost
