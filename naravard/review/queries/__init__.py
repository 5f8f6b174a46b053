"""The only readers of reviews: the log of a day, the lists, and one review."""

from naravard.review.queries.day import day_of_log
from naravard.review.queries.reviews import (
    Overview,
    PickRow,
    WordRow,
    asked_of,
    counts,
    pick_reference,
    pick_row,
    picks,
    reviewed_entries,
    runs,
    words_of,
)

__all__ = [
    "Overview",
    "PickRow",
    "WordRow",
    "asked_of",
    "counts",
    "day_of_log",
    "pick_reference",
    "pick_row",
    "picks",
    "reviewed_entries",
    "runs",
    "words_of",
]
