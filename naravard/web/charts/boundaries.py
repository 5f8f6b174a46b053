"""The outlines of municipalities, drawn on paper."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from naravard.people.county.outlines import Ring, centre_of, largest_of, outlines

WIDTH = 430
MARGIN = 12
TOO_NEAR = 1.2  # px between two points of an outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One municipality: its outline as an SVG path, and where its name may stand."""

    code: str
    path: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """The municipalities of a map that is so wide and high, in px."""

    width: float
    height: float
    areas: tuple[Area, ...]


@cache
def boundaries_of(codes: frozenset[str]) -> Boundaries:
    """The map of the municipalities that have these codes; others are left out."""
    rings = {each.code: list(each.rings) for each in outlines(codes)}
    points = [point for each in rings.values() for ring in each for point in ring]
    if not points:
        return Boundaries(width=WIDTH, height=0, areas=())
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    # A degree of longitude is shorter the further north one is.
    narrowed = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * narrowed)

    def placed(ring: Ring) -> Ring:
        return [
            (MARGIN + (x - west) * narrowed * scale, MARGIN + (north - y) * scale)
            for x, y in ring
        ]

    areas = (
        _area(code, [placed(ring) for ring in each])
        for code, each in sorted(rings.items())
    )
    height = (north - south) * scale + 2 * MARGIN
    return Boundaries(width=WIDTH, height=round(height, 1), areas=tuple(areas))


@cache
def names_of(codes: frozenset[str]) -> dict[str, str]:
    """What municipalities are called in short, by code; invented ones are left out."""
    return {each.code: each.name for each in outlines(codes)}


def _area(code: str, rings: Sequence[Ring]) -> Area:
    largest = largest_of(rings)
    x, y = centre_of(largest)
    path = " ".join(
        "M" + " ".join(f"{px:.1f} {py:.1f}" for px, py in _thinned(ring)) + "Z"
        for ring in rings
    )
    width = max(px for px, _ in largest) - min(px for px, _ in largest)
    return Area(code=code, path=path, x=round(x, 1), y=round(y, 1), width=width)


def _thinned(ring: Ring) -> Iterator[tuple[float, float]]:
    """The ring without points that would fall on the one before."""
    last: tuple[float, float] | None = None
    for point in ring:
        if last is None or math.dist(point, last) >= TOO_NEAR:
            yield point
            last = point
