"""Counts many indicators over a lake with the engine that was asked for."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from naravard.core.clock import day_of
from naravard.indicators.definition import Indicator, Parameter
from naravard.indicators.engine.counting import (
    Answer,
    Question,
    Tally,
    answer_of,
    collect,
)
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.running import DuckEngine, Engine
from naravard.indicators.engine.spark import LOCAL, REMOTE, SAIL, SparkEngine
from naravard.indicators.errors import (
    BreakdownNotPossible,
    LakeNotFound,
    OrderNotPossible,
    ParameterNotKnown,
    TableMissing,
)
from naravard.indicators.lake.importing import import_lake
from naravard.indicators.lake.layout import BUCKETS, is_lake, read_mark, snapshot_of
from naravard.indicators.periods import Period
from naravard.indicators.registry import in_order
from naravard.indicators.results import WHOLE, Remark, Result

DUCKDB = "duckdb"
ENGINES = (DUCKDB, SAIL, LOCAL)
MEMORY = re.compile(r"\d+(\.\d+)? ?[KMGT]i?B", re.IGNORECASE)
NOT_COUNTED = "kan inte räknas"
PRELIMINARY = "preliminärt: alla uppgifter har inte hunnit komma in"
BEFORE_VALIDITY = "definitionen gäller från {day}; tidigare perioder är tillbakaräknade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be counted, over which lake, and how."""

    lake: Path
    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    division: Division = field(default_factory=Division)
    params: dict[str, Parameter] = field(default_factory=dict)
    engine: str = DUCKDB
    chunks: int = 1
    threads: int | None = None
    memory: str | None = None
    hide_small: bool = True
    # An indicator that cannot be counted is passed over with a remark, or an error.
    pass_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Every row, every remark, and which state of the lake they come from."""

    results: tuple[Result, ...]
    remarks: tuple[Remark, ...]
    snapshot: str
    engine: str


def compute(order: Order, *, now: datetime) -> Outcome:
    """Count the order. Raises DomainError when the lake or the order is wrong."""
    _check_parts(order)
    if not order.lake.is_dir():
        raise LakeNotFound(
            f"Mappen {order.lake} finns inte.", remedy="Ange sjöns mapp med --lake."
        )
    _check_params(order)
    with _readable(order, now) as folder:
        answers = list(_answers(order, folder, day_of(now)))
    return Outcome(
        results=tuple(row for answer in answers for row in answer.results),
        remarks=tuple(row for answer in answers for row in answer.remarks),
        snapshot=_snapshot(order.lake),
        engine=order.engine,
    )


def countable() -> tuple[Indicator, ...]:
    """The indicators that we count ourselves."""
    return tuple(entry for entry in in_order() if entry.is_counted)


def _check_parts(order: Order) -> None:
    """Raise OrderNotPossible for an engine, a number of parts or threads of no use."""
    if order.engine not in ENGINES and not order.engine.startswith(REMOTE):
        raise OrderNotPossible(
            f"Motorn ”{order.engine}” finns inte.",
            remedy=f"Välj {', '.join(ENGINES)} eller {REMOTE}värd:port.",
        )
    if not 1 <= order.chunks <= BUCKETS:
        raise OrderNotPossible(
            f"Sjön kan inte delas i {order.chunks} delar.",
            remedy=f"Välj 1 till {BUCKETS}.",
        )
    if order.threads is not None and order.threads < 1:
        raise OrderNotPossible(
            f"{order.threads} trådar kan inte räkna.", remedy="Välj 1 eller fler."
        )
    if order.memory is not None and not MEMORY.fullmatch(order.memory):
        raise OrderNotPossible(
            f"”{order.memory}” är inget mått på minne.", remedy="Skriv som 4GB."
        )


def _check_params(order: Order) -> None:
    for name, value in order.params.items():
        having = [entry for entry in order.indicators if name in entry.params]
        if not having:
            known = sorted(
                {each for entry in order.indicators for each in entry.params}
            )
            raise ParameterNotKnown(
                f"Ingen av indikatorerna har parametern ”{name}”.",
                remedy=f"De har {', '.join(known) or 'inga'}.",
            )
        for entry in having:
            _check_value(entry, name, value)


def _check_value(indicator: Indicator, name: str, value: Parameter) -> None:
    """A whole number, one of some words, or a day where there is no value of its own.

    Raises ParameterNotKnown.
    """
    own, words = indicator.params[name], indicator.choices.get(name, ())
    if isinstance(own, int):
        fits, wanted = isinstance(value, int) and value >= 0, "ett heltal från 0"
    elif words:
        fits, wanted = value in words, f"något av {', '.join(words)}"
    else:
        fits, wanted = isinstance(value, date), "en dag som 2025-03-31"
    if not fits:
        raise ParameterNotKnown(
            f"{indicator.id}: parametern ”{name}” kan inte vara ”{value}”.",
            remedy=f"Ange {wanted}.",
        )


@contextmanager
def _readable(order: Order, now: datetime) -> Iterator[Path]:
    """The lake itself; for Spark, a folder of CSV is a lake for a while."""
    if order.engine == DUCKDB or is_lake(order.lake):
        yield order.lake
        return
    with tempfile.TemporaryDirectory() as made:
        import_lake(source=order.lake, lake=Path(made), now=now)
        yield Path(made)


def _answers(order: Order, folder: Path, today: date) -> Iterator[Answer]:
    """Every question of one part of the persons at a time, which bounds the memory."""
    counts = [
        _Count(_question(order, indicator, period))
        for period in order.periods
        for indicator in order.indicators
    ]
    for engine in _engines(order, folder):
        with closing(engine):
            for each in counts:
                each.take(engine, pass_over=order.pass_over)
    for each in counts:
        yield each.answer(today)


class _Count:
    """One question, what has been counted of it, or why it cannot be counted."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._tally = Tally()
        self._problem = ""

    def take(self, engine: Engine, *, pass_over: bool) -> None:
        """Count the engine's part. Raises DomainError unless it may be passed over."""
        if self._problem:
            return
        try:
            collect(self._question, engine, self._tally)
        except (TableMissing, BreakdownNotPossible) as problem:
            if not pass_over:
                raise
            self._problem = problem.message

    def answer(self, today: date) -> Answer:
        """The rows, or the remark on why there are none."""
        if self._problem:
            return Answer(results=(), remarks=(_about(self._question, self._problem),))
        answer = answer_of(self._question, self._tally)
        self._tally = Tally()
        return Answer(
            results=answer.results,
            remarks=(*_timing(self._question, today), *answer.remarks),
        )


