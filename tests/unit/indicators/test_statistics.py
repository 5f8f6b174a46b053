"""Intervals, standardisation, control charts and funnels against worked figures."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy.stats import chi2

from naravard.indicators.statistics.control_charts import (
    Phase,
    expected_false_signals,
    individuals,
    p_chart,
    xmr_chart,
)
from naravard.indicators.statistics.funnel import FunnelUnit, funnel
from naravard.indicators.statistics.inequality import RankedGroup, inequality
from naravard.indicators.statistics.intervals import (
    bootstrap_mean,
    byar,
    exact_poisson,
    of_count,
    wilson,
)
from naravard.indicators.statistics.levelling import levelled
from naravard.indicators.statistics.standardisation import (
    ESP2013,
    AgeGroup,
    age_group,
    standardise,
)
from tests.unit.indicators.lakes import VECTORS


def close(value: float) -> object:
    return pytest.approx(value, abs=1e-6)


def groups(name: str) -> list[AgeGroup]:
    return [
        AgeGroup(events=each["d"], population=each["n"], weight=each["w"])
        for each in VECTORS[name]["strata"]
    ]


def test_intervals_of_a_share_and_of_a_count():
    expected = VECTORS["CI/a"]["expect"]

    share, count = wilson(8, 40), byar(10).times(100_000 / 20_000)

    assert (share.low, share.high) == (close(expected["lo"]), close(expected["hi"]))
    assert (count.low, count.high) == (close(expected["blo"]), close(expected["bhi"]))


def test_a_standardised_rate_with_its_interval():
    expected = VECTORS["STD/a"]["expect"]

    rate = standardise(groups("STD/a"), per=100_000)

    assert (rate.crude, rate.rate) == (
        close(expected["crude"]),
        close(expected["rate"]),
    )
    assert rate.interval.low == close(expected["lo"])
    assert rate.interval.high == close(expected["hi"])
    assert not rate.incomplete


def test_an_age_group_without_people_is_left_out_with_its_weight():
    expected = VECTORS["STD/b"]["expect"]

    rate = standardise(groups("STD/b"), per=100_000)

    assert (rate.crude, rate.rate) == (
        close(expected["crude"]),
        close(expected["rate"]),
    )
    assert rate.incomplete
    assert rate.interval is None


def test_nobody_anywhere_has_no_rate():
    assert standardise([AgeGroup(events=0, population=0, weight=1)], per=1) is None


def test_the_standard_population_is_a_hundred_thousand():
    assert sum(ESP2013.values()) == 100_000
    assert {age_group(age) for age in range(120)} == set(ESP2013)


@given(some.integers(0, 9))
def test_few_events_have_exact_limits(events):
    limits = of_count(events)

    assert limits == exact_poisson(events)
    assert limits.high == pytest.approx(chi2.ppf(0.975, 2 * events + 2) / 2)


@given(some.integers(10, 10_000))
def test_byars_limits_lie_close_to_the_exact_ones(events):
    near, exact = byar(events), exact_poisson(events)

    assert near.low == pytest.approx(exact.low, rel=0.01)
    assert near.high == pytest.approx(exact.high, rel=0.01)


@given(some.integers(1, 5_000), some.data())
def test_a_share_lies_within_its_limits(of, data):
    events = data.draw(some.integers(0, of))

    limits = wilson(events, of)

    assert 0 <= limits.low <= events / of + 1e-12
    assert events / of - 1e-12 <= limits.high <= 1


@given(
    some.lists(some.tuples(some.integers(0, 40), some.integers(1, 50)), min_size=1),
    some.integers(2, 9),
)
def test_standardising_equal_rates_gives_that_rate(ages, times):
    same = [
        AgeGroup(events=number * times, population=number, weight=weight)
        for number, weight in ages
        if number
    ]

    rate = standardise(same, per=1)

    assert rate is None or rate.rate == pytest.approx(times)


def test_a_mean_has_the_same_limits_every_time():
    pairs, counts = [(1.0, 1.0), (5.0, 1.0)], [60, 40]

    limits = bootstrap_mean(pairs, counts, seed="NV-04")

    assert limits == bootstrap_mean(pairs, counts, seed="NV-04")
    assert limits.low < 2.6 < limits.high


def test_individuals_with_one_point_outside():
    vector = VECTORS["SPC/a"]
    expected = vector["expect"]

    limits = individuals(vector["x"])
    outside = [
        place
        for place, point in enumerate(xmr_chart(vector["x"]))
        if "utanför gränserna" in point.signals
    ]

    assert limits.centre == close(expected["mean"])
    assert limits.moving_range == close(expected["mr"])
    assert (limits.low, limits.high) == (close(expected["lcl"]), close(expected["ucl"]))
    assert outside == expected["signals"]


def test_shares_with_limits_by_their_own_size():
    vector = VECTORS["SPC/b"]
    expected = vector["expect"]

    points = p_chart(list(zip(vector["num"], vector["den"], strict=True)))
    outside = [
        place
        for place, point in enumerate(points)
        if "utanför gränserna" in point.signals
    ]

    assert points[0].centre == close(expected["pbar"])
    assert [point.high for point in points] == [close(each) for each in expected["ucl"]]
    assert outside == expected["signals"]


def test_a_named_phase_has_limits_of_its_own():
    before, after = [10.0, 11, 10, 11, 10], [20.0, 21, 20, 21, 20]
    phases = [Phase(name="före teamet", first=0), Phase(name="med teamet", first=5)]

    points = xmr_chart([*before, *after], phases)

    assert {point.phase for point in points} == {"före teamet", "med teamet"}
    assert not any("utanför gränserna" in point.signals for point in points)


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ([10, 12] * 6 + [13] * 8, "åtta i rad på samma sida"),
        ([10, 14, 9, 15, 10, 11, 12, 13, 14, 15], "sex i rad åt samma håll"),
    ],
)
def test_runs_are_signals(values, rule):
    points = xmr_chart(values)

    assert rule in points[-1].signals


def test_a_county_is_told_how_many_false_signals_to_expect():
    assert expected_false_signals(series=300, points=12) == pytest.approx(9.7, abs=0.1)


def test_units_that_differ_by_chance_alone_have_no_variance_between_them():
    units = [FunnelUnit(name=str(each), events=20, of=100) for each in range(12)]

    plot = funnel(units, shares=True)

    assert plot.variance_between == 0
    assert not any(point.differs for point in plot.points)


def test_spread_units_widen_the_funnel():
    shares = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50]
    units = [FunnelUnit(name=str(each), events=each, of=100) for each in shares]

    plot = funnel(units, shares=True)

    assert plot.dispersion > 1
    assert plot.variance_between > 0
    assert not any(point.differs for point in plot.points)


def units_of(*percent: int, of: int = 2_000) -> list[FunnelUnit]:
    return [
        FunnelUnit(name=str(each), events=of * each / 100, of=of) for each in percent
    ]


def test_what_levelling_those_surely_worse_is_worth():
    plot = funnel(units_of(*[12] * 19, 30), shares=True)

    down = levelled(plot, high_is_worse=True)

    assert down.names == ("30",)
    assert down.events == pytest.approx(2_000 * 0.18)
    assert 280 < down.low < 320
    assert 400 < down.high < 440
    assert levelled(plot, high_is_worse=False).events == 0


def test_levelling_what_is_only_chance_is_worth_nothing():
    plot = funnel(units_of(14, 15, 15, 15, 16, of=50), shares=True)

    assert levelled(plot, high_is_worse=True).names == ()


def ranked(*values: float, of: float = 100) -> list[RankedGroup]:
    return [RankedGroup(value=v, low=v - 1.96, high=v + 1.96, of=of) for v in values]


def test_two_groups_differ_by_their_difference():
    seen = inequality(ranked(10, 14))

    assert seen.change == 4
    assert seen.interval.low == pytest.approx(4 - 1.96 * math.sqrt(2), abs=1e-3)


def test_ranked_groups_on_a_line_differ_by_its_slope():
    seen = inequality(ranked(10, 12, 14, 16))

    assert seen.change == pytest.approx(8)
    assert seen.interval.low < 8 < seen.interval.high


def test_a_large_group_weighs_more_in_the_slope():
    even, uneven = ranked(10, 12, 20), ranked(10, 12, 20)
    uneven[2] = RankedGroup(value=20, low=18, high=22, of=1)

    assert inequality(uneven).change < inequality(even).change


def test_limits_narrow_as_units_grow():
    plot = funnel(units_of(14, 15, 16), shares=True)

    small, large = plot.limits(100), plot.limits(10_000)

    assert small.low_998 < small.low_95 < large.low_95 < plot.target
    assert plot.target < large.high_95 < small.high_95 < small.high_998


def test_a_unit_far_out_is_seen():
    units = [FunnelUnit(name=str(each), events=20, of=100) for each in range(30)]

    plot = funnel([*units, FunnelUnit(name="långt ut", events=60, of=100)], shares=True)

    assert [point.name for point in plot.points if point.differs] == ["långt ut"]
    assert math.isfinite(plot.dispersion)
