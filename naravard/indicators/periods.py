"""A year, a quarter or a month, as half-open spans of Swedish days (pure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from naravard.indicators.errors import PeriodNotReadable

WRITTEN = re.compile(
    r"(?P<year>(?:19|20|21)\d\d)(?:-(?:Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?"
)
MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3
DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `first` up to but not including `after`."""

    text: str
    first: date
    after: date

    @property
    def last(self) -> date:
        """The measure day of what is counted on one day: the last one."""
        return self.after - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.after - self.first).days

    @property
    def is_year(self) -> bool:
        """Whether the period is a whole calendar year."""
        return (self.first, self.after) == (
            date(self.first.year, 1, 1),
            date(self.first.year + 1, 1, 1),
        )

    def months(self) -> Iterator[tuple[date, date]]:
        """The first day of each month, and of the month after it."""
        first = self.first
        while first < self.after:
            after = months_later(first, 1)
            yield first, after
            first = after

    def fortnight(self, days: int) -> date:
        """The last Monday that leaves room for that many days inside the period."""
        latest = self.after - timedelta(days=days)
        return latest - timedelta(days=latest.weekday())

    def years_earlier(self, years: int) -> "Period":
        """The same length of time, that many years before, as `first` and `after`."""
        return Period(
            text=self.text,
            first=months_later(self.first, -MONTHS_IN_YEAR * years),
            after=months_later(self.after, -MONTHS_IN_YEAR * years),
        )


def read_period(text: str) -> Period:
    """`2025`, `2025-Q1` or `2025-03`. Raises PeriodNotReadable."""
    match = WRITTEN.fullmatch(text.strip().upper())
    if match is None:
        raise PeriodNotReadable(
            f"”{text}” är ingen period.",
            remedy="Skriv ett år (2025), ett kvartal (2025-Q1) eller en månad "
            "(2025-03).",
        )
    first, length = _span(match)
    return Period(
        text=match[0],
        first=first,
        after=months_later(first, length),
    )


def months_later(day: date, months: int) -> date:
    """The same day of the month that many months later, or the month's last day."""
    number = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(number, MONTHS_IN_YEAR)
    after = date(year + (month == MONTHS_IN_YEAR - 1), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (after - timedelta(days=1)).day))


def month_of(day: date) -> Period:
    """The calendar month that holds the day."""
    return read_period(f"{day:%Y-%m}")


def months_before(after: date, number: int) -> tuple[Period, ...]:
    """So many whole months, the last the one that ends where `after` begins."""
    return tuple(month_of(months_later(after, -back)) for back in range(number, 0, -1))


def quarters_before(after: date, number: int) -> tuple[Period, ...]:
    """So many whole quarters, the last the latest that had ended by `after`."""
    begun = date(after.year, after.month - (after.month - 1) % MONTHS_IN_QUARTER, 1)
    firsts = (
        months_later(begun, -MONTHS_IN_QUARTER * back) for back in range(number, 0, -1)
    )
    return tuple(
        read_period(f"{first.year}-Q{first.month // MONTHS_IN_QUARTER + 1}")
        for first in firsts
    )


def year_before(after: date) -> Period:
    """The twelve months before the day, written `2025-11/2026-10`."""
    first = months_later(after, -MONTHS_IN_YEAR)
    last = months_later(after, -1)
    return Period(text=f"{first:%Y-%m}/{last:%Y-%m}", first=first, after=after)


def _span(match: re.Match[str]) -> tuple[date, int]:
    year = int(match["year"])
    if match["quarter"]:
        month = (int(match["quarter"]) - 1) * MONTHS_IN_QUARTER + 1
        return date(year, month, 1), MONTHS_IN_QUARTER
    if match["month"]:
        return date(year, int(match["month"]), 1), 1
    return date(year, 1, 1), MONTHS_IN_YEAR
