"""What runs a SELECT: DuckDB inside the process, the same words everywhere else."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import duckdb

from naravard.indicators.blocks import PREPARED, STANDS_ON
from naravard.indicators.engine.prepared import fragment_of, ready_files
from naravard.indicators.engine.query import Blocks, Query, needed
from naravard.indicators.fragments import literal
from naravard.indicators.lake.importing import load_tables, load_toy
from naravard.indicators.lake.layout import bucket_of, is_lake, table_files, tables_in
from naravard.indicators.lake.normalising import parts_of
from naravard.indicators.schema import TABLES, Column, Kind, Table
from naravard.indicators.toys import ToyRows

Row = Sequence[object]
WITHOUT_ROWS = "none.parquet"
MOST_KEPT = 40  # tables; many months in a row would else fill the memory
# Blocks that other blocks stand on are kept too; the rest only when asked for.
KEPT_BLOCKS = frozenset({"doctors_of_person", "elder", "home"})
# Rows of a file that are read or left together: few, so that much can be left.
ROWS_TOGETHER = 10 * 2048


class Engine(Protocol):
    """Something that holds a lake and answers SELECTs in the words of DuckDB."""

    name: str
    tables: frozenset[str]

    def rows(self, sql: str) -> list[Row]:
        """The rows of a SELECT."""

    def answer(self, query: Query) -> list[Row]:
        """The rows of a query, whose blocks may be kept for the next one."""

    def close(self) -> None:
        """Let go of what is held."""


class DuckEngine:
    """DuckDB over a lake's files, or over a folder of CSV that is read and checked."""

    name = "duckdb"

    def __init__(
        self,
        folder: Path | None = None,
        *,
        toy: ToyRows | None = None,
        buckets: Sequence[int] | None = None,
        threads: int | None = None,
        memory: str | None = None,
    ) -> None:
        """Open the lake. Raises LakeNotFound or LakeNotValid."""
        self._connection = duckdb.connect()
        self._kept: dict[str, str] = {}
        self._made = 0
        self._part = (folder, buckets)
        self._ready: dict[str, list[str]] = {}
        self._connection.execute("SET TimeZone = 'UTC'")
        # Each file's footer is read once, not once for every indicator.
        self._connection.execute("SET parquet_metadata_cache = true")
        if threads:
            self._connection.execute(f"SET threads = {threads}")
        if memory:
            self._connection.execute(f"SET memory_limit = {literal(memory)}")
        self.tables = self._open(folder, toy, buckets)
        for table in TABLES:
            self._connection.execute(_view(table, present=table.name in self.tables))
        self._connection.execute("SET search_path = 'seen'")

    def rows(self, sql: str) -> list[Row]:
        """The rows of a SELECT."""
        return list(self._connection.execute(sql).fetchall())

    def answer(self, query: Query) -> list[Row]:
        """The rows of a query; a block it names is worked out once, and kept."""
        ready = self.ready(query)
        query = query.using(ready)
        parts: dict[str, str] = {}
        for name in needed(query.blocks, query.own, ready):
            source = dict(query.blocks)[name]
            if name in ready:
                source = f"SELECT * FROM {_read(ready[name])}"
            elif name in KEPT_BLOCKS or re.search(rf"\b{name}\b", query.own):
                source = f'SELECT * FROM "{self._kept_table(name, source, parts)}"'
            parts[name] = f"{name} AS ({source})"
        return self.rows(query.standing_on(list(parts.values())))

    def ready(self, query: Query) -> dict[str, list[str]]:
        """Which of the query's blocks stand ready in the lake, and in which files."""
        return {
            name: files
            for name, _ in query.blocks
            if name in PREPARED and (files := self._ready_files(query.blocks, name))
        }

    def write(self, sql: str, folder: Path, *, order: str) -> None:
        """Write a SELECT with a pid to `bucket=…` folders, and a file without rows.

        Rows are sorted by `order`, and by person.
        """
        rows = f"SELECT t.*, {bucket_of('t.pid')} AS bucket FROM ({sql}) AS t"
        self._connection.execute(
            f"COPY ({rows} ORDER BY bucket, {order}, t.pid)"
            f" TO {literal(str(folder))} (FORMAT parquet, COMPRESSION zstd,"
            f" PARTITION_BY (bucket), ROW_GROUP_SIZE {ROWS_TOGETHER})"
        )
        self._connection.execute(
            f"COPY (SELECT t.* FROM ({sql}) AS t LIMIT 0)"
            f" TO {literal(str(folder / WITHOUT_ROWS))} (FORMAT parquet)"
        )

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def _ready_files(self, blocks: Blocks, name: str) -> list[str]:
        """Where the block stands ready, looked for once."""
        folder, buckets = self._part
        if folder is None or not is_lake(folder):
            return []
        fragment = fragment_of(blocks, name)
        if fragment.sql not in self._ready:
            self._ready[fragment.sql] = ready_files(folder, fragment, buckets)
        return self._ready[fragment.sql]

    def _kept_table(self, name: str, sql: str, parts: dict[str, str]) -> str:
        """The table that keeps the block, made the first time it is asked for."""
        below = [parts[each] for each in STANDS_ON.get(name, ()) if each in parts]
        whole = f"{f'WITH {chr(44).join(below)} ' if below else ''}{sql}"
        table = self._kept.pop(whole, "")
        if not table:
            self._made += 1
            table = f"{name}_{self._made}"
            self._connection.execute(f'CREATE TEMP TABLE "{table}" AS {whole}')
        self._kept[whole] = table  # the one used last stands last
        if len(self._kept) > MOST_KEPT:
            oldest = self._kept.pop(next(iter(self._kept)))
            self._connection.execute(f'DROP TABLE "{oldest}"')
        return table

    def _open(
        self, folder: Path | None, toy: ToyRows | None, buckets: Sequence[int] | None
    ) -> frozenset[str]:
        self._connection.execute("CREATE SCHEMA seen")
        if folder is None:
            load_toy(self._connection, toy or {})
            return frozenset(toy or {})
        if is_lake(folder):
            return self._files(folder, buckets)
        return frozenset(t.name for t in load_tables(self._connection, folder))

    def _files(self, folder: Path, buckets: Sequence[int] | None) -> frozenset[str]:
        """Views over the lake's files; which tables there are."""
        kept = tables_in(folder)
        for table in TABLES:
            if table.name not in kept:
                continue
            files = table_files(folder, table, buckets)
            source = _read(files) if files else f"({nothing(table)})"
            self._connection.execute(
                f'CREATE VIEW "{table.name}" AS SELECT * FROM {source}'
            )
        return kept


