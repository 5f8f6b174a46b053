"""Writes the invented contacts as a lake: DuckDB draws, sorts and packs them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import duckdb

from naravard.demo.lake.drawing import macros
from naravard.demo.lake.events import (
    base_stays_sql,
    event_selects,
    persons_sql,
    returns_sql,
)
from naravard.demo.lake.planted import Planted, Window
from naravard.demo.lake.units import helper_tables, unit_selects
from naravard.indicators.fragments import literal
from naravard.indicators.lake.layout import (
    BUCKETS,
    LakeMark,
    Written,
    bucket_of,
    write_mark,
)
from naravard.indicators.lake.normalising import parts_of
from naravard.indicators.schema import BY_NAME, Table

SOURCE = "påhittat län"
CHUNKS = 4  # parts of the persons, so that memory has a bound
PERSONS_OF_MANY = "FROM who AS w, range(CAST("

Tell = Callable[[str, int], None]


def write_contacts(
    folder: Path,
    inhabitants: str,
    planted: Planted,
    window: Window,
    *,
    now: datetime,
    tell: Tell = lambda _name, _rows: None,
    threads: int = 2,
) -> LakeMark:
    """Write every table that the planted county has, over what the lake had.

    `inhabitants` is a SELECT of pid, birth, muni, unit and interpreter.
    """
    written: dict[str, Written] = {}
    with duckdb.connect() as connection:
        connection.execute(f"SET threads = {threads}")
        _prepare(connection, inhabitants, planted, window)
        selects = event_selects(planted, window)
        for name, sql in selects.items():
            written[name] = _write_persons(connection, BY_NAME[name], sql, folder)
            tell(name, written[name].rows)
        for name, sql in unit_selects(planted, window).items():
            written[name] = _write_rest(connection, BY_NAME[name], sql, folder)
            tell(name, written[name].rows)
    return write_mark(folder, source=SOURCE, written=written, now=now)


def _prepare(
    connection: duckdb.DuckDBPyConnection,
    inhabitants: str,
    planted: Planted,
    window: Window,
) -> None:
    connection.execute(macros(planted.seed))
    connection.execute(f"CREATE TABLE inhabitant AS {inhabitants}")
    for sql in helper_tables(planted, window):
        connection.execute(sql)
    connection.execute(f"CREATE TABLE who AS {persons_sql(window)}")
    connection.execute(f"CREATE TABLE base AS {base_stays_sql(planted, window)}")
    again = returns_sql(planted, window, "base")
    connection.execute(f"CREATE TABLE again AS {again}")
    third = returns_sql(planted, window, "again")
    connection.execute(
        "CREATE TABLE stays AS SELECT pid, muni, interpreter, lives_alone, age, dead,"
        " k, i, ready, o, planned FROM base UNION ALL SELECT * FROM again"
        f" UNION ALL {third}"
    )


def _write_persons(
    connection: duckdb.DuckDBPyConnection, table: Table, sql: str, folder: Path
) -> Written:
    """One file a bucket and part, sorted by person and day."""
    home = _emptied(folder / table.name)
    order = ", ".join(f'"{name}"' for name in table.order)
    columns = _columns(connection, table, sql)
    rows = 0
    for number, source in enumerate(_parts(sql)):
        made = connection.execute(
            f"COPY (SELECT {columns}, {bucket_of(str(table.person))} AS bucket"
            f" FROM ({source}) ORDER BY bucket, {order}) TO {literal(str(home))}"
            " (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (bucket),"
            f" OVERWRITE_OR_IGNORE, FILENAME_PATTERN 'part-{number}-{{i}}')"
        ).fetchone()
        rows += int(made[0]) if made else 0
    return Written(rows=rows, changed=BUCKETS)


def _parts(sql: str) -> list[str]:
    """A SELECT that draws many rows a person, a part of the persons at a time."""
    if PERSONS_OF_MANY not in sql:
        return [sql]
    return [
        sql.replace(
            PERSONS_OF_MANY,
            f"FROM (SELECT * FROM who WHERE pid % {CHUNKS} = {number}) AS w,"
            " range(CAST(",
        )
        for number in range(CHUNKS)
    ]


def _write_rest(
    connection: duckdb.DuckDBPyConnection, table: Table, sql: str, folder: Path
) -> Written:
    home = _emptied(folder / table.name)
    made = connection.execute(
        f"COPY (SELECT {_columns(connection, table, sql)} FROM ({sql}) ORDER BY ALL)"
        f" TO {literal(str(home / 'all.parquet'))} (FORMAT parquet, COMPRESSION zstd)"
    ).fetchone()
    return Written(rows=int(made[0]) if made else 0, changed=1)


def _emptied(home: Path) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    for path in home.rglob("*.parquet"):
        path.unlink()
    return home


def _columns(connection: duckdb.DuckDBPyConnection, table: Table, sql: str) -> str:
    """The lake's own columns in their order and types; what is not drawn is empty."""
    given = {str(row[0]) for row in connection.execute(f"DESCRIBE {sql}").fetchall()}
    parts = (part for column in table.columns for part in parts_of(column, None))
    return ", ".join(
        f"CAST({_quoted(part.name) if part.name in given else 'NULL'} AS {part.type})"
        f" AS {_quoted(part.name)}"
        for part in parts
    )


def _quoted(name: str) -> str:
    return f'"{name}"'
