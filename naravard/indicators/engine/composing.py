"""Puts a definition, a period and a division together into one SELECT (pure)."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from naravard.indicators.blocks import BLOCKS, FROM_READY, STANDS_ON
from naravard.indicators.definition import Indicator, Measure, Parameter
from naravard.indicators.engine.dividing import (
    UNKNOWN,
    Division,
    age_group_of,
    stratum,
)
from naravard.indicators.engine.query import Query
from naravard.indicators.errors import BreakdownNotPossible
from naravard.indicators.fragments import age, in_force, literal
from naravard.indicators.periods import MONTHS_IN_YEAR, Period, months_later

PARAMETER = re.compile(r"\$([a-z_0-9]+)")
DEFAULTS: dict[str, Parameter] = {"gap_days": 0, "somatic_only": 0}


def events_query(
    indicator: Indicator,
    period: Period,
    division: Division,
    params: dict[str, Parameter],
    *,
    by_month: bool = False,
) -> Query:
    """One row per cell and different (num, den): how many units of analysis have it.

    Columns: muni, unit, each stratum, month, age group, num, den, count. The month is
    told when asked for, or when the measure is made of months; else it is 0.
    """
    since = months_later(period.first, -MONTHS_IN_YEAR * (indicator.years - 1))
    window = f"u.day >= {literal(since)} AND u.day < {literal(period.after)}"
    monthly = by_month or indicator.measure is Measure.MEAN_OF_MONTHS
    placed = f"SELECT {_placed(indicator, division, monthly=monthly)} WHERE {window}"
    cell = "muni, unit, " + "".join(f"{name}, " for name in division.strata)
    cell += "month, age_group"
    return Query(
        blocks=blocks_of(indicator, period, division, params),
        instead=instead_of(indicator, period, params),
        own=f"unit_row AS ({_filled(indicator.sql, indicator, period, params)}),"
        f" placed AS ({placed})"
        f" SELECT {cell}, {_counted(indicator, cell)}",
    )


def blocks_of(
    indicator: Indicator,
    period: Period,
    division: Division,
    params: dict[str, Parameter],
) -> tuple[tuple[str, str], ...]:
    """The shared parts the definition stands on, each with its SQL, in order."""
    wanted = list(indicator.blocks)
    if _needs_housing(indicator, division):
        wanted.append("home")
    named = dict.fromkeys(
        name for block in wanted for name in (*STANDS_ON.get(block, ()), block)
    )
    return tuple(
        (name, _filled(BLOCKS[name], indicator, period, params))
        for name in BLOCKS
        if name in named
    )


def instead_of(
    indicator: Indicator, period: Period, params: dict[str, Parameter]
) -> tuple[tuple[str, str], ...]:
    """Blocks that are written otherwise where what that takes stands ready."""
    return tuple(
        (name, _filled(sql, indicator, period, params))
        for name, sql in FROM_READY.items()
        if name in indicator.blocks
    )


def _counted(indicator: Indicator, cell: str) -> str:
    """Sums where sums are enough, else how many persons or rows have each pair."""
    if indicator.measure is Measure.MEDIAN or _rows_are_persons(indicator):
        return f"num, den, COUNT(*) AS count FROM placed GROUP BY {cell}, num, den"
    if indicator.measure is Measure.MEAN:
        persons = (
            f"SELECT {cell}, SUM(num) AS num, SUM(den) AS den FROM placed"
            f" GROUP BY {cell}, pid"
        )
        return (
            f"num, den, COUNT(*) AS count FROM ({persons}) AS person_sum"
            f" GROUP BY {cell}, num, den"
        )
    return (
        f"SUM(num) AS num, SUM(den) AS den, COUNT(*) AS count FROM placed"
        f" GROUP BY {cell}"
    )


def _rows_are_persons(indicator: Indicator) -> bool:
    return indicator.measure is Measure.MEAN and indicator.once


def _placed(indicator: Indicator, division: Division, *, monthly: bool) -> str:
    age_on = "u.age" if "age" in indicator.gives else age("p.birth", "u.day")
    group = age_group_of(age_on) if indicator.standard else "0"
    columns = [
        "u.pid AS pid",
        f"{_municipality(indicator, division)} AS muni",
        f"{_unit(indicator, division)} AS unit",
        *(f"{stratum(name, age_on)} AS {name}" for name in division.strata),
        "YEAR(u.day) * 100 + MONTH(u.day) AS month" if monthly else "0 AS month",
        f"{group} AS age_group",
        "u.num AS num",
        "u.den AS den",
    ]
    joins = "FROM unit_row AS u"
    if division.strata or indicator.standard:
        joins += " LEFT JOIN person AS p ON p.pid = u.pid"
    if _needs_housing(indicator, division):
        joins += f" LEFT JOIN home AS h ON h.pid = u.pid AND {in_force('h', 'u.day')}"
    if indicator.of_listed and "unit" in division.places:
        covers = in_force("l", "u.day")
        joins += f" LEFT JOIN listing AS l ON l.pid = u.pid AND {covers}"
    return f"{', '.join(columns)} {joins}"


def _needs_housing(indicator: Indicator, division: Division) -> bool:
    return division.by_municipality and "muni" not in indicator.gives


def _municipality(indicator: Indicator, division: Division) -> str:
    if not division.by_municipality:
        return "''"
    source = "u.muni" if "muni" in indicator.gives else "h.muni"
    return f"COALESCE({source}, '{UNKNOWN}')"


def _unit(indicator: Indicator, division: Division) -> str:
    if "unit" not in division.places:
        return "''"
    if indicator.of_listed:
        return f"COALESCE(l.unit, '{UNKNOWN}')"
    if "unit" not in indicator.gives:
        raise BreakdownNotPossible(
            f"{indicator.id} kan inte räknas per enhet.",
            remedy="Välj kommun, eller en indikator som räknas per enhet.",
        )
    return f"COALESCE(u.unit, '{UNKNOWN}')"


def _filled(
    sql: str, indicator: Indicator, period: Period, params: dict[str, Parameter]
) -> str:
    """The SQL with every `$name` written out. Raises KeyError for an unknown one."""
    values = DEFAULTS | _days(period) | indicator.params | params
    values |= _window(values, period)
    filled = PARAMETER.sub(lambda match: literal(values[match[1]]), sql)
    return filled.replace("{months}", _months(period)).replace(
        "{window_days}", _window_days(values)
    )


def _window(values: Mapping[str, Parameter], period: Period) -> dict[str, Parameter]:
    """The first day of a window of days and the day after it, where there is one."""
    days = values.get("window_days")
    if not isinstance(days, int):
        return {}
    first = values["window_from"] or period.fortnight(days)
    if not isinstance(first, date):
        return {}
    return {"window_from": first, "window_to": first + timedelta(days=days)}


def _days(period: Period) -> dict[str, Parameter]:
    return {
        "from": period.first,
        "to": period.after,
        "on_day": period.last,
        "year_ago": months_later(period.after, -MONTHS_IN_YEAR),
        "eighteen_months_ago": months_later(period.after, -18),
        "days_in_period": period.days,
    }


def _window_days(values: dict[str, Parameter]) -> str:
    """The days of a window of days as a SELECT of text, where there is a window."""
    first, days = values.get("window_from"), values.get("window_days")
    if not isinstance(first, date) or not isinstance(days, int):
        return ""
    return " UNION ALL ".join(
        f"SELECT {literal((first + timedelta(days=each)).isoformat())} AS day"
        for each in range(days)
    )


def _months(period: Period) -> str:
    """The period's months as a SELECT: first, after, days."""
    return " UNION ALL ".join(
        f"SELECT {literal(first)} AS first, {literal(after)} AS after,"
        f" {(after - first).days} AS days"
        for first, after in period.months()
    )
