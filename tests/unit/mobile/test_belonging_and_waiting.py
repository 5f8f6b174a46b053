"""So many criteria or a reason; and how it goes with the longest wait."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.mobile.rules.enrolling import (
    Criteria,
    EnrolmentNeedsAReason,
    check_enrolment,
    judge,
)
from naravard.mobile.rules.waiting import Due, Wait, waits
from tests.house import at

FOUR = ("Kontinuitet", "Tillgänglighet", "Vårdnivå", "Flera yrken")
DUE = at("2026-03-02 12:00")
SOON, LATE = DUE - timedelta(hours=1), DUE + timedelta(hours=1)


def due(planned: datetime | None = None, begun: datetime | None = None) -> Due:
    return Due(by=DUE, planned_at=planned, begun_at=begun)


@given(met=st.sets(st.sampled_from((*FOUR, "Något annat"))), needed=st.integers(0, 4))
def test_enough_is_as_many_as_the_team_asks_for_of_its_own(met, needed):
    judged = judge(Criteria(texts=FOUR, needed=needed), met)

    assert set(judged.met) == met & set(FOUR)
    assert set(judged.met) | set(judged.unmet) == set(FOUR)
    assert judged.is_enough is (len(judged.met) >= needed)


def test_too_few_need_a_reason_that_says_something():
    criteria = Criteria(texts=FOUR, needed=4)
    judged = judge(criteria, FOUR[:3])

    with pytest.raises(EnrolmentNeedsAReason):
        check_enrolment(criteria, judged, "  ")
    check_enrolment(criteria, judged, "Väntar på plats i kommunen.")


@pytest.mark.parametrize(
    ("found", "now", "expected"),
    [
        (Due(by=None, planned_at=LATE, begun_at=None), LATE, Wait.NONE),
        (due(planned=SOON), SOON - timedelta(hours=1), Wait.HOLDS),
        (due(planned=LATE), SOON, Wait.AT_RISK),
        (due(), SOON, Wait.AT_RISK),
        (due(planned=SOON), LATE, Wait.BROKEN),
        (due(begun=SOON), LATE, Wait.HOLDS),
        (due(begun=LATE), LATE, Wait.BROKEN),
    ],
    ids=["nothing", "in time", "late plan", "no plan", "nobody came", "came", "late"],
)
def test_the_longest_wait_is_told_as_it_is(found, now, expected):
    assert waits(found, now) is expected
