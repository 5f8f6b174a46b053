"""The road to the goal: paved, gravelled, staked out, with the stones in the way."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from django.utils.safestring import SafeString

from naravard.web.charts.drawing import curve, line, mark, picture, words

WIDTH, HEIGHT = 1160, 340
BENDS = (
    ((52, 258), (160, 258), (215, 136), (340, 136)),
    ((340, 136), (480, 136), (500, 248), (640, 248)),
    ((640, 248), (780, 248), (800, 104), (940, 96)),
    ((940, 96), (1000, 93), (1050, 92), (1104, 86)),
)
POINTS_A_BEND = 60
STONE = "M-13 8 L-8 -7 L2 -11 L11 -5 L14 8 Z"
LOOKS_OF_STONE = {"gone": "h-borta", "working": "h-pagar", "left": "h-kvar"}
RAYS = 12
STEEP_WITHIN = 0.03  # of the way, before and after
STEEP = 24  # px upwards in that stretch
LAYERS = (
    # Class, from which part to which: S(taked), G(ravelled), P(aved).
    ("v-stak", "S"),
    ("v-stak2", "S"),
    ("v-grus", "G"),
    ("v-grus2", "G"),
    ("v-grus3", "G"),
    ("v-platt", "P"),
    ("v-platt2", "P"),
    ("v-platt3", "P"),
    ("v-platt4", "P"),
)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadMilestone:
    """A year on the road; `state` is done, here or coming."""

    at: float  # share of the way, 0–1
    year: str
    title: str
    state: str
    is_goal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stone:
    """An obstacle; `state` is gone, working or left."""

    at: float
    title: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadChart:
    """What the road shows: paved so far, gravelled so far."""

    key: str
    title: str
    says: str
    paved: float
    gravelled: float
    milestones: tuple[RoadMilestone, ...]
    stones: tuple[Stone, ...]


def draw_road(chart: RoadChart) -> SafeString:
    """The road as SVG."""
    parts = {
        "P": (0.0, chart.paved),
        "G": (chart.paved, chart.gravelled),
        "S": (chart.gravelled, 1.0),
    }
    inside = [curve(_stretch(*parts[part]), look) for look, part in LAYERS]
    inside += [_stone(stone, n) for n, stone in enumerate(chart.stones)]
    inside += [_milestone(each, n) for n, each in enumerate(chart.milestones)]
    return picture(
        WIDTH,
        HEIGHT,
        inside,
        key=chart.key,
        title=chart.title,
        says=chart.says,
        look="vag",
    )


@cache
def _way() -> tuple[tuple[Point, float], ...]:
    """Points along the road, each with the share of the way that lies behind it."""
    points = [
        _bent(bend, n / POINTS_A_BEND) for bend in BENDS for n in range(POINTS_A_BEND)
    ]
    points.append((float(BENDS[-1][-1][0]), float(BENDS[-1][-1][1])))
    gone, lengths = 0.0, [0.0]
    for before, after in pairwise(points):
        gone += math.dist(before, after)
        lengths.append(gone)
    return tuple((p, length / gone) for p, length in zip(points, lengths, strict=True))


def _bent(bend: Sequence[tuple[int, int]], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    x = math.fsum(w * p[0] for w, p in zip(weights, bend, strict=True))
    y = math.fsum(w * p[1] for w, p in zip(weights, bend, strict=True))
    return x, y


def _place(share: float) -> Point:
    return next(point for point, at in _way() if at >= min(share, 1.0) - 1e-9)


def _climbs(share: float) -> bool:
    """Whether the road goes steeply upwards there."""
    before, after = _place(max(0.0, share - STEEP_WITHIN)), _place(share + STEEP_WITHIN)
    return before[1] - after[1] > STEEP


def _stretch(first: float, last: float) -> list[Point]:
    return [point for point, at in _way() if first <= at <= last]


def _group(x: float, y: float, inside: str) -> str:
    return mark("g", inside, transform=f"translate({x:.0f} {y:.0f})")


def _stone(stone: Stone, number: int) -> str:
    x, y = _place(stone.at)
    parts = [mark("path", d=STONE, class_=f"sten {LOOKS_OF_STONE[stone.state]}")]
    if stone.state == "gone":
        parts.append(mark("path", d="M-5 0 l3.4 3.6 L6 -5", class_="sten-bock"))
    # Every other name above and below, at two heights, so that neighbours part; where
    # the road climbs, names above lean back and names below lean forward.
    above = number % 2 == 0
    side = -1 if above else 1
    reach = 34 + 22 * (number // 2 % 2)
    anchor = "middle" if not _climbs(stone.at) else "end" if above else "start"
    parts.append(line(0, side * 13, 0, side * reach, "visare"))
    y_text = side * reach + (-6 if above else 14)
    parts.append(words(stone.title, 0, y_text, "lab fet halo", anchor))
    return _group(x, y, "".join(parts))


def _milestone(milestone: RoadMilestone, number: int) -> str:
    x, y = _place(milestone.at)
    parts = []
    if milestone.is_goal:
        parts += [
            mark(
                "line",
                y1=-17,
                y2=-22,
                transform=f"rotate({360 // RAYS * ray})",
                class_="strale",
            )
            for ray in range(RAYS)
        ]
        parts.append(mark("circle", r=13, class_="ms sol"))
    else:
        parts += _dot(milestone.state)
    above = milestone.is_goal or (number % 2 == 1 and milestone.state != "here")
    y_year = -62 if above else 62
    anchor = "end" if milestone.is_goal else "start" if x < WIDTH / 12 else "middle"
    dx = 24 if milestone.is_goal else -24 if anchor == "start" else 0
    parts.append(words(milestone.year, dx, y_year, "lab fet stor halo", anchor))
    parts.append(words(milestone.title, dx, y_year + 15, "lab halo", anchor))
    return _group(x, y, "".join(parts))


def _dot(state: str) -> list[str]:
    if state == "here":
        return [
            mark("circle", r=15, class_="ms nu"),
            mark("circle", r=5, class_="ms-prick"),
        ]
    look = "klar" if state == "done" else "sen"
    dot = [mark("circle", r=12, class_=f"ms {look}")]
    if state == "done":
        dot.append(mark("path", d="M-5 0 l3.6 4 L6 -4.5", class_="ms-bock"))
    return dot
