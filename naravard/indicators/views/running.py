"""Runs a view over files of FHIR: NDJSON from a bulk export, or JSON with bundles."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from naravard.indicators.fragments import literal
from naravard.indicators.views.compiler import (
    RESOURCES,
    TYPE,
    CompiledView,
    compile_view,
)
from naravard.indicators.views.compiling.navigating import FIELD, WHOLE
from naravard.indicators.views.errors import ResourcesNotReadable, ViewNotValid
from naravard.indicators.views.macros import prelude
from naravard.indicators.views.reading import read_view

LINES = (".ndjson", ".jsonl")
LARGEST_RESOURCE = 256 * 1024 * 1024  # bytes of one resource, or of one bundle
FORMATS = {
    ".csv": "FORMAT csv, HEADER",
    ".parquet": "FORMAT parquet, COMPRESSION zstd",
    ".json": "FORMAT json, ARRAY true",
    ".ndjson": "FORMAT json",
}
_WIDE = f"maximum_object_size = {LARGEST_RESOURCE}"


def view_of_file(path: Path) -> CompiledView:
    """The view in a file, compiled. Raises ViewNotValid."""
    try:
        source = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ViewNotValid(
            f"{path} går inte att läsa som JSON.", remedy="Ange en ViewDefinition."
        ) from problem
    return compile_view(read_view(source))


def files_in(places: Iterable[Path]) -> list[Path]:
    """The files named, and every file of FHIR in the folders named."""
    found: list[Path] = []
    for place in places:
        inside = sorted(place.rglob("*")) if place.is_dir() else [place]
        found += [path for path in inside if not place.is_dir() or _is_fhir(path)]
    return found


def run_view(view: CompiledView, files: Iterable[Path], out: Path) -> int:
    """Write the view's rows to `out`; how many there are.

    Raises ResourcesNotReadable, and then nothing is written.
    """
    if out.suffix not in FORMATS or not out.parent.is_dir():
        raise ResourcesNotReadable(
            f"Till {out} går det inte att skriva.",
            remedy=f"Välj en fil som slutar på {', '.join(FORMATS)}.",
        )
    with views_database() as connection:
        show_files(connection, view, list(files))
        listed = ", ".join(_written(view, out.suffix))
        target = f"{literal(str(out))} ({FORMATS[out.suffix]})"
        sql = f"COPY (SELECT {listed} FROM ({view.sql})) TO {target}"
        with readable_errors():
            found = connection.execute(sql).fetchone()
    return int(found[0]) if found else 0


@contextmanager
def views_database() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB that knows the macros of compiled views."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(prelude())
        yield connection


@contextmanager
def readable_errors() -> Iterator[None]:
    """Say what DuckDB met in the resources. Raises ResourcesNotReadable."""
    try:
        yield
    except duckdb.Error as problem:
        first = str(problem).splitlines()[0][:200]
        raise ResourcesNotReadable(
            f"Vyn gick inte att räkna ut: {first}",
            remedy="Kontrollera vyns sökvägar och typer, och att filerna är FHIR.",
        ) from problem


def show_files(
    connection: duckdb.DuckDBPyConnection, view: CompiledView, files: list[Path]
) -> None:
    """Let the view read the files. Raises ResourcesNotReadable when there are none."""
    if not files or not all(path.is_file() for path in files):
        raise ResourcesNotReadable(
            "Det finns inga filer att läsa.", remedy="Ange filer i NDJSON eller JSON."
        )
    line_by_line = [path for path in files if _is_lines(path)]
    others = [path for path in files if not _is_lines(path)]
    parts = []
    if line_by_line:
        parts.append(_by_columns(view, line_by_line))
    if others:
        parts.append(_columns_of(view, _unbundled(others)))
    union = " UNION ALL ".join(parts)
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {RESOURCES} AS {union}")


def show_resources(
    connection: duckdb.DuckDBPyConnection, view: CompiledView, resources: list[object]
) -> None:
    """Let the view read resources that are held in memory."""
    connection.execute("CREATE OR REPLACE TEMP TABLE held (resource JSON)")
    for each in resources:
        text = json.dumps(each, ensure_ascii=False)
        connection.execute("INSERT INTO held VALUES (CAST(? AS JSON))", [text])
    source = _columns_of(view, f"SELECT {WHOLE} FROM held")
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {RESOURCES} AS {source}")


def _is_fhir(path: Path) -> bool:
    return path.name.removesuffix(".gz").endswith((*LINES, ".json"))


def _is_lines(path: Path) -> bool:
    """Whether the file has one resource a line, also when it is compressed."""
    return path.name.removesuffix(".gz").endswith(LINES)


def _by_columns(view: CompiledView, files: list[Path]) -> str:
    """Each line read once, into the fields that the view uses and no others."""
    listed = ", ".join(literal(str(path)) for path in files)
    if view.whole:
        objects = f"read_ndjson_objects([{listed}], {_WIDE})"
        return _columns_of(view, f"SELECT json AS {WHOLE} FROM {objects}")
    names = sorted({*view.fields, "resourceType"})
    columns = ", ".join(f"{literal(name)}: 'JSON'" for name in names)
    fields = "".join(f', "{name}" AS "{FIELD}{name}"' for name in view.fields)
    return (
        f"SELECT json_extract_string(\"resourceType\", '$') AS {TYPE}{fields}"
        f" FROM read_json([{listed}],"
        f" format = 'newline_delimited', columns = {{{columns}}}, {_WIDE})"
    )


def _columns_of(view: CompiledView, source: str) -> str:
    """The same columns taken out of whole resources."""
    fields = "".join(
        f""", json_extract({WHOLE}, '$."{name}"') AS "{FIELD}{name}\""""
        for name in view.fields
    )
    return f"SELECT {WHOLE} ->> 'resourceType' AS {TYPE}{fields}, {WHOLE} FROM" + (
        f" ({source})"
    )


def _unbundled(files: list[Path]) -> str:
    """The resources of JSON files: those in a bundle or a list, or the one it is."""
    listed = ", ".join(literal(str(path)) for path in files)
    inside = (
        "CASE WHEN json ->> 'resourceType' = 'Bundle'"
        " THEN json_extract(json, '$.entry[*].resource') ELSE [json] END"
    )
    objects = f"read_json_objects([{listed}], format = 'auto', {_WIDE})"
    return f"SELECT unnest({inside}) AS {WHOLE} FROM {objects}"


def _written(view: CompiledView, suffix: str) -> Iterator[str]:
    """What has no simple type is text, except in JSON."""
    for column in view.columns:
        name = f'"{column.name}"'
        if not column.is_json or suffix not in {".csv", ".parquet"}:
            yield name
        elif column.type == "JSON":
            yield f"json_extract_string({name}, '$') AS {name}"
        else:
            yield f"CAST({name} AS VARCHAR[]) AS {name}"
