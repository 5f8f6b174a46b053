"""Quick draws by weight: each choice stands in a long row as often as it weighs."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

_LENGTH = 1000  # of the row, so that shares are met to about one in a thousand
_EVENNESS = 8  # the higher, the less the first in a list of names stand out


def by_weight(weights: Mapping[T, float]) -> tuple[T, ...]:
    """A row from which `draw` picks each key in proportion to its weight."""
    scale = _LENGTH / sum(weights.values())
    return tuple(
        choice
        for choice, weight in weights.items()
        for _ in range(max(1, round(weight * scale)))
    )


def by_rank(choices: Sequence[T]) -> tuple[T, ...]:
    """A row in which the first choices are the most common."""
    return by_weight(
        {choice: 1 / (rank + _EVENNESS) for rank, choice in enumerate(choices)}
    )


def draw(row: Sequence[T], random: Random) -> T:
    """One of the row; twice as fast as `random.choice`, which matters here."""
    return row[int(random.random() * len(row))]


def from_table(table: Mapping[int, float], age: int) -> float:
    """The value of the last group that begins at or before `age`."""
    return table[max(first for first in table if first <= age)]
