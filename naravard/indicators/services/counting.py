"""Counts a whole lake and keeps the values; published ones too."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import F

from naravard.core.clock import day_of
from naravard.indicators.computing import countable
from naravard.indicators.definition import Indicator
from naravard.indicators.engine.counting import Answer, Question, count
from naravard.indicators.engine.dividing import STRATA, Division
from naravard.indicators.engine.running import DuckEngine, Engine
from naravard.indicators.engine.series import (
    count_series,
    is_sum_of_months,
)
from naravard.indicators.errors import BreakdownNotPossible, TableMissing
from naravard.indicators.lake.layout import read_mark
from naravard.indicators.models import Counting, StoredValue
from naravard.indicators.periods import (
    Period,
    months_before,
    quarters_before,
    year_before,
)
from naravard.indicators.results import COLUMNS, WHOLE, Result
from naravard.indicators.rules import (
    Span,
)

MONTHS = 36
MONTHS_ANEW = 24  # where each month has to be counted by itself
QUARTERS = 12  # where that takes long: visits are many
YEARS = 2
EVERYWHERE = Division()
BY_PLACE = Division(places=("municipality",))
PRELIMINARY = "preliminärt"
LONGEST_REMARK = 400
KEYS = ("indicator", "version", "span", "period", "geo_level", "geo", "stratum")
CHANGING = (
    *("first", "num", "den", "value", "ci_lo", "ci_hi", "std", "suppressed"),
    *("remark", "snapshot", "counted_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """The answers of one indicator for periods of one length, for part of the table."""

    span: Span
    periods: tuple[Period, ...]
    answers: tuple[Answer, ...]


def count_lake(
    *,
    lake: Path,
    now: datetime,
    after: date | None = None,
    followed: Collection[str] = (),
    threads: int | None = None,
) -> int:
    """Count every indicator the lake can answer, and keep each as it is done.

    `after` is the first day that is not counted, else the first of this month.
    `followed` are counted first and by groups of people; they stand on the front page.
    Returns how many indicators have values.
    """
    end = after or day_of(now).replace(day=1)
    mark = read_mark(lake)
    wanted = sorted(countable(), key=lambda each: (each.id not in followed, each.id))
    # One that was stopped half-way is not under way any more.
    Counting.objects.filter(ended_at=None).update(ended_at=now)
    counting = Counting.objects.create(
        began_at=now,
        snapshot=mark.snapshot,
        source=mark.source[:120],
        after=end,
        total=len(wanted),
    )
    engine = DuckEngine(lake, threads=threads)
    counted = 0
    for indicator in wanted:
        batches = _batches(indicator, end, engine, followed)
        counted += _keep(indicator, batches, counting, now)
    engine.close()
    Counting.objects.filter(pk=counting.pk).update(ended_at=now)
    return counted


def is_counted(*, lake: Path) -> bool:
    """Whether the lake, as it stands, has been counted to the end."""
    snapshot = read_mark(lake).snapshot
    whole = Counting.objects.filter(snapshot=snapshot, done=F("total"))
    return whole.exclude(ended_at=None).exists()


def _batches(
    indicator: Indicator,
    end: date,
    engine: Engine,
    followed: Collection[str],
) -> list[_Batch]:
    try:
        batches = [_series(indicator, end, engine, followed)]
        most = YEARS if indicator.id in followed else 1
        years = tuple(year_before(day) for day in _year_ends(end, most))
        answers = tuple(_one(indicator, year, BY_PLACE, engine) for year in years)
        batches.append(_Batch(span=Span.YEAR, periods=years, answers=answers))
        if indicator.id in followed:
            batches += _by_group(indicator, years[0], engine)
    except (TableMissing, BreakdownNotPossible):
        return []
    return batches


def _year_ends(end: date, most: int) -> Iterator[date]:
    yield from (end.replace(year=end.year - back) for back in range(most))


def _series(
    indicator: Indicator,
    end: date,
    engine: Engine,
    followed: Collection[str],
) -> _Batch:
    """Months where all can be counted at once; quarters where each is counted anew."""
    division = EVERYWHERE
    if is_sum_of_months(indicator):
        span, periods, division = Span.MONTH, months_before(end, MONTHS), BY_PLACE
    elif indicator.id not in followed:
        span, periods = Span.QUARTER, ()
    elif "visit" in indicator.needs:
        span, periods = Span.QUARTER, quarters_before(end, QUARTERS)
    else:
        span, periods = Span.MONTH, months_before(end, MONTHS_ANEW)
    answers = count_series(indicator, periods, division, engine)
    return _Batch(span=span, periods=periods, answers=tuple(answers) if periods else ())


def _one(
    indicator: Indicator, period: Period, division: Division, engine: Engine
) -> Answer:
    question = Question(indicator=indicator, period=period, division=division)
    return count(question, [engine])


def _by_group(indicator: Indicator, year: Period, engine: Engine) -> list[_Batch]:
    """One stratum at a time, so that no more is hidden than must be."""
    return [
        _Batch(
            span=Span.YEAR,
            periods=(year,),
            answers=(_groups(indicator, year, name, engine),),
        )
        for name in STRATA
    ]


def _groups(indicator: Indicator, year: Period, name: str, engine: Engine) -> Answer:
    """The groups of one division, without the whole, which is kept by place."""
    answer = _one(indicator, year, Division(strata=(name,)), engine)
    results = tuple(each for each in answer.results if each.stratum != WHOLE)
    return Answer(results=results, remarks=answer.remarks)


@transaction.atomic
def _keep(
    indicator: Indicator, batches: Sequence[_Batch], counting: Counting, now: datetime
) -> bool:
    rows = {
        tuple(getattr(row, key) for key in KEYS): row
        for batch in batches
        for row in _rows(indicator, batch, counting, now)
    }
    _write(rows.values())
    counting.done += 1
    counting.save(update_fields=["done"])
    return bool(rows)


def _rows(
    indicator: Indicator, batch: _Batch, counting: Counting, now: datetime
) -> Iterator[StoredValue]:
    today = day_of(now)
    for period, answer in zip(batch.periods, batch.answers, strict=True):
        said: dict[tuple[str, str], list[str]] = {}
        for remark in answer.remarks:
            said.setdefault((remark.geo, remark.stratum), []).append(remark.says)
        late = period.after + timedelta(days=indicator.lag_days) > today
        for result in answer.results:
            remarks = said.get((result.geo, result.stratum), [])
            if late:
                remarks = [PRELIMINARY, *remarks]
            yield _row(
                result,
                span=batch.span,
                first=period.first,
                remark="; ".join(remarks),
                snapshot=counting.snapshot,
                now=now,
            )


def _row(
    result: Result,
    *,
    span: Span,
    first: date,
    remark: str,
    snapshot: str,
    now: datetime,
) -> StoredValue:
    told = dict(zip(COLUMNS, astuple(result), strict=True))
    return StoredValue(
        **told,
        span=span.value,
        first=first,
        remark=remark[:LONGEST_REMARK],
        snapshot=snapshot,
        counted_at=now,
    )


def _write(rows: Iterable[StoredValue]) -> None:
    StoredValue.objects.bulk_create(
        rows,
        batch_size=2_000,
        update_conflicts=True,
        unique_fields=list(KEYS),
        update_fields=list(CHANGING),
    )


@transaction.atomic
def keep_published(*, results: Sequence[Result], source: str, now: datetime) -> int:
    """Keep values that their owners have published; returns how many."""
    rows = {
        (each.indicator, each.period, each.geo_level, each.geo, each.stratum): _row(
            each,
            span=Span.PUBLISHED,
            first=date(int(each.period), 1, 1),
            remark=source,
            snapshot="",
            now=now,
        )
        for each in results
    }
    _write(rows.values())
    return len(rows)
