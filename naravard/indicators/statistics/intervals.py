"""Confidence intervals for shares, counts and means (pure)."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from scipy.special import chdtri

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
FEWEST_FOR_BYAR = 10  # below, the exact Poisson limits
DRAWS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The limits that hold the true value 19 times of 20."""

    low: float
    high: float

    def times(self, factor: float) -> "Interval":
        """The same limits in another unit."""
        return Interval(low=self.low * factor, high=self.high * factor)


def wilson(events: float, of: float) -> Interval:
    """Limits of a share, 0–1 (Wilson 1927); `of` is above zero."""
    share, square = events / of, Z * Z
    middle = share + square / (2 * of)
    reach = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    return Interval(
        low=max(0.0, (middle - reach) / scale), high=min(1.0, (middle + reach) / scale)
    )


def byar(events: float) -> Interval:
    """Limits of a count by Byar's approximation (Breslow & Day 1987)."""
    low = (
        events * (1 - 1 / (9 * events) - Z / (3 * math.sqrt(events))) ** 3
        if events
        else 0.0
    )
    more = events + 1
    return Interval(
        low=low, high=more * (1 - 1 / (9 * more) + Z / (3 * math.sqrt(more))) ** 3
    )


def exact_poisson(events: float) -> Interval:
    """Exact limits of a count from the chi-square distribution (Garwood 1936)."""
    tail = (1 - CONFIDENCE) / 2
    low = float(chdtri(2 * events, 1 - tail)) / 2 if events else 0.0
    return Interval(low=low, high=float(chdtri(2 * events + 2, tail)) / 2)


def of_count(events: float) -> Interval:
    """Limits of a count: exact for few events, Byar's from ten."""
    return exact_poisson(events) if events < FEWEST_FOR_BYAR else byar(events)


def bootstrap_mean(
    pairs: Sequence[tuple[float, float]], counts: Sequence[int], *, seed: str
) -> Interval:
    """Limits of Σnum/Σden when persons are drawn again, 2 000 times.

    `pairs` are the different (num, den) that persons have, `counts` how many persons
    have each; drawing persons is then drawing counts. The same seed, the same limits.
    """
    weights = np.asarray(counts, dtype=np.int64)
    number = int(weights.sum())
    draw = np.random.default_rng(_number_of(seed))
    drawn = draw.multinomial(number, weights / number, size=DRAWS)
    above, below = (drawn @ np.asarray(pairs, dtype=np.float64)).T
    means = above[below > 0] / below[below > 0]
    tail = 100 * (1 - CONFIDENCE) / 2
    low, high = np.percentile(means, [tail, 100 - tail])
    return Interval(low=float(low), high=float(high))


def _number_of(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
