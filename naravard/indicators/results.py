"""What the engine answers, and the files it is written to."""

import csv
import json
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path

import duckdb

from naravard.indicators.errors import OutputNotPossible
from naravard.indicators.fragments import literal

WHOLE = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One value: which indicator, when, where and for whom, and how sure we are.

    `std` names the population a standardised value is weighed by. A hidden value has
    neither num, den, value nor limits.
    """

    indicator: str
    version: str
    period: str
    geo_level: str
    geo: str
    stratum: str
    num: float | None
    den: float | None
    value: float | None
    ci_lo: float | None
    ci_hi: float | None
    std: str
    suppressed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to know about a value that the table itself does not say."""

    indicator: str
    period: str
    geo: str
    stratum: str
    says: str


COLUMNS = tuple(field.name for field in fields(Result))
NUMBERS = frozenset({"num", "den", "value", "ci_lo", "ci_hi"})
TYPES = (
    *((name, "DOUBLE" if name in NUMBERS else "VARCHAR") for name in COLUMNS[:-1]),
    (COLUMNS[-1], "BOOLEAN"),
)


def write_results(results: Iterable[Result], path: Path) -> None:
    """Write to a CSV, Parquet or JSON file, as its ending says."""
    given = list(results)
    writers = {".csv": _csv, ".parquet": _parquet, ".json": _json}
    if path.suffix not in writers:
        raise OutputNotPossible(
            f"{path.name} har en ändelse vi inte skriver.",
            remedy="Välj .csv, .parquet eller .json.",
        )
    writers[path.suffix](given, path)


def _csv(results: list[Result], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(map(_cells, results))


def _cells(result: Result) -> list[str]:
    return [_cell(value) for value in astuple(result)]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _parquet(results: list[Result], path: Path) -> None:
    """Through DuckDB, which is here anyway, and a file of JSON that it reads typed."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        written = Path(folder) / "results.json"
        _json(results, written)
        types = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in TYPES)
        source = f"read_json({literal(str(written))}, columns = {{{types}}})"
        connection.execute(
            f"COPY (SELECT * FROM {source}) TO {literal(str(path))} (FORMAT parquet)"
        )


def _json(results: list[Result], path: Path) -> None:
    rows = [asdict(result) for result in results]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")
