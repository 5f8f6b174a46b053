"""Time left until a deadline, in words first, then the time of day, then a share.

Over three hours left is calm, under three hours is a warning, passed is a danger.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext

from naravard.core.clock import day_of, end_of
from naravard.web.tones import Tone
from naravard.web.words.days import (
    clock_time,
    coming_day,
    moment_words,
    relative_day,
    sentence_start,
)
from naravard.web.words.lengths import days_words, duration_words

WARN_WITHIN = timedelta(hours=3)
FULL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWords:
    """A deadline as shown: a headline, a detail and how much of the time is used."""

    tone: Tone
    headline: str
    detail: str
    percent_used: int | None


def deadline_words(
    due_at: datetime, now: datetime, *, started_at: datetime | None = None
) -> DeadlineWords:
    """A deadline that falls at a moment. Without `started_at` no share is shown."""
    if now > due_at:
        return _passed(due_at, now)
    if day_of(due_at) != day_of(now) and due_at - now >= WARN_WITHIN:
        return _another_day(due_at, now)
    return DeadlineWords(
        tone=tone_at(due_at, now),
        headline=duration_words(due_at - now),
        detail=gettext("senast %(when)s") % {"when": moment_words(due_at, now)},
        percent_used=_percent_used(started_at, due_at, now),
    )


def day_deadline_words(due_on: date, now: datetime) -> DeadlineWords:
    """A deadline that falls on a day, where no time of day is counted."""
    today = day_of(now)
    if today > due_on:
        late = days_words((today - due_on).days)
        return DeadlineWords(
            tone=Tone.DANGER,
            headline=gettext("%(time)s försenat") % {"time": late},
            detail=gettext("gränsen var %(when)s")
            % {"when": relative_day(due_on, today)},
            percent_used=FULL,
        )
    return DeadlineWords(
        tone=tone_at(end_of(due_on), now),
        headline=sentence_start(coming_day(due_on, today)),
        detail="",
        percent_used=None,
    )


def tone_at(due_at: datetime, now: datetime) -> Tone:
    """Danger when passed, warning under three hours, otherwise plain."""
    if now > due_at:
        return Tone.DANGER
    return Tone.WARNING if due_at - now < WARN_WITHIN else Tone.PLAIN


def _passed(due_at: datetime, now: datetime) -> DeadlineWords:
    same_day = day_of(due_at) == day_of(now)
    when = clock_time(due_at) if same_day else moment_words(due_at, now)
    return DeadlineWords(
        tone=Tone.DANGER,
        headline=gettext("%(time)s försenat") % {"time": duration_words(now - due_at)},
        detail=gettext("gränsen var %(when)s") % {"when": when},
        percent_used=FULL,
    )


def _another_day(due_at: datetime, now: datetime) -> DeadlineWords:
    day = coming_day(day_of(due_at), day_of(now))
    return DeadlineWords(
        tone=Tone.PLAIN,
        headline=sentence_start(f"{day} {clock_time(due_at)}"),
        detail="",
        percent_used=None,
    )


def _percent_used(
    started_at: datetime | None, due_at: datetime, now: datetime
) -> int | None:
    if started_at is None or started_at >= due_at:
        return None
    share = (now - started_at) / (due_at - started_at)
    return round(FULL * min(max(share, 0.0), 1.0))
