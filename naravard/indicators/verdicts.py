"""Says in a word whether a measure has surely changed, and why we say so (pure).

The words are three: surely better, unchanged, surely worse; and two when nothing can be
said: too early, and too little. A verdict is about the latest stretch: the last point
outside the limits, or eight in a row on one side of the centre. Limits come from the
points before: from the phase before the last named change, else from the first ones.
When nothing but chance is at work, about one series in thirty is called changed, which
tests/unit/indicators/test_verdicts.py counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from naravard.indicators.definition import Direction
from naravard.indicators.statistics.control_charts import (
    RUN_ON_ONE_SIDE,
    Individuals,
    individuals,
)

FEWEST_POINTS = 12  # before anything is said, so that limits mean something
BASELINE = 24  # points that set the limits, when no change has been named
FEWEST_AFTER = 4  # points after a named change before its effect is judged


class Verdict(StrEnum):
    """What may be said about a measure."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"  # changed, and neither is better
    LOWER = "lower"
    UNCHANGED = "unchanged"
    TOO_EARLY = "too early"
    TOO_LITTLE = "too little"

    @property
    def is_change(self) -> bool:
        """Whether something has surely changed."""
        return self in CHANGES


CHANGES = frozenset({Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER, Verdict.LOWER})


class Why(StrEnum):
    """The rule that made the verdict."""

    NONE = ""
    OUTSIDE = "outside"
    RUN = "run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A named change: from which point on, and what was changed."""

    at: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict with its numbers: the mean before, the mean since."""

    verdict: Verdict
    why: Why = Why.NONE
    before: float | None = None
    since: float | None = None
    points: int = 0
    limits: Individuals | None = None


def judge(
    values: Sequence[float], direction: Direction, changes: Sequence[Change] = ()
) -> Judgement:
    """The verdict on a series without holes, in order of time."""
    if len(values) < FEWEST_POINTS:
        return Judgement(verdict=Verdict.TOO_LITTLE)
    start = changes[-1].at if changes else min(BASELINE, len(values) - FEWEST_AFTER)
    if changes and len(values) - start < FEWEST_AFTER:
        return Judgement(verdict=Verdict.TOO_EARLY, points=len(values) - start)
    earlier = changes[-2].at if len(changes) > 1 else 0
    base = values[earlier:start] if start - earlier > 1 else values[:start]
    limits = individuals(base)
    return _judged(values, start, limits, direction)


def _judged(
    values: Sequence[float], start: int, limits: Individuals, direction: Direction
) -> Judgement:
    latest = values[start:]
    why = _why(latest, limits)
    side = _side(latest[-RUN_ON_ONE_SIDE:] if why is Why.RUN else latest[-1:], limits)
    verdict = _word(side, direction) if why else Verdict.UNCHANGED
    return Judgement(
        verdict=verdict,
        why=why,
        before=limits.centre,
        since=fmean(latest[-RUN_ON_ONE_SIDE:]),
        points=len(latest[-RUN_ON_ONE_SIDE:]),
        limits=limits,
    )


def _why(latest: Sequence[float], limits: Individuals) -> Why:
    run = latest[-RUN_ON_ONE_SIDE:]
    if len(run) == RUN_ON_ONE_SIDE and abs(_sides(run, limits)) == len(run):
        return Why.RUN
    if not limits.low <= latest[-1] <= limits.high:
        return Why.OUTSIDE
    return Why.NONE


def _sides(values: Sequence[float], limits: Individuals) -> int:
    """How many lie above the centre, less how many below."""
    return sum((v > limits.centre) - (v < limits.centre) for v in values)


def _side(values: Sequence[float], limits: Individuals) -> int:
    return 1 if _sides(values, limits) > 0 else -1


def _word(side: int, direction: Direction) -> Verdict:
    if direction is Direction.CONTEXT:
        return Verdict.HIGHER if side > 0 else Verdict.LOWER
    good = 1 if direction is Direction.UP else -1
    return Verdict.BETTER if side == good else Verdict.WORSE
