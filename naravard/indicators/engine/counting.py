"""Counts an indicator for a period over a lake, with all that statistics asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from naravard.indicators.definition import Indicator, Inhabitants, Measure, Parameter
from naravard.indicators.engine.cells import (
    EVERYWHERE,
    Content,
    Key,
    Table,
    gather,
    sums_of,
)
from naravard.indicators.engine.composing import events_query
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.gate import NOT_ENOUGH, gate_sql, is_open
from naravard.indicators.engine.inhabiting import inhabitants_query, population_query
from naravard.indicators.engine.query import Query
from naravard.indicators.engine.running import Engine, Row
from naravard.indicators.engine.valuing import Valued, value_of
from naravard.indicators.errors import TableMissing
from naravard.indicators.periods import Period
from naravard.indicators.results import WHOLE, Remark, Result
from naravard.indicators.statistics.small_numbers import Hidden, hidden_cells

IN_POPULATION_TABLE = frozenset({"sex", "age"})
PAIRED = frozenset({Measure.MEAN, Measure.MEDIAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is to be counted, when and how divided."""

    indicator: Indicator
    period: Period
    division: Division = field(default_factory=Division)
    params: dict[str, Parameter] = field(default_factory=dict)
    hide_small: bool = True

    @property
    def version(self) -> str:
        """The definition's version, and every parameter that is not its own."""
        changed = {
            name: value
            for name, value in sorted(self.params.items())
            if self.indicator.params.get(name) != value
        }
        own = "".join(f",{name}={value}" for name, value in changed.items())
        return f"{self.indicator.version}{own.replace(',', '+', 1)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows of one indicator and period, and what there is to remark."""

    results: tuple[Result, ...]
    remarks: tuple[Remark, ...]


@dataclass(slots=True)
class Tally:
    """What has been counted of one question so far, over some parts of the persons."""

    table: Table = field(default_factory=dict)
    below: Table = field(default_factory=dict)
    checked: list[Row] = field(default_factory=list)


def count(question: Question, engines: Iterable[Engine]) -> Answer:
    """Count one indicator; the engines hold each their part of the persons.

    Raises TableMissing or BreakdownNotPossible.
    """
    tally = Tally()
    for engine in engines:
        collect(question, engine, tally)
    return answer_of(question, tally)


def collect(question: Question, engine: Engine, tally: Tally) -> None:
    """Add one engine's part. Raises TableMissing or BreakdownNotPossible."""
    check_tables(question.indicator, engine)
    measure, division = question.indicator.measure, question.division
    gather(
        engine.answer(_events(question)),
        division,
        tally.table,
        paired=measure in PAIRED,
        by_month=measure is Measure.MEAN_OF_MONTHS,
    )
    for rows in inhabitants_of(question, engine):
        gather(rows, division, tally.below, paired=False, by_month=False)
    tally.checked += _checked(question, engine)


def answer_of(question: Question, tally: Tally) -> Answer:
    """The answer, when every part has been counted."""
    if question.indicator.gate and not is_open(tally.checked, question.period):
        return _closed(question)
    return _answered(question, tally.table, _mean_inhabitants(question, tally.below))


def check_tables(indicator: Indicator, engine: Engine) -> None:
    """Raise TableMissing when the engine lacks a table that is counted on."""
    for name in indicator.needs:
        if name not in engine.tables:
            raise TableMissing(
                f"{indicator.id} kan inte räknas: tabellen {name} saknas i sjön.",
                remedy="Läs in den med naravard lake import; se docs/lake.md.",
            )


def _events(question: Question) -> Query:
    return events_query(
        question.indicator, question.period, question.division, question.params
    )


def _checked(question: Question, engine: Engine) -> list[Row]:
    gate = question.indicator.gate
    return engine.rows(gate_sql(gate, question.period)) if gate else []


def _mean_inhabitants(question: Question, table: Table) -> Table:
    """The mean of the days, divided once so that no order of adding is seen."""
    wanted = question.indicator.inhabitants
    days = len(list(_days(question.period, wanted))) if wanted else 1
    for content in table.values():
        content.parts = {
            part: (num, den / days) for part, (num, den) in content.parts.items()
        }
    return table


