"""Counts a lake and keeps the values; keeps what is published, and who follows what."""

from naravard.indicators.services.counting import (
    count_lake,
    is_counted,
    keep_published,
)
from naravard.indicators.services.following import (
    Wish,
    mark_mailed,
    mark_seen,
    note_state,
    subscribe,
    unsubscribe,
)

__all__ = [
    "Wish",
    "count_lake",
    "is_counted",
    "keep_published",
    "mark_mailed",
    "mark_seen",
    "note_state",
    "subscribe",
    "unsubscribe",
]
