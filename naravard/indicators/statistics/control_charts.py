"""Control charts: is this month other than chance? (pure)

Limits are three sigma around a centre frozen on a baseline; a new phase begins only
where somebody has decided it, under a name.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import TypeVar

SIGMAS = 3
MEAN_RANGES = 2.66  # three sigma in mean moving ranges, 3 / 1.128 (Shewhart)
RUN_ON_ONE_SIDE = 8
TREND = 6
NEAR_LIMIT = 2 / 3
OUT_OF_THREE = 2

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of the series with its own limits, from a point on.

    `baseline`: how many of its first points set the limits; None, all of them.
    """

    name: str
    first: int
    baseline: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point, its limits, and which rules it breaks."""

    value: float
    centre: float
    low: float
    high: float
    phase: str
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Individuals:
    """The centre, mean moving range and limits of a series of single values."""

    centre: float
    moving_range: float
    low: float
    high: float


WHOLE = (Phase(name="hela serien", first=0),)


def individuals(values: Sequence[float]) -> Individuals:
    """Limits of an XmR chart from the mean moving range; needs two values."""
    centre = fmean(values)
    moving = fmean(abs(after - before) for before, after in pairwise(values))
    reach = MEAN_RANGES * moving
    return Individuals(
        centre=centre, moving_range=moving, low=centre - reach, high=centre + reach
    )


def xmr_chart(
    values: Sequence[float], phases: Sequence[Phase] = WHOLE
) -> tuple[Point, ...]:
    """Each value with the limits of its phase and the rules it breaks."""
    return tuple(
        point
        for phase, part in _parts(values, phases)
        for point in _judged(_xmr_points(phase, part))
    )


def p_chart(
    counts: Sequence[tuple[float, float]], phases: Sequence[Phase] = WHOLE
) -> tuple[Point, ...]:
    """Each share (num, den) with three sigma of its own den around the phase's mean."""
    return tuple(
        point
        for phase, part in _parts(counts, phases)
        for point in _judged(_p_points(phase, part))
    )


def expected_false_signals(*, series: int, points: int) -> float:
    """How many points fall outside three sigma by chance alone, if all is as usual."""
    return series * points * math.erfc(SIGMAS / math.sqrt(2))


def _parts(
    values: Sequence[Value], phases: Sequence[Phase]
) -> Iterator[tuple[Phase, Sequence[Value]]]:
    starts = [*(phase.first for phase in phases), len(values)]
    for phase, (first, after) in zip(phases, pairwise(starts), strict=True):
        yield phase, values[first:after]


def _xmr_points(phase: Phase, part: Sequence[float]) -> list[Point]:
    limits = individuals(part[: phase.baseline])
    return [
        Point(
            value=value,
            centre=limits.centre,
            low=limits.low,
            high=limits.high,
            phase=phase.name,
        )
        for value in part
    ]


def _p_points(phase: Phase, part: Sequence[tuple[float, float]]) -> list[Point]:
    baseline = part[: phase.baseline]
    mean = math.fsum(num for num, _ in baseline) / math.fsum(d for _, d in baseline)
    return [
        Point(
            value=num / den,
            centre=mean,
            low=max(0.0, mean - SIGMAS * math.sqrt(mean * (1 - mean) / den)),
            high=min(1.0, mean + SIGMAS * math.sqrt(mean * (1 - mean) / den)),
            phase=phase.name,
        )
        for num, den in part
    ]


def _judged(points: list[Point]) -> Iterator[Point]:
    for place, point in enumerate(points):
        upto = points[: place + 1]
        broken = tuple(name for name, breaks in RULES.items() if breaks(upto))
        yield Point(
            value=point.value,
            centre=point.centre,
            low=point.low,
            high=point.high,
            phase=point.phase,
            signals=broken,
        )


def _outside(points: Sequence[Point]) -> bool:
    last = points[-1]
    return not last.low <= last.value <= last.high


def _one_side(points: Sequence[Point]) -> bool:
    last = points[-RUN_ON_ONE_SIDE:]
    return len(last) == RUN_ON_ONE_SIDE and (
        all(point.value > point.centre for point in last)
        or all(point.value < point.centre for point in last)
    )


def _trend(points: Sequence[Point]) -> bool:
    last = points[-TREND:]
    return len(last) == TREND and (
        all(before.value < after.value for before, after in pairwise(last))
        or all(before.value > after.value for before, after in pairwise(last))
    )


def _near_limit(points: Sequence[Point]) -> bool:
    last = points[-3:]
    above = sum(p.value > p.centre + NEAR_LIMIT * (p.high - p.centre) for p in last)
    below = sum(p.value < p.centre - NEAR_LIMIT * (p.centre - p.low) for p in last)
    return max(above, below) >= OUT_OF_THREE


RULES = {
    "utanför gränserna": _outside,
    "åtta i rad på samma sida": _one_side,
    "sex i rad åt samma håll": _trend,
    "två av tre nära gränsen": _near_limit,
}
