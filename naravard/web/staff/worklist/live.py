"""What is sent to a page that is already open: marked rows, never moved (pure)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from naravard.access.rules import Actor
from naravard.discharge.rows import Worklist, WorklistPulse
from naravard.web.staff.worklist.lines import Line, line_of

# How old the words of the deadlines may grow before the rows are sent again.
WORDS_HOLD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an open page knows.

    `opened_at`: when it was opened, and from when changed rows are marked. `sent_at`:
    when rows were last sent to it. `listed`: how many cases the list then held.
    """

    opened_at: datetime
    sent_at: datetime
    listed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """The rows to write over, how many are news, and what the page then knows."""

    lines: tuple[Line, ...]
    news: int
    moved: bool
    known: Known
    read_at: datetime


def known_in(opened: str, token: str) -> Known | None:
    """What the page says it knows; None when it cannot be read."""
    moment, _, listed = token.partition("*")
    opened_when, _, _ = opened.partition("*")
    try:
        sent_at = datetime.fromisoformat(moment)
        opened_at = datetime.fromisoformat(opened_when or moment)
        count = int(listed)
    except ValueError:
        return None
    if sent_at.tzinfo is None or opened_at.tzinfo is None:
        return None
    return Known(opened_at=opened_at, sent_at=sent_at, listed=count)


def is_fresh(known: Known, pulse: WorklistPulse, now: datetime) -> bool:
    """Whether there is nothing to send."""
    same = pulse.changed == 0 and pulse.listed == known.listed
    return same and now - known.sent_at < WORDS_HOLD


def update_of(actor: Actor, found: Worklist, known: Known) -> Update:
    """The rows that have changed since the page was opened marked, all others quiet."""
    now = found.read_at
    lines = tuple(
        line_of(row, actor, now, changed=row.changed_at > known.opened_at)
        for row in found.rows
    )
    return Update(
        lines=lines,
        news=sum(row.changed_at > known.sent_at for row in found.rows),
        moved=found.counts.all != known.listed,
        known=Known(opened_at=known.opened_at, sent_at=now, listed=found.counts.all),
        read_at=now,
    )
