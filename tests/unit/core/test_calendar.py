"""Working days by lag (1930:173)."""

from datetime import date

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.core.calendar import (
    holiday_name,
    holidays_of,
    is_working_day,
    next_working_day,
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2022, 1, 1), "Nyårsdagen"),
        (date(2022, 1, 6), "Trettondedag jul"),
        (date(2022, 4, 15), "Långfredagen"),
        (date(2022, 4, 17), "Påskdagen"),
        (date(2022, 4, 18), "Annandag påsk"),
        (date(2022, 5, 1), "Första maj"),
        (date(2022, 5, 26), "Kristi himmelsfärdsdag"),
        (date(2022, 6, 5), "Pingstdagen"),
        (date(2022, 6, 6), "Nationaldagen"),
        (date(2022, 6, 24), "Midsommarafton"),
        (date(2022, 6, 25), "Midsommardagen"),
        (date(2022, 11, 5), "Alla helgons dag"),
        (date(2022, 12, 24), "Julafton"),
        (date(2022, 12, 25), "Juldagen"),
        (date(2022, 12, 26), "Annandag jul"),
        (date(2022, 12, 31), "Nyårsafton"),
    ],
)
def test_every_holiday_and_eve_has_its_name(day, name):
    assert holiday_name(day) == name
    assert not is_working_day(day)


@given(st.integers(2005, 2100))
def test_the_days_of_a_year_are_those_that_others_reckon(year):
    listed = holidays.country_holidays(
        "SE", years=year, include_sundays=False, language="sv"
    )
    eves = {"Midsommarafton", "Julafton", "Nyårsafton"}

    ours = holidays_of(year)

    # Two holidays on one day share its name, so the days are what is compared.
    assert {day for day, name in ours.items() if name not in eves} == set(listed)
    assert {name for name in ours.values() if name in eves} == eves


def test_sunday_is_no_holiday_by_name_but_no_working_day_either():
    sunday = date(2022, 3, 6)

    assert holiday_name(sunday) is None
    assert not is_working_day(sunday)


def test_maundy_thursday_is_a_working_day():
    assert is_working_day(date(2022, 4, 14))


@pytest.mark.parametrize(
    ("day", "slides_to"),
    [
        (date(2022, 3, 10), date(2022, 3, 10)),  # a Thursday stays
        (date(2022, 3, 12), date(2022, 3, 14)),  # Saturday to Monday
        (date(2022, 4, 15), date(2022, 4, 19)),  # Good Friday past all of Easter
        (date(2022, 6, 24), date(2022, 6, 27)),  # Midsummer Eve to Monday
        (date(2022, 12, 24), date(2022, 12, 27)),  # Christmas
        (date(2022, 12, 31), date(2023, 1, 2)),  # New Year's Eve, Saturday
        (date(2021, 12, 31), date(2022, 1, 3)),  # New Year's Eve, Friday
        (date(2023, 1, 6), date(2023, 1, 9)),  # Epiphany, Friday
    ],
)
def test_last_day_slides_to_the_next_weekday(day, slides_to):
    assert next_working_day(day) == slides_to
