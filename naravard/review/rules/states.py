"""From picked to decided: the moves of a review, and who may make them."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from naravard.core.errors import DomainError, NotAllowed
from naravard.core.states import check_move
from naravard.review.definition import Weight


class Status(StrEnum):
    """Where a review stands."""

    PICKED = "picked"
    ASKED = "asked"
    EXPLAINED = "explained"
    INVESTIGATED = "investigated"
    IN_ORDER = "in_order"
    BREACH = "breach"
    FOLLOWED_UP = "followed_up"


IN_SWEDISH = {
    Status.PICKED: "Att granska",
    Status.ASKED: "Väntar på svar",
    Status.EXPLAINED: "Har svarat",
    Status.INVESTIGATED: "Utreds",
    Status.IN_ORDER: "I sin ordning",
    Status.BREACH: "Otillåten läsning",
    Status.FOLLOWED_UP: "Otillåten läsning, uppföljd",
}

DECISIONS = frozenset({Status.IN_ORDER, Status.INVESTIGATED, Status.BREACH})
CLOSED = frozenset({Status.IN_ORDER, Status.FOLLOWED_UP})
MOVES: dict[Status, frozenset[Status]] = {
    Status.PICKED: DECISIONS | {Status.ASKED},
    Status.ASKED: DECISIONS | {Status.EXPLAINED},
    Status.EXPLAINED: DECISIONS | {Status.ASKED},
    Status.INVESTIGATED: frozenset({Status.ASKED, Status.IN_ORDER, Status.BREACH}),
    Status.BREACH: frozenset({Status.FOLLOWED_UP}),
    Status.IN_ORDER: frozenset(),
    Status.FOLLOWED_UP: frozenset(),
}
# Our own times; the provider decides hers. [own]
DAYS_TO_DECIDE = {Weight.ALWAYS: 7, Weight.HIGH: 14}
DAYS_OTHERWISE = 30
LONGEST_WORD = 1_000  # characters


class NotYourOwnReading(NotAllowed):
    """Somebody would decide about what she has read herself."""

    rule = "HSLF-FS 2016:40 4 kap. 9 §"


class ReviewWordMissing(DomainError):
    """A question, an explanation or a decision that must be in words is empty."""


def due_on(weight: Weight, day: date) -> date:
    """By when a human should have decided about a reading of this day."""
    return day + timedelta(days=DAYS_TO_DECIDE.get(weight, DAYS_OTHERWISE))


def check_said(text: str, *, needed: bool) -> str:
    """The words without surrounding space. Raises ReviewWordMissing."""
    said = text.strip()[:LONGEST_WORD]
    if needed and not said:
        raise ReviewWordMissing(
            "Det står inget ännu.",
            remedy="Skriv med egna ord, så att den som läser senare förstår.",
        )
    return said


def check_may_decide(
    *, before: Status, after: Status, reader: UUID, reviewer: UUID | None
) -> None:
    """Raises MoveNotAllowed, and NotYourOwnReading for one's own reading."""
    if reader == reviewer:
        raise NotYourOwnReading(
            "Du kan inte granska det du själv har läst.",
            remedy="Lämna det till någon annan som granskar loggar.",
        )
    check_move(MOVES, before, after)
