"""Divisions, versions, gates and timing: what the engine adds to every definition."""

from datetime import UTC, date, datetime, timedelta

import pytest

from benchmarks.indicators.population import make_lake
from naravard.indicators.computing import PRELIMINARY, Order, compute, countable
from naravard.indicators.engine import running
from naravard.indicators.engine.counting import Question, count
from naravard.indicators.engine.dividing import Division, read_division
from naravard.indicators.engine.gate import NOT_ENOUGH
from naravard.indicators.errors import (
    BreakdownNotPossible,
    ParameterNotKnown,
    PeriodNotReadable,
    TableMissing,
    UnknownIndicator,
)
from naravard.indicators.periods import months_later, read_period
from naravard.indicators.registry import indicator_named
from naravard.indicators.toys import read_toy
from tests.unit.indicators.lakes import ToyEngine, answer, toy

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
EVERYWHERE = Division(places=("county", "municipality"), strata=("sex", "age"))


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lake")
    make_lake(folder, persons=800, municipalities=["1904", "1980", "0180"], stride=16)
    return folder


def order(lake, *indicators, period="2024", **more):
    return Order(
        lake=lake,
        indicators=tuple(map(indicator_named, indicators)),
        periods=(read_period(period),),
        **more,
    )


def by_key(outcome):
    return {(row.geo_level, row.geo, row.stratum): row for row in outcome.results}


def test_every_total_is_the_sum_of_its_parts(lake):
    wanted = order(lake, "NV-10", division=EVERYWHERE, hide_small=False)

    cells = by_key(compute(wanted, now=NOW))

    everyone = cells["all", "all", "all"]
    women, men = cells["all", "all", "sex=F"], cells["all", "all", "sex=M"]
    county = cells["county", "19", "age=80+"]
    towns = [cells["municipality", each, "age=80+"] for each in ("1904", "1980")]
    assert everyone.num == women.num + men.num
    assert everyone.den == women.den + men.den
    assert county.num == sum(town.num for town in towns)


def test_a_lake_counted_in_parts_gives_the_same_answer(lake):
    every = {"indicators": countable(), "periods": (read_period("2024"),)}
    division = Division(places=("municipality",), strata=("sex",))

    whole = compute(Order(lake=lake, division=division, **every), now=NOW)
    parts = compute(Order(lake=lake, division=division, chunks=5, **every), now=NOW)

    assert parts.results == whole.results


def test_small_cells_and_those_that_give_them_away_are_hidden(lake):
    wanted = order(lake, "NV-03", division=EVERYWHERE)

    outcome = compute(wanted, now=NOW)

    hidden = [row for row in outcome.results if row.suppressed]
    assert hidden
    assert all(row.num is row.den is row.value is row.ci_lo is None for row in hidden)
    assert not [row for row in outcome.results if row.num in {1, 2, 3, 4}]


def test_an_indicator_can_be_divided_on_its_units(lake):
    outcome = compute(order(lake, "NV-08", division=read_division(["unit"])), now=NOW)

    assert {row.geo_level for row in outcome.results} == {"all", "unit"}


def test_one_that_has_no_unit_cannot_be_divided_so(lake):
    with pytest.raises(BreakdownNotPossible):
        compute(order(lake, "NV-13", division=read_division(["unit"])), now=NOW)


def test_words_that_are_no_division_are_refused():
    with pytest.raises(BreakdownNotPossible, match="skostorlek"):
        read_division(["sex", "skostorlek"])


def test_income_education_and_interpreter_are_divisions_where_the_lake_has_them(lake):
    names = ["income", "education", "interpreter"]

    cells = by_key(
        compute(
            order(lake, "NV-21", division=read_division(names), hide_small=False),
            now=NOW,
        )
    )

    quartiles = [cells["all", "all", f"income={each}"] for each in "1234"]
    everyone = cells["all", "all", "all"]
    assert sum(each.num for each in quartiles) == everyone.num
    assert sum(each.den for each in quartiles) == pytest.approx(everyone.den)


def test_another_parameter_is_seen_in_the_version(lake):
    outcome = compute(order(lake, "NV-03", params={"window": 7}), now=NOW)

    assert outcome.results[0].version == "2.0.0+window=7"


