"""Writes the access log and the change log, in the caller's transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.access.models import AccessLogEntry, ChangeEntry
from naravard.access.rules import AccessDenied, Actor, Category, Ground

BATCH = 2_000  # rows in one INSERT


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
    _row(entry).save(force_insert=True)


def log_many(entries: Iterable[LogEntry]) -> int:
    """Write a history of rows in bulk; returns how many."""
    rows = [_row(entry) for entry in entries]
    AccessLogEntry.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


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
    _row(entry).save(force_insert=True)


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
    ChangeEntry.objects.create(
        at=now,
        assignment_id=actor.assignment_id,
        actor_person_id=actor.person_id,
        person_id=person_id,
        what=what,
        object_id=object_id,
        details=details or {},
    )


def _row(entry: LogEntry) -> AccessLogEntry:
    actor = entry.actor
    return AccessLogEntry(
        at=entry.at,
        actor_kind=actor.kind,
        professional_id=actor.professional_id,
        assignment_id=actor.assignment_id,
        unit_id=actor.unit_id,
        organisation_id=actor.organisation_id,
        actor_person_id=actor.person_id,
        action=entry.action,
        category=entry.category or "",
        ground=entry.ground,
        rule=entry.rule,
        reason=entry.reason,
        allowed=entry.allowed,
        review=entry.review,
        subjects=list(entry.person_ids),
        about=entry.about,
    )
