"""A measure by municipality: the map says where, the table how much."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from naravard.access.rules import Actor
from naravard.indicators import queries as indicators
from naravard.indicators.queries import Figure
from naravard.web.charts.boundaries import boundaries_of
from naravard.web.charts.places import MapChart, PlaceValue, draw_map, edges_of
from naravard.web.decisions.board import Measure
from naravard.web.decisions.equity import side_of, side_words
from naravard.web.decisions.words import decimals_of, unit_words, value_words

FEWEST_FOR_A_MAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One municipality in the table."""

    code: str
    name: str
    value: str
    interval: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapStep:
    """One tone of the map, in words."""

    tone: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """A measure by municipality."""

    name: str
    unit: str
    says: str
    chart: SafeString | None
    steps: tuple[MapStep, ...]
    rows: tuple[PlaceRow, ...]
    period: str


def places_of(
    actor: Actor, measure: Measure, names: Mapping[str, str]
) -> PlacesView | None:
    """The map and its table; None when too few municipalities have a value."""
    figures = [
        figure
        for figure in indicators.by_municipality(actor, measure.indicator.id)
        if figure.geo in names
    ]
    values = [figure.value for figure in figures if figure.value is not None]
    whole = measure.year.value if measure.year else None
    if len(values) < FEWEST_FOR_A_MAP or whole is None:
        return None
    edges = edges_of(values)
    decimals = max(decimals_of(value) for value in values)
    says = _words(figures, names)
    chart = MapChart(
        key=f"karta-{measure.indicator.id.lower()}",
        title=gettext("%(name)s per kommun") % {"name": measure.name},
        says=says,
        places=tuple(
            PlaceValue(code=f.geo, name=names[f.geo], value=f.value) for f in figures
        ),
        edges=edges,
        decimals=decimals,
    )
    boundaries = boundaries_of(frozenset(names))
    ordered = sorted(figures, key=lambda f: (f.value is None, -(f.value or 0)))
    return PlacesView(
        name=measure.name,
        unit=unit_words(measure.indicator),
        says=says,
        chart=draw_map(chart, boundaries) if boundaries.areas else None,
        steps=_steps(edges, decimals),
        rows=tuple(_row(figure, names, whole, decimals) for figure in ordered),
        period=figures[0].period,
    )


def _words(figures: list[Figure], names: Mapping[str, str]) -> str:
    known = [(f.value, names[f.geo]) for f in figures if f.value is not None]
    (high, highest), (low, lowest) = max(known), min(known)
    return gettext("Högst i %(highest)s (%(high)s), lägst i %(lowest)s (%(low)s).") % {
        "highest": highest,
        "high": value_words(high),
        "lowest": lowest,
        "low": value_words(low),
    }


def _steps(edges: tuple[float, ...], decimals: int) -> tuple[MapStep, ...]:
    told = [value_words(edge, decimals=decimals) for edge in edges]
    first, last = told[0], told[-1]
    between = [
        gettext("%(low)s till %(high)s") % {"low": low, "high": high}
        for low, high in pairwise(told)
    ]
    words = [
        gettext("Under %(edge)s") % {"edge": first},
        *between,
        gettext("%(edge)s eller mer") % {"edge": last},
    ]
    return tuple(MapStep(tone=f"k{n}", says=says) for n, says in enumerate(words))


def _row(
    figure: Figure, names: Mapping[str, str], whole: float, decimals: int
) -> PlaceRow:
    interval = "–"
    if figure.ci_lo is not None and figure.ci_hi is not None:
        low = value_words(figure.ci_lo, decimals=decimals)
        interval = f"{low}–{value_words(figure.ci_hi, decimals=decimals)}"
    return PlaceRow(
        code=figure.geo,
        name=names[figure.geo],
        value=gettext("för få")
        if figure.suppressed
        else value_words(figure.value, decimals=decimals),
        interval=interval,
        verdict="–" if figure.value is None else side_words(side_of(figure, whole)),
    )
