"""Whatever stands in the file of a case, it is explained or refused by name."""

import json

from hypothesis import given
from hypothesis import strategies as st

from naravard.discharge.explanation.fields import InputInvalid
from naravard.discharge.explanation.main import explanation_of
from naravard.discharge.explanation.reading import parsed
from naravard.discharge.rules.explain import Explanation
from tests.unit.discharge.cases import karin
from tests.unit.fhir.test_nothing_stops_the_reading import (
    changed,
    odd_values,
    paths_in,
)

ODD = odd_values | st.sampled_from(
    [
        "0001-01-01T00:00",
        "9999-12-31T23:59:59+00:00",
        "2026-03-29T02:30",
        "\x00",
        "9" * 5_000,
        10**400,
        -1,
        1e308,
        True,
        [[[[]]]],
    ]
)


@st.composite
def mutated_cases(draw: st.DrawFn) -> object:
    """Karin's case with one to three places that are not what they should be."""
    case: object = karin()
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(paths_in(case))))
        case = changed(case, path, draw(ODD))
    return case


@given(case=mutated_cases())
def test_a_case_with_anything_in_it_is_explained_or_refused(case: object) -> None:
    answer = _answer(json.dumps(case).encode())

    assert isinstance(answer, Explanation) or answer.message


@given(text=st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_a_file_of_anything_is_refused(text: bytes) -> None:
    assert isinstance(_answer(text), InputInvalid)


def _answer(text: bytes) -> Explanation | InputInvalid:
    try:
        return explanation_of(parsed(text))
    except InputInvalid as refusal:
        return refusal
