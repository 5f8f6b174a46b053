"""Every requirement said to be met is shown by a test that exists."""

import pytest

from checks.requirements import PAGE, faults

TEXT = PAGE.read_text(encoding="utf-8")
LAST = TEXT.rstrip().splitlines()[-1]


def test_the_page_holds():
    assert faults(TEXT) == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("| R4-21 | orden | platsen | `tests/none.py::test_it` |", "finns inte"),
        ("| R4-21 | orden | platsen | `tests/house.py` |", "finns inte"),
        (
            "| R4-22 | orden | platsen | `tests/architecture/test_shape.py` |",
            "finns inte i underlagen",
        ),
        (LAST, "en gång var, i ordning"),
        ("| R4-21 | orden | platsen | ett test |", "går inte att läsa"),
    ],
)
def test_a_row_that_does_not_hold_is_named(row: str, says: str):
    (fault,) = faults(f"{TEXT.rstrip()}\n{row}\n")

    assert says in fault
