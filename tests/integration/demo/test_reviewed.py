"""Whoever reviews logs in the invented county finds what only links can show."""

from datetime import UTC, datetime, timedelta

import pytest

from naravard.core.clock import day_of
from naravard.review.models import Pick
from naravard.review.services import look_through
from tests.personas import small_county

NOW = datetime(2026, 6, 16, 13, 5, tzinfo=UTC)  # a Tuesday
DAYS = [day_of(NOW - timedelta(days=back)) for back in range(4)]


@pytest.mark.django_db
def test_a_relative_ones_own_record_and_somebody_known_are_found() -> None:
    # Among so few people, this seed has two of different names at one address.
    with small_county(NOW, seed=2):
        [look_through(day=day, now=NOW, secret=b"the samples") for day in DAYS]

        found = {code for pick in Pick.objects.all() for code in pick.checks}

    assert {"relative", "same-address", "own-record", "publicly-known"} <= found
