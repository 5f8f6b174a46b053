"""Fills a lake from files that a region's warehouse has written (CSV or Parquet)."""

from datetime import datetime
from pathlib import Path

import duckdb

from naravard.indicators.errors import LakeNotValid
from naravard.indicators.fragments import literal
from naravard.indicators.lake.layout import LakeMark, write_mark, write_table
from naravard.indicators.lake.normalising import parts_of
from naravard.indicators.lake.reading import open_file, source_files
from naravard.indicators.schema import BY_NAME, TABLES, Column, Table
from naravard.indicators.toys import ToyRows

# A dated row of these ends before the next of the same person begins.
ONE_AT_A_TIME = ("residence", "listing")


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
        _check_rows(connection, name, source)
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


def _check_rows(connection: duckdb.DuckDBPyConnection, name: str, source: Path) -> None:
    if name == "person":
        _refuse(
            connection,
            "SELECT pid FROM person GROUP BY pid HAVING COUNT(*) > 1 LIMIT 1",
            f"{source}, tabellen person: samma pid står på flera rader.",
            "Låt varje person stå på en rad.",
        )
    if name in ONE_AT_A_TIME:
        _refuse(
            connection,
            f'SELECT pid FROM (SELECT pid, "from", LAG(COALESCE("to",'
            f" DATE '9999-12-31')) OVER (PARTITION BY pid ORDER BY \"from\") AS before"
            f' FROM "{name}") WHERE before > "from" LIMIT 1',
            f"{source}, tabellen {name}: två rader för samma person gäller samma dag.",
            "Avsluta den första (kolumnen to) när nästa börjar (kolumnen from).",
        )
    if name == "stay":
        _refuse(
            connection,
            'SELECT pid FROM stay WHERE "out" < "in" LIMIT 1',
            f"{source}, tabellen stay: en utskrivning (out) är före sin inskrivning.",
            "Rätta dagarna.",
        )


def _refuse(
    connection: duckdb.DuckDBPyConnection, sql: str, message: str, remedy: str
) -> None:
    if connection.execute(sql).fetchone() is not None:
        raise LakeNotValid(message, remedy=remedy)