def test_a_parameter_nobody_has_is_refused(lake):
    with pytest.raises(ParameterNotKnown):
        compute(order(lake, "NV-03", params={"fönster": 7}), now=NOW)


def test_a_period_whose_facts_are_still_coming_is_preliminary(lake):
    early = datetime(2025, 1, 10, tzinfo=UTC)

    outcome = compute(order(lake, "NV-03"), now=early)

    assert PRELIMINARY in [remark.says for remark in outcome.remarks]


def test_a_table_that_is_missing_is_named():
    with pytest.raises(TableMissing, match="saknas"):
        compute_without_visits()


def compute_without_visits():
    engine = ToyEngine({})
    engine.tables = frozenset({"person"})
    count(
        Question(indicator=indicator_named("NV-10"), period=read_period("2024")),
        [engine],
    )


def stays_each_month(last_ready: date):
    """Six stays a month for two years; the ready day is no longer sent from a day."""
    days = [
        months_later(date(2023, 1, 20), month) + timedelta(days=each)
        for month in range(24)
        for each in range(6)
    ]
    return toy(
        stay=[
            {
                "pid": number,
                "in": day - timedelta(days=9),
                "out": day,
                "ready": day - timedelta(days=2) if day < last_ready else None,
            }
            for number, day in enumerate(days)
        ]
    )


def test_a_feed_that_stopped_gives_no_value():
    counted = answer(stays_each_month(date(2024, 6, 1)), "NV-04", "2024")

    assert counted.results[0].value is None
    assert [remark.says for remark in counted.remarks] == [NOT_ENOUGH]


def test_a_feed_that_goes_on_gives_one():
    counted = answer(stays_each_month(date(2025, 6, 1)), "NV-04", "2024")

    assert counted.results[0].value == 2


def test_where_somebody_lived_that_day_decides_the_municipality():
    rows = toy(
        residence=[
            {"pid": 1, "from": "2020-01-01", "to": "2024-06-01", "muni": "1980"},
            {"pid": 1, "from": "2024-06-01", "muni": "1981"},
        ],
        person=[{"pid": 1, "muni": "1981"}],
        stay=[
            {"pid": 1, "in": "2024-05-20", "out": "2024-05-31", "ready": "2024-05-29"},
            {"pid": 1, "in": "2024-07-20", "out": "2024-07-31", "ready": "2024-07-30"},
        ],
    )

    counted = answer(rows, "NV-04", "2024", division=read_division(["municipality"]))

    assert {(row.geo, row.num) for row in counted.results} == {
        ("all", 3),
        ("1980", 2),
        ("1981", 1),
    }


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("2025-Q4", date(2025, 10, 1), date(2026, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
    ],
)
def test_periods_are_half_open(text, first, after):
    period = read_period(text)

    assert (period.first, period.after) == (first, after)


@pytest.mark.parametrize("text", ["25", "2025-13", "2025-Q5", "2025-1", "i fjol"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(PeriodNotReadable):
        read_period(text)


def test_an_indicator_answers_to_its_other_names():
    assert (
        indicator_named("i-07") is indicator_named("U79092") is indicator_named("NV-03")
    )


def test_an_indicator_nobody_has_written_is_refused():
    with pytest.raises(UnknownIndicator):
        indicator_named("NV-99")


def test_what_is_kept_between_questions_has_a_limit_and_changes_no_answer(monkeypatch):
    rows = read_toy(
        """
        person: pid birth
        1 1930-01-01
        2 1931-01-01
        medlist: pid atc from
        1 N05BA01 2023-01-01
        """
    )
    months = [f"2024-{month:02d}" for month in range(1, 13)]
    asked = [
        Question(indicator=indicator_named("NV-18"), period=read_period(month))
        for month in months
    ]
    monkeypatch.setattr(running, "MOST_KEPT", 6)
    engine = ToyEngine(rows)

    kept = [count(each, [engine]).results for each in asked]

    assert len(engine._kept) == 6
    assert kept == [count(each, [ToyEngine(rows)]).results for each in asked]
