"""When she is away from home because of the stay: from admission to leave or home."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from naravard.discharge.rules.history import Event, EventType, in_order

# What takes her from home or brings her back.
MOVES_HER = frozenset(
    {
        EventType.ADMIT,
        EventType.HOSPITAL_LEAVE,
        EventType.DISCHARGE,
        EventType.DEATH,
        EventType.ABORT,
    }
)
WRONG_PERSON = "wrong_person"  # then she never was away


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """She is at the hospital from a moment, until another when it is known."""

    starts_at: datetime
    ends_at: datetime | None = None


def absences(history: Iterable[Event]) -> tuple[Away, ...]:
    """Every time she is away, by the true times of the events; leave is at home."""
    moves = [event for event in in_order(history) if event.type in MOVES_HER]
    if any(event.reason == WRONG_PERSON for event in moves):
        return ()
    found: list[Away] = []
    since: datetime | None = None
    for event in moves:
        if _goes(event):
            since = since or event.at
        elif since is not None:
            found.append(Away(starts_at=since, ends_at=event.at))
            since = None
    return (*found, Away(starts_at=since)) if since else tuple(found)


def _goes(event: Event) -> bool:
    """Admitted, or back from leave."""
    back = event.type is EventType.HOSPITAL_LEAVE and event.on is False
    return event.type is EventType.ADMIT or back
