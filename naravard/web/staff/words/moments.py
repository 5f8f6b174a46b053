"""Moments that stand for a day, and how such a day or a moment is written."""

from datetime import date, datetime

from naravard.core.clock import day_of, end_of
from naravard.web.words.days import coming_day, moment_words


def day_only(due_at: datetime | None) -> date | None:
    """The day, when something is due on a day and no time of day is counted."""
    if due_at is None or due_at != end_of(day_of(due_at)):
        return None
    return day_of(due_at)


def due_words(due_at: datetime, now: datetime) -> str:
    """`torsdag` for what is due on a day, `i dag 14.00` for what is due at a moment."""
    day = day_only(due_at)
    return coming_day(day, day_of(now)) if day else moment_words(due_at, now)
