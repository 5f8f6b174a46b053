"""Days and times as people say them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from naravard.web.words.days import (
    clock_time,
    coming_day,
    day_range,
    full_day,
    long_day,
    moment_words,
    relative_day,
    short_day,
    week_number,
)

TUESDAY = date(2026, 11, 24)
MORNING = datetime(2026, 11, 24, 8, 42, tzinfo=UTC)  # 9.42 in Sweden


def test_time_of_day_is_the_one_swedish_clocks_show() -> None:
    assert clock_time(MORNING) == "9.42"


def test_time_of_day_has_a_colon_in_english() -> None:
    with translation.override("en"):
        assert clock_time(MORNING) == "9:42"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "i går"),
        (date(2026, 11, 24), "i dag"),
        (date(2026, 11, 25), "i morgon"),
        (date(2026, 11, 26), "26 nov"),
        (date(2026, 11, 22), "22 nov"),
        (date(2027, 2, 24), "24 feb 2027"),
    ],
)
def test_only_three_days_are_relative(day: date, words: str) -> None:
    assert relative_day(day, TUESDAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 25), "i morgon"),
        (date(2026, 11, 26), "torsdag"),
        (date(2026, 11, 30), "måndag"),
        (date(2026, 12, 1), "1 dec"),
    ],
)
def test_the_next_few_days_are_said_by_weekday(day: date, words: str) -> None:
    assert coming_day(day, TUESDAY) == words


def test_day_is_the_swedish_day_when_it_is_already_tomorrow_here() -> None:
    half_past_midnight = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)

    assert moment_words(half_past_midnight, MORNING) == "i morgon 0.30"


def test_dates_follow_the_language() -> None:
    with translation.override("en"):
        assert relative_day(TUESDAY, TUESDAY) == "today"
        assert full_day(TUESDAY) == "Tuesday 24 November 2026"
        assert week_number(TUESDAY) == "week 48"


def test_dates_are_written_long_and_short() -> None:
    assert long_day(TUESDAY) == "24 november"
    assert short_day(TUESDAY) == "24 nov"
    assert week_number(TUESDAY) == "v. 48"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 25), date(2026, 11, 29), "25–29 nov"),
        (date(2026, 11, 26), date(2026, 12, 11), "26 nov–11 dec"),
        (date(2026, 11, 26), date(2026, 11, 26), "26 nov"),
    ],
)
def test_range_names_the_month_once(first: date, last: date, words: str) -> None:
    assert day_range(first, last) == words
