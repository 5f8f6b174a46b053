"""Whether an initiative has done what it was to: before and after, in steps (pure).

Two questions. Before and after: is the measure surely other than it was, judged by the
limits of the time before? Stepped roll-out: where it began, did the measure change more
than in the places where it had not begun? "Too early to say" is an answer, and so is
"no effect is seen". Neither proves what caused what.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import NormalDist, fmean, variance

from naravard.indicators.periods import months_later
from naravard.roadmap.document import Step

FEWEST_MONTHS = 4  # after the start, before anything is said
MOST_MONTHS = 12  # on each side; what lies further away is about other things
FEWEST_PLACES = 2  # without the initiative, to compare with
Z = NormalDist().inv_cdf(0.975)

Series = Sequence[tuple[date, float]]  # first day of the month, value


class EffectAnswer(StrEnum):
    """What may be said about an initiative's effect."""

    SEEN = "seen"  # the interval lies on the expected side of nothing
    OPPOSITE = "opposite"  # it lies on the other side
    NOT_SEEN = "not seen"  # it holds nothing at all
    TOO_EARLY = "too early"


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectEstimate:
    """How much more the measure changed where it began; `months` after the start."""

    answer: EffectAnswer
    months: int = 0
    places: int = 0
    change: float | None = None
    low: float | None = None
    high: float | None = None


def stepped_effect(
    steps: Sequence[Step], by_place: Mapping[str, Series], expected: float
) -> EffectEstimate:
    """The mean over the places that began, each against those that had not.

    `by_place` holds the months of each municipality; `expected` says which way.
    """
    begun = {step.municipality: step.started_on for step in steps}
    found = [
        estimate
        for place, start in begun.items()
        if (estimate := _one_step(place, start, begun, by_place)) is not None
    ]
    months = max((months for _, _, months in found), default=0)
    if not found:
        return EffectEstimate(answer=EffectAnswer.TOO_EARLY)
    change = fmean(each for each, _, _ in found)
    reach = Z * math.sqrt(math.fsum(spread for _, spread, _ in found)) / len(found)
    low, high = change - reach, change + reach
    return EffectEstimate(
        answer=_answer(low, high, expected),
        months=months,
        places=len(found),
        change=change,
        low=low,
        high=high,
    )


def _one_step(
    place: str, start: date, begun: Mapping[str, date], by_place: Mapping[str, Series]
) -> tuple[float, float, int] | None:
    """The change, its variance and the months after; None when it is too early."""
    others = [
        change
        for other, series in by_place.items()
        if other != place and begun.get(other, date.max) > months_later(start, 12)
        if (change := _change(series, start)) is not None
    ]
    own = _change(by_place.get(place, ()), start)
    if own is None or len(others) < FEWEST_PLACES:
        return None
    beside = fmean(change for change, _, _ in others)
    spread = variance([change for change, _, _ in others]) / len(others)
    return own[0] - beside, own[1] + spread, own[2]


def _change(series: Series, start: date) -> tuple[float, float, int] | None:
    """The mean after less the mean before, its variance, and the months after."""
    earliest = months_later(start, -MOST_MONTHS)
    latest = months_later(start, MOST_MONTHS)
    before = [value for day, value in series if earliest <= day < start]
    after = [value for day, value in series if start <= day < latest]
    if len(before) < FEWEST_MONTHS or len(after) < FEWEST_MONTHS:
        return None
    spread = variance(before) / len(before) + variance(after) / len(after)
    return fmean(after) - fmean(before), spread, len(after)


def _answer(low: float, high: float, expected: float) -> EffectAnswer:
    if low <= 0 <= high:
        return EffectAnswer.NOT_SEEN
    return EffectAnswer.SEEN if (low > 0) == (expected > 0) else EffectAnswer.OPPOSITE
