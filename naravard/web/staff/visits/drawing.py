"""The day drawn: a map of our own, and rounds along the hours."""

from dataclasses import dataclass
from datetime import datetime
from math import cos, radians

from naravard.core.clock import local
from naravard.mobile.rows import RoundRow, TeamDay, VisitRow
from naravard.mobile.rules.travel import Point

WIDTH, HEIGHT, MARGIN = 420, 420, 24
COLOURS = 6  # told by class in the stylesheet, and always by a letter as well
FIRST_HOUR, LAST_HOUR = 7, 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One visit on the map, at x and y, with the round's letter and its number."""

    x: float
    y: float
    text: str
    colour: int
    name: str
    urgent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One round on the map, from the base and back."""

    points: str
    colour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything drawn; distances are true in both directions, north is up."""

    width: int
    height: int
    base: Dot
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One visit along the hours; left and width in per cent of the day shown."""

    row: VisitRow
    left: float
    width: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One person's day along the hours."""

    row: RoundRow
    letter: str
    colour: int
    bars: tuple[Bar, ...]


def drawn(day: TeamDay) -> Map:
    """The map of a day."""
    places = [day.team.base, *(row.place for row in day.visits)]
    paper = _Paper(places)
    dots, lines = [], []
    for number, each in enumerate(day.rounds):
        corners = [day.team.base, *(row.place for row in each.visits), day.team.base]
        if each.visits:
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(paper.at, corners))
            lines.append(Line(points=points, colour=number % COLOURS))
        for at, row in enumerate(each.visits, 1):
            dots.append(_dot(paper, row, f"{letter(number)}{at}", number % COLOURS))
    dots += [_dot(paper, row, "?", COLOURS) for row in day.without_anybody]
    x, y = paper.at(day.team.base)
    return Map(
        width=WIDTH,
        height=HEIGHT,
        base=Dot(x=x, y=y, text="", colour=COLOURS, name=day.team.name, urgent=False),
        dots=tuple(dots),
        lines=tuple(lines),
    )


def lanes(day: TeamDay) -> tuple[Lane, ...]:
    """Everybody's day along the hours."""
    return tuple(
        Lane(
            row=each,
            letter=letter(number),
            colour=number % COLOURS,
            bars=tuple(
                _bar(row, f"{letter(number)}{at}")
                for at, row in enumerate(each.visits, 1)
            ),
        )
        for number, each in enumerate(day.rounds)
    )


def letter(number: int) -> str:
    """A, B, C … for the rounds in order; after Z they begin again as A1."""
    again = "" if number < 26 else str(number // 26)  # noqa: PLR2004 - the alphabet
    return chr(ord("A") + number % 26) + again


class _Paper:
    """Where a place on the earth lies on the map."""

    def __init__(self, places: list[Point]) -> None:
        self.north = max(each.latitude for each in places)
        self.west = min(each.longitude for each in places)
        self.shrink = cos(radians(self.north))
        high = self.north - min(each.latitude for each in places)
        wide = (max(each.longitude for each in places) - self.west) * self.shrink
        self.scale = min(
            (HEIGHT - 2 * MARGIN) / max(high, 1e-6),
            (WIDTH - 2 * MARGIN) / max(wide, 1e-6),
        )

    def at(self, place: Point) -> tuple[float, float]:
        x = (place.longitude - self.west) * self.shrink * self.scale
        y = (self.north - place.latitude) * self.scale
        return round(MARGIN + x, 1), round(MARGIN + y, 1)


def _dot(paper: _Paper, row: VisitRow, text: str, colour: int) -> Dot:
    x, y = paper.at(row.place)
    return Dot(x=x, y=y, text=text, colour=colour, name=row.name, urgent=row.urgent)


def _bar(row: VisitRow, text: str) -> Bar:
    starts_at = row.starts_at or row.opens_at
    hours = (LAST_HOUR - FIRST_HOUR) * 60
    left = 100 * (_minutes(starts_at) - FIRST_HOUR * 60) / hours
    width = 100 * row.minutes / hours
    return Bar(
        row=row,
        left=round(min(max(left, 0), 100 - width), 2),
        width=round(width, 2),
        text=text,
    )


def _minutes(moment: datetime) -> int:
    shown = local(moment)
    return shown.hour * 60 + shown.minute
