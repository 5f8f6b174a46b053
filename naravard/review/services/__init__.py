"""The only writers of reviews: looking through a day, asking, explaining, deciding."""

from naravard.review.services.deciding import ask, decide, explain, follow_up
from naravard.review.services.facts import link_staff, note_known
from naravard.review.services.looking import (
    Looked,
    look_through,
    look_through_when_due,
)
from naravard.review.services.opening import (
    OpenedReview,
    OpenedReviews,
    open_review,
    open_reviews,
)

__all__ = [
    "Looked",
    "OpenedReview",
    "OpenedReviews",
    "ask",
    "decide",
    "explain",
    "follow_up",
    "link_staff",
    "look_through",
    "look_through_when_due",
    "note_known",
    "open_review",
    "open_reviews",
]
