"""What every page of the face has: its own menu, who asks, and which place."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naravard.indicators.queries import unseen_signals
from naravard.indicators.results import WHOLE
from naravard.web.actor import actor_of
from naravard.web.decisions.board import Board
from naravard.web.decisions.words import month_words
from naravard.web.menu import decisions_menu

CODE_LENGTH = 4  # digits of a municipality's code
PLACE = "plats"  # the question in the address: which municipality


def wanted_place(request: HttpRequest) -> str:
    """The municipality asked for, else the whole county."""
    return place_named(request.GET.get(PLACE, ""))


def place_named(asked: str) -> str:
    """A municipality's code, else the whole county."""
    is_code = asked.isascii() and asked.isdecimal() and len(asked) == CODE_LENGTH
    return asked if is_code else WHOLE


def shown(
    request: HttpRequest, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """The page in the face's own frame."""
    unseen = unseen_signals(actor_of(request))
    frame = {"menu": decisions_menu(request.path), "unseen_signals": unseen}
    return render(request, template, {**frame, **context})


def state_words(board: Board) -> str:
    """`Oktober 2026. Talen räknades 22 november.` or that they are being counted."""
    counting = board.counting
    if counting is None:
        return gettext("Talen är inte räknade ännu.")
    latest = [each.judged[-1].first for each in board.followed if each.judged]
    parts = [month_words(max(latest)).capitalize() + "."] if latest else []
    if counting.ended_at is None:
        parts.append(
            gettext("Talen räknas just nu: %(done)s av %(total)s mått är klara.")
            % {"done": counting.done, "total": counting.total}
        )
    return " ".join(parts)


def place_words(board: Board) -> str:
    """`Hela länet`, or the municipality's name."""
    return board.place or gettext("Hela länet")
