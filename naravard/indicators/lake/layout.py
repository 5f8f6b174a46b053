"""Where the lake's files stand, and how they are written.

`stay/bucket=07/year=2025/…parquet`: persons are spread over 64 buckets by their
pseudonym, and each kind of event has files by year. What is about nobody has no bucket.
"""

import filecmp
import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from naravard.indicators.fragments import literal
from naravard.indicators.schema import TABLES, Table

BUCKETS = 64
LAYOUT = 1
MARK = "lake.json"
UNFINISHED = ".new"
PREPARED_FOLDER = "prepared"  # what is made of the tables, and can be made again


@dataclass(frozen=True, slots=True, kw_only=True)
class LakeMark:
    """What `lake.json` says: how the lake was made, and which state of it this is."""

    source: str
    made_at: str
    snapshot: str
    rows: dict[str, int]
    changed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What writing a table did: how many rows it has, and how many files changed."""

    rows: int
    changed: int


def is_lake(folder: Path) -> bool:
    """Whether the folder was written by us, so that its values need no new check."""
    return (folder / MARK).is_file()


def read_mark(folder: Path) -> LakeMark:
    """What the lake says about itself. Raises FileNotFoundError."""
    said = json.loads((folder / MARK).read_text(encoding="utf-8"))
    return LakeMark(
        source=said["source"],
        made_at=said["made_at"],
        snapshot=said["snapshot"],
        rows=said["rows"],
    )


def write_mark(
    folder: Path, *, source: str, written: dict[str, Written], now: datetime
) -> LakeMark:
    """Say how the lake was made; the snapshot changes when any file does."""
    before = read_mark(folder).rows if is_lake(folder) else {}
    rows = before | {name: each.rows for name, each in written.items()}
    mark = LakeMark(
        source=source,
        made_at=now.isoformat(timespec="seconds"),
        snapshot=snapshot_of(folder),
        rows=rows,
        changed=sum(each.changed for each in written.values()),
    )
    said = {
        "layout": LAYOUT,
        "source": mark.source,
        "made_at": mark.made_at,
        "snapshot": mark.snapshot,
        "rows": mark.rows,
    }
    text = json.dumps(said, ensure_ascii=False, indent=2)
    (folder / MARK).write_text(f"{text}\n", encoding="utf-8")
    return mark


def snapshot_of(folder: Path) -> str:
    """A name for the state of the folder's files: names, sizes and times.

    What has been prepared of them says nothing more.
    """
    made = folder / PREPARED_FOLDER
    kept = (path for path in folder.rglob("*") if made not in path.parents)
    return state_of(
        folder, (path for path in kept if path.suffix in {".parquet", ".csv"})
    )


def state_of(folder: Path, paths: Iterable[Path]) -> str:
    """A name for the state of some of the folder's files."""
    state = hashlib.sha256()
    for path in sorted(paths):
        kept = path.stat()
        name = path.relative_to(folder)
        state.update(f"{name}|{kept.st_size}|{kept.st_mtime_ns}\n".encode())
    return state.hexdigest()[:16]


def tables_in(folder: Path) -> frozenset[str]:
    """The tables the lake has, with or without rows: those it names, or has files of.

    Nobody with medicines is an answer; no table of medicines is none.
    """
    filed = (table.name for table in TABLES if table_files(folder, table))
    return frozenset({*read_mark(folder).rows, *filed} & {t.name for t in TABLES})


def table_files(
    folder: Path, table: Table, buckets: Sequence[int] | None = None
) -> list[str]:
    """The table's files, or those of some buckets; what has none is in the first."""
    home = folder / table.name
    if table.person is None:
        wanted = buckets is None or 0 in buckets or table.beside
        return sorted(map(str, home.rglob("*.parquet"))) if wanted else []
    return sorted(
        str(path)
        for bucket in buckets or range(BUCKETS)
        for path in (home / bucket_folder(bucket)).rglob("*.parquet")
    )


def bucket_folder(bucket: int) -> str:
    """The folder of a bucket, so that names sort as numbers do."""
    return f"bucket={bucket:02d}"


def bucket_of(column: str) -> str:
    """The bucket of a person as SQL."""
    return f"PRINTF('%02d', (({column} % {BUCKETS}) + {BUCKETS}) % {BUCKETS})"


def write_table(
    connection: duckdb.DuckDBPyConnection, table: Table, select: str, folder: Path
) -> Written:
    """Write the table from the SELECT; a file that would be the same is left alone.

    So the night's work downstream is what changed, not what is.
    """
    home, new = folder / table.name, folder / f"{table.name}{UNFINISHED}"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    connection.execute(_copy(table, select, new))
    changed = _take_over(new, home)
    counted = connection.execute(f"SELECT COUNT(*) FROM ({select})").fetchone()
    return Written(rows=int(counted[0]) if counted else 0, changed=changed)


def _take_over(new: Path, home: Path) -> int:
    """Move the files that differ from the old ones; those no longer there go."""
    made = {path.relative_to(new) for path in new.rglob("*.parquet")}
    kept = {path.relative_to(home) for path in home.rglob("*.parquet")}
    different = [
        name
        for name in sorted(made)
        if name not in kept or not filecmp.cmp(new / name, home / name, shallow=False)
    ]
    for name in different:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).replace(home / name)
    for name in kept - made:
        (home / name).unlink()
    shutil.rmtree(new)
    return len(different) + len(kept - made)


def _copy(table: Table, select: str, new: Path) -> str:
    parts = []
    if table.person is not None:
        parts.append(f"{bucket_of(f't.{table.person}')} AS bucket")
    if table.day is not None:
        parts.append(f'COALESCE(YEAR(t."{table.day}"), 0) AS year')
    options = "FORMAT parquet, COMPRESSION zstd"
    if not parts:
        target = new / "all.parquet"
        return f"COPY ({select}) TO {literal(str(target))} ({options})"
    names = ", ".join(part.rsplit(" ", 1)[1] for part in parts)
    columns = [f't."{name}"' for name in table.order]
    return (
        f"COPY (SELECT t.*, {', '.join(parts)} FROM ({select}) AS t"
        f" ORDER BY {', '.join([names, *columns])})"
        f" TO {literal(str(new))} ({options}, PARTITION_BY ({names}))"
    )
