"""Counts many months in one reading of the lake, where a row belongs to its own day."""

from collections.abc import Iterator, Sequence

from naravard.indicators.blocks import BLOCKS, STANDS_ON
from naravard.indicators.definition import Indicator, Measure
from naravard.indicators.engine.cells import gather
from naravard.indicators.engine.composing import PARAMETER, events_query
from naravard.indicators.engine.counting import (
    PAIRED,
    Answer,
    Question,
    Tally,
    answer_of,
    check_tables,
    count,
    inhabitants_of,
)
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.gate import gate_sql
from naravard.indicators.engine.running import Engine, Row
from naravard.indicators.periods import MONTHS_IN_YEAR, Period, months_later

# What a SELECT may ask of the period.
OF_PERIOD = frozenset(
    {"from", "to", "on_day", "year_ago", "eighteen_months_ago", "days_in_period"}
)
MONTH = -5  # its place in a row, from the end: month, age group, num, den, count


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
) -> Iterator[Answer]:
    """The answer of each period in turn, the same as if each were counted by itself.

    Raises TableMissing.
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
    events = engine.answer(events_query(indicator, span, division, {}, by_month=True))
    checked = engine.rows(gate_sql(indicator.gate, span)) if indicator.gate else []
    for question in questions:
        tally = Tally(checked=_around(checked, question.period))
        within = _within(events, question)
        own = [(*row[:MONTH], 0, *row[MONTH + 1 :]) for row in within]
        paired = indicator.measure in PAIRED
        gather(own, division, tally.table, paired=paired, by_month=False)
        for rows in inhabitants_of(question, engine):
            gather(rows, division, tally.below, paired=False, by_month=False)
        yield answer_of(question, tally)


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
