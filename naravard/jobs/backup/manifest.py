"""What a backup says of itself: from which version, how many rows and guards."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from psycopg import Connection, sql

from naravard.jobs.backup.errors import BackupUnreadable

FORMAT = 1
# Signed-in sessions and spent allowances are not to come alive again.
NOT_KEPT = frozenset({"signin_signedinsession", "operation_allowance"})

TABLES = """
SELECT n.nspname, c.relname FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1, 2
"""
# Append-only triggers and row policies: what the database itself promises.
GUARDS = """
SELECT pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t
WHERE NOT t.tgisinternal
UNION ALL
SELECT concat_ws(' ', 'POLICY', policyname, schemaname, tablename, permissive, roles,
    cmd, qual, with_check) FROM pg_policies
UNION ALL
SELECT concat_ws(' ', 'ROW SECURITY', relname, relrowsecurity, relforcerowsecurity)
FROM pg_class WHERE relkind IN ('r', 'p') AND relrowsecurity
ORDER BY 1
"""
# Roles without a login that tables, functions and policies give rights to.
ROLES = """
SELECT DISTINCT r.rolname FROM pg_roles r
JOIN pg_shdepend d ON d.refobjid = r.oid AND d.refclassid = 'pg_authid'::regclass
JOIN pg_database b ON b.oid = d.dbid AND b.datname = current_database()
WHERE NOT r.rolcanlogin AND r.rolname !~ '^pg_' AND d.deptype IN ('a', 'r')
ORDER BY 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The first line of a backup; `tables` are rows by table, at one moment."""

    format: int
    version: str
    made_at: str
    server: int  # PostgreSQL's major version
    dumper: int  # pg_dump's major version
    migrations: tuple[str, ...]
    tables: dict[str, int]
    guards: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def rows(self) -> int:
        """All the rows there are."""
        return sum(self.tables.values())

    def line(self) -> bytes:
        """The manifest as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False).encode() + b"\n"


def read_line(line: bytes) -> Manifest:
    """The manifest of a line. Raises BackupUnreadable for anything else."""
    try:
        found: dict[str, Any] = json.loads(line)
        listed = {
            name: tuple(found[name]) for name in ("migrations", "guards", "roles")
        }
        return Manifest(**{**found, **listed})
    except (ValueError, KeyError, TypeError) as problem:
        raise BackupUnreadable(
            "Filen är inte en säkerhetskopia från Nära.",
            remedy="Kontrollera att du har valt rätt fil.",
        ) from problem


def describe(
    connection: Connection[tuple[Any, ...]],
    *,
    version: str,
    dumper: int,
    now: datetime,
) -> Manifest:
    """What stands in the database, as the connection's transaction sees it."""
    # Two searches would print the same guard with and without its schema.
    connection.execute("SET LOCAL search_path = pg_catalog")
    return Manifest(
        format=FORMAT,
        version=version,
        made_at=now.isoformat(timespec="seconds"),
        server=connection.info.server_version // 10_000,
        dumper=dumper,
        migrations=_migrations(connection),
        tables=_counted(connection),
        guards=_column(connection, GUARDS),
        roles=_column(connection, ROLES),
    )


def has_tables(connection: Connection[tuple[Any, ...]]) -> bool:
    """Whether anything at all stands in the database."""
    return connection.execute(TABLES).fetchone() is not None


def _migrations(connection: Connection[tuple[Any, ...]]) -> tuple[str, ...]:
    known = connection.execute(
        "SELECT to_regclass('public.django_migrations') IS NOT NULL"
    ).fetchone()
    if known is None or not known[0]:
        return ()
    return _column(
        connection,
        "SELECT app || '.' || name FROM public.django_migrations ORDER BY 1",
    )


def _counted(connection: Connection[tuple[Any, ...]]) -> dict[str, int]:
    return {
        f"{schema}.{table}": _rows(connection, schema, table)
        for schema, table in connection.execute(TABLES).fetchall()
        if table not in NOT_KEPT
    }


def _rows(connection: Connection[tuple[Any, ...]], schema: str, table: str) -> int:
    question = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, table))
    row = connection.execute(question).fetchone()
    return int(row[0]) if row else 0


def _column(connection: Connection[tuple[Any, ...]], question: str) -> tuple[str, ...]:
    answer = connection.execute(question.encode()).fetchall()
    return tuple(str(row[0]) for row in answer)
