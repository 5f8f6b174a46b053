"""Puts a definition, a period and a division together into one SELECT (pure)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from naravard.indicators.blocks import BLOCKS, STANDS_ON
from naravard.indicators.definition import Indicator, Inhabitants, Measure, Parameter
from naravard.indicators.errors import BreakdownNotPossible
from naravard.indicators.fragments import age, in_force, literal
from naravard.indicators.periods import MONTHS_IN_YEAR, Period, months_later
from naravard.indicators.statistics.standardisation import OLDEST_GROUP

PARAMETER = re.compile(r"\$([a-z_0-9]+)")
UNKNOWN = "unknown"
DEFAULTS: dict[str, Parameter] = {"gap_days": 0, "somatic_only": 0}

# Youngest age of each band.
AGE_BANDS = {80: "80+", 65: "65-79", 18: "18-64", 0: "0-17"}
PLACES = ("municipality", "county", "unit")
STRATA = {
    "sex": "p.sex",
    "age": "",
    "income": "CAST(p.income_q AS VARCHAR)",
    "education": "p.education",
    "born": "p.born",
    "interpreter": "CASE WHEN p.interpreter THEN 'ja' ELSE 'nej' END",
    "lives_alone": "CASE WHEN p.lives_alone THEN 'ja' ELSE 'nej' END",
}
FEATURES = {"income": "income_q", "education": "education", "born": "born"} | {
    name: name for name in ("interpreter", "lives_alone")
}
MOST_STRATA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A SELECT in two parts: blocks that other queries may have too, and its own."""

    blocks: tuple[tuple[str, str], ...]
    own: str

    @property
    def sql(self) -> str:
        """The whole SELECT."""
        return self.standing_on([f"{name} AS ({sql})" for name, sql in self.blocks])

    def standing_on(self, parts: list[str]) -> str:
        """The SELECT with its blocks written as the parts say."""
        return f"WITH {', '.join([*parts, self.own])}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """By which places and which strata the answer is divided."""

    places: tuple[str, ...] = ()
    strata: tuple[str, ...] = ()

    @property
    def by_municipality(self) -> bool:
        """Whether rows must know their municipality."""
        return bool({"municipality", "county"} & set(self.places))


def read_division(names: list[str]) -> Division:
    """The words after `--by`. Raises BreakdownNotPossible."""
    unknown = [name for name in names if name not in {*PLACES, *STRATA}]
    if unknown:
        raise BreakdownNotPossible(
            f"Det går inte att dela upp på ”{unknown[0]}”.",
            remedy=f"Välj bland {', '.join((*PLACES, *STRATA))}.",
        )
    strata = tuple(name for name in STRATA if name in names)
    if len(strata) > MOST_STRATA:
        raise BreakdownNotPossible(
            f"Högst {MOST_STRATA} uppdelningar på personer samtidigt.",
            remedy="Gör flera körningar.",
        )
    return Division(places=tuple(p for p in PLACES if p in names), strata=strata)


def events_query(
    indicator: Indicator,
    period: Period,
    division: Division,
    params: dict[str, Parameter],
) -> Query:
    """One row per cell and different (num, den): how many units of analysis have it.

    Columns: muni, unit, each stratum, month, age group, num, den, count.
    """
    since = months_later(period.first, -MONTHS_IN_YEAR * (indicator.years - 1))
    window = f"u.day >= {literal(since)} AND u.day < {literal(period.after)}"
    placed = f"SELECT {_placed(indicator, division)} WHERE {window}"
    cell = "muni, unit, " + "".join(f"{name}, " for name in division.strata)
    cell += "month, age_group"
    return Query(
        blocks=_blocks(indicator, period, division, params),
        own=f"unit_row AS ({_filled(indicator.sql, indicator, period, params)}),"
        f" placed AS ({placed})"
        f" SELECT {cell}, {_counted(indicator, cell)}",
    )


def _counted(indicator: Indicator, cell: str) -> str:
    """Sums where sums are enough, else how many persons or rows have each pair."""
    if indicator.measure is Measure.MEDIAN:
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


def inhabitants_query(
    inhabitants: Inhabitants, day: date, division: Division, *, grouped: bool
) -> Query:
    """Persons in the lake who lived there on the day, by the same columns.

    They are counted once for every indicator, by year of age.
    """
    age_on = age("p.birth", literal(day))
    features = [name for name in division.strata if name != "age"]
    columns = [
        "h.muni AS muni" if division.by_municipality else "'' AS muni",
        *(f"{_stratum(name, age_on)} AS {name}" for name in features),
        f"{age_on} AS age_then",
    ]
    names = ", ".join(("muni", *features, "age_then"))
    counted = (
        f"SELECT {names}, COUNT(*) AS n FROM (SELECT {', '.join(columns)}"
        f" FROM person AS p JOIN housing AS h ON h.pid = p.pid"
        f" WHERE {in_force('h', literal(day))} AND p.birth <= {literal(day)}"
        f" AND (p.dead IS NULL OR p.dead > {literal(day)})) AS alive"
        f" GROUP BY {names}"
    )
    return Query(
        blocks=(("housing", BLOCKS["housing"]), ("inhabitant", counted)),
        own=_summed("age_then", "inhabitant", inhabitants, division, grouped=grouped),
    )


def population_query(
    inhabitants: Inhabitants, year: int, division: Division, *, grouped: bool
) -> Query:
    """The same from the lake's own population table."""
    muni = "p.muni" if division.by_municipality else "''"
    features = [name for name in division.strata if name != "age"]
    columns = [
        f"{muni} AS muni",
        *(f"{_stratum(name, 'p.age')} AS {name}" for name in features),
        "p.age AS age_then",
        "p.n AS n",
    ]
    counted = f"SELECT {', '.join(columns)} FROM population AS p WHERE p.year = {year}"
    return Query(
        blocks=(("inhabitant", counted),),
        own=_summed("age_then", "inhabitant", inhabitants, division, grouped=grouped),
    )


