"""A deadline says how long is left, and warns in time."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from naravard.core.clock import moment_at
from naravard.web.tones import Tone
from naravard.web.words.deadlines import (
    DeadlineWords,
    day_deadline_words,
    deadline_words,
)

TUESDAY = date(2026, 11, 24)
NOW = moment_at(TUESDAY, time(9, 42))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return moment_at(date(2026, 11, day), time(hour, minute))


@pytest.mark.parametrize(
    ("due_at", "tone", "headline", "detail"),
    [
        (at(24, 15), Tone.PLAIN, "5 tim 18 min", "senast i dag 15.00"),
        (at(24, 11, 30), Tone.WARNING, "1 tim 48 min", "senast i dag 11.30"),
        (at(24, 12, 42), Tone.PLAIN, "3 tim", "senast i dag 12.42"),
        (at(24, 12, 41), Tone.WARNING, "2 tim 59 min", "senast i dag 12.41"),
        (at(24, 9, 42), Tone.WARNING, "under 1 min", "senast i dag 9.42"),
        (at(24, 9), Tone.DANGER, "42 min försenat", "gränsen var 9.00"),
        (at(23, 9), Tone.DANGER, "1 dag försenat", "gränsen var i går 9.00"),
        (at(20, 9), Tone.DANGER, "4 dagar försenat", "gränsen var 20 nov 9.00"),
        (at(25, 10, 20), Tone.PLAIN, "I morgon 10.20", ""),
        (at(26, 9), Tone.PLAIN, "Torsdag 9.00", ""),
    ],
)
def test_deadline_in_words(
    due_at: datetime, tone: Tone, headline: str, detail: str
) -> None:
    words = deadline_words(due_at, NOW)

    assert (words.tone, words.headline, words.detail) == (tone, headline, detail)


def test_deadline_just_after_midnight_still_warns_in_the_evening() -> None:
    evening = at(24, 23)

    words = deadline_words(at(25, 0, 30), evening)

    assert words == DeadlineWords(
        tone=Tone.WARNING,
        headline="1 tim 30 min",
        detail="senast i morgon 0.30",
        percent_used=None,
    )


def test_deadline_without_time_of_day_names_the_day() -> None:
    assert day_deadline_words(TUESDAY, NOW).headline == "I dag"
    assert day_deadline_words(date(2026, 11, 26), NOW).headline == "Torsdag"


def test_day_that_has_passed_is_late() -> None:
    words = day_deadline_words(date(2026, 11, 22), NOW)

    assert words.tone is Tone.DANGER
    assert words.headline == "2 dagar försenat"
    assert words.detail == "gränsen var 22 nov"


def test_deadline_follows_the_language() -> None:
    with translation.override("en"):
        words = deadline_words(at(24, 9), NOW)

    assert words.headline == "42 min late"
    assert words.detail == "the limit was 9:00"


minutes = st.integers(min_value=-10_000, max_value=10_000)


@given(minutes, minutes)
def test_share_of_time_used_stays_between_none_and_all(start: int, due: int) -> None:
    words = deadline_words(
        NOW + timedelta(minutes=due), NOW, started_at=NOW + timedelta(minutes=start)
    )

    assert words.percent_used is None or 0 <= words.percent_used <= 100


@given(minutes)
def test_only_a_deadline_that_has_passed_is_a_danger(due: int) -> None:
    words = deadline_words(NOW + timedelta(minutes=due), NOW)

    assert (words.tone is Tone.DANGER) == (due < 0)
