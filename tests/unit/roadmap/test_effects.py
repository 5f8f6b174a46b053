"""What an initiative has done, place by place, with how sure we are."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.indicators.periods import months_later
from naravard.roadmap.document import Step
from naravard.roadmap.effects import EffectAnswer, stepped_effect

FIRST = date(2024, 1, 1)
START = date(2025, 1, 1)
STEPS = [Step(municipality="9901", started_on=START)]


def series(level, *, after=0.0, months=24, seed=1):
    draw = np.random.default_rng(seed)
    return [
        (
            months_later(FIRST, n),
            level + after * (months_later(FIRST, n) >= START) + draw.normal(0, 0.5),
        )
        for n in range(months)
    ]


def places(**changed):
    found = {f"99{n:02}": series(10 + n, seed=n) for n in range(1, 7)}
    return found | changed


def test_a_drop_where_it_began_is_seen():
    found = stepped_effect(STEPS, places(**{"9901": series(11, after=-3)}), -2.0)

    assert found.answer is EffectAnswer.SEEN
    assert found.low < -3 < found.high
    assert (found.places, found.months) == (1, 12)


def test_the_other_direction_is_said_too():
    found = stepped_effect(STEPS, places(**{"9901": series(11, after=3)}), -2.0)

    assert found.answer is EffectAnswer.OPPOSITE


def test_what_happened_everywhere_is_no_effect():
    everywhere = {f"99{n:02}": series(10, after=-3, seed=n) for n in range(1, 7)}

    found = stepped_effect(STEPS, everywhere, -2.0)

    assert found.answer is EffectAnswer.NOT_SEEN


def test_three_months_after_the_start_is_too_early():
    early = {place: rows[:15] for place, rows in places().items()}

    found = stepped_effect(STEPS, early, -2.0)

    assert found.answer is EffectAnswer.TOO_EARLY
    assert found.change is None


def test_with_nothing_to_compare_with_it_is_too_early():
    alone = {"9901": series(11, after=-3), "9902": series(10)}

    assert stepped_effect(STEPS, alone, -2.0).answer is EffectAnswer.TOO_EARLY


def test_places_that_began_within_a_year_are_not_compared_with():
    steps = [
        *STEPS,
        *(Step(municipality=f"99{n:02}", started_on=date(2025, 6, 1)) for n in (2, 3)),
        *(Step(municipality=f"99{n:02}", started_on=date(2025, 7, 1)) for n in (4, 5)),
    ]

    assert stepped_effect(steps, places(), -2.0).answer is EffectAnswer.TOO_EARLY


def test_chance_is_seldom_called_an_effect():
    answers = [
        stepped_effect(
            STEPS,
            {f"99{n:02}": series(10, seed=100 * run + n) for n in range(1, 8)},
            -2.0,
        ).answer
        for run in range(300)
    ]

    called = sum(answer is not EffectAnswer.NOT_SEEN for answer in answers)
    assert called / len(answers) < 0.1


@given(shift=st.floats(-50, 50))
def test_the_level_of_a_place_is_of_no_account(shift):
    moved = {
        place: [(day, value + shift) for day, value in rows]
        for place, rows in places().items()
    }

    found = stepped_effect(STEPS, moved, -2.0)

    assert found.change == pytest.approx(
        stepped_effect(STEPS, places(), -2.0).change, abs=1e-6
    )