def _read(files: Sequence[str]) -> str:
    listed = ", ".join(map(literal, files))
    return f"read_parquet([{listed}], hive_partitioning = false)"


def nothing(table: Table) -> str:
    """A SELECT with the table's columns and no rows, in words of every engine."""
    parts = (part for column in table.columns for part in parts_of(column, None))
    listed = ", ".join(f'CAST(NULL AS {part.type}) AS "{part.name}"' for part in parts)
    return f"SELECT {listed} WHERE 1 = 0"


def seen(column: Column) -> str:
    """A column as definitions see it: lists are text with spaces between."""
    if column.kind is Kind.CODES:
        return f"""ARRAY_TO_STRING("{column.name}", ' ') AS "{column.name}\""""
    if column.kind is Kind.DAYS:
        return (
            f"""ARRAY_TO_STRING(CAST("{column.name}" AS VARCHAR[]), ' ')"""
            f""" AS "{column.name}\""""
        )
    names = [f'"{column.name}"']
    if column.kind is Kind.MOMENT:
        names.append(f'"{column.name}_minute"')
    return ", ".join(names)


def _view(table: Table, *, present: bool) -> str:
    columns = ", ".join(seen(column) for column in table.columns)
    source = f'main."{table.name}"' if present else f"({nothing(table)})"
    return f'CREATE VIEW seen."{table.name}" AS SELECT {columns} FROM {source}'
