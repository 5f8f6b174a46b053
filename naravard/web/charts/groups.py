"""Bars with intervals: is it the same for all?"""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from naravard.web.charts.drawing import (
    Scale,
    line,
    mark,
    number_words,
    picture,
    words,
)

WIDTH = 430
LEFT, RIGHT = 126, 46
ROW, HEADING, TOP = 25, 30, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One group: its value and interval, and on which side of the county it surely is.

    `side` is `over`, `under` or empty; a value that is None is hidden.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarGroup:
    """Bars of one division, under its name."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChart:
    """What the chart shows."""

    key: str
    title: str
    says: str
    groups: tuple[BarGroup, ...]
    whole: float
    whole_name: str
    decimals: int = 1


def draw_group_chart(chart: GroupChart) -> SafeString:
    """The chart as SVG."""
    highest = max(
        [chart.whole]
        + [
            each
            for group in chart.groups
            for bar in group.bars
            for each in (bar.value, bar.high)
            if each is not None
        ]
    )
    across = Scale(low=0, high=highest * 1.05 or 1, first=LEFT, last=WIDTH - RIGHT)
    inside: list[str] = []
    y = float(TOP)
    for group in chart.groups:
        inside.append(words(group.name, 0, y + 20, "lab fet"))
        y += HEADING
        for bar in group.bars:
            inside += _bar(bar, y, across, chart.decimals)
            y += ROW
    height = y + 12
    middle = across(chart.whole)
    inside += [
        line(middle, 20, middle, height - 4, "mal"),
        words(chart.whole_name, middle, 13, "lab mal-t", "middle"),
    ]
    return picture(
        WIDTH,
        height,
        inside,
        key=chart.key,
        title=chart.title,
        says=chart.says,
        look="jam",
    )


def _bar(bar: Bar, y: float, across: Scale, decimals: int) -> list[str]:
    parts = [words(bar.name, 0, y + 16)]
    if bar.value is None:
        return [*parts, words("–", WIDTH, y + 16, "lab", "end")]
    parts.append(
        mark(
            "rect",
            x=LEFT,
            y=y + 5,
            width=across(bar.value) - LEFT,
            height=14,
            rx=2,
            class_=f"stapel {bar.side}".strip(),
        )
    )
    if bar.low is not None and bar.high is not None:
        low, high = across(bar.low), across(bar.high)
        parts.append(line(low, y + 12, high, y + 12, "osak"))
        parts += [line(x, y + 8, x, y + 16, "osak") for x in (low, high)]
    look = "lab fet" if bar.side else "lab"
    parts.append(words(number_words(bar.value, decimals), WIDTH, y + 16, look, "end"))
    return parts
