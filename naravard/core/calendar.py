"""Swedish working days: when the last day for an act slides (lag 1930:173)."""

from datetime import date, timedelta
from functools import cache

import holidays

SATURDAY = 5  # datetime.date.weekday()
CHRISTMAS_EVE = (12, 24)
NEW_YEARS_EVE = (12, 31)
MIDSUMMER_DAY = "Midsommardagen"


@cache
def holidays_of(year: int) -> dict[date, str]:
    """Public holidays of a year and the three eves that count as such, by day.

    Source: lag (1989:253) om allmänna helgdagar; the eves, lag (1930:173) 2 §.
    Ordinary Sundays are not listed; `is_working_day` knows them.
    """
    public = holidays.country_holidays(
        "SE", years=year, include_sundays=False, language="sv"
    )
    named = {day: str(name) for day, name in public.items()}
    midsummer = next(day for day, name in named.items() if name == MIDSUMMER_DAY)
    named[midsummer - timedelta(days=1)] = "Midsommarafton"
    named[date(year, *CHRISTMAS_EVE)] = "Julafton"
    named[date(year, *NEW_YEARS_EVE)] = "Nyårsafton"
    return named


def holiday_name(day: date) -> str | None:
    """The name of a public holiday or one of the three eves; None on other days."""
    return holidays_of(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether an act may fall due on the day (lag 1930:173 2 §)."""
    return day.weekday() < SATURDAY and day not in holidays_of(day.year)


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
