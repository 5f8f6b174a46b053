"""What must be kept is kept for its years, by the law of the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.operation.retention import (
    RULES,
    Kept,
    kept_until,
    last_entry_before,
    rule_on,
)

DAYS = st.dates(min_value=date(2017, 3, 1), max_value=date(2080, 12, 31))
KEPT = st.sampled_from(Kept)


@pytest.mark.parametrize(
    ("kept", "last_entry", "until"),
    [
        (Kept.HEALTH_RECORD, date(2026, 3, 2), date(2036, 3, 2)),
        (Kept.SOCIAL_RECORD, date(2026, 3, 2), date(2031, 3, 2)),
        (Kept.ACCESS_LOG, date(2026, 3, 2), date(2031, 3, 2)),
        (Kept.HEALTH_RECORD, date(2028, 2, 29), date(2038, 3, 1)),  # a leap day
        (Kept.SOCIAL_RECORD, date(2024, 2, 29), date(2029, 3, 1)),
    ],
)
def test_the_last_day_is_counted_from_the_last_entry(kept, last_entry, until):
    assert kept_until(last_entry, rule_on(kept, last_entry)) == until


def test_the_new_social_services_act_takes_over_on_its_day():
    before = rule_on(Kept.SOCIAL_RECORD, date(2025, 6, 30))
    after = rule_on(Kept.SOCIAL_RECORD, date(2025, 7, 1))

    assert "2001:453" in before.source
    assert "2025:400" in after.source


def test_a_health_record_may_stay_and_a_social_record_must_go():
    day = date(2026, 3, 2)

    assert not rule_on(Kept.HEALTH_RECORD, day).must_go
    assert rule_on(Kept.SOCIAL_RECORD, day).must_go


def test_before_any_rule_nothing_is_guessed():
    with pytest.raises(LookupError):
        rule_on(Kept.ACCESS_LOG, date(1999, 1, 1))


def test_every_rule_names_its_source():
    assert all(rule.source for rule in RULES)


@given(kept=KEPT, today=DAYS)
def test_nothing_goes_before_its_last_day(kept, today):
    rule = rule_on(kept, today)

    newest_that_may_go = last_entry_before(today, rule) - timedelta(days=1)

    assert kept_until(newest_that_may_go, rule) < today


@given(kept=KEPT, today=DAYS)
def test_nothing_is_kept_out_of_sight_for_long_after_its_last_day(kept, today):
    rule = rule_on(kept, today)

    oldest_that_must_stay = last_entry_before(today, rule)

    assert kept_until(oldest_that_must_stay, rule) >= today
