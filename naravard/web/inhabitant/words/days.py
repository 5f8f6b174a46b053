"""Days as said to somebody who has all of them to keep track of: with the weekday."""

from datetime import date, datetime

from naravard.core.clock import day_of
from naravard.web.words.days import clock_time, long_day, relative_day, weekday

BESIDE_TODAY = 1  # days that have names of their own: yesterday, today, tomorrow


def plain_day(day: date, today: date) -> str:
    """`i dag`, `i morgon`, `onsdag 25 november`; with the year when it is another."""
    if abs((day - today).days) <= BESIDE_TODAY:
        return relative_day(day, today)
    return f"{weekday(day)} {long_day(day, today=today)}"


def plain_moment(moment: datetime, now: datetime, *, timed: bool = True) -> str:
    """`i dag 14.00`, `onsdag 25 november 14.00`, without the time unless it is told."""
    day = plain_day(day_of(moment), day_of(now))
    return f"{day} {clock_time(moment)}" if timed else day
