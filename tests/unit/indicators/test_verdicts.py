"""A verdict is a change only when chance would hardly do it."""

import numpy as np
import pytest

from naravard.indicators.definition import Direction
from naravard.indicators.verdicts import Change, Verdict, Why, judge

STEADY = [10.0, 11.0] * 12
CALLED_BY_CHANCE = 1 / 30  # as the module says
SERIES = 2_000


def test_too_few_points_say_nothing():
    assert judge([1.0] * 11, Direction.UP).verdict is Verdict.TOO_LITTLE


def test_up_and_down_is_chance():
    assert judge(STEADY + [10.0, 11.0] * 4, Direction.UP).verdict is Verdict.UNCHANGED


def test_a_last_point_outside_the_limits_is_a_change():
    judged = judge([*STEADY, 10.0, 11.0, 10.0, 20.0], Direction.DOWN)

    assert (judged.verdict, judged.why) == (Verdict.WORSE, Why.OUTSIDE)


def test_eight_in_a_row_on_one_side_is_a_change():
    judged = judge([*STEADY, *[11.5] * 8], Direction.UP)

    assert (judged.verdict, judged.why) == (Verdict.BETTER, Why.RUN)
    assert judged.before == pytest.approx(10.5)


def test_neither_is_better_when_the_measure_is_context():
    assert judge([*STEADY, *[11.5] * 8], Direction.CONTEXT).verdict is Verdict.HIGHER


def test_a_named_change_is_judged_by_the_time_before_it():
    change = Change(at=24, name="Morgonplanering")

    judged = judge([*STEADY, 5.0, 5.1, 5.0, 4.9], Direction.DOWN, [change])

    assert judged.verdict is Verdict.BETTER
    assert judged.since == pytest.approx(5.0)


def test_three_months_after_a_named_change_is_too_early():
    change = Change(at=24, name="Morgonplanering")

    judged = judge([*STEADY, 5.0, 5.1, 5.0], Direction.DOWN, [change])

    assert judged.verdict is Verdict.TOO_EARLY


@pytest.mark.parametrize("points", [20, 30, 34, 36])
def test_chance_alone_is_called_a_change_no_more_often_than_stated(points):
    draw = np.random.default_rng(points)

    called = sum(
        judge(draw.normal(size=points).tolist(), Direction.UP).verdict.is_change
        for _ in range(SERIES)
    )

    assert called / SERIES < CALLED_BY_CHANCE


def test_chance_after_a_named_change_is_called_no_more_often():
    draw = np.random.default_rng(9)
    change = [Change(at=28, name="Något")]

    called = sum(
        judge(draw.normal(size=36).tolist(), Direction.UP, change).verdict.is_change
        for _ in range(SERIES)
    )

    assert called / SERIES < CALLED_BY_CHANCE
