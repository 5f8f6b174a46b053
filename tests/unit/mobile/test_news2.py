"""NEWS2 by the published vectors, and by what must hold for any measurement."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.mobile.rules.news2 import (
    Consciousness,
    ImpossibleMeasurement,
    Level,
    Measured,
    Scale,
    measure_again_within,
    score,
)
from naravard.mobile.rules.sbar import Sbar, recommended_for, written_of


def measured(breaths, saturation, oxygen, systolic, pulse, awake, warm, scale="1"):
    return Measured(
        breaths=breaths,
        saturation=saturation,
        oxygen=oxygen == "Y",
        systolic=systolic,
        pulse=pulse,
        consciousness=Consciousness(awake),
        temperature=warm,
        scale=Scale(scale),
    )


@pytest.mark.parametrize(
    ("given_values", "total", "level"),
    [
        ((16, 97, "N", 125, 72, "A", 36.8), 0, Level.LOW),
        ((22, 94, "N", 108, 96, "A", 38.4), 6, Level.MEDIUM),
        ((26, 90, "Y", 88, 132, "C", 39.2), 19, Level.HIGH),
        ((18, 91, "N", 130, 80, "A", 37.0), 3, Level.LOW_MEDIUM),
        ((20, 96, "N", 220, 90, "A", 38.0), 3, Level.LOW_MEDIUM),
        ((8, 83, "Y", 90, 40, "U", 35.0), 20, Level.HIGH),
        ((20, 89, "N", 130, 88, "A", 36.9, "2"), 0, Level.LOW),
        ((20, 94, "N", 130, 88, "A", 36.9, "2"), 0, Level.LOW),
        ((20, 94, "Y", 130, 88, "A", 36.9, "2"), 3, Level.LOW),
        ((20, 97, "Y", 130, 88, "A", 36.9, "2"), 5, Level.MEDIUM),
        ((20, 88, "Y", 130, 88, "A", 36.9, "2"), 2, Level.LOW),
    ],
)
def test_the_published_vectors(given_values, total, level):
    found = score(measured(*given_values))

    assert (found.total, found.level, found.complete) == (total, level, True)


def test_what_is_not_measured_makes_the_score_at_least():
    found = score(Measured(breaths=26, pulse=132))

    assert found.in_words == "NEWS2 minst 6, medelhög risk"


def test_three_points_in_one_measurement_is_named():
    assert score(Measured(saturation=91)).red == ("syremättnad",)


@pytest.mark.parametrize(
    ("field", "value"),
    [("breaths", 120), ("saturation", 101), ("temperature", 366.0), ("pulse", -1)],
)
def test_a_mistyped_value_is_refused(field, value):
    with pytest.raises(ImpossibleMeasurement):
        score(Measured(**{field: value}))


@given(
    st.tuples(
        st.integers(0, 80),
        st.integers(40, 100),
        st.sampled_from("YN"),
        st.integers(30, 300),
        st.integers(0, 300),
        st.sampled_from("ACVPU"),
        st.floats(25, 45),
        st.sampled_from("12"),
    )
)
def test_the_score_lies_between_0_and_20(values):
    assert 0 <= score(measured(*values)).total <= 20


@given(st.integers(40, 100), st.booleans())
def test_leaving_something_out_never_raises_the_score(saturation, oxygen):
    whole = score(Measured(saturation=saturation, oxygen=oxygen, breaths=22))
    part = score(Measured(saturation=saturation, oxygen=oxygen))

    assert part.total <= whole.total


@pytest.mark.parametrize(
    ("level", "total", "hours"),
    [
        (Level.LOW, 0, 12),
        (Level.LOW, 3, 6),
        (Level.LOW_MEDIUM, 3, 1),
        (Level.MEDIUM, 6, 1),
        (Level.HIGH, 9, 0),
    ],
)
def test_how_soon_to_measure_again(level, total, hours):
    assert measure_again_within(level, total) == timedelta(hours=hours)


def test_the_hand_over_says_what_was_measured_and_what_it_asks_for():
    values = Measured(breaths=22, saturation=94, oxygen=True, temperature=38.4)
    hand_over = Sbar(
        situation="Karin är andfådd.",
        assessment=written_of(values),
        recommendation=recommended_for(score(values)),
    )

    assert hand_over.as_text().splitlines() == [
        "Situation: Karin är andfådd.",
        "Aktuellt: AF 22, SpO2 94 %, temp 38,4 °C, med syrgas."
        " NEWS2 minst 6, medelhög risk.",
        "Rekommendation: Läkare bedömer skyndsamt, inom 60 minuter.",
    ]


def test_nothing_measured_is_nothing_said():
    assert written_of(Measured()) == ""
