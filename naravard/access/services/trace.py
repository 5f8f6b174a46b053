"""Writes the access log and the change log, in the caller's transaction."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from naravard.access.models import AccessLogEntry
from naravard.access.rules import AccessDenied, Actor, Category, Ground
from naravard.access.rules.seals import LogRow
from naravard.access.services.months import make_months
from naravard.core.clock import day_of

BATCH = 2_000  # rows in one INSERT

# Written without asking for anything back: pages may add to the logs, not read them.
ADD_ROW = "INSERT INTO access_accesslogentry ({columns}) VALUES ({values})"
ADD_TO_LOG = ADD_ROW.format(
    columns=", ".join(LogRow._fields),
    values=", ".join(f"%({name})s" for name in LogRow._fields),
)
ADD_CHANGE = """
INSERT INTO access_changeentry
    (at, assignment_id, actor_person_id, person_id, what, object_id, details)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One thing somebody did with the data of one or many persons."""

    at: datetime
    actor: Actor
    action: str
    person_ids: tuple[UUID, ...]
    category: Category | None = None
    ground: Ground = Ground.ACT
    rule: str = ""
    reason: str = ""
    allowed: bool = True
    review: bool = False
    about: UUID | None = None


def log(
    *,
    actor: Actor,
    action: str,
    person_ids: Iterable[UUID],
    now: datetime,
    category: Category | None = None,
    ground: Ground = Ground.ACT,
    rule: str = "",
    reason: str = "",
    review: bool = False,
    about: UUID | None = None,
) -> None:
    """Write one row, whatever the number of persons (one SQL)."""
    entry = LogEntry(
        at=now,
        actor=actor,
        action=action,
        person_ids=tuple(person_ids),
        category=category,
        ground=ground,
        rule=rule,
        reason=reason,
        review=review,
        about=about,
    )
    _add(entry)


def log_many(entries: Iterable[LogEntry]) -> int:
    """Write a history of rows in bulk, each in its month; returns how many."""
    rows = [AccessLogEntry(**_row(entry)._asdict()) for entry in entries]
    if rows:
        days = [day_of(row.at) for row in rows]
        make_months(first=min(days), last=max(days))
    AccessLogEntry.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


@transaction.atomic
def note_denial(*, denial: AccessDenied, now: datetime) -> None:
    """Log a refusal. Call it when the refused transaction has been rolled back."""
    decision = denial.decision
    entry = LogEntry(
        at=now,
        actor=denial.actor,
        action=denial.action,
        person_ids=denial.person_ids,
        category=denial.category,
        ground=decision.ground or Ground.ACT,
        rule=decision.rule,
        reason=denial.reason,
        allowed=False,
        review=decision.review,
        about=denial.about,
    )
    _add(entry)


def note_change(
    *,
    actor: Actor,
    person_id: UUID,
    what: str,
    object_id: UUID,
    now: datetime,
    details: dict[str, str] | None = None,
) -> None:
    """Write in the change log what somebody changed (one SQL)."""
    with connection.cursor() as cursor:
        cursor.execute(
            ADD_CHANGE,
            [
                now,
                actor.assignment_id,
                actor.person_id,
                person_id,
                what,
                object_id,
                json.dumps(details or {}),
            ],
        )


def _add(entry: LogEntry) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ADD_TO_LOG, _row(entry)._asdict())


def _row(entry: LogEntry) -> LogRow:
    actor = entry.actor
    return LogRow(
        at=entry.at,
        actor_kind=actor.kind.value,
        professional_id=actor.professional_id,
        assignment_id=actor.assignment_id,
        unit_id=actor.unit_id,
        organisation_id=actor.organisation_id,
        actor_person_id=actor.person_id,
        action=str(entry.action),
        category=str(entry.category or ""),
        ground=str(entry.ground),
        rule=str(entry.rule),
        reason=entry.reason,
        allowed=entry.allowed,
        review=entry.review,
        subjects=list(entry.person_ids),
        about=entry.about,
    )
