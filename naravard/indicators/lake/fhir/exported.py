"""Fills a lake from a FHIR bulk export: views make rows, the lake's import checks them.

The views stand beside this file as ViewDefinitions, so that anybody's runner can be
shown what we read of each resource.
"""

import tempfile
from datetime import datetime
from pathlib import Path

import duckdb

from naravard.indicators.errors import LakeNotFound
from naravard.indicators.fragments import literal
from naravard.indicators.lake.fhir.mapping import TABLES, VIEWS
from naravard.indicators.lake.importing import import_lake
from naravard.indicators.lake.layout import LakeMark
from naravard.indicators.views.compiler import CompiledView
from naravard.indicators.views.running import files_in, run_view, view_of_file

HERE = Path(__file__).parent


def import_export(*, source: Path, lake: Path, now: datetime) -> LakeMark:
    """Read every file of FHIR in `source`, and write what they tell of to `lake`.

    Raises LakeNotFound, LakeNotValid or ResourcesNotReadable; then the lake is as it
    was.
    """
    files = files_in([source]) if source.is_dir() else []
    if not files:
        raise LakeNotFound(
            f"I {source} finns inga filer med FHIR.",
            remedy="Ange mappen med exporten: .ndjson eller .json, även .gz.",
        )
    with tempfile.TemporaryDirectory() as folder:
        rows, tables = Path(folder) / "rows", Path(folder) / "tables"
        rows.mkdir()
        tables.mkdir()
        for name in VIEWS:
            view = view_of_file(HERE / f"{name}.json")
            run_view(view, _read_by(view, files), rows / f"{name}.parquet")
        _write_tables(rows, tables)
        return import_lake(source=tables, lake=lake, now=now, named=source.name)


def _read_by(view: CompiledView, files: list[Path]) -> list[Path]:
    """The files that may hold the view's type of resource.

    An export names its files by type, as `Patient.ndjson` or `Patient.000.ndjson.gz`.
    Where no file can, any will do: the view finds nothing in it.
    """
    types = {view_of_file(HERE / f"{name}.json").resource for name in VIEWS}
    others = types - {view.resource}
    return [each for each in files if each.name.split(".")[0] not in others] or files


def _write_tables(rows: Path, tables: Path) -> None:
    with duckdb.connect() as connection:
        for name in VIEWS:
            source = literal(str(rows / f"{name}.parquet"))
            connection.execute(
                f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet({source})'
            )
        for name, select in TABLES.items():
            if connection.execute(f"SELECT 1 FROM ({select}) LIMIT 1").fetchone():
                target = literal(str(tables / f"{name}.parquet"))
                connection.execute(f"COPY ({select}) TO {target} (FORMAT parquet)")