def inhabitants_of(question: Question, engine: Engine) -> Iterator[list[Row]]:
    """Those below the line, on each of the days that count."""
    wanted = question.indicator.inhabitants
    if wanted is None:
        return
    for day in _days(question.period, wanted):
        yield engine.answer(_inhabitants_query(question, wanted, day, engine))


def _days(period: Period, inhabitants: Inhabitants) -> Iterator[date]:
    for years in range(inhabitants.years):
        each = period.years_earlier(years)
        yield each.last
        if inhabitants.mean:
            yield each.first - timedelta(days=1)


def _inhabitants_query(
    question: Question, wanted: Inhabitants, day: date, engine: Engine
) -> Query:
    grouped = bool(question.indicator.standard)
    in_table = set(question.division.strata) <= IN_POPULATION_TABLE
    if "population" in engine.tables and in_table:
        year = _year_known(engine, day)
        return population_query(wanted, year, question.division, grouped=grouped)
    if "person" not in engine.tables:
        raise TableMissing(
            f"{question.indicator.id} kan inte räknas per invånare: sjön har varken"
            " population eller person.",
            remedy="Läs in folkmängden; se docs/lake.md.",
        )
    return inhabitants_query(wanted, day, question.division, grouped=grouped)


def _year_known(engine: Engine, day: date) -> int:
    """The year whose 31 December is the latest on or before the day, else the first."""
    wanted = (day + timedelta(days=1)).year - 1
    years = sorted(
        int(str(row[0])) for row in engine.rows("SELECT DISTINCT year FROM population")
    )
    earlier = [year for year in years if year <= wanted]
    return earlier[-1] if earlier else years[0] if years else wanted


def _answered(question: Question, table: Table, inhabitants: Table) -> Answer:
    keys = sorted({Key(EVERYWHERE), *table, *inhabitants})
    valued = {key: _valued(question, key, table, inhabitants) for key in keys}
    hidden = (
        hidden_cells(
            {key: each.counted for key, each in valued.items()},
            sums_of(keys, question.division),
        )
        if question.hide_small
        else {}
    )
    return Answer(
        results=tuple(
            _result(question, key, valued[key], hidden=key in hidden) for key in keys
        ),
        remarks=tuple(
            _remark(question, key, says)
            for key in keys
            for says in _said(valued[key], hidden.get(key))
        ),
    )


def _said(valued: Valued, hidden: Hidden | None) -> tuple[str, ...]:
    return valued.remarks if hidden is None else (f"dolt: {hidden}",)


def _valued(question: Question, key: Key, table: Table, inhabitants: Table) -> Valued:
    seed = f"{question.indicator.id}|{question.period.text}|{key}"
    return value_of(
        question.indicator,
        table.get(key, Content()),
        inhabitants.get(key),
        seed=seed,
    )


def _result(question: Question, key: Key, valued: Valued, *, hidden: bool) -> Result:
    limits = None if hidden else valued.interval
    return Result(
        indicator=question.indicator.id,
        version=question.version,
        period=question.period.text,
        geo_level=key.place.level,
        geo=key.place.code,
        stratum=key.stratum,
        num=None if hidden else valued.num,
        den=None if hidden else valued.den,
        value=None if hidden else valued.value,
        ci_lo=limits.low if limits else None,
        ci_hi=limits.high if limits else None,
        std=question.indicator.standard.value,
        suppressed=hidden,
    )


def _remark(question: Question, key: Key, says: str) -> Remark:
    return Remark(
        indicator=question.indicator.id,
        period=question.period.text,
        geo=key.place.code,
        stratum=key.stratum,
        says=says,
    )


def _closed(question: Question) -> Answer:
    """No value at all, and why."""
    key = Key(EVERYWHERE)
    return Answer(
        results=(
            Result(
                indicator=question.indicator.id,
                version=question.version,
                period=question.period.text,
                geo_level=key.place.level,
                geo=key.place.code,
                stratum=WHOLE,
                num=None,
                den=None,
                value=None,
                ci_lo=None,
                ci_hi=None,
                std=question.indicator.standard.value,
                suppressed=False,
            ),
        ),
        remarks=(_remark(question, key, NOT_ENOUGH),),
    )
