"""Fills a lake from files that a region's warehouse has written (CSV or Parquet)."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from naravard.indicators.errors import LakeNotValid
from naravard.indicators.fragments import literal
from naravard.indicators.lake.layout import LakeMark, write_mark, write_table
from naravard.indicators.lake.normalising import parts_of
from naravard.indicators.lake.reading import SourceFile, open_file, source_files
from naravard.indicators.lake.row_rules import ROW_RULES, RowRule
from naravard.indicators.schema import BY_NAME, TABLES, Column, Table
from naravard.indicators.toys import ToyRows


def import_lake(
    *, source: Path, lake: Path, now: datetime, named: str = ""
) -> LakeMark:
    """Check every file of `source` and write them to `lake` in its layout.

    A table that the source has is written anew, the others are left as they are.
    Raises LakeNotFound or LakeNotValid, and then nothing of the lake is changed.
    """
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        tables = load_tables(connection, source)
        lake.mkdir(parents=True, exist_ok=True)
        written = {
            table.name: write_table(
                connection, table, f'SELECT * FROM "{table.name}"', lake
            )
            for table in tables
        }
    return write_mark(lake, source=named or source.name, written=written, now=now)


def load_tables(connection: duckdb.DuckDBPyConnection, source: Path) -> list[Table]:
    """Read the folder's tables into the connection. Raises as `import_lake`."""
    found = source_files(source)
    for name, paths in found.items():
        files = [open_file(connection, BY_NAME[name], path) for path in paths]
        union = " UNION ALL ".join(file.select() for file in files)
        connection.execute(f'CREATE TABLE "{name}" AS {union}')
        if name in ROW_RULES:
            _check_rows(connection, ROW_RULES[name], name, files)
    return [table for table in TABLES if table.name in found]


def load_toy(connection: duckdb.DuckDBPyConnection, rows: ToyRows) -> None:
    """Make tables of toy rows, read by the same rules as a file's values."""
    for name, kept in rows.items():
        table = BY_NAME[name]
        values = ", ".join(
            "(" + ", ".join(literal(row[column.name]) for column in table.columns) + ")"
            for row in kept
        )
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        connection.execute(
            f'CREATE TABLE "{name}" AS {_select(table.columns)}'
            f" FROM (VALUES {values}) AS toy({names})"
        )


def _select(columns: tuple[Column, ...]) -> str:
    parts = (part for column in columns for part in parts_of(column, column.name))
    return "SELECT " + ", ".join(f'{part.value} AS "{part.name}"' for part in parts)


def _check_rows(
    connection: duckdb.DuckDBPyConnection,
    rule: RowRule,
    name: str,
    files: Sequence[SourceFile],
) -> None:
    """Raise LakeNotValid for the first row that breaks the rule, if any does.

    Only then are the files read once more, to say where it stands.
    """
    broken = rule.finds.format(rows=f'(SELECT 0 AS file, 0 AS row, * FROM "{name}")')
    if connection.execute(f"{broken} LIMIT 1").fetchone() is None:
        return
    numbered = " UNION ALL ".join(
        f"SELECT {number} AS file, ROW_NUMBER() OVER () AS row, t.*"
        f" FROM ({file.select()}) AS t"
        for number, file in enumerate(files)
    )
    found = connection.execute(
        f"{rule.finds.format(rows=f'({numbered})')} ORDER BY file, row LIMIT 1"
    ).fetchone()
    if found is not None:
        file, row = files[int(found[0])], int(found[1])
        raise LakeNotValid(
            f"{file.place(row, rule.column)}: {rule.says}.", remedy=rule.remedy
        )
