"""How much is kept by whom, and how much has been kept for its time; names nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from django.db import connection

from naravard.access.models import AccessLogEntry, ChangeEntry
from naravard.access.rules.actors import Domain, domain_of
from naravard.core.clock import day_of
from naravard.operation.retention import (
    CHILD_RECORD_UNTIL_AGE,
    Kept,
    RetentionRule,
    last_entry_before,
    rule_on,
    years_after,
)
from naravard.people.roles import CareUnitKind, OrganisationKind

SOCIAL = frozenset({Domain.ELDERLY_AND_DISABILITY, Domain.CHILD_AND_FAMILY})
SWEDISH_DAY = "(max(at) AT TIME ZONE 'Europe/Stockholm')::date"

# One record is one owner's, of one kind, about one person; its last entry is the last
# message sent, event recorded, word written in a plan or answer to the person by any
# unit of that owner and kind.
RECORDS = f"""
WITH said AS (
    SELECT m.person_id, m.sender_unit_id AS unit_id, m.recorded_at AS at
    FROM care_messages_message m
    UNION ALL
    SELECT c.person_id, e.unit_id, e.recorded_at
    FROM discharge_caseevent e JOIN discharge_dischargecase c ON c.id = e.case_id
    UNION ALL
    SELECT p.person_id, w.unit_id, w.at FROM plan_plan p JOIN (
        SELECT plan_id, unit_id, at FROM plan_planversion
        UNION ALL SELECT plan_id, unit_id, at FROM plan_planstep
        UNION ALL SELECT plan_id, unit_id, at FROM plan_teamnote
        UNION ALL SELECT plan_id, unit_id, at FROM plan_signature
    ) w ON w.plan_id = p.id
    UNION ALL
    SELECT t.person_id, l.unit_id, l.at
    FROM dialogue_talkline l JOIN dialogue_talk t ON t.id = l.talk_id
    {{also}}
), record AS (
    SELECT o.id, o.name, said.person_id,
        u.kind || '|' || o.kind = ANY(%(social)s::text[]) AS social,
        bool_or(u.kind = 'child_and_family') AS child,
        {SWEDISH_DAY} AS last_on
    FROM said
    JOIN people_careunit u ON u.id = said.unit_id
    JOIN people_organisation o ON o.id = u.organisation_id
    GROUP BY o.id, o.name, said.person_id, 4
)
SELECT r.name, r.social, count(*), min(r.last_on),
    count(*) FILTER (WHERE r.last_on < limits.day AND NOT excepted.it),
    count(*) FILTER (WHERE r.last_on < limits.day AND excepted.it)
FROM record r
JOIN people_person p ON p.id = r.person_id
CROSS JOIN LATERAL (SELECT CASE WHEN r.social THEN %(social_day)s::date
    ELSE %(health_day)s::date END AS day) limits
CROSS JOIN LATERAL (SELECT r.social AND (p.placed_by <> ''
    OR (r.child AND p.birth_date > %(born_after)s::date)) IS TRUE AS it) excepted
GROUP BY r.id, r.name, r.social
ORDER BY r.name, r.social
"""  # noqa: S608 (only our own constant is put in)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """One owner's records, or one log: how many, the oldest, and those past their time.

    `excepted` are past it and may still not go: placements, and children's records.
    """

    owner: str
    rule: RetentionRule
    count: int
    oldest: date | None
    past: int
    excepted: int = 0


def kept_rows(now: datetime, also: tuple[str, ...] = ()) -> tuple[KeptRow, ...]:
    """Everything that is kept under a rule of retention, owner by owner.

    `also` are the SELECTs of person_id, unit_id and at by which rooms above this one
    tell what stands in their tables.
    """
    today = day_of(now)
    return (*_records(today, also), *_logs(today))


def _records(today: date, also: tuple[str, ...]) -> Iterable[KeptRow]:
    health = rule_on(Kept.HEALTH_RECORD, today)
    social = rule_on(Kept.SOCIAL_RECORD, today)
    parameters: dict[str, list[str] | date] = {
        "social": _social_units(),
        "health_day": last_entry_before(today, health),
        "social_day": last_entry_before(today, social),
        "born_after": years_after(today, -CHILD_RECORD_UNTIL_AGE),
    }
    with connection.cursor() as cursor:
        more = "".join(f"UNION ALL {each}" for each in also)
        cursor.execute(RECORDS.format(also=more), parameters)
        rows = cursor.fetchall()
    for owner, is_social, count, oldest, past, excepted in rows:
        yield KeptRow(
            owner=owner,
            rule=social if is_social else health,
            count=count,
            oldest=oldest,
            past=past,
            excepted=excepted,
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
            owner="Gemensam logg",
            rule=rule,
            count=rows.count(),
            oldest=day_of(first) if first else None,
            past=rows.filter(at__date__lt=last_entry_before(today, rule)).count(),
        )


def _social_units() -> list[str]:
    return [
        f"{unit}|{organisation}"
        for unit, organisation in product(CareUnitKind, OrganisationKind)
        if domain_of(unit, organisation) in SOCIAL
    ]
