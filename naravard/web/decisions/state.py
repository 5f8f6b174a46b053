"""Läget: what is surely better, unchanged or surely worse; words first."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.indicators.results import WHOLE
from naravard.indicators.verdicts import Verdict
from naravard.roadmap.rules import DecisionState
from naravard.web.actor import actor_of
from naravard.web.charts.road import draw_road
from naravard.web.decisions.board import Board, Measure, board_of
from naravard.web.decisions.cards import card_of, story_of
from naravard.web.decisions.equity import EquityView, equity_of
from naravard.web.decisions.places import PlacesView, places_of
from naravard.web.decisions.road_view import road_chart_of, road_view
from naravard.web.decisions.showing import (
    place_words,
    shown,
    state_words,
    wanted_place,
)
from naravard.web.decisions.words import LOOKS, value_words

MOST_NAMED = 3  # measures in one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One of the sentences at the top: an icon, the point, and the doubt."""

    icon: str
    strong: str
    rest: str


@require_safe
def state(request: HttpRequest) -> HttpResponse:
    """The front page of the face."""
    actor = actor_of(request)
    board = board_of(actor, wanted_place(request))
    main = _main(board)
    equity: EquityView | None = None
    places: PlacesView | None = None
    if main and board.geo == WHOLE:
        equity = equity_of(actor, _equity_measure(board) or main)
        places = places_of(actor, main, board.places)
    return shown(
        request,
        "decisions/state.html",
        {
            "board": board,
            "place": place_words(board),
            "says": state_words(board),
            "sentences": sentences(board),
            "cards": [card_of(each) for each in board.followed],
            "story": story_of(main) if main else None,
            "equity": equity,
            "places": places,
            "road": road_view(board.road) if board.road else None,
            "road_chart": draw_road(road_chart_of(board.road)) if board.road else None,
            "decisions": _waiting(board),
        },
    )


def sentences(board: Board) -> tuple[Sentence, ...]:
    """Better, unchanged, worse: each says which measures, and how sure we are."""
    groups = (
        (Verdict.BETTER, gettext("Säkert bättre"), gettext("Inget är säkert bättre")),
        (Verdict.UNCHANGED, gettext("Oförändrat"), gettext("Inget står still")),
        (Verdict.WORSE, gettext("Säkert sämre"), gettext("Inget är säkert sämre")),
    )
    return tuple(
        _sentence(board.of_verdict(verdict), verdict, some, none)
        for verdict, some, none in groups
    )


def _sentence(
    measures: tuple[Measure, ...], verdict: Verdict, some: str, none: str
) -> Sentence:
    icon = LOOKS[verdict][0]
    if not measures:
        return Sentence(icon=icon, strong=f"{none}.", rest="")
    names = ", ".join(each.name.lower() for each in measures[:MOST_NAMED])
    more = len(measures) - MOST_NAMED
    if more > 0:
        names = gettext("%(names)s och %(more)s till") % {"names": names, "more": more}
    first = measures[0].judgement
    rest = ""
    if verdict.is_change and first.before is not None and first.since is not None:
        rest = gettext(
            "%(name)s: %(since)s mot %(before)s före. Det är en säker förändring, "
            "inte slump."
        ) % {
            "name": measures[0].name,
            "since": value_words(first.since),
            "before": value_words(first.before),
        }
    elif verdict is Verdict.UNCHANGED:
        rest = gettext("Upp och ned mellan månaderna är slump.")
    return Sentence(icon=icon, strong=f"{some}: {names}.", rest=rest)


def _main(board: Board) -> Measure | None:
    """The measure that carries the page: a changed one if any, else the first."""
    drawn = [each for each in board.followed if len(each.values) > 1]
    changed = [each for each in drawn if each.judgement.verdict.is_change]
    return next(iter(changed or drawn), None)


def _equity_measure(board: Board) -> Measure | None:
    return next((m for m in board.followed if m.indicator.id == "NV-03"), None)


def _waiting(board: Board) -> int:
    if board.road is None:
        return 0
    open_ones = [
        row for row in board.road.decisions if row.state is not DecisionState.RATIFIED
    ]
    return len(open_ones)
