"""The map: where. The table beside it says how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString

from naravard.web.charts.boundaries import Area, Boundaries
from naravard.web.charts.drawing import mark, number_words, picture

TONES = 4
WIDTH_OF_A_LETTER = 6.4  # px


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceValue:
    """A municipality and its value; None is hidden or not known."""

    code: str
    name: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChart:
    """What the map shows; `edges` are where a darker tone begins."""

    key: str
    title: str
    says: str
    places: tuple[PlaceValue, ...]
    edges: tuple[float, ...]
    decimals: int = 1


def edges_of(values: Sequence[float]) -> tuple[float, ...]:
    """Three edges that part the values in four tones of equal width."""
    low, high = min(values), max(values)
    return tuple(low + (high - low) * n / TONES for n in range(1, TONES))


def draw_map(chart: MapChart, boundaries: Boundaries) -> SafeString:
    """The map as SVG."""
    known = {place.code: place for place in chart.places}
    areas = [area for area in boundaries.areas if area.code in known]
    inside = [_shape(area, known[area.code], chart) for area in areas]
    inside += [_name(area, known[area.code], chart) for area in areas]
    return picture(
        boundaries.width,
        boundaries.height,
        inside,
        key=chart.key,
        title=chart.title,
        says=chart.says,
        look="karta",
    )


def tone_of(value: float | None, edges: Sequence[float]) -> int:
    """Which of the four tones; the lightest for what is not shown."""
    return 0 if value is None else sum(value >= edge for edge in edges)


def _shape(area: Area, place: PlaceValue, chart: MapChart) -> str:
    tone = tone_of(place.value, chart.edges)
    look = "k-okand" if place.value is None else f"k{tone}"
    return mark("path", d=area.path, class_=look)


def _name(area: Area, place: PlaceValue, chart: MapChart) -> str:
    """The name and the number; a dark area has white text where it fits."""
    told = "–" if place.value is None else number_words(place.value, chart.decimals)
    fits = len(place.name) * WIDTH_OF_A_LETTER < area.width
    tone = tone_of(place.value, chart.edges)
    look = f"kt i{tone}" if fits else f"kt ut halo i{tone}"
    number = mark("tspan", str(escape(told)), x=area.x, dy=14, class_="fet")
    return mark(
        "text",
        str(escape(place.name)) + number,
        x=area.x,
        y=area.y,
        text_anchor="middle",
        class_=look,
    )
