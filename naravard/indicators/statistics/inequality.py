"""How much a measure differs between groups: a difference, or a slope of ranks (pure).

The slope index of inequality (Wagstaff, Paci and van Doorslaer 1991): groups in order,
each at the middle of its share of the people, and a line through their values weighed
by their sizes. The slope is the difference between the very last and the very first.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from naravard.indicators.statistics.funnel import INNER
from naravard.indicators.statistics.intervals import Interval

PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedGroup:
    """One group: its value with a 95 % interval, and how many it is of."""

    value: float
    low: float
    high: float
    of: float

    @property
    def variance(self) -> float:
        """What the interval says of how sure the value is."""
        return ((self.high - self.low) / (2 * INNER)) ** 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Inequality:
    """From the first group to the last, with a 95 % interval."""

    change: float
    interval: Interval


def inequality(groups: Sequence[RankedGroup]) -> Inequality:
    """The difference of two groups, the slope over more; needs two, each of > 0."""
    weights = _of_pair() if len(groups) == PAIR else _of_slope(groups)
    change = sum(w * each.value for w, each in zip(weights, groups, strict=True))
    reach = INNER * math.sqrt(
        sum(w**2 * each.variance for w, each in zip(weights, groups, strict=True))
    )
    return Inequality(
        change=change, interval=Interval(low=change - reach, high=change + reach)
    )


def _of_pair() -> tuple[float, ...]:
    return (-1.0, 1.0)


def _of_slope(groups: Sequence[RankedGroup]) -> tuple[float, ...]:
    """What each value weighs in the slope of the line."""
    whole = sum(each.of for each in groups)
    shares = [each.of / whole for each in groups]
    ranks = [
        upto - share / 2 for upto, share in zip(accumulate(shares), shares, strict=True)
    ]
    middle = sum(s * r for s, r in zip(shares, ranks, strict=True))
    spread = sum(s * (r - middle) ** 2 for s, r in zip(shares, ranks, strict=True))
    return tuple(s * (r - middle) / spread for s, r in zip(shares, ranks, strict=True))
