"""Nothing small is shown, and nothing hidden can be worked out from what is shown."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from naravard.indicators.statistics.small_numbers import (
    Counted,
    Hidden,
    Sum,
    hidden_cells,
)
from tests.unit.indicators.lakes import VECTORS

TOTAL = "total"
ROWS, COLUMNS = range(3), range(4)


def table(name: str) -> tuple[dict[str, Counted], list[Sum[str]]]:
    vector = VECTORS[name]
    given = vector["cells"] | {TOTAL: vector["total"]}
    cells = {
        key: Counted(num=each["num"], den=each["den"]) for key, each in given.items()
    }
    return cells, [Sum(total=TOTAL, parts=tuple(vector["cells"]))]


@pytest.mark.parametrize("name", ["SUP/a", "SUP/b"])
def test_a_small_cell_takes_the_smallest_other_with_it(name):
    cells, sums = table(name)
    expected = VECTORS[name]["expect"]

    hidden = hidden_cells(cells, sums)

    assert sorted(hidden) == expected["hidden"]
    assert {key: why.value for key, why in hidden.items()} == expected["reason"]


@pytest.mark.parametrize(
    ("cell", "small"),
    [
        (Counted(num=0, den=50), False),
        (Counted(num=1, den=50), True),
        (Counted(num=4, den=50), True),
        (Counted(num=5, den=50), False),
        (Counted(num=46, den=50), True),
        (Counted(num=50, den=50), False),
        (Counted(num=0, den=4), True),
        (Counted(num=0, den=0), False),
        (Counted(num=3, den=50, of_people=False), False),
        (Counted(num=46, den=50, part_of_den=False), False),
    ],
)
def test_what_is_small(cell, small):
    assert cell.is_small is small


def test_a_single_part_hides_its_total():
    cells = {"part": Counted(num=2, den=50), TOTAL: Counted(num=2, den=50)}

    hidden = hidden_cells(cells, [Sum(total=TOTAL, parts=("part",))])

    assert set(hidden) == {"part", TOTAL}


two_way = some.lists(
    some.lists(some.integers(0, 30), min_size=4, max_size=4), min_size=3, max_size=3
)


@given(two_way)
def test_no_hidden_cell_of_a_two_way_table_has_one_possible_value(numbers):
    cells, sums = two_way_table(numbers)

    hidden = hidden_cells(cells, sums)

    assert not worked_out(hidden, sums)


@given(two_way)
def test_every_small_cell_is_hidden(numbers):
    cells, sums = two_way_table(numbers)

    hidden = hidden_cells(cells, sums)

    assert {key for key, cell in cells.items() if cell.is_small} == {
        key for key, why in hidden.items() if why is Hidden.PRIMARY
    }


Key = tuple[int | None, int | None]


def two_way_table(
    numbers: list[list[int]],
) -> tuple[dict[Key, Counted], list[Sum[Key]]]:
    inner = {(r, c): numbers[r][c] for r, c in product(ROWS, COLUMNS)}
    nums: dict[Key, int] = dict(inner)
    nums |= {(r, None): sum(numbers[r]) for r in ROWS}
    nums |= {(None, c): sum(numbers[r][c] for r in ROWS) for c in COLUMNS}
    nums[None, None] = sum(inner.values())
    sums = [Sum(total=(r, None), parts=tuple((r, c) for c in COLUMNS)) for r in ROWS]
    sums += [Sum(total=(None, c), parts=tuple((r, c) for r in ROWS)) for c in COLUMNS]
    sums += [
        Sum(total=(None, None), parts=tuple((r, None) for r in ROWS)),
        Sum(total=(None, None), parts=tuple((None, c) for c in COLUMNS)),
    ]
    return {key: Counted(num=num, den=1000) for key, num in nums.items()}, sums


def worked_out(hidden: dict[Key, Hidden], sums: list[Sum[Key]]) -> list[Key]:
    """The hidden cells that the shown ones determine, by rank instead of null space."""
    keys = list(hidden)
    rows = np.array(
        [
            [(key == line.total) - float(key in line.parts) for key in keys]
            for line in sums
        ]
    ).reshape(len(sums), len(keys))
    rank = np.linalg.matrix_rank(rows) if keys else 0
    return [
        key
        for place, key in enumerate(keys)
        if np.linalg.matrix_rank(np.vstack([rows, np.eye(len(keys))[place]])) == rank
    ]
