"""Rows by when they are due: late, today, tomorrow, later (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from naravard.core.clock import day_of
from naravard.discharge.rows import WorklistRow


class DueGroup(StrEnum):
    """The groups of the list, in the order they are shown."""

    LATE = "late"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The rows of one group, in the order they were given."""

    group: DueGroup
    rows: tuple[WorklistRow, ...]


def due_group(row: WorklistRow, now: datetime) -> DueGroup:
    """Where a row belongs; what is ours without a deadline is due today."""
    if row.due_at is None:
        return DueGroup.TODAY if row.ours else DueGroup.LATER
    if row.due_at < now:
        return DueGroup.LATE
    days_left = (day_of(row.due_at) - day_of(now)).days
    if days_left == 0:
        return DueGroup.TODAY
    return DueGroup.TOMORROW if days_left == 1 else DueGroup.LATER


def grouped(rows: Sequence[WorklistRow], now: datetime) -> tuple[Grouped, ...]:
    """The groups that have rows; every row stands in exactly one."""
    groups = (
        Grouped(
            group=group,
            rows=tuple(row for row in rows if due_group(row, now) is group),
        )
        for group in DueGroup
    )
    return tuple(group for group in groups if group.rows)
