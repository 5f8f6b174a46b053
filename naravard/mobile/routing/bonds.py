"""Which tasks are bound to each other by time, as tables for the search."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from naravard.mobile.routing.kernel.layout import (
    LAG_FROM,
    LAG_TO,
    MATE_FROM,
    MATE_TO,
    Whole,
)

Lags = Sequence[Sequence[tuple[int, int]]]


def write_bonds(task: Whole, lags: Lags) -> tuple[Whole, NDArray[np.int32]]:
    """Write where each task's lags and mates stand; all lags, and the mates.

    `lags` has, for each task, the other task and the least time from start to start.
    """
    rows: list[tuple[int, int]] = []
    for i, own in enumerate(lags):
        task[i, LAG_FROM] = len(rows)
        rows += own
        task[i, LAG_TO] = len(rows)
    mates = _write_mates(task, lags)
    return (
        np.array(rows or [(0, 0)], dtype=np.int64),
        np.array(mates or [0], dtype=np.int32),
    )


def _write_mates(task: Whole, lags: Lags) -> list[int]:
    """Write each task's group of bound tasks into the table; the groups in a row."""
    linked: list[set[int]] = [set() for _ in lags]
    for i, own in enumerate(lags):
        for j, _ in own:
            linked[i].add(j)
            linked[j].add(i)
    mates: list[int] = []
    placed: set[int] = set()
    for i, direct in enumerate(linked):
        if not direct or i in placed:
            continue
        group = _reached(linked, i)
        task[group, MATE_FROM] = len(mates)
        mates += group
        task[group, MATE_TO] = len(mates)
        placed.update(group)
    return mates


def _reached(linked: Sequence[set[int]], start: int) -> list[int]:
    group, ahead = {start}, [start]
    while ahead:
        for j in linked[ahead.pop()] - group:
            group.add(j)
            ahead.append(j)
    return sorted(group)
