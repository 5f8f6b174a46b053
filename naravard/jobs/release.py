"""Whether a migration can be run while the release before it still serves pages.

Between the migration and the last old process both versions write to the same
tables. What the old one still names must therefore stay through one release, and
what only the new one fills must be allowed to be empty.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.postgres.operations import (
    AddConstraintNotValid,
    AddIndexConcurrently,
    RemoveIndexConcurrently,
)
from django.db.migrations import Migration, operations
from django.db.migrations.operations.base import Operation
from django.db.models import NOT_PROVIDED, Field

# What stood before the first release was run anywhere: nobody was there to be stopped.
BEFORE_THE_RULE = frozenset(
    {
        "people.0002_outside_identifiers",
        "access.0003_who_may_see_what",
        "care_messages.0003_answers_forwards_and_withdrawals",
    }
)
# A migration that has been thought through names the findings it answers for, as
# `ANSWERED_FOR = {"drops_a_column": "unused since 0.4"}`.
ANSWERED_FOR = "ANSWERED_FOR"

REMEDIES = {
    "drops_a_column": "Sluta läsa och skriva kolumnen först; ta bort den nästa gång.",
    "drops_a_table": "Sluta använda tabellen först; ta bort den nästa gång.",
    "renames": "Lägg till det nya, skriv båda, byt läsning, ta bort det gamla sist.",
    "demands_a_value": "Ge kolumnen db_default, eller låt den vara tom i en version.",
    "changes_a_type": "Lägg till en ny kolumn och flytta värdena i omgångar.",
    "tightens_at_once": "Lägg villkoret NOT VALID, pröva raderna i nästa migrering.",
    "locks_while_indexing": "Använd AddIndexConcurrently och atomic = False.",
    "moves_rows_with_schema": "Flytta rader i ett kommando, i omgångar.",
    "writes_its_own_sql": "Skriv i ANSWERED_FOR varför satsen inte stänger ute någon.",
}

# Statements that take no lock anybody waits long for: triggers, functions, rights,
# policies, and constraints that are tried later.
HARMLESS = re.compile(
    r"""\s*(?:(?:
        CREATE(?:\s+OR\s+REPLACE)?\s+(?:FUNCTION|TRIGGER|POLICY|ROLE|SCHEMA|TABLE)\b
        |CREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY\b
        |DROP\s+(?:TRIGGER|POLICY|FUNCTION)\b
        |DROP\s+INDEX\s+CONCURRENTLY\b
        |GRANT\b|REVOKE\b|COMMENT\s+ON\b
        |ALTER\s+DEFAULT\s+PRIVILEGES\b
        |ALTER\s+TABLE\s+\S+\s+(?:ENABLE|FORCE)\s+ROW\s+LEVEL\s+SECURITY
        |ALTER\s+TABLE\s+\S+\s+VALIDATE\s+CONSTRAINT\b
        |ALTER\s+TABLE\s+\S+\s+ADD\s+CONSTRAINT\b[^;]*\bNOT\s+VALID
    )[^;]*;?\s*)+""",
    re.IGNORECASE | re.VERBOSE,
)

NOBODY_WAITS = (AddConstraintNotValid, AddIndexConcurrently, RemoveIndexConcurrently)
SIMPLE: tuple[tuple[type[Operation], str], ...] = (
    (operations.RemoveField, "drops_a_column"),
    (operations.DeleteModel, "drops_a_table"),
    (operations.RenameField, "renames"),
    (operations.RenameModel, "renames"),
    (operations.AlterModelTable, "renames"),
    (operations.AlterField, "changes_a_type"),
    (operations.AddConstraint, "tightens_at_once"),
    (operations.AlterUniqueTogether, "tightens_at_once"),
    (operations.AddIndex, "locks_while_indexing"),
    (operations.RunPython, "moves_rows_with_schema"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing in a migration that would stop or break the release before."""

    migration: str
    what: str
    where: str

    def __str__(self) -> str:
        """The finding as one line in Swedish, with what to do instead."""
        return f"{self.migration}: {self.what} ({self.where}). {REMEDIES[self.what]}"


def findings(migrations: Iterable[Migration]) -> list[Finding]:
    """What stops a release without a pause, in these migrations."""
    return [
        finding
        for migration in migrations
        if _is_looked_at(migration)
        for finding in _in(migration)
        if finding.what not in getattr(migration, ANSWERED_FOR, {})
    ]


def _is_looked_at(migration: Migration) -> bool:
    return not migration.initial and _name(migration) not in BEFORE_THE_RULE


def _in(migration: Migration) -> Iterator[Finding]:
    new = {
        each.name_lower
        for each in migration.operations
        if isinstance(each, operations.CreateModel)
    }
    for each in migration.operations:
        if getattr(each, "model_name_lower", "") in new:
            continue  # nobody has read or written it yet
        what = _what(each)
        if what:
            yield Finding(migration=_name(migration), what=what, where=each.describe())


def _what(operation: Operation) -> str:
    if isinstance(operation, NOBODY_WAITS):
        return ""
    for kind, name in SIMPLE:
        if isinstance(operation, kind):
            return name
    if isinstance(operation, operations.AddField):
        return "demands_a_value" if _demands(operation.field) else ""
    if isinstance(operation, operations.RunSQL):
        return _of_sql(operation.sql)
    return ""


def _demands(field: "Field[object, object]") -> bool:
    """Whether a row that does not name the column would be refused."""
    if field.many_to_many or field.null:
        return False
    return field.db_default is NOT_PROVIDED


def _of_sql(sql: object) -> str:
    text = sql if isinstance(sql, str) else " ".join(map(str, [sql]))
    return "" if HARMLESS.fullmatch(_without_bodies(text)) else "writes_its_own_sql"


def _without_bodies(sql: str) -> str:
    return re.sub(r"\$(\w*)\$.*?\$\1\$", "''", sql, flags=re.DOTALL)


def _name(migration: Migration) -> str:
    return f"{migration.app_label}.{migration.name}"
