"""What a review can be in, and what must hold before a human decides (pure)."""

from naravard.review.rules.picking import Found, Picked, pick
from naravard.review.rules.states import (
    CLOSED,
    DECISIONS,
    IN_SWEDISH,
    MOVES,
    NotYourOwnReading,
    ReviewWordMissing,
    Status,
    check_may_decide,
    check_said,
    due_on,
)

__all__ = [
    "CLOSED",
    "DECISIONS",
    "IN_SWEDISH",
    "MOVES",
    "Found",
    "NotYourOwnReading",
    "Picked",
    "ReviewWordMissing",
    "Status",
    "check_may_decide",
    "check_said",
    "due_on",
    "pick",
]
