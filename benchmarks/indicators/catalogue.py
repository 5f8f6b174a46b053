"""What the whole catalogue costs: `python -m benchmarks.indicators.catalogue`.

`--persons 281000` is a county; `--chunks` counts the persons in parts, which bounds the
memory; `--made DIR` keeps the lake. Prints CPU seconds, wall seconds and peak memory,
the dearest indicators first, and whether the lake was made anew.
"""

import argparse
import os
import platform
import resource
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import duckdb

from benchmarks.indicators.population import make_lake
from naravard.core import clock
from naravard.indicators.computing import Order, compute, countable
from naravard.indicators.engine.dividing import Division
from naravard.indicators.lake.layout import is_lake, read_mark
from naravard.indicators.periods import read_period

COUNTY = [
    "1904",
    "1907",
    "1960",
    "1961",
    "1962",
    "1980",
    "1981",
    "1982",
    "1983",
    "1984",
]


def main() -> None:
    """Make the lake, count every indicator for a year, and print what it cost."""
    wanted = _arguments()
    folder = wanted.made or Path(tempfile.mkdtemp())
    try:
        _run(wanted, folder)
    finally:
        if wanted.made is None:
            shutil.rmtree(folder)


def _run(wanted: argparse.Namespace, folder: Path) -> None:
    if not is_lake(folder):
        started = time.process_time()
        places = None if wanted.nation else COUNTY
        make_lake(
            folder,
            persons=wanted.persons,
            municipalities=places,
            threads=wanted.threads,
        )
        print(f"made in {time.process_time() - started:.0f} CPU s")
    rows = sum(read_mark(folder).rows.values())
    size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
    order = Order(
        lake=folder,
        indicators=(),
        periods=(read_period("2024"),),
        division=Division(places=("municipality",), strata=("sex",)),
        chunks=wanted.chunks,
        threads=wanted.threads,
        memory=wanted.memory,
        engine=wanted.engine,
    )
    if wanted.each:
        _each(order)
    cpu, wall = _cpu(), time.perf_counter()
    outcome = compute(replace(order, indicators=countable()), now=clock.now())
    print(
        f"{clock.now():%Y-%m-%d} {wanted.engine}: {wanted.persons} persons, {rows}"
        f" rows, {size / 1e6:.0f} MB, {len(countable())} indicators by municipality"
        f" and sex,"
        f" {len(outcome.results)} values: {_cpu() - cpu:.1f} CPU s,"
        f" {time.perf_counter() - wall:.1f} s, {wanted.chunks} parts,"
        f" peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB"
    )
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores,"
        f" load {os.getloadavg()[0]:.1f}, Python {platform.python_version()},"
        f" DuckDB {duckdb.__version__}"
    )


def _each(order: Order) -> None:
    costs = []
    for indicator in countable():
        started = _cpu()
        compute(replace(order, indicators=(indicator,)), now=clock.now())
        costs.append((_cpu() - started, indicator.id))
    for cost, name in sorted(costs, reverse=True)[:12]:
        print(f"{cost:8.2f} CPU s  {name}")


def _cpu() -> float:
    return time.process_time()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--persons", type=int, default=281_000)
    parser.add_argument("--nation", action="store_true", help="all municipalities")
    parser.add_argument("--chunks", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--memory", default="4GB")
    parser.add_argument("--engine", default="duckdb")
    parser.add_argument("--each", action="store_true", help="the dearest first")
    parser.add_argument("--made", type=Path, help="keep the lake here")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
