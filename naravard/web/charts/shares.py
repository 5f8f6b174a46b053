"""Bars that are always as long: what a whole is made of, one bar for each."""

from dataclasses import dataclass
from itertools import accumulate

from django.utils.safestring import SafeString

from naravard.web.charts.drawing import mark, picture, words

WIDTH = 430
ROW, BAR, TEXT = 44, 18, 15  # px: a row, the bar in it, and where its name stands
WIDE_ENOUGH = 8  # per cent, for a number inside
LOOKS = ("k3", "k1", "k0")  # of the parts in order, darkest first
INKS = ("i3", "i1", "i0")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBar:
    """One whole: per cent of each part in order; none when too few to be shown."""

    name: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareChart:
    """What the chart shows; up to three parts."""

    key: str
    title: str
    says: str
    bars: tuple[ShareBar, ...]


def draw_shares(chart: ShareChart) -> SafeString:
    """The chart as SVG: every name above its bar, so that long ones have room."""
    inside = [
        each for n, bar in enumerate(chart.bars) for each in _bar(bar, float(n * ROW))
    ]
    return picture(
        WIDTH,
        len(chart.bars) * ROW + 4,
        inside,
        key=chart.key,
        title=chart.title,
        says=chart.says,
        look="andelar",
    )


def _bar(bar: ShareBar, y: float) -> list[str]:
    parts = [words(bar.name, 0, y + TEXT)]
    if not bar.parts:
        return [*parts, words("–", 0, y + TEXT + BAR)]
    begins = [0, *accumulate(bar.parts)]
    for share, begin, look, ink in zip(bar.parts, begins, LOOKS, INKS, strict=False):
        parts += _part(share, begin, y + TEXT + 5, look, ink)
    return parts


def _part(share: int, begin: int, y: float, look: str, ink: str) -> list[str]:
    if share <= 0:
        return []
    x, width = WIDTH * begin / 100, WIDTH * share / 100
    drawn = [mark("rect", x=x, y=y, width=width, height=float(BAR), class_=look)]
    if share >= WIDE_ENOUGH:
        at = x + width / 2
        drawn.append(words(str(share), at, y + BAR - 4.5, f"kt {ink}", "middle"))
    return drawn
