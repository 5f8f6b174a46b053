"""Cells of a table: the finest ones counted once, the coarser ones summed (pure)."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from naravard.indicators.engine.dividing import UNKNOWN, Division
from naravard.indicators.engine.running import Row
from naravard.indicators.results import WHOLE
from naravard.indicators.statistics.small_numbers import Sum

COUNTY_DIGITS = 2
LEVEL_OF_ALL = "all"
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a cell is: the level and its code; the whole lake is `all`, `all`."""

    level: str
    code: str


EVERYWHERE = Place(LEVEL_OF_ALL, WHOLE)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One cell of the table: a place, and the strata it is within."""

    place: Place
    strata: tuple[tuple[str, str], ...] = ()

    @property
    def stratum(self) -> str:
        """The strata as they are written: `sex=F;age=80+`, or `all`."""
        return ";".join(f"{name}={value}" for name, value in self.strata) or WHOLE


@dataclass(slots=True)
class Content:
    """What fell into a cell: the different (num, den) and how many had each.

    `parts` keeps num and den apart by month or by age group, when they are needed so.
    """

    paired: bool = False
    pairs: dict[Pair, int] = field(default_factory=dict)
    parts: dict[int, Pair] = field(default_factory=dict)

    def add(self, part: int, pair: Pair, count: int) -> None:
        """Take in `count` units that each have the pair, or one part's sums."""
        if self.paired:
            self.pairs[pair] = self.pairs.get(pair, 0) + count
        else:
            num, den = self.parts.get(part, (0.0, 0.0))
            self.parts[part] = (num + pair[0], den + pair[1])

    @property
    def num(self) -> float:
        """The sum above the line, the same in whatever order it was taken in."""
        return math.fsum(num for num, _ in self._sums())

    @property
    def den(self) -> float:
        """The sum below the line."""
        return math.fsum(den for _, den in self._sums())

    def _sums(self) -> Iterator[Pair]:
        if self.paired:
            yield from (
                (num * count, den * count) for (num, den), count in self.pairs.items()
            )
        yield from self.parts.values()


Table = dict[Key, Content]


def gather(
    rows: Iterable[Row],
    division: Division,
    table: Table,
    *,
    paired: bool,
    by_month: bool,
) -> None:
    """Add to every cell of the division what the rows of an engine say.

    `paired`: each row stands for `count` units with the same (num, den), else its num
    and den are sums already.
    """
    read = sorted(
        (tuple(map(str, row[:-5])), tuple(map(_number, row[-5:]))) for row in rows
    )
    for (muni, unit, *strata), (month, group, num, den, count) in read:
        part = int(month if by_month else group)
        for key in _keys(muni, unit, strata, division):
            content = table.setdefault(key, Content(paired=paired))
            content.add(part, (num, den), int(count))


def sums_of(keys: Iterable[Key], division: Division) -> list[Sum[Key]]:
    """Which cells are sums of which, so that a hidden one cannot be worked out."""
    parts: dict[Key, dict[str, list[Key]]] = {}
    for key in keys:
        for dimension, total in _totals(key, division):
            parts.setdefault(total, {}).setdefault(dimension, []).append(key)
    return [
        Sum(total=total, parts=tuple(sorted(each)))
        for total, dimensions in parts.items()
        for each in dimensions.values()
    ]


def _keys(muni: str, unit: str, strata: list[str], division: Division) -> Iterator[Key]:
    named = list(zip(division.strata, strata, strict=True))
    for place in _places(muni, unit, division):
        for size in range(len(named) + 1):
            for chosen in combinations(named, size):
                yield Key(place, chosen)


def _places(muni: str, unit: str, division: Division) -> Iterator[Place]:
    yield EVERYWHERE
    for level in division.places:
        if level == "unit":
            yield Place(level, unit)
        else:
            yield Place(level, muni if level == "municipality" else county_of(muni))


def county_of(muni: str) -> str:
    """The county of a municipality's code."""
    return muni if muni == UNKNOWN else muni[:COUNTY_DIGITS]


def _totals(key: Key, division: Division) -> Iterator[tuple[str, Key]]:
    """The cells that this one is a part of, with the dimension it is summed over."""
    above = _above(key.place, division)
    if above is not None:
        yield key.place.level, Key(above, key.strata)
    for stratum in key.strata:
        rest = tuple(each for each in key.strata if each != stratum)
        yield stratum[0], Key(key.place, rest)


def _above(place: Place, division: Division) -> Place | None:
    if place.level == LEVEL_OF_ALL:
        return None
    if place.level == "municipality" and "county" in division.places:
        return Place("county", county_of(place.code))
    return EVERYWHERE


def _number(value: object) -> float:
    return 0.0 if value is None else float(str(value))
