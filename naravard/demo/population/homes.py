"""Where homes lie: invented places inside the municipality, the same every time."""

from collections.abc import Iterator
from math import cos, radians
from random import Random
from typing import NamedTuple

from naravard.people.county import County, MunicipalityData
from naravard.people.county.outlines import Ring, is_inside, outlines

IN_A_TOWN = 400  # places to live in or around each town
NEAR_KM, AROUND_KM = 1.2, 7.0  # so far from the middle of the town, about
SHARE_AROUND = 0.25  # live outside the town
KM_A_DEGREE = 111.2
TRIES = 200
DECIMALS = 5  # about a metre


class Place(NamedTuple):
    """A place on the map, WGS84 degrees."""

    latitude: float
    longitude: float


class Homes:
    """The places of a county where somebody can live, by municipality and town."""

    def __init__(self, county: County) -> None:
        """Draw them all; a municipality without outline has them around its town."""
        codes = frozenset(row.code for row in county.municipalities)
        rings = {each.code: each.rings for each in outlines(codes)}
        self._places: dict[tuple[str, str], tuple[Place, ...]] = {}
        for row in county.municipalities:
            self._draw(row, rings.get(row.code, ()))

    def at(self, municipality: str, town: str, home: int) -> Place:
        """Where a home in a town lies, told from its number. Raises KeyError."""
        places = self._places[municipality, town]
        return places[home % len(places)]

    def _draw(self, row: MunicipalityData, rings: tuple[Ring, ...]) -> None:
        middle = Place(row.latitude, row.longitude)
        for number, town in enumerate(row.towns):
            chance = Random(f"town {row.code} {town.name}")  # noqa: S311
            at = middle if number == 0 else _elsewhere(middle, rings, chance)
            self._places[row.code, town.name] = tuple(_around(at, rings, chance))


def _elsewhere(middle: Place, rings: tuple[Ring, ...], chance: Random) -> Place:
    """The middle of a smaller town: somewhere else in the municipality."""
    if not rings:
        return _moved(middle, AROUND_KM, -AROUND_KM)
    points = [point for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    for _ in range(TRIES):
        found = Place(chance.uniform(south, north), chance.uniform(west, east))
        if is_inside(rings, found.longitude, found.latitude):
            return found
    return middle


def _around(middle: Place, rings: tuple[Ring, ...], chance: Random) -> Iterator[Place]:
    """Places near the middle of a town and, fewer, further out."""
    for _ in range(IN_A_TOWN):
        reach = AROUND_KM if chance.random() < SHARE_AROUND else NEAR_KM
        yield _inside(middle, reach, rings, chance)


def _inside(
    middle: Place, reach: float, rings: tuple[Ring, ...], chance: Random
) -> Place:
    for _ in range(TRIES):
        found = _moved(middle, chance.gauss(0, reach), chance.gauss(0, reach))
        if not rings or is_inside(rings, found.longitude, found.latitude):
            return found
    return middle


def _moved(place: Place, north_km: float, east_km: float) -> Place:
    narrowed = KM_A_DEGREE * cos(radians(place.latitude))
    return Place(
        round(place.latitude + north_km / KM_A_DEGREE, DECIMALS),
        round(place.longitude + east_km / narrowed, DECIMALS),
    )
