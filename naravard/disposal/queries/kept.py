"""How much is kept by whom, and how much has been kept for its time; names nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from naravard.access.models import AccessLogEntry, ChangeEntry
from naravard.core.clock import day_of
from naravard.operation.retention import (
    RECORDS,
    Kept,
    RetentionRule,
    last_entry_before,
    rule_on,
)

# The days limit each kind; a record whose last entry was earlier has had its time.
COUNTED = """
SELECT o.id, o.name, r.kept, count(*), min(r.last_on),
    count(*) FILTER (WHERE past AND stays = ''),
    count(*) FILTER (WHERE past AND stays <> ''),
    min(r.last_on) FILTER (WHERE past AND stays = ''),
    max(r.last_on) FILTER (WHERE past AND stays = '')
FROM disposal_record r
JOIN people_organisation o ON o.id = r.organisation_id
JOIN unnest(%(kinds)s::text[], %(days)s::date[]) AS limits (kept, day)
    ON limits.kept = r.kept
CROSS JOIN LATERAL (SELECT r.last_on < limits.day AS past) had_its_time
CROSS JOIN LATERAL (SELECT CASE WHEN past
    THEN disposal_exception(r, %(today)s::date) ELSE '' END AS stays) tried
GROUP BY o.id, o.name, r.kept
ORDER BY o.name, r.kept
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """One owner's records, or one log: how many, the oldest, and those past their time.

    `excepted` are past it and may still not go. `first` and `last` are the last
    entries of those that go, the earliest and the latest.
    """

    organisation_id: UUID | None  # none for a log that all share
    owner: str
    rule: RetentionRule
    count: int
    oldest: date | None
    past: int
    excepted: int = 0
    first: date | None = None
    last: date | None = None


def kept_rows(now: datetime) -> tuple[KeptRow, ...]:
    """Everything that is kept under a rule of retention, owner by owner."""
    today = day_of(now)
    return (*record_rows(today), *_logs(today))


def record_rows(today: date) -> tuple[KeptRow, ...]:
    """The records of each owner and kind."""
    rules = [rule_on(kept, today) for kept in sorted(RECORDS)]
    parameters: dict[str, list[str] | list[date] | date] = {
        "kinds": [rule.kept.value for rule in rules],
        "days": [last_entry_before(today, rule) for rule in rules],
        "today": today,
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, parameters)
        rows = cursor.fetchall()
    of_kind = {rule.kept: rule for rule in rules}
    return tuple(
        KeptRow(
            organisation_id=organisation_id,
            owner=owner,
            rule=of_kind[Kept(kept)],
            count=count,
            oldest=oldest,
            past=past,
            excepted=excepted,
            first=first,
            last=last,
        )
        for (
            organisation_id,
            owner,
            kept,
            count,
            oldest,
            past,
            excepted,
            first,
            last,
        ) in rows
    )


def _logs(today: date) -> Iterable[KeptRow]:
    for kept, model in (
        (Kept.ACCESS_LOG, AccessLogEntry),
        (Kept.CHANGE_LOG, ChangeEntry),
    ):
        rule = rule_on(kept, today)
        rows = model._default_manager.all()  # noqa: SLF001 (Django's public name)
        first = rows.order_by("at").values_list("at", flat=True).first()
        yield KeptRow(
            organisation_id=None,
            owner="Gemensam logg",
            rule=rule,
            count=rows.count(),
            oldest=day_of(first) if first else None,
            past=rows.filter(at__date__lt=last_entry_before(today, rule)).count(),
        )
