"""Proposes what has been kept for its time; an owner decides, nobody else.

A proposal is made anew each time until it has been approved.
"""

from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from naravard.core.clock import day_of
from naravard.disposal.models import Decision, Item
from naravard.disposal.queries.kept import KeptRow, record_rows
from naravard.disposal.rules import DecisionState, Ground
from naravard.operation.retention import (
    Kept,
    RetentionRule,
    last_entry_before,
    rule_on,
)
from naravard.people.models import Organisation

# What another decision covers already is not proposed twice.
ITEMS = """
INSERT INTO disposal_item (decision_id, person_id)
SELECT %(decision)s, r.person_id FROM disposal_record r
WHERE r.organisation_id = %(owner)s AND r.kept = %(kept)s AND r.last_on < %(before)s
AND disposal_exception(r, %(today)s::date) = ''
AND NOT EXISTS (SELECT FROM disposal_item i JOIN disposal_decision d
    ON d.id = i.decision_id WHERE i.person_id = r.person_id AND i.object_id IS NULL
    AND d.organisation_id = r.organisation_id AND d.kept = r.kept)
"""
# Organisations with rows in the log's own months, or reviews, older than the day.
LOGGED = """
SELECT DISTINCT l.organisation_id FROM access_accesslogentry l
JOIN people_organisation o ON o.id = l.organisation_id
WHERE l.at < %s::timestamp AT TIME ZONE 'Europe/Stockholm'
UNION
SELECT organisation_id FROM review_pick WHERE day < %s
"""


@transaction.atomic
def propose(*, now: datetime) -> int:
    """Propose for every owner what may or must go; returns how many records.

    Proposals that nobody has approved are made anew.
    """
    today = day_of(now)
    old = Decision.objects.filter(state=DecisionState.PROPOSED)
    Item.objects.filter(decision__in=old).delete()
    old.delete()
    rows = record_rows(today)
    proposed = [
        _propose(row, row.organisation_id, today, now)
        for row in rows
        if row.past and row.organisation_id
    ]
    _propose_logs(today, now)
    return sum(proposed)


def _propose(row: KeptRow, owner: UUID, today: date, now: datetime) -> int:
    before = last_entry_before(today, row.rule)
    decision = Decision.objects.create(
        organisation_id=owner,
        kept=row.rule.kept,
        source=row.rule.source,
        before=before,
        excepted=row.excepted,
        oldest=row.first,
        newest=row.last,
        made_at=now,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            ITEMS,
            {
                "decision": decision.pk,
                "owner": owner,
                "kept": row.rule.kept.value,
                "before": before,
                "today": today,
            },
        )
        decision.proposed = cursor.rowcount
    if decision.proposed:
        decision.save(update_fields=["proposed"])
    else:
        decision.delete()
    return decision.proposed


def _propose_logs(today: date, now: datetime) -> None:
    rule = rule_on(Kept.ACCESS_LOG, today)
    before = first_kept_month(today, rule)
    decided = Decision.objects.filter(kept=Kept.ACCESS_LOG, before__gte=before)
    with connection.cursor() as cursor:
        cursor.execute(LOGGED, [before, before])
        logged = {row[0] for row in cursor.fetchall()}
    owners = Organisation.objects.filter(pk__in=logged).exclude(
        pk__in=decided.values("organisation_id")
    )
    Decision.objects.bulk_create(
        Decision(
            organisation=owner,
            kept=Kept.ACCESS_LOG,
            ground=Ground.TIME,
            source=rule.source,
            before=before,
            made_at=now,
        )
        for owner in owners.order_by("name")
    )


def first_kept_month(today: date, rule: RetentionRule) -> date:
    """The log goes by whole years that ended the rule's years ago or more."""
    return date(today.year - rule.years, 1, 1)
