"""The control chart: is it better or worse, or only chance? And its small sister."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from naravard.web.charts.drawing import (
    Label,
    Scale,
    curve,
    line,
    mark,
    number_words,
    picture,
    spread,
    steps,
    words,
)

WIDTH, HEIGHT = 790, 340
LEFT, RIGHT, TOP, BOTTOM = 46, 116, 34, 40
ROOM = 0.08  # above and below the highest and lowest
HALF_STEP = 7
SPARK_WIDTH, SPARK_HEIGHT = 132, 38
LABELS_BELOW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One point; `tone` is `better`, `worse`, `other` or empty for chance."""

    label: str
    value: float
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPhase:
    """A stretch between two named changes, with its own limits."""

    first: int
    after: int
    centre: float
    low: float
    high: float
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlChart:
    """What a control chart shows."""

    key: str
    title: str
    says: str
    points: tuple[ChartPoint, ...]
    phases: tuple[ChartPhase, ...]
    goal: float | None = None
    decimals: int = 1
    least: float | None = None


def draw_control_chart(chart: ControlChart) -> SafeString:
    """The chart as SVG."""
    across, up = _scales(chart)
    inside = [
        *_grid(chart, up),
        *_goal(chart, up),
        *(part for phase in chart.phases for part in _phase(phase, across, up)),
        curve(_places(chart.points, across, up), "kurva"),
        *(
            _point(point, x, y)
            for point, (x, y) in zip(
                chart.points, _places(chart.points, across, up), strict=True
            )
        ),
        *_beside(chart, up),
        *_changes(chart, across),
        *_below(chart, across),
    ]
    return picture(
        WIDTH,
        HEIGHT,
        inside,
        key=chart.key,
        title=chart.title,
        says=chart.says,
        look="spc",
    )


def draw_spark(
    values: Sequence[float], *, says: str, goal: float | None, tone: str
) -> SafeString:
    """A line without axes, for a card; the last point has the colour."""
    every = [*values, *([] if goal is None else [goal])]
    across = Scale(low=0, high=max(1, len(values) - 1), first=3, last=SPARK_WIDTH - 7)
    up = Scale(low=min(every), high=max(every), first=SPARK_HEIGHT - 4, last=4)
    points = [(across(n), up(value)) for n, value in enumerate(values)]
    inside = [] if goal is None else [line(0, up(goal), SPARK_WIDTH, up(goal), "mal")]
    inside.append(curve(points, "kurva"))
    x, y = points[-1]
    inside.append(mark("circle", cx=x, cy=y, r=4, class_=f"p {TONES[tone]}".strip()))
    svg = mark(
        "svg",
        "".join(inside),
        class_="dia gnista",
        viewBox=f"0 0 {SPARK_WIDTH} {SPARK_HEIGHT}",
        role="img",
        aria_label=says,
    )
    return SafeString(svg)


# Tone of a point -> class in the stylesheet.
TONES = {"": "", "better": "bra", "worse": "samre", "other": "nu"}


def _scales(chart: ControlChart) -> tuple[Scale, Scale]:
    every = [point.value for point in chart.points]
    every += [limit for p in chart.phases for limit in (p.low, p.high)]
    every += [] if chart.goal is None else [chart.goal]
    low, high = min(every), max(every)
    room = (high - low or abs(high) or 1) * ROOM
    low = low - room if chart.least is None else max(chart.least, low - room)
    across = Scale(
        low=0, high=max(1, len(chart.points) - 1), first=LEFT, last=WIDTH - RIGHT
    )
    return across, Scale(low=low, high=high + room, first=HEIGHT - BOTTOM, last=TOP)


def _places(
    points: Sequence[ChartPoint], across: Scale, up: Scale
) -> list[tuple[float, float]]:
    return [(across(n), up(point.value)) for n, point in enumerate(points)]


def _grid(chart: ControlChart, up: Scale) -> list[str]:
    found = steps(up.low, up.high)
    decimals = 0 if all(each.is_integer() for each in found) else chart.decimals
    return [
        part
        for each in found
        for part in (
            line(LEFT, up(each), WIDTH - RIGHT, up(each), "g"),
            words(number_words(each, decimals), LEFT - 8, up(each) + 4, "ax", "end"),
        )
    ]


def _goal(chart: ControlChart, up: Scale) -> list[str]:
    if chart.goal is None:
        return []
    return [line(LEFT, up(chart.goal), WIDTH - RIGHT + 6, up(chart.goal), "mal")]


def _phase(phase: ChartPhase, across: Scale, up: Scale) -> list[str]:
    x1 = across(phase.first) - (HALF_STEP if phase.first else 0)
    x2 = across(phase.after - 1) + HALF_STEP
    top, bottom = min(HEIGHT, up(phase.high)), min(HEIGHT - BOTTOM, up(phase.low))
    return [
        mark("rect", x=x1, y=top, width=x2 - x1, height=bottom - top, class_="band"),
        line(x1, up(phase.centre), x2, up(phase.centre), "medel"),
        line(x1, top, x2, top, "grans"),
        line(x1, bottom, x2, bottom, "grans"),
    ]


def _point(point: ChartPoint, x: float, y: float) -> str:
    look = f"p {TONES[point.tone]}".strip()
    if point.tone == "worse":
        return mark(
            "rect",
            x=x - 4.6,
            y=y - 4.6,
            width=9.2,
            height=9.2,
            class_=look,
            transform=f"rotate(45 {x:.1f} {y:.1f})",
        )
    return mark("circle", cx=x, cy=y, r=5.0 if point.tone else 3.6, class_=look)


def _beside(chart: ControlChart, up: Scale) -> list[str]:
    """Names of the lines: of the last phase to the right, of earlier ones inside."""
    labels = []
    if chart.phases:
        last = chart.phases[-1]
        told = (
            (last.centre, gettext("Medel"), "fet"),
            (last.high, gettext("Övre gräns"), ""),
            (last.low, gettext("Nedre gräns"), ""),
        )
        labels = [
            Label(
                y=min(up(value), HEIGHT - BOTTOM),
                text=f"{name} {number_words(value, chart.decimals)}",
                look=look,
            )
            for value, name, look in told
        ]
    if chart.goal is not None:
        text = f"{gettext('Mål')} {number_words(chart.goal, chart.decimals)}"
        labels.append(Label(y=up(chart.goal), text=text, look="mal-t"))
    return [
        words(each.text, WIDTH - RIGHT + 12, each.y + 4, f"lab {each.look}".strip())
        for each in spread(labels)
    ]


def _changes(chart: ControlChart, across: Scale) -> list[str]:
    """A line down where something was changed, with its name."""
    parts = []
    for phase in chart.phases[1:]:
        x = across(phase.first) - HALF_STEP
        parts.append(line(x, TOP - 10, x, HEIGHT - BOTTOM, "hand"))
        anchor = "end" if x > WIDTH / 2 else "start"
        parts.append(
            words(
                phase.name,
                x - 6 if anchor == "end" else x + 6,
                TOP - 14,
                "lab fet",
                anchor,
            )
        )
    return parts


def _below(chart: ControlChart, across: Scale) -> list[str]:
    number = len(chart.points)
    every = max(1, -(-number // LABELS_BELOW))
    return [
        words(point.label, across(n), HEIGHT - BOTTOM + 18, "ax", "middle")
        for n, point in enumerate(chart.points)
        if n % every == 0
    ]
