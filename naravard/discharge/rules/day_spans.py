"""Days in a row, and the days that open care's blockers take away (LUS 5 kap. 5 §)."""

from collections.abc import Sequence
from datetime import date, timedelta

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import Agreement
from naravard.discharge.rules.case import Blocker


def days_between(first: date, end: date) -> tuple[date, ...]:
    """The days from `first` up to but not including `end`; none if it is not later."""
    return tuple(first + timedelta(days=n) for n in range((end - first).days))


def blocked(day: date, blockers: Sequence[Blocker], agreement: Agreement) -> bool:
    """Whether any blocker takes the day away."""
    return any(
        day_of(blocker.since) <= day and not _released(blocker, day, agreement)
        for blocker in blockers
    )


def first_unblocked(
    day: date, blockers: Sequence[Blocker], agreement: Agreement
) -> date | None:
    """The first day from `day` on that no blocker takes; None if one is open."""
    while blocked(day, blockers, agreement):
        taking = [b for b in blockers if not _released(b, day, agreement)]
        if any(b.until is None and day_of(b.since) <= day for b in taking):
            return None
        day += timedelta(days=1)
    return day


def _released(blocker: Blocker, day: date, agreement: Agreement) -> bool:
    if blocker.until is None:
        return False
    offset = timedelta(days=agreement.blocker_release_offset_days)
    return day >= day_of(blocker.until) + offset
