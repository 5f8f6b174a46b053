"""Funnel plots with over-dispersion: which units differ more than chance? (pure)

Spiegelhalter 2005: z-scores around the target, winsorised ten per cent in each tail,
and an additive variance between units (DerSimonian and Laird 1986). No league tables.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np

WINSORISED = 0.1
INNER = NormalDist().inv_cdf(0.975)  # 95 %
OUTER = NormalDist().inv_cdf(0.999)  # 99.8 %


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelUnit:
    """One unit: events, and those they are counted among or the inhabitants."""

    name: str
    events: float
    of: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelLimits:
    """Between which values units of one size lie by chance and usual variation."""

    low_95: float
    high_95: float
    low_998: float
    high_998: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelPoint:
    """A unit's value with the limits its own size gives around the target."""

    name: str
    of: float
    value: float
    limits: FunnelLimits

    @property
    def differs(self) -> bool:
        """Whether the value lies outside the outer limits."""
        return not self.limits.low_998 <= self.value <= self.limits.high_998


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """All units, with the dispersion φ and the variance between units τ²."""

    points: tuple[FunnelPoint, ...]
    target: float
    dispersion: float
    variance_between: float
    shares: bool

    def limits(self, of: float) -> FunnelLimits:
        """The limits for a unit of the size, which is above 0."""
        chance = spread_of(self.target, shares=self.shares) / of
        reach = math.sqrt(chance + self.variance_between)
        most = 1.0 if self.shares else math.inf

        def capped(limit: float) -> float:
            return max(0.0, min(most, limit))

        return FunnelLimits(
            low_95=capped(self.target - INNER * reach),
            high_95=capped(self.target + INNER * reach),
            low_998=capped(self.target - OUTER * reach),
            high_998=capped(self.target + OUTER * reach),
        )


def funnel(units: Sequence[FunnelUnit], *, shares: bool) -> Funnel:
    """Limits for each unit; `shares` binomial, else Poisson. Needs one unit, of > 0."""
    target = sum(unit.events for unit in units) / sum(unit.of for unit in units)
    spread = spread_of(target, shares=shares)
    errors = np.array([math.sqrt(spread / unit.of) for unit in units])
    values = np.array([unit.events / unit.of for unit in units])
    dispersion, between = _between_units(values, errors, target)
    bare = Funnel(
        points=(),
        target=target,
        dispersion=dispersion,
        variance_between=between,
        shares=shares,
    )
    return replace(
        bare,
        points=tuple(
            FunnelPoint(
                name=unit.name,
                of=unit.of,
                value=unit.events / unit.of,
                limits=bare.limits(unit.of),
            )
            for unit in units
        ),
    )


def spread_of(value: float, *, shares: bool) -> float:
    """The variance of one among those counted: binomial for shares, else Poisson."""
    return value * (1 - value) if shares else value


def _between_units(
    values: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    errors: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    target: float,
) -> tuple[float, float]:
    """φ and τ²; τ² is zero when the units differ no more than chance lets them."""
    number = len(values)
    if not errors.all():
        return 0.0, 0.0
    scores = (values - target) / errors
    low, high = np.quantile(scores, [WINSORISED, 1 - WINSORISED])
    dispersion = float(np.mean(np.clip(scores, low, high) ** 2))
    weights = errors**-2.0
    scale = float(weights.sum() - (weights**2).sum() / weights.sum())
    excess = number * dispersion - (number - 1)
    return dispersion, max(0.0, excess / scale) if scale > 0 else 0.0
