"""The paper for the board (underlag till nämnden): a tagged PDF, and a spreadsheet."""

import json
from dataclasses import asdict, dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

import typst
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.access.rules import Actor
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.web.actor import actor_of
from naravard.web.charts.road import draw_road
from naravard.web.decisions.board import Board, board_of
from naravard.web.decisions.cards import card_of, story_of
from naravard.web.decisions.deciding import decisions_of
from naravard.web.decisions.equity import EquityView, equity_of
from naravard.web.decisions.files import TYPES
from naravard.web.decisions.road_view import road_chart_of, road_view
from naravard.web.decisions.showing import place_words, state_words, wanted_place
from naravard.web.decisions.state import sentences
from naravard.web.decisions.workbook import Sheet, workbook
from naravard.web.words.days import full_day, language

TEMPLATE = Path(__file__).with_name("paper.typ")
PICTURES = 3  # measures that are drawn; the rest stand in the table
# The stylesheet of the pages does not reach into a PDF.
STYLE = (
    "<style>text{font-family:'Libertinus Serif';fill:#17211d;font-size:12px}"
    ".fet{font-weight:bold}.stor{font-size:15px}.ax{font-size:11px}"
    ".g{stroke:#d5dad7;stroke-width:1}.mal{stroke:#17211d;stroke-width:1.5;"
    "stroke-dasharray:2 4}.band{fill:#edf0ee}.grans{stroke:#8c9691;stroke-width:1;"
    "stroke-dasharray:5 4}.medel{stroke:#46524c;stroke-width:1.5}"
    ".kurva{fill:none;stroke:#46524c;stroke-width:1.75}"
    ".p{fill:#fff;stroke:#46524c;stroke-width:2}.bra{fill:#14573f}"
    ".samre{fill:#b3540e}.nu{fill:#14573f}.hand{stroke:#17211d;stroke-width:1.25}"
    ".stapel{fill:#80918a}.over{fill:#b3540e}.under{fill:#14573f}"
    ".osak{stroke:#17211d;stroke-width:1.5}polyline{fill:none}"
    ".v-stak{stroke:#b9b5a6;stroke-width:44;stroke-dasharray:3 9}"
    ".v-stak2{stroke:#fff;stroke-width:40}.v-grus{stroke:#d8d2c0;stroke-width:42}"
    ".v-grus2{stroke:#a79f88;stroke-width:34;stroke-dasharray:2 8}"
    ".v-platt{stroke:#14573f;stroke-width:42}.v-platt2{stroke:#bfdccd;stroke-width:37}"
    ".h-kvar{fill:#5b6761}.h-pagar{fill:#b3540e}.h-borta{fill:#fff;stroke:#14573f}"
    ".sten-bock,.ms-bock{fill:none;stroke:#14573f;stroke-width:2}"
    ".ms{stroke:#fff;stroke-width:3;fill:#8b9690}.klar{fill:#14573f}.sol{fill:#f0bd16}"
    ".strale{stroke:#f0bd16;stroke-width:3}.ms-prick{fill:#ffd54a}"
    ".visare{stroke:#5b6761;stroke-width:1}</style>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the paper, under its heading."""

    heading: str
    sentences: list[str]
    picture: str = ""
    alt: str = ""
    table: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole paper."""

    title: str
    author: str
    language: str
    says: str
    footer: str
    parts: list[Part]


@require_safe
def pdf(request: HttpRequest) -> HttpResponse:
    """The paper as PDF/UA."""
    actor = actor_of(request)
    paper = paper_of(actor, board_of(actor, wanted_place(request)))
    answer = HttpResponse(printed(paper), content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="underlag.pdf"'
    return answer


@require_safe
def spreadsheet(request: HttpRequest) -> HttpResponse:
    """The same tables as a workbook."""
    actor = actor_of(request)
    paper = paper_of(actor, board_of(actor, wanted_place(request)))
    stream = BytesIO()
    sheets = [
        Sheet(title=part.heading, heading=part.table, rows=part.rows)
        for part in paper.parts
        if part.rows
    ]
    workbook(sheets).save(stream)
    answer = HttpResponse(stream.getvalue(), content_type=TYPES["xlsx"])
    answer.headers["Content-Disposition"] = 'attachment; filename="underlag.xlsx"'
    return answer


def printed(paper: Paper) -> bytes:
    """The paper as PDF/UA-1 (ISO 14289-1), for those too who cannot see it."""
    told = json.dumps(asdict(paper), ensure_ascii=False)
    made: bytes = typst.compile(
        _template(), sys_inputs={"data": told}, pdf_standards=["ua-1"]
    )
    return made


def paper_of(actor: Actor, board: Board) -> Paper:
    """What the board is to know: words, measures, equity, road, decisions."""
    now = clock.now()
    title = gettext("Läget för nära vård: %(place)s") % {"place": place_words(board)}
    parts = [_brief(board), *_drawn(board), _measures(board)]
    parts += [_equal(view) for view in _equities(actor, board)]
    parts += [*_road(board), *_decisions(actor, board)]
    return Paper(
        title=title,
        author="Nära",
        language=language(),
        says=state_words(board),
        footer=gettext("Framtaget %(day)s av %(name)s, %(unit)s.")
        % {
            "day": full_day(day_of(now)),
            "name": actor.name,
            "unit": actor.unit_name,
        },
        parts=parts,
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def _brief(board: Board) -> Part:
    return Part(
        heading=gettext("I korthet"),
        sentences=[f"{each.strong} {each.rest}".strip() for each in sentences(board)],
    )


def _drawn(board: Board) -> list[Part]:
    """The followed measures that have changed, drawn; else the first."""
    changed = [each for each in board.followed if each.judgement.verdict.is_change]
    stories = [story_of(each) for each in (changed or board.followed)[:PICTURES]]
    return [
        Part(
            heading=story.card.name,
            sentences=[story.says],
            picture=_styled(story.chart) if story.chart else "",
            alt=story.says,
        )
        for story in stories
    ]


def _measures(board: Board) -> Part:
    cards = [card_of(each) for each in board.measures if each.latest is not None]
    return Part(
        heading=gettext("Alla mått"),
        sentences=[],
        table=[
            gettext("Mått"),
            gettext("Namn"),
            gettext("Senaste värde"),
            gettext("Enhet"),
            gettext("Mål"),
            gettext("Dom"),
        ],
        rows=[[c.id, c.name, c.value, c.unit, c.goal or "–", c.verdict] for c in cards],
    )


def _equities(actor: Actor, board: Board) -> list[EquityView]:
    if board.place:
        return []
    found = (equity_of(actor, each) for each in board.followed)
    return [view for view in found if view is not None]


def _equal(view: EquityView) -> Part:
    return Part(
        heading=gettext("Jämlikhet: %(name)s") % {"name": view.name},
        sentences=[view.says],
        table=[
            gettext("Uppdelning"),
            gettext("Grupp"),
            gettext("Värde"),
            gettext("Osäkerhet (95 %)"),
            gettext("Dom"),
        ],
        rows=[
            [row.division, row.group, row.value, row.interval, row.verdict]
            for row in view.rows
        ],
    )


def _road(board: Board) -> list[Part]:
    if board.road is None:
        return []
    view = road_view(board.road)
    return [
        Part(
            heading=gettext("Färdplanen"),
            sentences=[view.says],
            picture=_styled(draw_road(road_chart_of(board.road))),
            alt=view.says,
            table=[
                gettext("Hinder"),
                gettext("Läge"),
                gettext("Ansvarig"),
                gettext("Så tas det bort"),
            ],
            rows=[
                [each.row.title, each.state, each.row.owner, each.row.removal]
                for each in view.obstacles
            ],
        )
    ]


def _decisions(actor: Actor, board: Board) -> list[Part]:
    rows = decisions_of(actor, board.road)
    if not rows:
        return []
    return [
        Part(
            heading=gettext("Beslut"),
            sentences=[],
            table=[
                gettext("Beslut"),
                gettext("Läge"),
                gettext("Vem beslutar"),
                gettext("Dag"),
            ],
            rows=[
                [each.row.title, each.state, each.row.body, each.row.day.isoformat()]
                for each in rows
            ],
        )
    ]


def _styled(chart: str) -> str:
    """The chart with a style of its own, and the name that SVG files have."""
    named = chart.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    head, end, rest = named.partition(">")
    return f"{head}{end}{STYLE}{rest}"
