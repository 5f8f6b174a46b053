"""Moments, Swedish days, and the days on which nothing need be done."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = timedelta(days=1)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def day(at: datetime) -> date:
    return at.astimezone(STOCKHOLM).date()


def written(at: datetime | None) -> str | None:
    return at.astimezone(STOCKHOLM).isoformat() if at else None


def easter_day(year: int) -> date:
    """Gauss's and Butcher's reckoning of the Gregorian Easter."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    p = h + m - 7 * n + 114
    return date(year, p // 31, p % 31 + 1)


def first_from(start: date, weekday: int) -> date:
    return start + ((weekday - start.weekday()) % 7) * DAY


def free_from_work(on: date) -> bool:
    """Lag 1930:173 2 §: Saturday, Sunday, public holiday or one of three eves."""
    easter, year = easter_day(on.year), on.year
    midsummer = first_from(date(year, 6, 20), 5)
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    moving = {easter - 2 * DAY, easter + DAY, easter + 39 * DAY}
    moving |= {midsummer, midsummer - DAY, first_from(date(year, 10, 31), 5)}
    return on.weekday() >= 5 or (on.month, on.day) in fixed or on in moving


def days_from(first: date, end: date) -> list[date]:
    return [first + n * DAY for n in range((end - first).days)]
