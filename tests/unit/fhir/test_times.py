"""FHIR's dates and moments."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.fhir.inbound.times import read_date, read_moment


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2026-03-02T09:30:00+01:00", 8, 30),
        ("2026-03-02T08:30:00Z", 8, 30),
        ("2026-03-02T08:30:00.123456789Z", 8, 30),
        ("2026-03-02T09:30:00", 8, 30),  # without zone it is Swedish time
        ("2026-03-02T04:30:00-04:00", 8, 30),
        ("2026-03-02", 11, 0),  # noon in Sweden, as asked for
    ],
)
def test_a_moment_is_kept_in_utc(text, hour, minute):
    moment = read_moment(text, day_means=time(12, 0))

    assert moment.at == datetime(2026, 3, 2, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-03",
        "2026-02-30",
        "2026-03-02T24:00:00Z",
        "2026-03-02T09:61:00Z",
        "2026-03-02T09:00:00+15:00",
        "2026-03-02 09:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "i morgon",
    ],
)
def test_less_than_a_whole_moment_is_none(text):
    assert read_moment(text, day_means=time(0, 0)) is None


def test_a_moment_is_also_a_day():
    assert read_date("1943-02-14T09:00:00+01:00") == date(1943, 2, 14)


@given(st.text())
def test_no_text_can_stop_the_reading(text):
    read_moment(text, day_means=time(0, 0))
    read_date(text)


@given(st.from_regex(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[Z+]"))
def test_nothing_like_a_moment_can_stop_the_reading(text):
    read_moment(text, day_means=time(0, 0))
