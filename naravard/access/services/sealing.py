"""Seals the access log behind those who write it (see `rules.seals`).

Nobody who reads a record waits for the chain: rows are sealed afterwards, when no
transaction that may have written before them is still open. Called by the clock.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from django.db import connection, transaction

from naravard.access.models import AccessLogSeal
from naravard.access.queries.sealed import head_of_chain, month_of, waiting_rows
from naravard.access.rules.errors import LogCountsAnew
from naravard.access.rules.seals import (
    BEFORE_THE_FIRST,
    LogRow,
    Seal,
    digest_of,
    hash_of,
)

ONE_AT_A_TIME = 7_315_001  # our advisory lock for whoever seals
HORIZON = "SELECT access_log_moment(pg_snapshot_xmin(pg_current_snapshot()))"


@dataclass(slots=True, kw_only=True)
class Chain:
    """The end of the chain, where the next seal is put."""

    head: Seal | None
    horizon: int
    key: bytes
    now: datetime

    def add(
        self,
        month: date,
        rows: list[tuple[int, LogRow]],
        *,
        detached: bool = False,
    ) -> None:
        """Put a seal over these rows of one month last in the chain."""
        unsigned = Seal(
            number=self.head.number + 1 if self.head else 1,
            month=month,
            detached=detached,
            sealed_at=self.now,
            horizon=self.horizon,
            ids=tuple(number for number, _row in rows),
            digests=b"".join(digest_of(row) for _number, row in rows),
            previous=self.head.hash if self.head else BEFORE_THE_FIRST,
        )
        self.head = replace(unsigned, hash=hash_of(unsigned, self.key))
        AccessLogSeal.objects.create(
            number=self.head.number,
            month=month,
            detached=detached,
            sealed_at=self.now,
            horizon=self.horizon,
            ids=list(self.head.ids),
            digests=self.head.digests,
            previous=self.head.previous,
            hash=self.head.hash,
        )


@transaction.atomic
def seal_log(*, key: bytes, now: datetime) -> int:
    """Seal every row that is final; returns how many, none when another is sealing.

    Raises LogCountsAnew when the database has been restored from a dump.
    """
    horizon = _claimed_horizon()
    if horizon is None:
        return 0
    head = head_of_chain()
    since = head.horizon if head else 0
    if horizon < since:
        raise LogCountsAnew(
            "Databasen räknar om från början, som efter en återläsning.",
            remedy="Kör naravard seal-log --restored en gång, som tabellernas ägare.",
        )
    chain = Chain(head=head, horizon=horizon, key=key, now=now)
    sealed = 0
    for rows in waiting_rows(since, horizon):
        sealed += len(rows)
        for month, of_month in groupby(rows, key=lambda row: month_of(row[1].at)):
            chain.add(month, list(of_month))
    return sealed


def _claimed_horizon() -> int | None:
    """Below what all is final, for whoever gets to seal; nothing for the others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        if not cursor.fetchone()[0]:
            return None
        cursor.execute(HORIZON)
        return int(cursor.fetchone()[0])
