"""Minutes between places: an estimate that says it is one."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
# Swedish roads are so much longer than the straight line. [own estimate]
ROAD_FACTOR = 1.35
# Short ways go through streets, long ones on roads: km and km/h. [own estimate]
SPEEDS = ((3.0, 30.0), (15.0, 50.0), (float("inf"), 70.0))
TO_THE_DOOR = 2.0  # minutes to park and walk


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, WGS84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Roads:
    """Minutes between places, and whether they are an estimate."""

    minutes: tuple[tuple[float, ...], ...]
    estimated: bool


def straight_km(one: Point, two: Point) -> float:
    """The straight line over the earth, in kilometres."""
    north = radians(two.latitude - one.latitude)
    east = radians(two.longitude - one.longitude)
    between = (
        sin(north / 2) ** 2
        + cos(radians(one.latitude)) * cos(radians(two.latitude)) * sin(east / 2) ** 2
    )
    return 2 * EARTH_KM * asin(sqrt(between))


def estimated_minutes(one: Point, two: Point) -> float:
    """Whole minutes of driving by straight line, road factor and speed."""
    if one == two:
        return 0.0
    km = straight_km(one, two) * ROAD_FACTOR
    speed = next(speed for longest, speed in SPEEDS if km <= longest)
    return float(round(60 * km / speed + TO_THE_DOOR))


def estimated(points: tuple[Point, ...]) -> Roads:
    """Every way between the places, estimated."""
    return Roads(
        minutes=tuple(
            tuple(estimated_minutes(one, two) for two in points) for one in points
        ),
        estimated=True,
    )
