"""Months counted at once are the months counted one by one."""

from datetime import date

import pytest

from naravard.indicators.engine.counting import Question, count
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.running import DuckEngine
from naravard.indicators.engine.series import (
    count_series,
    is_sum_of_months,
)
from naravard.indicators.periods import (
    month_of,
    months_before,
    quarters_before,
    year_before,
)
from naravard.indicators.registry import INDICATORS, in_order
from tests.unit.demo.small_lake import small_lake

SUMMED = [entry.id for entry in in_order() if entry.is_counted]
BY_PLACE = Division(places=("municipality",))


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    lake = small_lake(tmp_path_factory.mktemp("lake"), persons=1_500)
    engine = DuckEngine(lake, threads=1)
    yield engine
    engine.close()


@pytest.mark.parametrize("name", SUMMED)
def test_months_at_once_are_the_months_one_by_one(engine, name):
    indicator = INDICATORS[name]
    if not set(indicator.needs) <= engine.tables:
        pytest.skip("the small lake lacks the table")
    months = months_before(date(2026, 11, 1), 3)

    at_once = list(count_series(indicator, months, BY_PLACE, engine))

    one_by_one = [
        count(
            Question(indicator=indicator, period=month, division=BY_PLACE), [engine]
        ).results
        for month in months
    ]
    assert [answer.results for answer in at_once] == one_by_one


def test_what_is_measured_on_a_day_is_not_a_sum_of_months():
    assert not is_sum_of_months(INDICATORS["NV-09"])
    assert is_sum_of_months(INDICATORS["NV-03"])


def test_the_months_before_a_day_are_whole():
    months = months_before(date(2026, 2, 1), 3)

    assert [month.text for month in months] == ["2025-11", "2025-12", "2026-01"]


def test_the_quarters_before_a_day_have_ended():
    quarters = quarters_before(date(2026, 11, 1), 2)

    assert [quarter.text for quarter in quarters] == ["2026-Q2", "2026-Q3"]


def test_twelve_months_are_written_as_from_and_to():
    year = year_before(date(2026, 11, 1))

    assert (year.text, year.days) == ("2025-11/2026-10", 365)
    assert month_of(date(2026, 10, 31)).text == "2026-10"
