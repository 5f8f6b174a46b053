"""Counts many months in one reading of the lake, where a row belongs to its own day."""

from collections.abc import Iterator, Sequence

from naravard.indicators.blocks import BLOCKS, STANDS_ON
from naravard.indicators.definition import Indicator, Measure
from naravard.indicators.engine.composing import (
    OF_PERIOD,
    PARAMETER,
    Division,
    events_sql,
)
from naravard.indicators.engine.counting import (
    Answer,
    Question,
    answered,
    check_tables,
    closed,
    count,
    gathered,
    inhabitants_of,
    mean_inhabitants,
)
from naravard.indicators.engine.gate import gate_sql, is_open
from naravard.indicators.engine.running import Engine, Row
from naravard.indicators.periods import MONTHS_IN_YEAR, Period, months_later

MONTH = -5  # its place in a row, from the end: month, age group, num, den, count


class Remembering:
    """An engine that answers the same question about inhabitants only once."""

    def __init__(self, engine: Engine) -> None:
        """Nothing has been asked."""
        self._engine = engine
        self._answers: dict[str, list[Row]] = {}
        self.name = engine.name
        self.tables = engine.tables

    def rows(self, sql: str) -> list[Row]:
        """The rows of a SELECT, from memory when it has been asked before."""
        if sql not in self._answers:
            self._answers[sql] = self._engine.rows(sql)
        return self._answers[sql]

    def close(self) -> None:
        """Forget, and let go of the engine."""
        self._answers.clear()
        self._engine.close()


def is_sum_of_months(indicator: Indicator) -> bool:
    """Whether its rows are the same whatever the period, so months are counted at once.

    Then nothing in its SELECT speaks of the period: a row belongs to its own day.
    """
    named = {
        name
        for block in indicator.blocks
        for name in (*STANDS_ON.get(block, ()), block)
    }
    sql = " ".join([indicator.sql, *(BLOCKS[name] for name in sorted(named))])
    return (
        indicator.years == 1
        and indicator.measure is not Measure.MEAN_OF_MONTHS
        and not set(PARAMETER.findall(sql)) & OF_PERIOD
        and "{months}" not in sql
        and "{window_days}" not in sql
    )


def count_series(
    indicator: Indicator,
    periods: Sequence[Period],
    division: Division,
    engine: Engine,
    remembering: Engine,
) -> Iterator[Answer]:
    """The answer of each period in turn, the same as if each were counted by itself.

    `remembering` is asked about inhabitants. Raises TableMissing.
    """
    questions = [
        Question(indicator=indicator, period=period, division=division)
        for period in periods
    ]
    if not is_sum_of_months(indicator):
        yield from (count(question, [engine]) for question in questions)
        return
    check_tables(indicator, engine)
    span = Period(text="", first=periods[0].first, after=periods[-1].after)
    events = engine.rows(events_sql(indicator, span, division, {}, by_month=True))
    gate = indicator.gate
    checked = engine.rows(gate_sql(gate, span)) if gate else []
    for question in questions:
        if gate and not is_open(_around(checked, question.period), question.period):
            yield closed(question)
            continue
        own = [
            (*row[:MONTH], 0, *row[MONTH + 1 :]) for row in _within(events, question)
        ]
        below = list(inhabitants_of(question, remembering))
        yield answered(
            question, gathered(question, own), mean_inhabitants(question, below)
        )


def _within(rows: Sequence[Row], question: Question) -> Iterator[Row]:
    period = question.period
    first, after = _number(period, 0), _number(period, 1)
    yield from (row for row in rows if first <= int(str(row[MONTH])) < after)


def _number(period: Period, end: int) -> int:
    day = (period.first, period.after)[end]
    return day.year * 100 + day.month


def _around(rows: Sequence[Row], period: Period) -> list[Row]:
    """The period's months and those of the year before it."""
    begun = months_later(period.first, -MONTHS_IN_YEAR)
    first, after = begun.year * 100 + begun.month, _number(period, 1)
    return [row for row in rows if first <= int(str(row[0])) < after]
