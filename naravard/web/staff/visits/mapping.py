"""The day on a map of our own: areas, rounds and visits, without anybody's tiles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from math import cos, hypot, radians, sin

from naravard.mobile.rows import TeamDay, VisitRow
from naravard.mobile.rules.states import VisitState
from naravard.mobile.rules.travel import Point
from naravard.people.county.outlines import Outline, Ring, largest_of, outlines
from naravard.web.staff.visits.lanes import COLOURS, letter

WIDTH, MARGIN = 330.0, 22.0
LOWEST, HIGHEST = 220.0, 420.0
TOO_NEAR = 1.0  # px between two points of an outline
APART = 20.0  # px between two visits, so that both can be read
PUSHES = 40  # rounds of pushing them apart
KM_IN_A_DEGREE = 111.2
SMALLEST = 0.12  # degrees, so that a day with one visit is a map as well
SCALES = (1, 2, 5, 10, 20, 50)  # km that a scale can show
LONGEST_SCALE = 90.0  # px
NAMES_INSIDE = 40.0  # px from the edge, for a name of an area


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One visit on the map, at x and y, with the round's letter and its number."""

    x: float
    y: float
    text: str
    colour: int
    visit_id: str
    urgent: bool
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a round has left, from the last place that is made and back to the base."""

    points: str
    colour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A municipality: its outline, and where its name stands when there is room."""

    path: str
    name: str
    x: float
    y: float
    is_named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything drawn; distances are true in both directions, north is up.

    Visits that would hide each other are pushed apart as far as they can be read.
    """

    width: float
    height: float
    base_x: float
    base_y: float
    grounds: tuple[Ground, ...]
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    scale: float  # px
    scale_km: int

    @property
    def scale_y(self) -> float:
        """Where the scale stands."""
        return self.height - 10


def drawn(day: TeamDay) -> Map:
    """The map of a day."""
    paper = _Paper([day.team.base, *(row.place for row in day.visits)])
    dots = [
        _dot(paper, row, f"{letter(number)}{at}", number % COLOURS)
        for number, each in enumerate(day.rounds)
        for at, row in enumerate(each.visits, 1)
    ]
    dots += [_dot(paper, row, "?", COLOURS) for row in day.without_anybody]
    x, y = paper.at(day.team.base)
    km = paper.scale_km()
    return Map(
        width=WIDTH,
        height=paper.height,
        base_x=x,
        base_y=y,
        grounds=tuple(_grounds(paper, frozenset(day.team.municipalities))),
        dots=tuple(apart(dots, paper.height)),
        lines=tuple(_lines(day, paper)),
        scale=round(km * paper.px_a_km, 1),
        scale_km=km,
    )


def apart(dots: list[Dot], height: float) -> list[Dot]:
    """The same visits, none of them hidden by another, on a paper so high (px)."""
    at = [[dot.x, dot.y] for dot in dots]
    for _ in range(PUSHES):
        for one, two in combinations(range(len(at)), 2):
            _push(at[one], at[two], one - two)
        for place in at:
            place[0] = min(max(place[0], APART / 2), WIDTH - APART / 2)
            place[1] = min(max(place[1], APART / 2), height - APART / 2)
    return [
        replace(dot, x=round(x, 1), y=round(y, 1))
        for dot, (x, y) in zip(dots, at, strict=True)
    ]


class _Paper:
    """Where a place on the earth lies on the map."""

    def __init__(self, places: list[Point]) -> None:
        self.north = max(each.latitude for each in places)
        south = min(each.latitude for each in places)
        self.west = min(each.longitude for each in places)
        east = max(each.longitude for each in places)
        self.shrink = cos(radians((self.north + south) / 2))
        high, wide = self.north - south, (east - self.west) * self.shrink
        self.scale = min(
            (WIDTH - 2 * MARGIN) / max(wide, SMALLEST),
            (HIGHEST - 2 * MARGIN) / max(high, SMALLEST),
        )
        self.height = round(max(high * self.scale + 2 * MARGIN, LOWEST), 1)
        # What is narrower or lower than the paper stands in its middle.
        self.left = (WIDTH - wide * self.scale) / 2
        self.top = (self.height - high * self.scale) / 2

    @property
    def px_a_km(self) -> float:
        """How long a kilometre is."""
        return self.scale / KM_IN_A_DEGREE

    def at(self, place: Point) -> tuple[float, float]:
        """Where the place lies, in px from the upper left corner."""
        x = (place.longitude - self.west) * self.shrink * self.scale
        y = (self.north - place.latitude) * self.scale
        return round(self.left + x, 1), round(self.top + y, 1)

    def scale_km(self) -> int:
        """The longest of the usual scales that has room."""
        fits = [km for km in SCALES if km * self.px_a_km <= LONGEST_SCALE]
        return fits[-1] if fits else SCALES[0]


def _dot(paper: _Paper, row: VisitRow, text: str, colour: int) -> Dot:
    x, y = paper.at(row.place)
    return Dot(
        x=x,
        y=y,
        text=text,
        colour=colour,
        visit_id=str(row.id),
        urgent=row.urgent,
        done=row.state is VisitState.DONE,
    )


def _lines(day: TeamDay, paper: _Paper) -> Iterator[Line]:
    """The ways that are left to drive; those that are driven would only hide them."""
    for number, each in enumerate(day.rounds):
        left = [row.place for row in each.visits if row.state is not VisitState.DONE]
        made = [row.place for row in each.visits if row.state is VisitState.DONE]
        if left:
            corners = [made[-1] if made else day.team.base, *left, day.team.base]
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(paper.at, corners))
            yield Line(points=points, colour=number % COLOURS)


def _push(one: list[float], two: list[float], turn: int) -> None:
    """Move two places apart by half of what they lack; two in one place, to a side."""
    wide, high = two[0] - one[0], two[1] - one[1]
    far = hypot(wide, high)
    if far >= APART:
        return
    lack = (APART - far) / 2
    if far < 1.0:
        wide, high, far = cos(turn), sin(turn), 1.0
    one[0], one[1] = one[0] - wide / far * lack, one[1] - high / far * lack
    two[0], two[1] = two[0] + wide / far * lack, two[1] + high / far * lack


def _grounds(paper: _Paper, codes: frozenset[str]) -> Iterator[Ground]:
    """The municipalities that the team goes to; invented ones have no outline."""
    for outline in outlines(codes):
        yield _ground(paper, outline)


def _ground(paper: _Paper, outline: Outline) -> Ground:
    rings = [[paper.at(Point(y, x)) for x, y in ring] for ring in outline.rings]
    inside = [(x, y) for x, y in largest_of(rings) if _is_inside(paper, x, y)]
    x, y = _middle(inside or [(-1.0, -1.0)])
    return Ground(
        path="".join(map(_path, rings)),
        name=outline.name,
        x=round(min(max(x, NAMES_INSIDE), WIDTH - NAMES_INSIDE), 1),
        y=round(y, 1),
        is_named=bool(inside),
    )


def _middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    xs, ys = zip(*points, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _is_inside(paper: _Paper, x: float, y: float) -> bool:
    return 0 <= x <= WIDTH and 0 <= y <= paper.height


def _path(ring: Ring) -> str:
    kept = [ring[0]]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= TOO_NEAR:
            kept.append((x, y))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"
