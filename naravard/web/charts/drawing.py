"""Pieces that charts are drawn with: marks with escaped text, scales and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from naravard.web.words.numbers import decimal_words

LABEL_GAP = 16  # px between two labels in a column
ROUNDS = 60  # of pushing labels apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From a value to a place on the paper, in px."""

    low: float
    high: float
    first: float
    last: float

    def __call__(self, value: float) -> float:
        """Where the value lies."""
        span = (self.high - self.low) or 1
        return self.first + (self.last - self.first) * (value - self.low) / span


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word beside the chart, at a height."""

    y: float
    text: str
    look: str = ""


def mark(name: str, inside: str = "", **attributes: object) -> str:
    """One element; `class_` is class, and `text_anchor` text-anchor."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_written(value))}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{told}>{inside}</{name}>"


def words(text: str, x: float, y: float, look: str = "lab", anchor: str = "") -> str:
    """A text at a place."""
    return mark("text", str(escape(text)), x=x, y=y, class_=look, text_anchor=anchor)


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """A straight line."""
    return mark("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=look)


def curve(points: Sequence[tuple[float, float]], look: str) -> str:
    """A broken line through the points."""
    return mark("polyline", points=path_points(points), class_=look)


def path_points(points: Sequence[tuple[float, float]]) -> str:
    """Points as SVG writes them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def picture(
    width: float,
    height: float,
    inside: Sequence[str],
    *,
    key: str,
    title: str,
    says: str,
    look: str,
) -> SafeString:
    """The whole chart with a title and a description for those who cannot see it."""
    named = mark("title", str(escape(title)), id=f"{key}-t")
    described = mark("desc", str(escape(says)), id=f"{key}-b")
    return mark_safe(  # noqa: S308 (every text and attribute is escaped above)
        mark(
            "svg",
            named + described + "".join(inside),
            class_=f"dia {look}",
            viewBox=f"0 0 {width:g} {height:g}",
            role="img",
            aria_labelledby=f"{key}-t {key}-b",
        )
    )


def spread(labels: Sequence[Label]) -> list[Label]:
    """The labels pushed apart until none covers another."""
    heights = [(label.y, number) for number, label in enumerate(labels)]
    heights.sort()
    ys = [y for y, _ in heights]
    for _ in range(ROUNDS):
        for place in range(len(ys) - 1):
            lack = LABEL_GAP - (ys[place + 1] - ys[place])
            if lack > 0:
                ys[place] -= lack / 2
                ys[place + 1] += lack / 2
    return [
        Label(y=y, text=labels[number].text, look=labels[number].look)
        for y, (_, number) in zip(ys, heights, strict=True)
    ]


def number_words(value: float, decimals: int) -> str:
    """`2,7`, with a real minus sign."""
    return decimal_words(Decimal(repr(float(value))), decimals).replace("-", "−")


def steps(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers between the two, about so many."""
    rough = (high - low) / about or 1
    size = 10.0 ** len(str(int(rough))) / 10 if rough >= 1 else _small(rough)
    step = next(each * size for each in (1, 2, 2.5, 5, 10) if each * size >= rough)
    first = int(low / step) - (low < 0)
    found = [round((first + n) * step, 10) for n in range(int((high - low) / step) + 3)]
    return [each for each in found if low <= each <= high + step / 1000]


def _small(rough: float) -> float:
    size = 1.0
    while rough < size:
        size /= 10
    return size


def _written(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
