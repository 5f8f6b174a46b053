"""Jämlikhet: is it the same for all? Groups of people beside the whole county."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.access.rules import Actor
from naravard.indicators import queries as indicators
from naravard.indicators.definition import Direction
from naravard.indicators.queries import Figure
from naravard.web.actor import actor_of
from naravard.web.charts.groups import Bar, BarGroup, GroupChart, draw_group_chart
from naravard.web.decisions.board import Measure, board_of
from naravard.web.decisions.differences import difference_of
from naravard.web.decisions.showing import shown, state_words
from naravard.web.decisions.words import (
    decimals_of,
    division_words,
    group_words,
    unit_words,
    value_words,
)

ORDER = ("lives_alone", "interpreter", "sex", "age", "education", "income", "born")


@dataclass(frozen=True, slots=True, kw_only=True)
class EquityRow:
    """One group in the table."""

    division: str
    group: str
    value: str
    interval: str
    number: str
    verdict: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EquityView:
    """A measure by groups of people."""

    id: str
    name: str
    unit: str
    says: str
    differences: tuple[str, ...]
    chart: SafeString
    rows: tuple[EquityRow, ...]
    period: str


@require_safe
def equity(request: HttpRequest) -> HttpResponse:
    """Every followed measure by groups."""
    actor = actor_of(request)
    board = board_of(actor)
    views = [equity_of(actor, measure) for measure in board.followed]
    return shown(
        request,
        "decisions/equity.html",
        {
            "says": state_words(board),
            "views": [view for view in views if view],
        },
    )


def equity_of(actor: Actor, measure: Measure) -> EquityView | None:
    """The measure by groups; None when it has not been divided."""
    figures = indicators.by_group(actor, measure.indicator.id)
    whole = measure.year
    if not figures or whole is None or whole.value is None:
        return None
    groups = _groups(figures)
    direction = measure.indicator.direction
    decimals = decimals_of(whole.value)
    bars = tuple(
        BarGroup(
            name=division_words(division),
            bars=tuple(
                _bar(division, each, look_of(side_of(each, whole.value), direction))
                for each in rows
            ),
        )
        for division, rows in groups
    )
    return EquityView(
        id=measure.indicator.id,
        name=measure.name,
        unit=unit_words(measure.indicator),
        says=_words(groups, whole.value),
        differences=tuple(
            told
            for division, rows in groups
            if (told := difference_of(measure.indicator, division, rows, decimals))
        ),
        chart=draw_group_chart(
            GroupChart(
                key=f"jam-{measure.indicator.id.lower()}",
                title=gettext("%(name)s, efter grupp") % {"name": measure.name},
                says=_words(groups, whole.value),
                groups=bars,
                whole=whole.value,
                whole_name=gettext("Länet %(value)s")
                % {"value": value_words(whole.value)},
                decimals=decimals,
            )
        ),
        rows=tuple(
            _row(division, each, whole.value, direction)
            for division, rows in groups
            for each in rows
        ),
        period=whole.period,
    )


def side_of(figure: Figure, whole: float) -> str:
    """`over` or `under` when the whole interval lies on one side of the county."""
    if figure.ci_lo is not None and figure.ci_lo > whole:
        return "over"
    if figure.ci_hi is not None and figure.ci_hi < whole:
        return "under"
    return ""


def side_words(side: str) -> str:
    """`Säkert högre`."""
    return {
        "over": gettext("Säkert högre"),
        "under": gettext("Säkert lägre"),
        "": gettext("Ingen säker skillnad"),
    }[side]


Groups = tuple[tuple[str, tuple[Figure, ...]], ...]


def _groups(figures: tuple[Figure, ...]) -> Groups:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        division, _, value = figure.stratum.partition("=")
        if value != "unknown":
            found.setdefault(division, []).append(figure)
    return tuple(
        (name, tuple(sorted(found[name], key=lambda each: each.stratum)))
        for name in ORDER
        if name in found
    )


def _group_name(division: str, figure: Figure) -> str:
    return group_words(division, figure.stratum.partition("=")[2])


def look_of(side: str, direction: Direction) -> str:
    """The colour of a side: `over` is what is worse, `under` what is better."""
    if direction is Direction.CONTEXT:
        return ""
    swapped = {"over": "under", "under": "over", "": ""}
    return swapped[side] if direction is Direction.UP else side


def _bar(division: str, figure: Figure, look: str) -> Bar:
    return Bar(
        name=_group_name(division, figure),
        value=figure.value,
        low=figure.ci_lo,
        high=figure.ci_hi,
        side=look,
    )


def _row(
    division: str, figure: Figure, whole: float, direction: Direction
) -> EquityRow:
    side = side_of(figure, whole)
    look = look_of(side, direction)
    decimals = decimals_of(whole)
    interval = "–"
    if figure.ci_lo is not None and figure.ci_hi is not None:
        low = value_words(figure.ci_lo, decimals=decimals)
        interval = f"{low}–{value_words(figure.ci_hi, decimals=decimals)}"
    return EquityRow(
        division=division_words(division),
        group=_group_name(division, figure),
        value=gettext("för få") if figure.suppressed else value_words(figure.value),
        interval=interval,
        number=value_words(figure.den, decimals=0),
        verdict=side_words(side),
        tone={"over": "warning", "under": "good", "": "plain"}[look],
    )


def _words(groups: Groups, whole: float) -> str:
    """Which groups surely differ, in one sentence."""
    sides: dict[str, list[str]] = {"over": [], "under": [], "": []}
    for name, rows in groups:
        if name != "age":  # the old need more; that is no inequity
            for figure in rows:
                sides[side_of(figure, whole)].append(_group_name(name, figure).lower())
    parts = []
    if sides["over"]:
        told = {"names": ", ".join(sides["over"])}
        parts.append(gettext("Säkert högre än länet: %(names)s.") % told)
    if sides["under"]:
        told = {"names": ", ".join(sides["under"])}
        parts.append(gettext("Säkert lägre än länet: %(names)s.") % told)
    return " ".join(parts) or gettext("Ingen grupp skiljer sig säkert från länet.")
