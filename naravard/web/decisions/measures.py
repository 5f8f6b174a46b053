"""Mått: each measure with its chart, target, others' values, definition and SELECT."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.access.rules import Actor
from naravard.indicators import queries as indicators
from naravard.indicators.blocks import BLOCKS, STANDS_ON
from naravard.indicators.breaks import BreakLine, break_lines
from naravard.indicators.definition import Indicator
from naravard.indicators.municipalities import COUNTIES
from naravard.indicators.queries import Figure
from naravard.indicators.registry import indicator_named
from naravard.indicators.results import WHOLE, Result
from naravard.indicators.verdicts import Verdict
from naravard.people.roles import Role
from naravard.web.actor import actor_of
from naravard.web.decisions.board import Measure, board_of
from naravard.web.decisions.cards import Card, card_of, story_of
from naravard.web.decisions.equity import equity_of
from naravard.web.decisions.following import FollowForm
from naravard.web.decisions.funnels import funnel_of
from naravard.web.decisions.places import places_of
from naravard.web.decisions.showing import (
    place_words,
    shown,
    state_words,
    wanted_place,
)
from naravard.web.decisions.words import (
    direction_words,
    provenance_words,
    unit_words,
    value_words,
)

NATION, COUNTY, MUNICIPALITY = "nation", "county", "municipality"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMeasure:
    """A measure in the list."""

    card: Card
    indicator: Indicator
    about: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A published value of another place."""

    place: str
    period: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One period in the table of the measure."""

    period: str
    value: str
    interval: str
    num: str
    den: str
    remark: str


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure of the catalogue, those with a target first."""
    actor = actor_of(request)
    board = board_of(actor, wanted_place(request))
    followed = {each.indicator.id for each in board.followed}
    rest = [each for each in board.measures if each.indicator.id not in followed]
    return shown(
        request,
        "decisions/measures.html",
        {
            "board": board,
            "place": place_words(board),
            "says": state_words(board),
            "groups": (
                (gettext("Mått med mål"), [_listed(each) for each in board.followed]),
                (
                    gettext("Övriga mått"),
                    [_listed(each) for each in rest if each.latest is not None],
                ),
                (
                    gettext("Mått som inte kan räknas i dag"),
                    [_listed(each) for each in rest if each.latest is None],
                ),
            ),
        },
    )


@require_safe
def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """One measure, all there is to know about it."""
    actor = actor_of(request)
    indicator = indicator_named(measure)
    board = board_of(actor, wanted_place(request), [indicator.id])
    found = board.measures[0]
    county = board.geo == WHOLE
    return shown(
        request,
        "decisions/measure.html",
        {
            "board": board,
            "place": place_words(board),
            "measure": found,
            "story": story_of(found),
            "indicator": indicator,
            "facts": facts_of(indicator),
            "sql": dedent(indicator.sql).strip(),
            "parts": parts_of(indicator),
            "history": [_history(each) for each in reversed(found.figures)],
            "breaks": breaks_of(found),
            "year": _history(found.year) if found.year else None,
            "equity": equity_of(actor, found) if county else None,
            "places": places_of(actor, found, board.places) if county else None,
            "funnel": funnel_of(actor, found, board.places) if county else None,
            "comparisons": comparisons_of(actor, indicator, board.places),
            "reason": _reason(found),
            "subscribed": any(
                row.indicator == indicator.id and row.geo == board.geo
                for row in indicators.subscriptions(actor)
            ),
            "form": FollowForm(initial={"plats": board.geo}),
            "has_cases": has_cases(indicator) and actor.role is Role.HEAD_OF_UNIT,
        },
    )


def has_cases(indicator: Indicator) -> bool:
    """Whether the house itself has the cases that the measure is made of."""
    return "discharge_case" in indicator.needs or "ready" in indicator.sql