def _summed(
    years: str,
    source: str,
    inhabitants: Inhabitants,
    division: Division,
    *,
    grouped: bool,
) -> str:
    columns = [
        "muni AS muni",
        "'' AS unit",
        *(
            f"{_stratum(name, years) if name == 'age' else name} AS {name}"
            for name in division.strata
        ),
        "0 AS month",
        f"{_age_group(years)} AS age_group" if grouped else "0 AS age_group",
    ]
    cell = ", ".join(column.rsplit(" AS ", 1)[1] for column in columns)
    return (
        f"aged AS (SELECT {', '.join(columns)}, n FROM {source}"
        f" WHERE {_aged(years, inhabitants)})"
        f" SELECT {cell}, 0 AS num, SUM(n) AS den, 0 AS count"
        f" FROM aged GROUP BY {cell}"
    )


def _placed(indicator: Indicator, division: Division) -> str:
    age_on = "u.age" if "age" in indicator.gives else age("p.birth", "u.day")
    monthly = indicator.measure is Measure.MEAN_OF_MONTHS
    group = _age_group(age_on) if indicator.standard else "0"
    columns = [
        "u.pid AS pid",
        f"{_municipality(indicator, division)} AS muni",
        f"{_unit(indicator, division)} AS unit",
        *(f"{_stratum(name, age_on)} AS {name}" for name in division.strata),
        "YEAR(u.day) * 100 + MONTH(u.day) AS month" if monthly else "0 AS month",
        f"{group} AS age_group",
        "u.num AS num",
        "u.den AS den",
    ]
    joins = "FROM unit_row AS u"
    if division.strata or indicator.standard:
        joins += " LEFT JOIN person AS p ON p.pid = u.pid"
    if _needs_housing(indicator, division):
        joins += (
            f" LEFT JOIN housing AS h ON h.pid = u.pid AND {in_force('h', 'u.day')}"
        )
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
    if "unit" not in indicator.gives:
        raise BreakdownNotPossible(
            f"{indicator.id} kan inte räknas per enhet.",
            remedy="Välj kommun, eller en indikator som räknas per enhet.",
        )
    return f"COALESCE(u.unit, '{UNKNOWN}')"


def _stratum(name: str, age_on: str) -> str:
    if name != "age":
        return f"COALESCE({STRATA[name]}, '{UNKNOWN}')"
    bands = " ".join(
        f"WHEN {age_on} >= {youngest} THEN '{band}'"
        for youngest, band in AGE_BANDS.items()
    )
    return f"CASE {bands} ELSE '{UNKNOWN}' END"


def _age_group(age_on: str) -> str:
    group = f"LEAST(CAST(FLOOR({age_on} / 5.0) AS INTEGER) * 5, {OLDEST_GROUP})"
    return f"COALESCE({group}, -1)"


def _aged(age_on: str, inhabitants: Inhabitants) -> str:
    oldest = inhabitants.max_age
    upper = "" if oldest is None else f" AND {age_on} <= {oldest}"
    return f"{age_on} >= {inhabitants.min_age}{upper}"


def _blocks(
    indicator: Indicator,
    period: Period,
    division: Division,
    params: dict[str, Parameter],
) -> tuple[tuple[str, str], ...]:
    wanted = list(indicator.blocks)
    if _needs_housing(indicator, division):
        wanted.append("housing")
    named = dict.fromkeys(
        name for block in wanted for name in (*STANDS_ON.get(block, ()), block)
    )
    return tuple(
        (name, _filled(BLOCKS[name], indicator, period, params))
        for name in BLOCKS
        if name in named
    )


def _filled(
    sql: str, indicator: Indicator, period: Period, params: dict[str, Parameter]
) -> str:
    """The SQL with every `$name` written out. Raises KeyError for an unknown one."""
    values = DEFAULTS | _days(period) | indicator.params | params
    if values.get("window_from", "") is None:
        values["window_from"] = period.fortnight(int(str(values["window_days"])))
    filled = PARAMETER.sub(lambda match: literal(values[match[1]]), sql)
    return filled.replace("{months}", _months(period)).replace(
        "{window_days}", _window_days(values)
    )


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
