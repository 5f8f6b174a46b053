"""By which places and strata an answer is divided, and their SQL (pure)."""

from dataclasses import dataclass

from naravard.indicators.errors import BreakdownNotPossible
from naravard.indicators.statistics.standardisation import OLDEST_GROUP

UNKNOWN = "unknown"

# Youngest age of each band.
AGE_BANDS = {80: "80+", 65: "65-79", 18: "18-64", 0: "0-17"}


def yes_or_no(flag: str) -> str:
    """The SQL of a flag as a word; one that is not known has none."""
    return f"CASE WHEN {flag} THEN 'ja' WHEN NOT {flag} THEN 'nej' END"


PLACES = ("municipality", "county", "unit")
STRATA = {
    "sex": "p.sex",
    "age": "",
    "income": "CAST(p.income_q AS VARCHAR)",
    "education": "p.education",
    "born": "p.born",
    "interpreter": yes_or_no("p.interpreter"),
    "lives_alone": yes_or_no("p.lives_alone"),
}
MOST_STRATA = 3


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


def stratum(name: str, age_on: str) -> str:
    """The SQL of a stratum; of age, by the years lived."""
    if name != "age":
        return f"COALESCE({STRATA[name]}, '{UNKNOWN}')"
    bands = " ".join(
        f"WHEN {age_on} >= {youngest} THEN '{band}'"
        for youngest, band in AGE_BANDS.items()
    )
    return f"CASE {bands} ELSE '{UNKNOWN}' END"


def age_group_of(age_on: str) -> str:
    """The SQL of the five-year group that somebody of the age is in."""
    group = f"LEAST(CAST(FLOOR({age_on} / 5.0) AS INTEGER) * 5, {OLDEST_GROUP})"
    return f"COALESCE({group}, -1)"
