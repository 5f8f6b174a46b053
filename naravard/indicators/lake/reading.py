"""Reads a folder of tables as others write them, and refuses what is wrong with it."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from naravard.indicators.errors import LakeNotFound, LakeNotValid
from naravard.indicators.fragments import literal
from naravard.indicators.lake.normalising import expected, parts_of, written, wrong
from naravard.indicators.schema import BY_NAME, TABLES, Column, Table

SUFFIXES = (".csv", ".parquet")
DELIMITERS = ",;\t|"
HEADER_ROWS = 1
LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file of a table, and what its columns are called in it."""

    table: Table
    path: Path
    columns: tuple[str, ...]
    relation: str
    first_row: int

    def source_of(self, column: Column) -> str | None:
        """What the file calls the column, or None when it lacks it."""
        return next((name for name in self.columns if _same(name, column.name)), None)

    def place(self, row: int, column: str) -> str:
        """Where in the file the row is, the first row of values being 1."""
        return f"{self.path}, rad {row + self.first_row - 1}, kolumn ”{column}”"

    def select(self) -> str:
        """The SELECT that gives the lake's own columns."""
        parts = [
            part
            for column in self.table.columns
            for part in parts_of(column, self.source_of(column))
        ]
        listed = ", ".join(f'{part.value} AS "{part.name}"' for part in parts)
        return f"SELECT {listed} FROM {self.relation}"


def source_files(folder: Path) -> dict[str, list[Path]]:
    """The files of every known table in the folder: `stay.csv`, or all in `stay/`.

    Raises LakeNotFound when there is none.
    """
    found: dict[str, list[Path]] = {table.name: [] for table in TABLES}
    for name, table in BY_NAME.items():
        single = (folder / f"{name}{suffix}" for suffix in SUFFIXES)
        inside = sorted(
            path for suffix in SUFFIXES for path in (folder / name).rglob(f"*{suffix}")
        )
        found[table.name] += [path for path in single if path.is_file()] + inside
    kept = {name: paths for name, paths in found.items() if paths}
    if not kept:
        raise LakeNotFound(
            f"I {folder} finns ingen av sjöns tabeller.",
            remedy="En tabell heter till exempel stay.csv eller stay/2025.parquet; "
            "se docs/lake.md.",
        )
    return kept


def open_file(
    connection: duckdb.DuckDBPyConnection, table: Table, path: Path
) -> SourceFile:
    """The file with its columns known and its values checked. Raises LakeNotValid."""
    relation = _csv(path) if path.suffix == ".csv" else _parquet(path)
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()
        file = SourceFile(
            table=table,
            path=path,
            columns=tuple(str(row[0]) for row in described),
            relation=relation,
            first_row=1 + HEADER_ROWS if path.suffix == ".csv" else 1,
        )
        _check_columns(file)
        _check_values(connection, file)
    except duckdb.Error as problem:
        raise LakeNotValid(
            f"{path}{_line(problem)} går inte att läsa: {_first_line(problem)}",
            remedy="Spara filen på nytt som CSV i UTF-8, eller som Parquet.",
        ) from problem
    return file


def _check_columns(file: SourceFile) -> None:
    known = [column.name for column in file.table.columns]
    for name in file.columns:
        if not any(_same(name, each) for each in known):
            raise LakeNotValid(
                f"{file.path}, rad 1: ”{name}” finns inte i {file.table.name}.",
                remedy=f"Kolumnerna är {', '.join(known)}.",
            )
    for column in file.table.columns:
        if not column.optional and file.source_of(column) is None:
            raise LakeNotValid(
                f"{file.path}, rad 1: kolumnen ”{column.name}” saknas"
                f" ({column.says or column.kind}).",
                remedy="Lägg till den; den får vara tom där inget är känt.",
            )


def _check_values(connection: duckdb.DuckDBPyConnection, file: SourceFile) -> None:
    """Look at every value once; only a file that has a wrong one is searched for it."""
    given = list(_given(file))
    anything = " OR ".join(wrong(column, source) for column, source in given)
    found = connection.execute(
        f"SELECT COUNT(*) FROM {file.relation} WHERE {anything}"
    ).fetchone()
    if found is None or not found[0]:
        return
    for column, source in given:
        row = connection.execute(
            f"SELECT row, value FROM (SELECT ROW_NUMBER() OVER () AS row,"
            f" {written(source)} AS value, {wrong(column, source)} AS wrong"
            f" FROM {file.relation}) WHERE wrong ORDER BY row LIMIT 1"
        ).fetchone()
        if row is not None:
            raise _wrong_value(file, column, source, int(row[0]), row[1])


def _wrong_value(
    file: SourceFile, column: Column, source: str, row: int, value: str | None
) -> LakeNotValid:
    place = file.place(row, source)
    # What may be a personal number is never repeated, in a message or a log.
    told = (
        ""
        if column.name == file.table.person
        else f" ”{(value or '')[:LONGEST_SHOWN]}”"
    )
    problem = "är tomt" if value is None else f"går inte att tolka{told}"
    return LakeNotValid(
        f"{place}: värdet {problem}.", remedy=f"Där ska stå {expected(column)}."
    )


def _given(file: SourceFile) -> Iterator[tuple[Column, str]]:
    for column in file.table.columns:
        source = file.source_of(column)
        if source is not None:
            yield column, source


def _same(name: str, column: str) -> bool:
    """Whether a heading means the column: case, blanks and `[]` are of no account."""
    return re.sub(r"\s|\[\]", "", name).lower() == column


def _csv(path: Path) -> str:
    return (
        f"read_csv({literal(str(path))}, header = true, all_varchar = true,"
        f" delim = {literal(_delimiter(path))}, quote = '\"', escape = '\"',"
        " null_padding = false, strict_mode = true, auto_detect = false,"
        f" columns = {_columns(path)})"
    )


def _parquet(path: Path) -> str:
    return f"read_parquet({literal(str(path))}, hive_partitioning = false)"


def _delimiter(path: Path) -> str:
    heading = _heading(path)
    return max(DELIMITERS, key=heading.count)


def _columns(path: Path) -> str:
    names = next(csv.reader([_heading(path)], delimiter=_delimiter(path)), [])
    if not any(name.strip() for name in names):
        raise LakeNotValid(
            f"{path}, rad 1: rubriken saknas.",
            remedy="Låt första raden namnge kolumnerna; se docs/lake.md.",
        )
    listed = ", ".join(f"{literal(name.strip())}: 'VARCHAR'" for name in names)
    return "{" + listed + "}"


def _heading(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return lines.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise LakeNotValid(
            f"{path} går inte att läsa.", remedy="Spara filen som CSV i UTF-8."
        ) from problem


def _line(problem: duckdb.Error) -> str:
    """The line that the reader of CSV stopped at, if it says which."""
    found = re.search(r"Line: (\d+)", str(problem))
    return f", rad {found[1]}," if found else ""


def _first_line(problem: duckdb.Error) -> str:
    return str(problem).splitlines()[0][:200]
