"""A measure by the size of the municipality: which differ more than chance does?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from naravard.access.rules import Actor
from naravard.indicators import queries as indicators
from naravard.indicators.definition import Direction, Indicator
from naravard.indicators.definition import Measure as Kind
from naravard.indicators.queries import Figure
from naravard.indicators.statistics.funnel import (
    Funnel,
    FunnelPoint,
    FunnelUnit,
    funnel,
)
from naravard.indicators.statistics.levelling import levelled
from naravard.web.charts.funnel import FunnelChart, FunnelMark, draw_funnel
from naravard.web.decisions.board import Measure
from naravard.web.decisions.words import decimals_of, unit_words, value_words

FEWEST = 5  # municipalities: fewer say nothing of how much they usually differ


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRow:
    """One municipality in the table."""

    name: str
    size: str
    value: str
    usual: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelView:
    """A measure by size, in words, as a chart and as a table."""

    name: str
    unit: str
    says: str
    what_if: str
    chart: SafeString
    rows: tuple[FunnelRow, ...]


def funnel_of(
    actor: Actor, measure: Measure, names: Mapping[str, str]
) -> FunnelView | None:
    """The funnel; None when the measure has none or too few municipalities."""
    indicator = measure.indicator
    if not has_funnel(indicator):
        return None
    figures = indicators.by_municipality(actor, indicator.id)
    units = [
        unit for each in figures if (unit := _unit(indicator, each, names)) is not None
    ]
    if len(units) < FEWEST:
        return None
    found = funnel(units, shares=indicator.measure is Kind.SHARE)
    decimals = decimals_of(found.target * indicator.per)
    says = _words(found)
    return FunnelView(
        name=measure.name,
        unit=unit_words(indicator),
        says=says,
        what_if=_what_if(measure, found),
        chart=draw_funnel(_chart(measure, found, says, decimals)),
        rows=tuple(
            _row(point, indicator, decimals)
            for point in sorted(found.points, key=lambda each: -each.of)
        ),
    )


def has_funnel(indicator: Indicator) -> bool:
    """Whether it counts people or events, among others or among inhabitants."""
    kinds = {Kind.SHARE, Kind.RATE}
    return (
        indicator.measure in kinds and not indicator.amount and not indicator.standard
    )


def _unit(
    indicator: Indicator, figure: Figure, names: Mapping[str, str]
) -> FunnelUnit | None:
    """A municipality whose figures are shown; others have none."""
    if figure.geo not in names or figure.num is None or not figure.den:
        return None
    years = indicator.years  # a mean of years is of so many events in all
    return FunnelUnit(
        name=names[figure.geo], events=figure.num * years, of=figure.den * years
    )


def _chart(measure: Measure, found: Funnel, says: str, decimals: int) -> FunnelChart:
    indicator = measure.indicator
    per = indicator.per

    def limits(size: float) -> tuple[float, float, float, float]:
        four = found.limits(size)
        low, high = four.low_998 * per, four.high_998 * per
        return low, four.low_95 * per, four.high_95 * per, high

    return FunnelChart(
        key=f"tratt-{indicator.id.lower()}",
        title=gettext("%(name)s efter kommunens storlek") % {"name": measure.name},
        says=says,
        marks=tuple(
            FunnelMark(
                name=point.name,
                size=point.of,
                value=point.value * per,
                tone=_tone(point, found.target, indicator.direction),
            )
            for point in found.points
        ),
        target=found.target * per,
        limits=limits,
        size_name=gettext("Antal under strecket"),
        decimals=decimals,
    )


def _tone(point: FunnelPoint, target: float, direction: Direction) -> str:
    if not point.differs:
        return ""
    if direction is Direction.CONTEXT:
        return "other"
    good = (point.value > target) is (direction is Direction.UP)
    return "better" if good else "worse"


def _row(point: FunnelPoint, indicator: Indicator, decimals: int) -> FunnelRow:
    low, high = point.limits.low_95, point.limits.high_95
    usual = [value_words(e * indicator.per, decimals=decimals) for e in (low, high)]
    inside = low <= point.value <= high
    return FunnelRow(
        name=point.name,
        size=value_words(point.of, decimals=0),
        value=value_words(point.value * indicator.per, decimals=decimals),
        usual="–".join(usual),
        verdict=gettext("Utanför 99,8 procent")
        if point.differs
        else gettext("Som väntat")
        if inside
        else gettext("Utanför 95 procent"),
    )


def _words(found: Funnel) -> str:
    """How many differ, and which, in one sentence."""
    differ = sorted(point.name for point in found.points if point.differs)
    if not differ:
        return gettext(
            "Ingen kommun skiljer sig mer än slumpen och den vanliga variationen "
            "förklarar."
        )
    told = {"number": len(differ), "names": ", ".join(differ)}
    if len(differ) == 1:
        return (
            gettext(
                "En kommun skiljer sig mer än slumpen och den vanliga variationen "
                "förklarar: %(names)s."
            )
            % told
        )
    return (
        gettext(
            "%(number)s kommuner skiljer sig mer än slumpen och den vanliga "
            "variationen förklarar: %(names)s."
        )
        % told
    )


def _what_if(measure: Measure, found: Funnel) -> str:
    """What levelling to the middle would mean; empty when nobody is surely worse."""
    direction = measure.indicator.direction
    if direction is Direction.CONTEXT:
        return ""
    gained = levelled(found, high_is_worse=direction is Direction.DOWN)
    if not gained.names:
        return ""
    told = {
        "names": ", ".join(gained.names),
        "number": value_words(gained.events, decimals=0),
        "low": value_words(gained.low, decimals=0),
        "high": value_words(gained.high, decimals=0),
    }
    if direction is Direction.DOWN:
        return (
            gettext("%(names)s: ungefär %(number)s färre (osäkerhet %(low)s–%(high)s).")
            % told
        )
    return (
        gettext("%(names)s: ungefär %(number)s fler (osäkerhet %(low)s–%(high)s).")
        % told
    )
