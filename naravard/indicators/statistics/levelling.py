"""What if those that are surely worse were as the one in the middle? (pure)

Small units lie far out by chance alone, and levelling chance saves nobody. So only
those outside the outer limits of the funnel are levelled. The interval knows how sure
their own figures are, and how sure the middle is (its variance is π/2 of a mean's).
"""

import math
from dataclasses import dataclass
from statistics import fmean, median

from naravard.indicators.statistics.funnel import INNER, Funnel, spread_of

OF_A_MEDIAN = math.pi / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Levelled:
    """How many events more or fewer, with a 95 % interval, and whose."""

    names: tuple[str, ...]
    events: float
    low: float
    high: float


def levelled(found: Funnel, *, high_is_worse: bool) -> Levelled:
    """The events between today and those surely worse being as the middle one."""
    middle = median(point.value for point in found.points)
    worse = [
        point
        for point in found.points
        if point.differs and (point.value > found.target) is high_is_worse
    ]
    events = sum(abs(point.value - middle) * point.of for point in worse)
    own = sum(spread_of(point.value, shares=found.shares) * point.of for point in worse)
    usual = spread_of(found.target, shares=found.shares)
    among = fmean(usual / point.of + found.variance_between for point in found.points)
    of_middle = OF_A_MEDIAN * among / len(found.points)
    reach = INNER * math.sqrt(own + of_middle * sum(p.of for p in worse) ** 2)
    return Levelled(
        names=tuple(sorted(point.name for point in worse)),
        events=events,
        low=max(0.0, events - reach),
        high=events + reach,
    )
