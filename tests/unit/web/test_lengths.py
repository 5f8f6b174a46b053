"""Durations, ages and numbers as people say them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from naravard.web.words.lengths import age_words, duration_words
from naravard.web.words.numbers import decimal_words, initials, personal_number

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=59), "under 1 min"),
        (timedelta(minutes=42), "42 min"),
        (timedelta(hours=1), "1 tim"),
        (timedelta(hours=1, minutes=48), "1 tim 48 min"),
        (timedelta(hours=23, minutes=59, seconds=59), "23 tim 59 min"),
        (timedelta(days=1), "1 dag"),
        (timedelta(days=2, hours=5), "2 dagar"),
    ],
)
def test_duration_is_said_in_whole_units(length: timedelta, words: str) -> None:
    assert duration_words(length) == words


@pytest.mark.parametrize(
    ("born_on", "words"),
    [
        (date(1943, 2, 14), "83 år"),
        (date(2017, 6, 3), "9 år"),
        (date(2025, 11, 24), "1 år"),
        (date(2025, 11, 25), "11 månader"),
        (date(2026, 10, 24), "1 månad"),
        (date(2026, 10, 25), "30 dagar"),
    ],
)
def test_age_is_said_in_years_then_months_then_days(born_on: date, words: str) -> None:
    assert age_words(born_on, TUESDAY) == words


def test_age_follows_the_language() -> None:
    with translation.override("en"):
        assert age_words(date(2025, 11, 24), TUESDAY) == "1 year"


def test_personal_number_gets_its_hyphen() -> None:
    assert personal_number("194302149804") == "19430214-9804"


def test_what_is_not_a_personal_number_is_left_alone() -> None:
    assert personal_number("Reserv 12-B") == "Reserv 12-B"


def test_decimals_have_a_comma_in_swedish_only() -> None:
    assert decimal_words(Decimal("2.65"), 1) == "2,7"
    with translation.override("en"):
        assert decimal_words(Decimal("2.65"), 1) == "2.7"


def test_initials_are_those_of_the_first_and_last_name() -> None:
    assert initials("Inga-Lill Maria Forsberg") == "IF"
    assert initials("Aino") == "A"
