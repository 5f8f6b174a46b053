"""Erases old logs: an owner's reviews, and months of the access log all agree on."""

from datetime import date, datetime

from django.db import connection, transaction

from naravard.access.services import seal_off_month
from naravard.disposal.models import Decision
from naravard.disposal.rules import DecisionState, months_to_take
from naravard.disposal.services.erasing import finish
from naravard.operation.retention import Kept

MONTHS = """
SELECT to_date(right(inhrelid::regclass::text, 7), 'YYYY_MM') FROM pg_inherits
WHERE inhparent = 'access_accesslogentry'::regclass
AND inhrelid::regclass::text ~ '^access_log_[0-9]{4}_[0-9]{2}$'
"""


def erase_logs(*, key: bytes, now: datetime) -> tuple[date, ...]:
    """Carry out the approved decisions about logs; returns the months that are gone.

    A month goes when the last organisation with rows in it has decided so. The chain
    of seals goes on: it says which month was taken and when.
    """
    decided = Decision.objects.filter(
        kept=Kept.ACCESS_LOG, state__in=[DecisionState.APPROVED, DecisionState.DONE]
    )
    limit = decided.order_by("-before").values_list("before", flat=True).first()
    approved = decided.filter(state=DecisionState.APPROVED)
    for number in list(approved.order_by("pk").values_list("pk", flat=True)):
        _erase_reviews(number)
    gone = tuple(
        month
        for month in (months_to_take(_months(), limit) if limit else ())
        if _take(month, key, now)
    )
    for number in list(approved.order_by("pk").values_list("pk", flat=True)):
        finish(number=number, now=now)
    return gone


@transaction.atomic
def _erase_reviews(number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT disposal_erase_reviews(%s)", [number])


def _take(month: date, key: bytes, now: datetime) -> bool:
    """One month, or nothing when somebody has not decided yet."""
    with transaction.atomic():
        seal_off_month(month=month, key=key, now=now)
        with connection.cursor() as cursor:
            cursor.execute("SELECT disposal_take_month(%s::date)", [month])
            taken = bool(cursor.fetchone()[0])
        if not taken:
            transaction.set_rollback(True)
    return taken


def _months() -> tuple[date, ...]:
    with connection.cursor() as cursor:
        cursor.execute(MONTHS)
        return tuple(row[0] for row in cursor.fetchall())
