"""Small numbers: what is hidden, and what else must be so that nothing is given away.

A cell is hidden when it counts one to four, on either side of the line, or has fewer
than five below it. Then cells are hidden until no hidden one can be worked out from
the sums that the table shows: first wherever a sum has a single hidden cell, then by
linear algebra over the whole table (pure). Source: docs/decisions/0012.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

import numpy as np

FEWEST_SHOWN = 5
ALMOST_NOTHING = 1e-8

Key = TypeVar("Key", bound=Hashable)


class Hidden(StrEnum):
    """Why a cell is hidden."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a cell holds; `of_people`: num counts people or events, not days."""

    num: float
    den: float
    of_people: bool = True
    part_of_den: bool = True

    @property
    def is_small(self) -> bool:
        """Whether showing the cell could point at somebody."""
        if 0 < self.den < FEWEST_SHOWN:
            return True
        return self.of_people and (
            0 < self.num < FEWEST_SHOWN
            or (self.part_of_den and 0 < self.den - self.num < FEWEST_SHOWN)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum(Generic[Key]):
    """A cell that is the sum of others in the same table."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def members(self) -> tuple[Key, ...]:
        """The total and its parts."""
        return (self.total, *self.parts)


def hidden_cells(
    cells: Mapping[Key, Counted], sums: Sequence[Sum[Key]]
) -> dict[Key, Hidden]:
    """Every cell that must be hidden, and why; cells outside every sum stand alone."""
    named = [*dict.fromkeys([*cells, *(key for line in sums for key in line.members)])]
    place = {key: number for number, key in enumerate(named)}
    lines = [
        Sum(total=place[line.total], parts=tuple(place[key] for key in line.parts))
        for line in sums
    ]
    order = {place[key]: (cell.num, str(key)) for key, cell in cells.items()}
    small = (place[key] for key, cell in cells.items() if cell.is_small)
    hidden = _hidden(dict.fromkeys(small, Hidden.PRIMARY), lines, order)
    return {named[number]: why for number, why in hidden.items()}


def _hidden(
    hidden: dict[int, Hidden],
    lines: Sequence[Sum[int]],
    order: Mapping[int, tuple[float, str]],
) -> dict[int, Hidden]:
    """The same of cells that are numbered, which are quicker to find than named."""
    while revealed := _single(hidden, lines) or _determined(hidden, lines):
        companions = [_companion(each, order, hidden) for each in revealed]
        found = [key for key in companions if key is not None]
        if not found:
            break
        hidden |= dict.fromkeys(found[:1], Hidden.SECONDARY)
    return hidden


def _companion(
    line: Sum[int],
    order: Mapping[int, tuple[float, str]],
    hidden: Mapping[int, Hidden],
) -> int | None:
    """The part with the smallest numerator still shown; the total if none is left."""
    shown = [key for key in line.parts if key not in hidden]
    if not shown:
        return None if line.total in hidden else line.total
    return min(shown, key=lambda key: order[key])


def _single(hidden: Mapping[int, Hidden], sums: Sequence[Sum[int]]) -> list[Sum[int]]:
    """The sums where one hidden cell is what the others leave."""
    return [line for line in sums if sum(key in hidden for key in line.members) == 1]


def _determined(
    hidden: Mapping[int, Hidden], sums: Sequence[Sum[int]]
) -> list[Sum[int]]:
    """The sums that hold a hidden cell which the table as a whole determines."""
    open_cells = {
        key for block in _blocks(hidden, sums) for key in _solved(block, hidden)
    }
    return [
        line
        for line in sums
        if open_cells & set(line.members) and set(line.members) - hidden.keys()
    ]


def _blocks(
    hidden: Mapping[int, Hidden], sums: Sequence[Sum[int]]
) -> Iterator[list[Sum[int]]]:
    """The sums in groups that share hidden cells, each to be solved by itself."""
    left = [line for line in sums if any(key in hidden for key in line.members)]
    while left:
        block, keys = [left.pop()], set[int]()
        for line in block:
            keys |= {key for key in line.members if key in hidden}
            joined = [each for each in left if keys & set(each.members)]
            block.extend(joined)
            left = [each for each in left if each not in joined]
        yield block


def _solved(block: Iterable[Sum[int]], hidden: Mapping[int, Hidden]) -> set[int]:
    """The hidden cells with one possible value, given every sum in the block."""
    lines = list(block)
    keys = list(
        dict.fromkeys(key for line in lines for key in line.members if key in hidden)
    )
    place = {key: number for number, key in enumerate(keys)}
    matrix = np.zeros((len(lines), len(keys)))
    for row, line in enumerate(lines):
        for key in line.members:
            if key in hidden:
                matrix[row, place[key]] += 1 if key == line.total else -1
    return {keys[column] for column in _fixed(matrix)}


def _fixed(matrix: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> list[int]:
    """The unknowns that the equations leave one value (Gauss and Jordan)."""
    pivots: list[int] = []
    for column in range(matrix.shape[1]):
        row = len(pivots)
        below = np.abs(matrix[row:, column])
        if not below.size or below.max() < ALMOST_NOTHING:
            continue
        best = row + int(below.argmax())
        matrix[[row, best]] = matrix[[best, row]]
        matrix[row] /= matrix[row, column]
        others = np.flatnonzero(np.abs(matrix[:, column]) > ALMOST_NOTHING)
        others = others[others != row]
        matrix[others] -= np.outer(matrix[others, column], matrix[row])
        pivots.append(column)
    alone = (np.abs(matrix[: len(pivots)]) > ALMOST_NOTHING).sum(axis=1) == 1
    return [pivots[row] for row in np.flatnonzero(alone)]
