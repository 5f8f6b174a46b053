"""The tables of the access log: made ahead, taken away when old, after a restore."""

from datetime import date, datetime, timedelta

from django.db import connection, transaction

from naravard.access.log_months import MOMENT
from naravard.access.queries.sealed import head_of_chain, unsealed_in
from naravard.access.rules.errors import LogMonthNotWhole, LogMonthStillNeeded
from naravard.access.services.sealing import Chain
from naravard.core.clock import day_of

DAYS_AHEAD = 62
# HSLF-FS 2016:40 4 kap. 9 §: logs are kept for at least five years.
YEARS_KEPT = 5
LONGEST_WAIT = "2s"  # for others to let go of the table

MAKE = """
SELECT count(*) FILTER (WHERE made) FROM (
    SELECT access_log_make_month(month::date) AS made FROM generate_series(
        date_trunc('month', %s::date), %s::date, interval '1 month') month) asked
"""


def make_months(*, first: date, last: date) -> int:
    """Make the tables of the log for these months; returns how many were missing."""
    with connection.cursor() as cursor:
        cursor.execute(MAKE, [first, last])
        return int(cursor.fetchone()[0])


@transaction.atomic
def make_months_ahead(*, now: datetime) -> int:
    """Make the table of this month and the next ones; gives way to those who write."""
    today = day_of(now)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LONGEST_WAIT])
    return make_months(first=today, last=today + timedelta(days=DAYS_AHEAD))


@transaction.atomic
def count_from_here() -> None:
    """After a restore from a dump: let new rows come after all that is sealed.

    Only the owner of the tables may.
    """
    head = head_of_chain()
    with connection.cursor() as cursor:
        cursor.execute(MOMENT.format(begins=head.horizon if head else 0))


@transaction.atomic
def detach_month(*, month: date, key: bytes, now: datetime) -> str:
    """Take a whole month out of the log; returns the name of the table it became.

    The chain keeps a seal that says so. Raises LogMonthStillNeeded and
    LogMonthNotWhole. Only the owner of the tables may.
    """
    return _detached(seal_off_month(month=month, key=key, now=now))


@transaction.atomic
def seal_off_month(*, month: date, key: bytes, now: datetime) -> str:
    """Let the chain say that a whole month is taken; returns its table's name.

    Whoever calls takes the table out of the log in the same transaction. Raises
    LogMonthStillNeeded and LogMonthNotWhole.
    """
    month = month.replace(day=1)
    if month.year + YEARS_KEPT >= day_of(now).year:
        raise LogMonthStillNeeded(
            f"Loggen för {month:%Y-%m} ska finnas kvar.",
            remedy="Välj en månad i ett år som tog slut för minst fem år sedan.",
        )
    head = head_of_chain()
    table = f"access_log_{month:%Y_%m}"
    if head is None or unsealed_in(month, head.horizon) or not _is_attached(table):
        raise LogMonthNotWhole(
            f"Loggen för {month:%Y-%m} har ingen egen tabell eller är inte förseglad.",
            remedy="Kör naravard verify-log och se vad som saknas.",
        )
    chain = Chain(head=head, horizon=head.horizon, key=key, now=now)
    chain.add(month, [], detached=True)
    return table


def _is_attached(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = to_regclass(%s)"
            " AND inhparent = 'access_accesslogentry'::regclass)",
            [table],
        )
        return bool(cursor.fetchone()[0])


def _detached(table: str) -> str:
    """Detach it under another name, so that nothing is ever made over it."""
    name = f"{table}_detached"
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(
            f"ALTER TABLE access_accesslogentry DETACH PARTITION {quoted(table)}"
        )
        cursor.execute(f"ALTER TABLE {quoted(table)} RENAME TO {quoted(name)}")
    return name
