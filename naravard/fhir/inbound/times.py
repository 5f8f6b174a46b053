"""Reads FHIR's dates and moments, which may be less than whole (pure)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from naravard.core.clock import SWEDISH_TIME, moment_at

# Outside these a date is a slip of the pen, and arithmetic on it could fail.
YEARS = range(1850, 2201)

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LESS_THAN_A_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_FARTHEST_ZONE = timedelta(hours=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMoment:
    """A moment in UTC; `whole_day` when only its day was told."""

    at: datetime
    whole_day: bool


def is_less_than_a_date(text: str) -> bool:
    """Whether only a year, or a year and a month, is told."""
    return bool(_LESS_THAN_A_DATE.fullmatch(text))


def read_date(text: str) -> date | None:
    """The day, also of a moment; None when there is no such day."""
    match = _DATE.match(text)
    if match is None or (text != match[0] and _MOMENT.fullmatch(text) is None):
        return None
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def read_moment(text: str, *, day_means: time) -> ReadMoment | None:
    """The moment; a day alone is the moment of `day_means` in Sweden.

    A moment without zone is Swedish, as in the national service contracts.
    """
    day = read_date(text)
    if day is None:
        return None
    match = _MOMENT.fullmatch(text)
    if match is None:
        return ReadMoment(at=moment_at(day, day_means), whole_day=True)
    zone = _zone(match[5] or "")
    clock = _clock(match[2], match[3], match[4] or "0")
    if zone is None or clock is None:
        return None
    at = datetime.combine(day, clock, zone).astimezone(UTC)
    return ReadMoment(at=at, whole_day=False)


def _clock(hour: str, minute: str, second: str) -> time | None:
    try:
        return time(int(hour), int(minute), int(second))
    except ValueError:
        return None


def _zone(text: str) -> tzinfo | None:
    """The zone written; Sweden's where none is."""
    if not text:
        return SWEDISH_TIME
    if text == "Z":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[4:6]))
    if offset > _FARTHEST_ZONE:
        return None
    return timezone(-offset if text[0] == "-" else offset)
