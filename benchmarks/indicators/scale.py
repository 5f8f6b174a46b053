"""What the catalogue costs as the population grows: `… benchmarks.indicators.scale`.

    --persons N --made DIR     make (once) and count a lake of N invented persons
    --prepare                 make ready anew what may be, and say what that costs
    --real 8                   make so many of 64 buckets, and link them for the rest
    --chunks 8                 count the persons in so many parts: it bounds the memory
    --years 10                make so many years of visits and stays, and count each
    --by municipality,sex      divide the answer, as `naravard indicators compute`
    --decode                   beside each indicator, the pure decoding of its columns
    --engines                  NV-03, NV-04 and NV-06 on DuckDB, Sail, Spark and pandas

CPU seconds are those of the process and its children: they say more than the clock on a
machine that is shared.
"""

import argparse
import multiprocessing
import os
import platform
import re
import resource
import shutil
import sys
import time
import warnings
from collections.abc import Callable, Container, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb
import sqlglot
from sqlglot import exp
from sqlglot.optimizer.scope import traverse_scope

from benchmarks.indicators.population import make_lake, prepare
from naravard.core import clock
from naravard.indicators.computing import Order, compute, countable
from naravard.indicators.engine.composing import events_query
from naravard.indicators.engine.counting import Question, count
from naravard.indicators.engine.dividing import read_division
from naravard.indicators.engine.inhabiting import inhabitants_query
from naravard.indicators.engine.query import Query, needed
from naravard.indicators.engine.running import DuckEngine
from naravard.indicators.engine.spark import LOCAL, SAIL, SparkEngine
from naravard.indicators.errors import EngineNotReachable
from naravard.indicators.lake.layout import BUCKETS, PREPARED_FOLDER, is_lake, read_mark
from naravard.indicators.periods import read_period
from naravard.indicators.registry import indicator_named

YEAR = "2024"
COMPARED = ("NV-03", "NV-04", "NV-06")
# What is used of the stays that are chained into care periods.
STARRED = frozenset({"pid", "in", "out", "planned", "main", "dx", "psych", "died"})
PANDAS = "pandas"
ENGINES: dict[str, Callable[[Path], DuckEngine | SparkEngine]] = {
    "DuckDB": lambda folder: DuckEngine(folder, threads=1),
    "Sail": lambda folder: SparkEngine(folder, SAIL),
    "Spark": lambda folder: SparkEngine(folder, LOCAL),
}
TIMES = 3  # the least of so many: what is more is what the machine does beside
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Make the lake if it is not there, and measure what was asked for."""
    wanted = _arguments()
    if not is_lake(wanted.made):
        started = _cpu()
        make_lake(
            wanted.made,
            persons=wanted.persons,
            real=wanted.real,
            years=max(2, wanted.years),
        )
        print(f"made in {_cpu() - started:.0f} CPU s")
    if wanted.prepare:
        shutil.rmtree(wanted.made / PREPARED_FOLDER, ignore_errors=True)
        started = _cpu()
        prepare(wanted.made, wanted.real)
        print(f"made ready in {_cpu() - started:.1f} CPU s (of the buckets made)")
    print(_machine())
    if wanted.engines:
        _side_by_side(wanted.made)
    elif wanted.decode:
        _decode(wanted.made, BUCKETS // wanted.chunks, wanted.memory)
    else:
        _whole(wanted)


def _whole(wanted: argparse.Namespace) -> None:
    rows = read_mark(wanted.made).rows
    order = Order(
        lake=wanted.made,
        indicators=countable(),
        periods=tuple(
            read_period(str(int(YEAR) - back)) for back in reversed(range(wanted.years))
        ),
        division=read_division([each for each in wanted.by.split(",") if each]),
        chunks=wanted.chunks,
        threads=wanted.threads,
        memory=wanted.memory,
    )
    cpu, wall = _cpu(), time.perf_counter()
    outcome = compute(order, now=clock.now())
    print(
        f"{rows['person']} persons, {rows['visit']} visits, {wanted.years} years,"
        f" {sum(rows.values())} rows; {len(order.indicators)} indicators"
        f" by {wanted.by or 'nothing'}, {len(outcome.results)} values:"
        f" {_cpu() - cpu:.1f} CPU s, {time.perf_counter() - wall:.0f} s,"
        f" {wanted.chunks} parts, peak {_peak():.2f} GB"
    )


def _decode(folder: Path, buckets: int, memory: str) -> None:
    """Each indicator alone over one part, beside the decoding of what it reads."""
    print("indicator: CPU s, decoding alone, times")
    for indicator in countable():
        question = Question(indicator=indicator, period=read_period(YEAR))
        with closing(_part(folder, buckets, memory)) as engine:
            reads = list(_reads(question, engine))
        costs, bounds = [], []
        for _ in range(TIMES):
            # Each in an engine of its own, that has read nothing before.
            with closing(_part(folder, buckets, memory)) as engine:
                costs.append(_timed(lambda e=engine, q=question: count(q, [e])))
            with closing(_part(folder, buckets, memory)) as engine:
                bounds.append(_timed(lambda e=engine, r=reads: [*map(e.rows, r)]))
        cost, bound = min(costs), min(bounds)
        print(f"{indicator.id:<20} {cost:7.3f} {bound:7.3f} {cost / bound:5.1f}")


def _part(folder: Path, buckets: int, memory: str) -> DuckEngine:
    return DuckEngine(folder, buckets=range(buckets), threads=1, memory=memory)


def _queries(question: Question) -> list[Query]:
    indicator, period, division = (
        question.indicator,
        question.period,
        question.division,
    )
    asked = [events_query(indicator, period, division, {})]
    if indicator.inhabitants:
        asked.append(
            inhabitants_query(
                indicator.inhabitants, period.last, division, grouped=False
            )
        )
    return asked


def _reads(question: Question, engine: DuckEngine) -> Iterator[str]:
    """A count of every column that the question's queries name, table by table.

    What stands ready is decoded where it stands.
    """
    queries, gate = _queries(question), question.indicator.gate
    read: dict[str, set[str]] = {gate.table: {gate.day, gate.column}} if gate else {}
    ready = {name: f for query in queries for name, f in engine.ready(query).items()}
    queries = [query.using(ready) for query in queries]
    tables = engine.tables | set(ready)
    parsed = [
        sqlglot.parse_one(query.standing_on(_not_ready(query, ready)), read="duckdb")
        for query in queries
    ]
    for scope in (scope for each in parsed for scope in traverse_scope(each)):
        for alias, source in scope.sources.items():
            if isinstance(source, exp.Table) and source.name in tables:
                named = {each.name for each in scope.columns if each.table == alias}
                star = STARRED if "*" in named else frozenset()
                read.setdefault(source.name, set()).update(named - {"*"} | star)
    for table, columns in read.items():
        if columns:
            counted = ", ".join(f'COUNT("{each}")' for each in sorted(columns))
            files = ready.get(table)
            source = f"read_parquet({files})" if files else f'main."{table}"'
            yield f"SELECT {counted} FROM {source}"


def _not_ready(query: Query, ready: Container[str]) -> list[str]:
    blocks = dict(query.blocks)
    return [
        f"{name} AS ({blocks[name]})"
        for name in needed(query.blocks, query.own, ready)
        if name not in ready
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one engine answered, and what it cost."""

    name: str
    start: float
    costs: tuple[float, ...]
    peak: float
    answers: tuple[tuple[float, float], ...]