def _engines(order: Order, folder: Path) -> Iterator[Engine]:
    """One engine, or one for each part of the buckets, the next when one is closed."""
    if order.engine != DUCKDB:
        yield SparkEngine(folder, order.engine)
        return
    chunks = order.chunks if is_lake(folder) else 1
    edges = [BUCKETS * each // chunks for each in range(chunks + 1)]
    for first, after in pairwise(edges):
        yield DuckEngine(
            folder,
            buckets=range(first, after) if chunks > 1 else None,
            threads=order.threads,
            memory=order.memory,
        )


def _question(order: Order, indicator: Indicator, period: Period) -> Question:
    return Question(
        indicator=indicator,
        period=period,
        division=order.division,
        params={n: v for n, v in order.params.items() if n in indicator.params},
        hide_small=order.hide_small,
    )


def _timing(question: Question, today: date) -> Iterator[Remark]:
    indicator, period = question.indicator, question.period
    if period.after + timedelta(days=indicator.lag_days) > today:
        yield _about(question, PRELIMINARY)
    if period.first < indicator.valid_from:
        yield _about(question, BEFORE_VALIDITY.format(day=indicator.valid_from))


def _about(question: Question, says: str) -> Remark:
    return Remark(
        indicator=question.indicator.id,
        period=question.period.text,
        geo=WHOLE,
        stratum=WHOLE,
        says=says,
    )


def _snapshot(lake: Path) -> str:
    return read_mark(lake).snapshot if is_lake(lake) else snapshot_of(lake)