def parts_of(indicator: Indicator) -> list[tuple[str, str]]:
    """The shared parts that the SELECT stands on, each with its SQL."""
    wanted = dict.fromkeys(
        name
        for block in indicator.blocks
        for name in (*STANDS_ON.get(block, ()), block)
    )
    return [(name, dedent(BLOCKS[name]).strip()) for name in wanted]


def facts_of(indicator: Indicator) -> list[tuple[str, str]]:
    """What the definition says about itself, as name and text."""
    facts = [
        (gettext("Enhet"), unit_words(indicator)),
        (gettext("Riktning"), direction_words(indicator.direction)),
        (gettext("Ursprung"), f"{provenance_words(indicator)} ({indicator.owner})"),
        (gettext("Att veta"), indicator.note),
        (gettext("Källa"), indicator.source),
        (gettext("Version"), f"{indicator.version}, {indicator.valid_from}"),
        ("Kolada", ", ".join(indicator.kolada)),
        (gettext("Kallas också"), ", ".join(indicator.also)),
        (
            gettext("Eftersläpning"),
            gettext("%(days)s dagar") % {"days": indicator.lag_days},
        ),
    ]
    return [(name, text) for name, text in facts if text]


def comparisons_of(
    actor: Actor, indicator: Indicator, names: Mapping[str, str]
) -> list[Comparison]:
    """The latest published value of each place: the nation and counties first."""
    latest: dict[tuple[str, str], Figure] = {}
    for figure in indicators.published(actor, indicator.id):
        if figure.stratum == WHOLE:
            latest[figure.geo_level, figure.geo] = figure
    order = (NATION, COUNTY, MUNICIPALITY)
    rows = sorted(latest.values(), key=lambda f: (order.index(f.geo_level), f.geo))
    return [
        Comparison(
            place=_place(figure, names),
            period=figure.period,
            value=value_words(figure.value),
            note=figure.remark,
        )
        for figure in rows
    ]


def breaks_of(measure: Measure) -> tuple[BreakLine, ...]:
    """Where the numbers begin to mean something else."""
    return break_lines([_result(figure) for figure in measure.figures])


def _place(figure: Figure, names: Mapping[str, str]) -> str:
    if figure.geo_level == NATION:
        return gettext("Riket")
    if figure.geo_level == COUNTY:
        return COUNTIES.get(figure.geo, figure.geo)
    return names.get(figure.geo, figure.geo)


def _listed(measure: Measure) -> ListedMeasure:
    return ListedMeasure(
        card=card_of(measure),
        indicator=measure.indicator,
        about=measure.indicator.says,
        reason=_reason(measure),
    )


def _reason(measure: Measure) -> str:
    """Why there is no value, or no verdict."""
    if not measure.indicator.is_counted:
        return gettext("Räknas av den som äger måttet; läses in från Kolada.")
    if not measure.figures and measure.year is None:
        return gettext("Sjön saknar uppgifter för måttet.")
    if measure.judgement.verdict is Verdict.TOO_LITTLE:
        return gettext("Räknas per år, eller har för få månader för en säker dom.")
    return ""


def _history(figure: Figure) -> HistoryRow:
    interval = "–"
    if figure.ci_lo is not None and figure.ci_hi is not None:
        interval = f"{value_words(figure.ci_lo)}–{value_words(figure.ci_hi)}"
    remark = gettext("dolt: för få") if figure.suppressed else figure.remark
    return HistoryRow(
        period=figure.period,
        value=value_words(figure.value),
        interval=interval,
        num=value_words(figure.num, decimals=0),
        den=value_words(figure.den, decimals=0),
        remark=remark,
    )


def _result(figure: Figure) -> Result:
    return Result(
        indicator=figure.indicator,
        version=figure.version,
        period=figure.period,
        geo_level=figure.geo_level,
        geo=figure.geo,
        stratum=figure.stratum,
        num=figure.num,
        den=figure.den,
        value=figure.value,
        ci_lo=figure.ci_lo,
        ci_hi=figure.ci_hi,
        std=figure.std,
        suppressed=figure.suppressed,
    )
