"""A working day at a unit: cases and unread messages, read and logged as one."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.discharge import queries
from naravard.discharge.rows import Worklist, WorklistFilter
from naravard.messages.queries import (
    InboxRow,
    ReturnedRow,
    inbox,
    not_reached,
    unread_count,
)

CASES_A_DAY = 200
MESSAGES_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDay:
    """What a unit has before it: all its cases, and messages to and from it."""

    worklist: Worklist
    unread: tuple[InboxRow, ...]
    unread_count: int
    returned: tuple[ReturnedRow, ...]


@transaction.atomic
def open_day(*, actor: Actor, now: datetime) -> UnitDay:
    """The unit's day; one log row names everyone it showed. Raises AccessDenied."""
    access.require(actor=actor, action=Action.LIST)
    found = queries.worklist(actor, now, WorklistFilter(limit=CASES_A_DAY))
    unread = inbox(actor, unread_only=True, limit=MESSAGES_SHOWN)
    returned = not_reached(actor, limit=MESSAGES_SHOWN)
    shown = [
        *(row.person_id for row in found.rows),
        *(row.person_id for row in unread),
        *(row.person_id for row in returned),
    ]
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=tuple(dict.fromkeys(shown)),
        now=now,
    )
    return UnitDay(
        worklist=found,
        unread=unread,
        unread_count=unread_count(actor),
        returned=returned,
    )


@transaction.atomic
def print_worklist(*, actor: Actor, now: datetime) -> Worklist:
    """The whole list on paper; logged as printed. Raises AccessDenied."""
    access.require(actor=actor, action=Action.PRINT)
    found = queries.worklist(actor, now, WorklistFilter(limit=CASES_A_DAY))
    access.open_list(
        actor=actor,
        action=Action.PRINT,
        person_ids=tuple(row.person_id for row in found.rows),
        now=now,
    )
    return found
