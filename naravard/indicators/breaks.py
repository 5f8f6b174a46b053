"""A series of results and where it is broken: by a new major version, or by a gap.

Values on both sides of a break line are not compared (pure).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from naravard.indicators.results import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakLine:
    """Before this period the numbers mean something else."""

    period: str
    says: str


def break_lines(series: Sequence[Result]) -> tuple[BreakLine, ...]:
    """The breaks of one indicator's rows in order of time.

    A patch or a minor version gives the same numbers, and so no line.
    """
    return tuple(
        BreakLine(
            period=after.period,
            says=f"ny definition: {before.version} blev {after.version}",
        )
        for before, after in pairwise(series)
        if _meaning(before.version) != _meaning(after.version)
    )


def _meaning(version: str) -> tuple[str, str]:
    """What decides the numbers: the major version and the parameters changed."""
    number, _, changed = version.partition("+")
    return number.partition(".")[0], changed
