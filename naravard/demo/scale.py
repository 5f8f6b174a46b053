"""How much of the county to build: all of it, or so little that a test has time."""

from dataclasses import dataclass, replace
from datetime import date

from naravard.demo.course.parameters import DIES_IN_HOSPITAL, NEED_CEASES
from naravard.people.county import County, UnitKind

DAYS_OF_HISTORY = 365
# Coordinated discharges a year for each inhabitant: 5 000 among 281 158, our own
# estimate (13 to 14 per cent of all admissions).
DISCHARGES_PER_INHABITANT = 5_000 / 281_158
SMALL_SHARE = 1 / 500
SMALL_PAST_CASES = 30
FEWEST_INHABITANTS = 40  # in a municipality
OPEN_CARE_STAFF_PER_LISTED = 1 / 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What is to be built."""

    cases_a_day: float
    days: int = DAYS_OF_HISTORY
    full_staff: bool = True


def full(county: County) -> Scale:
    """The whole county and a whole year."""
    ended_before = DIES_IN_HOSPITAL + NEED_CEASES
    a_year = county.population * DISCHARGES_PER_INHABITANT / (1 - ended_before)
    return Scale(cases_a_day=a_year / DAYS_OF_HISTORY)


def small() -> Scale:
    """About thirty cases in a month and a half, and a handful of staff a unit."""
    days = 45
    return Scale(cases_a_day=SMALL_PAST_CASES / days, days=days, full_staff=False)


def shrunk(county: County) -> County:
    """The same county with a few hundred inhabitants."""
    municipalities = tuple(
        replace(
            row, population=max(FEWEST_INHABITANTS, round(row.population * SMALL_SHARE))
        )
        for row in county.municipalities
    )
    return replace(
        county,
        municipalities=municipalities,
        population=sum(row.population for row in municipalities),
    )


def listing_units(county: County, day: date) -> tuple[str, ...]:
    """The keys of the units where people are listed on the day."""
    return tuple(
        unit.key
        for unit in county.units_on(day)
        if unit.kind is UnitKind.OPEN_CARE and unit.listed_people
    )
