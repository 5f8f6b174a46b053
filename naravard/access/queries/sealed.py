"""Reads the log and its seals for those who seal and for those who verify."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection

from naravard.access.models import AccessLogSeal
from naravard.access.rules.seals import (
    Break,
    Finding,
    LogRow,
    Seal,
    break_between,
    breaks_in,
    digest_of,
    hash_of,
)
from naravard.core.clock import day_of, moment_at

AT_A_TIME = 5_000  # rows fetched and sealed together
SEALS_AT_A_TIME = 20

NUMBERED_ROWS = "SELECT id, {columns} FROM access_accesslogentry WHERE "
ROWS = NUMBERED_ROWS.format(columns=", ".join(LogRow._fields))
WAITING = ROWS + "written_in >= %s AND written_in < %s ORDER BY written_in, id"
# The numbers of a seal's rows lie close together, and their month is one table.
SEALED = ROWS + "id = ANY(%s) AND at >= %s AND at < %s"
NOT_SEALED = """
SELECT l.id FROM access_accesslogentry l
WHERE l.at >= %(begins)s AND l.at < %(ends)s AND l.written_in < %(horizon)s
AND NOT EXISTS (
    SELECT FROM (SELECT unnest(s.ids) AS id FROM access_accesslogseal s
        WHERE s.month = %(month)s) sealed WHERE sealed.id = l.id)
ORDER BY l.id
"""
STRAY_MONTHS = """
SELECT DISTINCT date_trunc('month', at AT TIME ZONE 'Europe/Stockholm')::date
FROM access_accesslogentry WHERE written_in < %s
"""


@dataclass(slots=True, kw_only=True)
class Verified:
    """How far a verification has come, and what it found."""

    seals: int = 0
    rows: int = 0
    detached: list[date] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def head_of_chain() -> Seal | None:
    """The last seal, or nothing before the first."""
    row = AccessLogSeal.objects.order_by("-number").first()
    return seal_from(row) if row else None


def seal_numbered(number: int) -> Seal | None:
    """One seal."""
    row = AccessLogSeal.objects.filter(pk=number).first()
    return seal_from(row) if row else None


def seal_from(row: AccessLogSeal) -> Seal:
    """The stored seal as the rules know it."""
    return Seal(
        number=row.number,
        month=row.month,
        detached=row.detached,
        sealed_at=row.sealed_at,
        horizon=row.horizon,
        ids=tuple(row.ids),
        digests=bytes(row.digests),
        previous=bytes(row.previous),
        hash=bytes(row.hash),
    )


def waiting_rows(since: int, horizon: int) -> Iterator[list[tuple[int, LogRow]]]:
    """Numbered rows that are final and not sealed, in order, some at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(WAITING, [since, horizon])
        while rows := cursor.fetchmany(AT_A_TIME):
            yield [_numbered(row) for row in rows]


def number_waiting() -> int:
    """How many rows have been written after the last seal."""
    head = head_of_chain()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM access_accesslogentry WHERE written_in >= %s",
            [head.horizon if head else 0],
        )
        return int(cursor.fetchone()[0])


def month_of(moment: datetime) -> date:
    """The first day of a moment's month, by the Swedish clock."""
    return day_of(moment).replace(day=1)


def verify(
    *, key: bytes, first: date | None = None, last: date | None = None
) -> Verified:
    """Follow the whole chain, and compare the rows of the months asked for."""
    done = Verified()
    before: Seal | None = None
    months: set[date] = set()
    for seal in _chain():
        done.seals += 1
        broken = break_between(before, seal)
        if broken:
            done.findings.append(broken)
        before = seal
        if hash_of(seal, key) != seal.hash:
            done.findings.append(_changed(seal))
        if seal.detached:
            done.detached.append(seal.month)
        elif _within(seal.month, first, last):
            months.add(seal.month)
    _compare_rows(done, months)
    _look_for_inserted(done, before.horizon if before else 0, first, last)
    return done


def unsealed_in(month: date, horizon: int) -> list[int]:
    """Rows of a month that should be in a seal, as they were written, but are not."""
    begins, ends = _bounds(month)
    with connection.cursor() as cursor:
        cursor.execute(
            NOT_SEALED,
            {"begins": begins, "ends": ends, "horizon": horizon, "month": month},
        )
        return [row[0] for row in cursor.fetchall()]


def _chain() -> Iterator[Seal]:
    rows = AccessLogSeal.objects.order_by("number")
    for row in rows.iterator(chunk_size=SEALS_AT_A_TIME):
        yield seal_from(row)


def _changed(seal: Seal) -> Finding:
    return Finding(kind=Break.SEAL_CHANGED, seal=seal.number, month=seal.month)


def _compare_rows(done: Verified, months: set[date]) -> None:
    """Compare each month's rows with its seals, unless the month has been detached."""
    here = months - set(done.detached)
    seals = AccessLogSeal.objects.filter(month__in=here, detached=False)
    for row in seals.order_by("number").iterator(chunk_size=SEALS_AT_A_TIME):
        seal = seal_from(row)
        done.rows += len(seal.ids)
        done.findings.extend(breaks_in(seal, _digests(seal)))


def _digests(seal: Seal) -> dict[int, bytes]:
    with connection.cursor() as cursor:
        cursor.execute(SEALED, [list(seal.ids), *_bounds(seal.month)])
        numbered = map(_numbered, cursor.fetchall())
        return {number: digest_of(row) for number, row in numbered}


def _look_for_inserted(
    done: Verified, horizon: int, first: date | None, last: date | None
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(STRAY_MONTHS, [horizon])
        months = sorted(row[0] for row in cursor.fetchall())
    done.findings.extend(
        Finding(kind=Break.INSERTED, seal=0, month=month, row=number)
        for month in months
        if _within(month, first, last)
        for number in unsealed_in(month, horizon)
    )


def _within(month: date, first: date | None, last: date | None) -> bool:
    begun = first is None or month >= first.replace(day=1)
    return begun and (last is None or month <= last)


def _bounds(month: date) -> tuple[datetime, datetime]:
    after = (month + timedelta(days=31)).replace(day=1)
    return moment_at(month, time(0)), moment_at(after, time(0))


def _numbered(row: Sequence[Any]) -> tuple[int, LogRow]:
    number, *columns = row
    return int(number), LogRow(*columns)
