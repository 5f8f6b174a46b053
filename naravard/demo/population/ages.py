"""How many there are of each age and sex in a municipality."""

from collections.abc import Sequence
from dataclasses import dataclass

from naravard.demo.population.weighted import from_table
from naravard.people.county import MunicipalityData

OLDEST = 105
RETIREMENT = 65
OLD_AGE = 80

# First age of a group: how many per 1 000 inhabitants in each year of age, in Sweden in
# the middle of the 2020s; our own rounding.
PER_YEAR_OF_AGE = {
    0: 10.4,
    5: 11.4,
    10: 12.2,
    15: 12.0,
    20: 11.2,
    25: 12.0,
    30: 13.8,
    35: 13.6,
    40: 12.4,
    45: 12.0,
    50: 12.2,
    55: 12.8,
    60: 11.6,
    65: 10.6,
    70: 10.0,
    75: 10.0,
    80: 7.6,
    83: 5.6,
    86: 3.9,
    89: 2.4,
    92: 1.3,
    95: 0.5,
    98: 0.16,
    101: 0.03,
}

# First age of a group: the share of women, from the register's usual surplus of boys to
# the women who outlive their men; our own rounding.
WOMEN = {0: 0.486, 20: 0.48, 40: 0.49, 60: 0.5, 75: 0.53, 80: 0.56, 85: 0.61, 90: 0.7}

# Where many are old, many of the young have moved away: so much fewer aged 20–39 for
# each unit that the share 65 and over lies above the national one.
YOUNG_ADULTS = range(20, 40)
NATIONAL_SHARE_65 = 0.205
YOUNG_ADULTS_MISSING = 3.0
FEWEST_YOUNG_ADULTS = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeCounts:
    """The number of women and of men of each age, the index being the age."""

    women: Sequence[int]
    men: Sequence[int]


def count_ages(municipality: MunicipalityData) -> AgeCounts:
    """Ages that sum exactly to the population and meet its shares of the old."""
    population = municipality.population
    from_80 = round(population * municipality.share_80_and_over)
    from_65 = round(population * municipality.share_65_and_over)
    weights = _weights(municipality.share_65_and_over)
    counts = [
        *_spread(population - from_65, weights[:RETIREMENT]),
        *_spread(from_65 - from_80, weights[RETIREMENT:OLD_AGE]),
        *_spread(from_80, weights[OLD_AGE:]),
    ]
    women = [round(n * from_table(WOMEN, age)) for age, n in enumerate(counts)]
    men = [n - w for n, w in zip(counts, women, strict=True)]
    return AgeCounts(women=women, men=men)


def _weights(share_65: float) -> list[float]:
    fewer = (share_65 - NATIONAL_SHARE_65) * YOUNG_ADULTS_MISSING
    young = max(1 - fewer, FEWEST_YOUNG_ADULTS)
    return [
        from_table(PER_YEAR_OF_AGE, age) * (young if age in YOUNG_ADULTS else 1)
        for age in range(OLDEST + 1)
    ]


def _spread(total: int, weights: Sequence[float]) -> list[int]:
    """`total` in whole parts by weight; the largest remainders are rounded up."""
    scale = total / sum(weights)
    exact = [weight * scale for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda age: parts[age] - exact[age])
    for age in by_remainder[: total - sum(parts)]:
        parts[age] += 1
    return parts
