"""Direct age standardisation with Dobson's interval on Byar's limits (pure)."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from naravard.indicators.statistics.intervals import Interval, byar

# European Standard Population 2013 (Eurostat): youngest age of the group -> weight,
# with 0 and 1–4 counted as one group; the sum is 100 000.
ESP2013 = {
    0: 5000,
    5: 5500,
    10: 5500,
    15: 5500,
    20: 6000,
    25: 6000,
    30: 6500,
    35: 7000,
    40: 7000,
    45: 7000,
    50: 7000,
    55: 6500,
    60: 6000,
    65: 5500,
    70: 5000,
    75: 4000,
    80: 2500,
    85: 1500,
    90: 800,
    95: 200,
}
OLDEST_GROUP = 95
YEARS_IN_GROUP = 5
FEWEST_FOR_INTERVAL = 10  # events; below, Dobson's interval is not to be trusted


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeGroup:
    """Events, population and standard weight of one age group."""

    events: float
    population: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Standardised:
    """A standardised rate; `incomplete` when an age group had nobody in it."""

    crude: float
    rate: float
    interval: Interval | None
    incomplete: bool


def age_group(age: int) -> int:
    """The youngest age of the five-year group, 95 and older being one."""
    return min(age // YEARS_IN_GROUP * YEARS_IN_GROUP, OLDEST_GROUP)


def standardise(groups: Iterable[AgeGroup], *, per: float) -> Standardised | None:
    """The rate the standard population would have had; None where nobody lives.

    A group without population is left out with its weight. The variance of Dobson et
    al. 1991 scales Byar's limits of the total count.
    """
    given = list(groups)
    kept = [group for group in given if group.population > 0]
    weight = math.fsum(group.weight for group in kept)
    if not weight:
        return None
    events = math.fsum(group.events for group in kept)
    rate = (
        math.fsum(group.weight * group.events / group.population for group in kept)
        / weight
    )
    return Standardised(
        crude=per * events / math.fsum(group.population for group in kept),
        rate=per * rate,
        interval=_dobson(kept, weight=weight, events=events, rate=rate, per=per),
        incomplete=len(kept) < len(given),
    )


def _dobson(
    kept: list[AgeGroup], *, weight: float, events: float, rate: float, per: float
) -> Interval | None:
    if events < FEWEST_FOR_INTERVAL:
        return None
    variance = math.fsum(
        (group.weight / weight) ** 2 * group.events / group.population**2
        for group in kept
    )
    scale, limits = math.sqrt(variance / events), byar(events)
    return Interval(
        low=per * (rate + scale * (limits.low - events)),
        high=per * (rate + scale * (limits.high - events)),
    )