def _side_by_side(folder: Path) -> None:
    """The same three indicators on every engine, each in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    measured = []
    for name in (*ENGINES, PANDAS):
        with spawn.Pool(1) as pool:
            found = pool.apply(_measured, (name, folder))
        if found is None:
            print(f"{name:<8} is not installed")
            continue
        measured.append(found)
        costs = " / ".join(f"{cost:.2f}" for cost in found.costs)
        print(
            f"{name:<8} {costs} = {sum(found.costs):.2f} CPU s,"
            f" start {found.start:.1f}, peak {found.peak:.2f} GB"
        )
    for number, indicator in enumerate(COMPARED):
        answers = [each.answers[number] for each in measured]
        alike = all(
            abs(one - other) <= 1e-9 * abs(other)
            for answer in answers
            for one, other in zip(answer, answers[0], strict=True)
        )
        print(f"{indicator}: {answers[0]}, {'the same' if alike else answers}")


def _measured(name: str, folder: Path) -> Measured | None:
    warnings.simplefilter("ignore")
    started = _cpu()
    if name == PANDAS:
        from benchmarks.indicators.in_pandas import COUNTED

        counting = [lambda c=counted: c(folder) for counted in COUNTED.values()]
    else:
        try:
            engine = ENGINES[name](folder)
        except EngineNotReachable:
            return None
        counting = [lambda i=each: _sums(i, engine) for each in COMPARED]
    start, costs, answers = _cpu() - started, [], []
    for work in counting:
        cpu = _cpu()
        answers.append(work())
        costs.append(_cpu() - cpu)
    return Measured(
        name=name,
        start=start,
        costs=tuple(costs),
        peak=_peak(),
        answers=tuple(answers),
    )


def _sums(indicator: str, engine: DuckEngine | SparkEngine) -> tuple[float, float]:
    question = Question(
        indicator=indicator_named(indicator),
        period=read_period(YEAR),
        hide_small=False,
    )
    result = count(question, [engine]).results[0]
    return result.num or 0, result.den or 0


def _timed(work: Callable[[], object]) -> float:
    started = _cpu()
    work()
    return _cpu() - started


def _cpu() -> float:
    """CPU seconds of this process and those it has started."""
    return time.process_time() + sum(_cpu_of(each) for each in _children(os.getpid()))


def _children(parent: int) -> list[int]:
    """Every process that the process has started, and those have."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it may end while we look
            parents[int(path.parent.name)] = int(_after_name(path)[1])
    found = [parent]
    for each in found:
        found += [child for child, its in parents.items() if its == each]
    return found[1:]


def _cpu_of(process: int) -> float:
    with suppress(OSError):
        said = _after_name(Path(f"/proc/{process}/stat"))
        return (int(said[11]) + int(said[12])) / TICKS
    return 0.0


def _after_name(path: Path) -> list[str]:
    return path.read_text().rsplit(")", 1)[1].split()


def _peak() -> float:
    """The most memory this process has had, in GB; with the children's as it is now."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    pages = (
        int(Path(f"/proc/{each}/statm").read_text().split()[1])
        for each in _children(os.getpid())
    )
    return own + sum(pages) * os.sysconf("SC_PAGE_SIZE") / 1e9


def _machine() -> str:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return (
        f"{clock.now():%Y-%m-%d}, {model[1] if model else platform.machine()},"
        f" {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f},"
        f" Python {platform.python_version()}, DuckDB {duckdb.__version__}"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--persons", type=int, default=281_000)
    parser.add_argument("--made", type=Path, required=True)
    parser.add_argument("--real", type=int, default=BUCKETS)
    parser.add_argument("--years", type=int, default=1)
    parser.add_argument("--prepare", action="store_true")
    parser.add_argument("--chunks", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--by", default="")
    parser.add_argument("--decode", action="store_true")
    parser.add_argument("--engines", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
