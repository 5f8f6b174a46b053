"""The only reader of the clock; a moment becomes a Swedish day here only."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as Swedish clocks show it."""
    return moment.astimezone(SWEDISH_TIME)


def day_of(moment: datetime) -> date:
    """The Swedish calendar day of a moment; never the UTC day."""
    return local(moment).date()


def moment_at(day: date, clock_time: time) -> datetime:
    """The moment a Swedish wall clock shows `clock_time` on `day`.

    In the hour that occurs twice in autumn, the first is meant.
    """
    return datetime.combine(day, clock_time, SWEDISH_TIME).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The last whole second of a Swedish day."""
    return moment_at(day, time(23, 59, 59))
