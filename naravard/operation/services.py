"""Counts how often, in PostgreSQL, so that every page server counts together."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from naravard.operation.models import Allowance
from naravard.operation.rules import Spending, TooManyTimes

# One statement decides and counts; nothing is counted for what is refused. The keys
# come sorted, so that two requests wait for each other in one order. A moment later
# than any that could have been written means that a clock was set back.
SPEND = """
INSERT INTO operation_allowance AS a (key, full_at, latest)
SELECT * FROM unnest(%(keys)s::text[], %(full_at)s::timestamptz[],
                     %(latest)s::timestamptz[])
ON CONFLICT (key) DO UPDATE SET
    full_at = CASE WHEN a.full_at > EXCLUDED.latest THEN EXCLUDED.full_at
        ELSE GREATEST(a.full_at, %(now)s) + (EXCLUDED.full_at - %(now)s) END,
    latest = EXCLUDED.latest
WHERE a.full_at > EXCLUDED.latest
    OR GREATEST(a.full_at, %(now)s) + (EXCLUDED.full_at - %(now)s) <= EXCLUDED.latest
RETURNING key
"""


def spend(*, spendings: Sequence[Spending], now: datetime) -> None:
    """Take one time from each allowance (one SQL). Raises TooManyTimes.

    Call it outside a transaction: what was counted stays counted.
    """
    if not spendings:
        return
    parameters: dict[str, list[str | datetime] | datetime] = {
        "keys": [each.key for each in spendings],
        "full_at": [each.full_at(now) for each in spendings],
        "latest": [each.latest(now) for each in spendings],
        "now": now,
    }
    with connection.cursor() as cursor:
        cursor.execute(SPEND, parameters)
        taken = {row[0] for row in cursor.fetchall()}
    refused = [each for each in spendings if each.key not in taken]
    if refused:
        raise TooManyTimes(max(each.limit.step for each in refused))


def forget_whole_allowances(*, now: datetime) -> int:
    """Remove allowances that are whole again; returns how many. The tick calls it."""
    gone, _ = Allowance.objects.filter(full_at__lt=now).delete()
    return gone
