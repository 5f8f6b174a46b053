"""Who has read, as the person and the reviewer may see it (loggutdrag)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    ActorKind,
    Category,
    OpenRecord,
    may_do,
    why,
)
from naravard.people.roles import Role

PAGE = 50  # rows, when the caller does not say
# That somebody has worried about a child is never told on a page that a guardian may
# read; whoever investigates tells of it when the child is safe.
NEVER_SHOWN_ONLINE = (Action.REPORT_CONCERN,)


class Readers(StrEnum):
    """Whose rows of the log about a person."""

    EVERYONE = "everyone"
    HERSELF = "herself"
    OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One row of the access log, in words; `id` is the place to go on from.

    `name` is empty when it may not be shown. `person_ids` is filled for reviewers.
    """

    id: int
    at: datetime
    actor_kind: ActorKind
    name: str
    title: str
    unit_name: str
    organisation_name: str
    action: str
    category: str
    why: str
    rule: str
    allowed: bool
    review: bool
    unit_kind: str = ""
    ground: str = ""
    reason: str = ""  # as stated by the one who read
    person_ids: tuple[UUID, ...] = ()


# Plain columns are looked up; a name that is gone leaves the row standing.
LINES = """
SELECT l.id, l.at, l.actor_kind,
    COALESCE(s.given_name || ' ' || s.family_name,
             q.given_name || ' ' || q.family_name, ''),
    COALESCE(s.title, ''), COALESCE(u.name, ''), COALESCE(o.name, ''),
    l.action, l.category, l.ground, l.reason, l.rule, l.allowed, l.review,
    l.subjects, COALESCE(u.kind, '')
FROM {rows} l
LEFT JOIN people_professional s ON s.id = l.professional_id
LEFT JOIN people_person q ON q.id = l.actor_person_id
LEFT JOIN people_careunit u ON u.id = l.unit_id
LEFT JOIN people_organisation o ON o.id = l.organisation_id
ORDER BY l.at DESC, l.id DESC
"""
# The database's own doors to the log (see `access.lock`): pages do not read the table.
ABOUT_A_PERSON = LINES.format(
    rows="""access_log_about(%(person)s, %(organisation)s, %(herself)s, %(refusals)s,
    %(hidden)s, %(before)s, %(limit)s)"""
)
CHOSEN = LINES.format(rows="access_log_rows(%(person)s, %(organisation)s, %(entries)s)")
TO_REVIEW = LINES.format(
    rows="access_log_to_review(%(organisation)s, %(unit)s, %(before)s, %(limit)s)"
)


class _Row(NamedTuple):
    id: int
    at: datetime
    actor_kind: str
    name: str
    title: str
    unit_name: str
    organisation_name: str
    action: str
    category: str
    ground: str
    reason: str
    rule: str
    allowed: bool
    review: bool
    subjects: list[UUID]
    unit_kind: str


def who_has_read(
    record: OpenRecord,
    limit: int = PAGE,
    before: int | None = None,
    *,
    show_staff_names: bool = True,
    readers: Readers = Readers.EVERYONE,
    refusals: bool = True,
) -> tuple[LogLine, ...]:
    """The log about one person, newest first, in one SQL (PDL 8 kap. 5 §).

    The person and her guardian see every row but `NEVER_SHOWN_ONLINE`, with names when
    the provider's policy allows. Staff see units; reviewers see their own
    organisation's rows with names.
    `readers` and `refusals` choose among the rows.
    """
    reviewing = record.category is Category.ACCESS_LOG
    staff = record.actor.kind is ActorKind.STAFF
    parameters: dict[str, UUID | int | list[str] | None] = {
        "person": record.person_id,
        "organisation": record.actor.organisation_id if staff else None,
        "before": before,
        "limit": limit,
        "refusals": refusals,
        "hidden": [] if staff else [str(action) for action in NEVER_SHOWN_ONLINE],
        "herself": {Readers.HERSELF: True, Readers.OTHERS: False}.get(readers),
    }
    named = reviewing if staff else show_staff_names
    return tuple(_line(row, named=named) for row in _rows(ABOUT_A_PERSON, parameters))


def log_rows(record: OpenRecord, entries: tuple[int, ...]) -> tuple[LogLine, ...]:
    """Chosen rows about one person with names, for one who reviews; newest first."""
    parameters: dict[str, UUID | int | list[int] | list[str] | None] = {
        "person": record.person_id,
        "organisation": record.actor.organisation_id,
        "entries": list(entries),
    }
    named = record.category is Category.ACCESS_LOG
    return tuple(_line(row, named=named) for row in _rows(CHOSEN, parameters))


def log_to_review(
    actor: Actor, limit: int = PAGE, before: int | None = None
) -> tuple[LogLine, ...]:
    """What somebody must look at: her organisation's rows, or her own unit's.

    Raises AccessDenied for anybody who does not review logs.
    """
    decision = may_do(actor, Action.REVIEW_LOG)
    if not decision.allowed:
        raise AccessDenied(decision, actor=actor, action=Action.REVIEW_LOG)
    parameters = {
        "organisation": actor.organisation_id,
        "unit": actor.unit_id if actor.role is Role.HEAD_OF_UNIT else None,
        "before": before,
        "limit": limit,
    }
    return tuple(
        replace(_line(row, named=True), person_ids=tuple(row.subjects))
        for row in _rows(TO_REVIEW, parameters)
    )


def _rows(
    sql: str, parameters: Mapping[str, UUID | int | list[int] | list[str] | None]
) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, dict(parameters))
        return [_Row(*row) for row in cursor.fetchall()]


def _line(row: _Row, *, named: bool) -> LogLine:
    staff = row.actor_kind == ActorKind.STAFF
    return LogLine(
        id=row.id,
        at=row.at,
        actor_kind=ActorKind(row.actor_kind),
        name=row.name if named or not staff else "",
        title=row.title,
        unit_name=row.unit_name,
        organisation_name=row.organisation_name,
        action=row.action,
        category=row.category,
        why=why(row.ground, reason=row.reason),
        rule=row.rule,
        allowed=row.allowed,
        review=row.review,
        unit_kind=row.unit_kind,
        ground=row.ground,
        reason=row.reason,
    )
