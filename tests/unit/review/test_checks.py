"""Each check picks what its own examples say, and the sample cannot be foreseen."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.core.states import MoveNotAllowed
from naravard.review.catalogue import CHECKS
from naravard.review.catalogue.sample import ONE_IN, is_drawn
from naravard.review.definition import Check, DayOfLog, Example, Weight
from naravard.review.examples import ALI, KARIN, OLLE, SARA, opening
from naravard.review.rules import (
    MOVES,
    NotYourOwnReading,
    ReviewWordMissing,
    Status,
    check_may_decide,
    check_said,
    due_on,
    pick,
)

CASES = [
    pytest.param(check, example, id=f"{check.code}: {example.says}")
    for check in CHECKS
    for example in check.examples
]


@pytest.mark.parametrize(("check", "example"), CASES)
def test_the_check_picks_what_its_example_says(check: Check, example: Example):
    day = DayOfLog(openings=example.openings)

    assert {found.id for found in check.finds(day)} == example.picks


def test_the_sample_of_the_examples_is_not_empty():
    assert [number for number in range(1, 201) if is_drawn(number, b"example")]


@given(numbers=st.sets(st.integers(1, 2**62), max_size=200), cut=st.integers(0, 200))
def test_a_sample_is_the_same_however_the_log_is_cut(numbers: set[int], cut: int):
    rows = sorted(numbers)
    whole = [row for row in rows if is_drawn(row, b"secret")]

    parts = [
        row
        for part in (rows[:cut], rows[cut:])
        for row in part
        if is_drawn(row, b"secret")
    ]

    assert parts == whole


def test_about_one_in_a_hundred_is_drawn_and_another_secret_draws_others():
    first = {row for row in range(20_000) if is_drawn(row, b"first")}
    second = {row for row in range(20_000) if is_drawn(row, b"second")}

    assert 0.8 < len(first) * ONE_IN / 20_000 < 1.2
    assert len(first & second) < len(first) / 10


def test_one_visit_is_one_row_with_every_reason():
    day = DayOfLog(
        openings=(
            opening(1, ground="R-STATED", reason="Konsult.", is_relative=True),
            opening(2, ground="R-STATED", reason="Konsult igen.", is_relative=True),
            opening(3, about=OLLE, is_relative=True),
            opening(4, by=SARA),
        )
    )

    first, second = pick(day, [each for each in CHECKS if each.code != "sample"])

    assert (first.professional_id, first.person_id) == (ALI, KARIN)
    assert first.checks == ("relative", "no-relation")
    assert first.entries == (1, 2)
    assert first.weight is Weight.HIGH
    assert first.reason == "Konsult igen."
    assert second.person_id == OLLE


def test_an_emergency_comes_before_everything_else():
    day = DayOfLog(
        openings=(
            opening(1, is_own=True),
            opening(2, about=OLLE, ground="R-LIFTED", hours_later=3),
        )
    )

    first, *_ = pick(day)

    assert (first.person_id, first.weight) == (OLLE, Weight.ALWAYS)


def test_an_emergency_is_decided_within_a_week():
    assert due_on(Weight.ALWAYS, date(2026, 3, 2)) == date(2026, 3, 9)
    assert due_on(Weight.LOW, date(2026, 3, 2)) == date(2026, 4, 1)


def test_nobody_reviews_her_own_reading():
    with pytest.raises(NotYourOwnReading):
        check_may_decide(
            before=Status.PICKED, after=Status.IN_ORDER, reader=ALI, reviewer=ALI
        )


@pytest.mark.parametrize("status", [Status.IN_ORDER, Status.FOLLOWED_UP])
def test_what_is_closed_stays_closed(status: Status):
    assert MOVES[status] == frozenset()


def test_a_breach_is_not_turned_into_something_in_order():
    with pytest.raises(MoveNotAllowed):
        check_may_decide(
            before=Status.BREACH,
            after=Status.IN_ORDER,
            reader=ALI,
            reviewer=UUID(int=99),
        )


def test_an_empty_word_is_refused_where_one_is_needed():
    with pytest.raises(ReviewWordMissing):
        check_said("  ", needed=True)

    assert check_said(" Ja. ", needed=False) == "Ja."
