"""How many live where: what stands below the line of a rate (pure)."""

from datetime import date

from naravard.indicators.blocks import BLOCKS, STANDS_ON
from naravard.indicators.definition import Inhabitants
from naravard.indicators.engine.dividing import Division, age_group_of, stratum
from naravard.indicators.engine.query import Query
from naravard.indicators.fragments import age_of_number, as_old, in_force, literal

ELDERLY = 65


def inhabitants_query(
    inhabitants: Inhabitants, day: date, division: Division, *, grouped: bool
) -> Query:
    """Persons in the lake who lived there on the day, by the same columns.

    They are counted once for every indicator, by year of age; once more for those that
    only ask for the elderly, who are a few and stand together.
    """
    age_on = age_of_number("p.birth_number", literal(day))
    features = [name for name in division.strata if name != "age"]
    youngest = ELDERLY if inhabitants.min_age >= ELDERLY else 0
    columns = [
        "p.muni AS muni" if division.by_municipality else "'' AS muni",
        *(f"{stratum(name, age_on)} AS {name}" for name in features),
        f"{age_on} AS age_then",
    ]
    names = ", ".join(("muni", *features, "age_then"))
    counted = (
        f"SELECT {names}, COUNT(*) AS n FROM (SELECT {', '.join(columns)}"
        f" FROM home AS p"
        f" WHERE {in_force('p', literal(day))}"
        f" AND {as_old('p.birth_number', literal(day), str(youngest))}"
        f" AND (p.dead IS NULL OR p.dead > {literal(day)})) AS alive"
        f" GROUP BY {names}"
    )
    return Query(
        blocks=(
            *((name, BLOCKS[name]) for name in (*STANDS_ON["home"], "home")),
            ("inhabitant", counted),
        ),
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
        *(f"{stratum(name, 'p.age')} AS {name}" for name in features),
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
            f"{stratum(name, years) if name == 'age' else name} AS {name}"
            for name in division.strata
        ),
        "0 AS month",
        f"{age_group_of(years)} AS age_group" if grouped else "0 AS age_group",
    ]
    cell = ", ".join(column.rsplit(" AS ", 1)[1] for column in columns)
    return (
        f"aged AS (SELECT {', '.join(columns)}, n FROM {source}"
        f" WHERE {_aged(years, inhabitants)})"
        f" SELECT {cell}, 0 AS num, SUM(n) AS den, 0 AS count"
        f" FROM aged GROUP BY {cell}"
    )


def _aged(age_on: str, inhabitants: Inhabitants) -> str:
    oldest = inhabitants.max_age
    upper = "" if oldest is None else f" AND {age_on} <= {oldest}"
    return f"{age_on} >= {inhabitants.min_age}{upper}"
