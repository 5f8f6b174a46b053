"""Runs the public test suite of SQL on FHIR, and reports in its official form.

Source: FHIR/sql-on-fhir-v2, test_report/test-report.schema.json.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from naravard.core.errors import DomainError
from naravard.indicators.views.compiler import CompiledView, compile_view
from naravard.indicators.views.errors import SuiteNotFound
from naravard.indicators.views.reading import read_view
from naravard.indicators.views.running import (
    readable_errors,
    show_resources,
    views_database,
)

EXACT = 1e-9  # decimals may differ this much, relatively
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """How one case of the suite went; `problem` is empty when it passed."""

    file: str
    title: str
    tags: tuple[str, ...] = ()
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether the answer was the expected one."""
        return not self.problem


def run_suite(folder: Path) -> list[CaseResult]:
    """Every case of every file in the folder. Raises SuiteNotFound."""
    files = [path for path in sorted(folder.glob("*.json")) if _cases(path)]
    if not files:
        raise SuiteNotFound(
            f"I {folder} finns inga testfall.", remedy="Ange mappen med sviten."
        )
    with views_database() as connection:
        return [
            _tried(connection, path.name, case, resources)
            for path in files
            for resources, case in _cases(path)
        ]


def report_of(results: list[CaseResult]) -> dict[str, object]:
    """The report, file by file, in the official form."""
    names = dict.fromkeys(result.file for result in results)
    return {
        name: {
            "tests": [_reported(result) for result in results if result.file == name]
        }
        for name in names
    }


def _reported(result: CaseResult) -> dict[str, object]:
    outcome: dict[str, object] = {"passed": result.passed}
    if not result.passed:
        outcome["error"] = result.problem
    return {"name": result.title, "result": outcome}


def _cases(path: Path) -> list[tuple[list[object], Row]]:
    """The cases of a file with the resources they share; none when it is no suite."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if not isinstance(said, dict) or not isinstance(said.get("tests"), list):
        return []
    return [(said.get("resources", []), case) for case in said["tests"]]


def _tried(
    connection: duckdb.DuckDBPyConnection,
    file: str,
    case: Row,
    resources: list[object],
) -> CaseResult:
    return CaseResult(
        file=file,
        title=str(case.get("title", "")),
        tags=tuple(_words(case.get("tags"))),
        problem=_problem(connection, case, resources),
    )


def _words(tags: object) -> list[str]:
    return [str(tag) for tag in tags] if isinstance(tags, list) else []


def _problem(
    connection: duckdb.DuckDBPyConnection, case: Row, resources: list[object]
) -> str:
    """What is wrong with the answer; empty when nothing is."""
    fails = bool(case.get("expectError"))
    try:
        view = compile_view(read_view(case.get("view")))
        rows = rows_of(connection, view, resources)
    except DomainError as error:
        return "" if fails else error.message
    if fails:
        return "Ett fel väntades, men vyn gav rader."
    return _difference(case, view, rows)


def rows_of(
    connection: duckdb.DuckDBPyConnection, view: CompiledView, resources: list[object]
) -> list[dict[str, object]]:
    """The rows of the view as JSON has them. Raises ResourcesNotReadable."""
    show_resources(connection, view, resources)
    with readable_errors():
        found = connection.execute(view.sql).fetchall()
    return [
        {
            column.name: _plain(value, is_json=column.is_json)
            for column, value in zip(view.columns, row, strict=True)
        }
        for row in found
    ]


def _plain(value: object, *, is_json: bool) -> object:
    if isinstance(value, list):
        return [_plain(each, is_json=is_json) for each in value]
    return json.loads(value) if is_json and isinstance(value, str) else value


def _difference(case: Row, view: CompiledView, rows: list[dict[str, object]]) -> str:
    names = [column.name for column in view.columns]
    wanted = case.get("expectColumns")
    if isinstance(wanted, list) and wanted != names:
        return f"Kolumnerna blev {names}, inte {wanted}."
    expected = case.get("expect")
    if not isinstance(expected, list):
        return ""
    left = list(rows)
    for row in expected:
        found = next((each for each in left if _same(each, row)), None)
        if found is None:
            return f"Raden {row} saknas i {rows}."
        left.remove(found)
    return f"Raderna {left} var inte väntade." if left else ""


def _same(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        names = one.keys() | other.keys()
        return all(_same(one.get(name), other.get(name)) for name in names)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(_same(a, b) for a, b in pairs)
    if _is_number(one) and _is_number(other):
        return math.isclose(float(str(one)), float(str(other)), rel_tol=EXACT)
    return type(one) is type(other) and one == other


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
