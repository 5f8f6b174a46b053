"""Values beside sizes: which differ more than chance and usual variation explain?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from naravard.web.charts.control import TONES
from naravard.web.charts.drawing import (
    Scale,
    curve,
    line,
    mark,
    number_words,
    picture,
    steps,
    words,
)

WIDTH, HEIGHT = 430, 330
LEFT, RIGHT, TOP, BOTTOM = 46, 16, 20, 46
DRAWN = 40  # places along a limit
SMALLEST = 1 / 60  # of the largest size: nearer nothing the limits fill the paper
ROOM = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelMark:
    """One place: its size and value; the tone is empty inside the limits."""

    name: str
    size: float
    value: float
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelChart:
    """What the chart shows; `limits` gives the four limits at a size, low to high."""

    key: str
    title: str
    says: str
    marks: tuple[FunnelMark, ...]
    target: float
    limits: Callable[[float], tuple[float, float, float, float]]
    size_name: str
    decimals: int = 1


def draw_funnel(chart: FunnelChart) -> SafeString:
    """The chart as SVG."""
    largest = max(each.size for each in chart.marks)
    sizes = [largest * (SMALLEST + n / DRAWN) for n in range(DRAWN + 2)]
    drawn = [chart.limits(size) for size in sizes]
    across = Scale(low=0, high=sizes[-1], first=LEFT, last=WIDTH - RIGHT)
    up = _up(
        chart,
        [
            limits
            for size, limits in zip(sizes, drawn, strict=True)
            if size >= min(each.size for each in chart.marks)
        ],
    )
    lines = [
        curve(
            [
                (across(size), up(limits[number]))
                for size, limits in zip(sizes, drawn, strict=True)
                if up.low <= limits[number] <= up.high
            ],
            "kurva" if number in {0, 3} else "kurva bas",
        )
        for number in range(4)
    ]
    inside = [
        *_grid(chart, across, up),
        line(LEFT, up(chart.target), WIDTH - RIGHT, up(chart.target), "medel"),
        *lines,
        *(part for each in chart.marks for part in _mark(each, across, up)),
    ]
    return picture(
        WIDTH,
        HEIGHT,
        inside,
        key=chart.key,
        title=chart.title,
        says=chart.says,
        look="jam",
    )


def _up(
    chart: FunnelChart, limits: Sequence[tuple[float, float, float, float]]
) -> Scale:
    every = [each.value for each in chart.marks]
    every += [value for four in limits for value in (four[0], four[-1])]
    room = (max(every) - min(every) or 1) * ROOM
    return Scale(
        low=max(0.0, min(every) - room),
        high=max(every) + room,
        first=HEIGHT - BOTTOM,
        last=TOP,
    )


def _grid(chart: FunnelChart, across: Scale, up: Scale) -> list[str]:
    parts: list[str] = []
    for each in steps(up.low, up.high):
        parts.append(line(LEFT, up(each), WIDTH - RIGHT, up(each), "g"))
        told = number_words(each, 0 if each.is_integer() else chart.decimals)
        parts.append(words(told, LEFT - 6, up(each) + 4, "ax", "end"))
    for each in steps(0, across.high, 4):
        told = number_words(each, 0)
        parts.append(words(told, across(each), HEIGHT - BOTTOM + 18, "ax", "middle"))
    middle = (LEFT + WIDTH - RIGHT) / 2
    return [*parts, words(chart.size_name, middle, HEIGHT - 6, "ax", "middle")]


def _mark(each: FunnelMark, across: Scale, up: Scale) -> list[str]:
    x, y = across(each.size), up(each.value)
    look = f"p {TONES[each.tone]}".strip()
    drawn = mark("circle", cx=x, cy=y, r=5.0 if each.tone else 3.6, class_=look)
    if not each.tone:
        return [drawn]
    left = x > WIDTH / 2
    anchor = "end" if left else "start"
    name = words(each.name, x - 9 if left else x + 9, y + 4, "lab fet halo", anchor)
    return [drawn, name]
