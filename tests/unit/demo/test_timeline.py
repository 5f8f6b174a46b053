"""How a stay goes: always in order, and as often in each way as the parameters say."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.core.clock import day_of, local
from naravard.demo.course.parameters import admissions_on
from naravard.demo.course.timeline import Ending, Timeline, Traits, draw_timeline

A_WEDNESDAY = date(2026, 3, 4)
A_SUNDAY = date(2026, 3, 8)
NEW_YEARS_DAY = date(2026, 1, 1)
MANY = 4_000
LATE = timedelta(hours=24)

days = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 12, 31))
seeds = st.integers(min_value=0)
traits = st.builds(
    Traits,
    psychiatric=st.booleans(),
    late_notice=st.sampled_from([None, True, False]),
    withdrawn=st.sampled_from([None, True, False]),
    waits=st.sampled_from([None, True, False]),
)


@pytest.fixture(scope="module")
def stays() -> list[Timeline]:
    random = Random(1)
    return [draw_timeline(random, A_WEDNESDAY, Traits()) for _ in range(MANY)]


def share(stays: list[Timeline], holds) -> float:
    return sum(map(holds, stays)) / len(stays)


@given(seeds, days, traits)
def test_everything_happens_in_order(seed, admitted_on, chosen):
    stay = draw_timeline(Random(seed), admitted_on, chosen)
    last = stay.ready[-1]

    moments = [
        stay.admitted_at,
        stay.assessed_at,
        stay.told_at,
        stay.ready[0].decided_at,
        stay.ready[0].notified_at,
        last.notified_at,
        stay.left_at,
        stay.followed_up_at,
    ]

    assert all(earlier <= later for earlier, later in pairwise(moments))


@given(seeds, days)
def test_a_notice_that_is_taken_back_is_followed_by_a_new_judgement(seed, admitted_on):
    stay = draw_timeline(Random(seed), admitted_on, Traits(withdrawn=True))
    first, second = stay.ready

    assert first.notified_at < first.withdrawn_at <= second.decided_at


@given(seeds, days)
def test_who_dies_does_so_in_hospital(seed, admitted_on):
    stay = draw_timeline(Random(seed), admitted_on, Traits(ending=Ending.DECEASED))

    assert stay.told_at < stay.ended_at < stay.ready[0].decided_at


def test_about_one_notice_in_twelve_is_late(stays):
    late = share(stays, lambda stay: stay.told_at - stay.assessed_at > LATE)

    assert late == pytest.approx(0.08, abs=0.015)


def test_about_six_in_ten_leave_the_day_they_are_ready(stays):
    same_day = share(
        stays, lambda stay: day_of(stay.left_at) == day_of(stay.ready[-1].notified_at)
    )

    assert same_day == pytest.approx(0.62, abs=0.025)


def test_those_who_wait_do_so_for_three_days_on_average(stays):
    waits = [
        (day_of(stay.left_at) - day_of(stay.ready[-1].notified_at)).days
        for stay in stays
        if day_of(stay.left_at) > day_of(stay.ready[-1].notified_at)
    ]

    assert sum(waits) / len(waits) == pytest.approx(3.0, abs=0.2)


def test_a_little_less_than_half_are_told_of_after_noon(stays):
    after_noon = share(stays, lambda stay: local(stay.ready[-1].notified_at).hour >= 12)

    assert after_noon == pytest.approx(0.45, abs=0.025)


def test_a_few_are_taken_back(stays):
    taken_back = share(stays, lambda stay: len(stay.ready) > 1)

    assert taken_back == pytest.approx(0.07, abs=0.015)


def test_fewer_come_on_sundays_and_public_holidays():
    assert admissions_on(A_SUNDAY) < admissions_on(A_WEDNESDAY)
    assert admissions_on(NEW_YEARS_DAY) < admissions_on(date(2026, 1, 8))
