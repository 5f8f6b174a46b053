"""From what fell into a cell to its value and interval (pure)."""

import math
from dataclasses import dataclass

from naravard.indicators.definition import Indicator, Inhabitants, Measure
from naravard.indicators.engine.cells import Content, Pair
from naravard.indicators.statistics.intervals import (
    Interval,
    bootstrap_mean,
    of_count,
    wilson,
)
from naravard.indicators.statistics.small_numbers import Counted
from naravard.indicators.statistics.standardisation import (
    ESP2013,
    AgeGroup,
    age_group,
    standardise,
)

FEWEST_FOR_CERTAINTY = 30
UNCERTAIN = "osäkert: färre än 30 under strecket"
INCOMPLETE = "någon åldersgrupp saknar invånare; dess vikt är borttagen"
# Means of these are of whole people or events, so that one to four are few.
COUNTS_PEOPLE = frozenset({Measure.SHARE, Measure.RATE, Measure.RATIO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """A cell's sums, value and interval, with what there is to remark."""

    num: float
    den: float
    value: float | None
    interval: Interval | None = None
    remarks: tuple[str, ...] = ()
    counted: Counted


def value_of(
    indicator: Indicator, content: Content, below: Content | None, *, seed: str
) -> Valued:
    """The value; `below` holds the inhabitants of a rate, one content per cell."""
    if indicator.measure is Measure.RATE:
        return _rate(indicator, content, below or Content())
    num, den = content.num, content.den
    people = indicator.measure in COUNTS_PEOPLE and not indicator.amount
    counted = Counted(
        num=num,
        den=den,
        of_people=people,
        part_of_den=indicator.measure is Measure.SHARE,
    )
    if not den:
        return Valued(num=num, den=den, value=None, counted=counted)
    value, interval = _without_inhabitants(indicator, content, seed)
    return Valued(
        num=num,
        den=den,
        value=value,
        interval=interval,
        remarks=(UNCERTAIN,) if den < FEWEST_FOR_CERTAINTY else (),
        counted=counted,
    )


def _without_inhabitants(
    indicator: Indicator, content: Content, seed: str
) -> tuple[float | None, Interval | None]:
    num, den, per = content.num, content.den, indicator.per
    if indicator.measure is Measure.SHARE:
        return per * num / den, wilson(num, den).times(per)
    if indicator.measure is Measure.RATIO:
        limits = None if indicator.amount else of_count(num).times(per / den)
        return per * num / den, limits
    if indicator.measure is Measure.MEAN_OF_MONTHS:
        return per * _mean_of_parts(content), None
    if indicator.measure is Measure.MEDIAN:
        return per * _median(content.pairs), None
    pairs = sorted(content.pairs)
    limits = bootstrap_mean(pairs, [content.pairs[pair] for pair in pairs], seed=seed)
    return per * num / den, limits.times(per)


def _rate(indicator: Indicator, content: Content, below: Content) -> Valued:
    years = indicator.years
    num, den, events = content.num / years, below.den, content.num
    counted = Counted(
        num=events, den=den, of_people=not indicator.amount, part_of_den=False
    )
    if not den:
        return Valued(num=num, den=den, value=None, counted=counted)
    if indicator.standard:
        return _standardised(indicator, content, below, counted)
    limits = of_count(events).times(indicator.per / (den * years))
    return Valued(
        num=num,
        den=den,
        value=indicator.per * num / den,
        interval=None if indicator.amount else limits,
        remarks=(UNCERTAIN,) if den < FEWEST_FOR_CERTAINTY else (),
        counted=counted,
    )


def _standardised(
    indicator: Indicator, content: Content, below: Content, counted: Counted
) -> Valued:
    weights = _weights(indicator.inhabitants or Inhabitants())
    years = indicator.years
    rate = standardise(
        (
            AgeGroup(
                events=content.parts.get(group, (0.0, 0.0))[0],
                population=below.parts.get(group, (0.0, 0.0))[1] * years,
                weight=weight,
            )
            for group, weight in weights.items()
        ),
        per=indicator.per,
    )
    return Valued(
        num=content.num / years,
        den=below.den,
        value=None if rate is None else rate.rate,
        interval=None if rate is None else rate.interval,
        remarks=(INCOMPLETE,) if rate is None or rate.incomplete else (),
        counted=counted,
    )


def _weights(inhabitants: Inhabitants) -> dict[int, int]:
    first = age_group(inhabitants.min_age)
    last = max(ESP2013) if inhabitants.max_age is None else inhabitants.max_age
    return {
        group: weight for group, weight in ESP2013.items() if first <= group <= last
    }


def _mean_of_parts(content: Content) -> float:
    """The mean of the months that have anything below the line."""
    months = [num / den for _, (num, den) in sorted(content.parts.items()) if den]
    return math.fsum(months) / len(months)


def _median(pairs: dict[Pair, int]) -> float:
    """The middle value; the mean of the two middle ones when they are even."""
    values = sorted((num / den, count) for (num, den), count in pairs.items() if den)
    number = sum(count for _, count in values)
    return (_at(values, (number - 1) // 2) + _at(values, number // 2)) / 2


def _at(values: list[tuple[float, int]], place: int) -> float:
    for value, count in values:
        if place < count:
            return value
        place -= count
    raise IndexError(place)
