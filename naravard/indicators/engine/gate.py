"""The gate: a column that is filled less than it used to be stops the value (pure)."""

from collections.abc import Iterable
from statistics import median

from naravard.indicators.definition import Gate
from naravard.indicators.engine.running import Row
from naravard.indicators.fragments import literal
from naravard.indicators.periods import MONTHS_IN_YEAR, Period, months_later

LEAST_OF_USUAL = 0.5
FEWEST_MONTHS_BEFORE = 6
FEWEST_USUAL = 5  # rows a month; fewer say nothing about the feed
NOT_ENOUGH = "otillräckligt underlag"


def gate_sql(gate: Gate, period: Period) -> str:
    """How many rows have the column filled, a month, from a year before the period."""
    first = months_later(period.first, -MONTHS_IN_YEAR)
    day = f't."{gate.day}"'
    return (
        f"SELECT YEAR({day}) * 100 + MONTH({day}) AS month, COUNT(*) AS every,"
        f' COUNT(t."{gate.column}") AS filled FROM {gate.table} AS t'
        f" WHERE {day} >= {literal(first)} AND {day} < {literal(period.after)}"
        f" GROUP BY YEAR({day}) * 100 + MONTH({day})"
    )


def is_open(rows: Iterable[Row], period: Period) -> bool:
    """Whether the period's months are filled at least half as often as the year before.

    With less than half a year before the period there is no usual to compare with.
    """
    shares: dict[int, float] = {}
    counts: dict[int, int] = {}
    for row in rows:
        month, every, filled = (int(str(value)) for value in row)
        shares[month] = shares.get(month, 0) + filled / every
        counts[month] = filled
    first = period.first.year * 100 + period.first.month
    before = [month for month in shares if month < first]
    if len(before) < FEWEST_MONTHS_BEFORE:
        return True
    usual = median(shares[month] for month in before)
    rows_usual = median(counts[month] for month in before)
    if rows_usual < FEWEST_USUAL:
        return True
    now = [start.year * 100 + start.month for start, _ in period.months()]
    return all(
        shares.get(month, 0) >= LEAST_OF_USUAL * usual
        and counts.get(month, 0) >= LEAST_OF_USUAL * rows_usual
        for month in now
    )
