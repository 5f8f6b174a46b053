"""What is planted in the invented contacts is found again; where nothing is, nothing.

Over a small county with many old people in it, so that it is quickly counted.
"""

from datetime import date
from hashlib import sha256

import pytest

from naravard.demo.lake.planted import EffectKind, window_before
from naravard.indicators.engine.counting import Question, count
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.running import DuckEngine
from naravard.indicators.engine.series import count_series
from naravard.indicators.periods import months_before, read_period, year_before
from naravard.indicators.registry import INDICATORS
from naravard.indicators.results import WHOLE
from naravard.indicators.verdicts import Change, Verdict, judge
from tests.unit.demo.small_lake import TODAY, planted, small_lake

PERSONS = 18_000
END = date(2026, 11, 1)
MONTHS = 36
TOLD = planted()


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    return small_lake(tmp_path_factory.mktemp("lake"), persons=PERSONS)


@pytest.fixture(scope="module")
def engine(lake):
    engine = DuckEngine(lake, threads=1)
    yield engine
    engine.close()


def values(engine, name, *, geo="", last=0):
    """The months of a measure, those that have one; `last` are left out at the end."""
    division = Division(places=("municipality",)) if geo else Division()
    months = months_before(END, MONTHS)[: MONTHS - last]
    answers = count_series(INDICATORS[name], months, division, engine)
    return [
        row.value
        for answer in answers
        for row in answer.results
        if row.geo == (geo or WHOLE) and row.value is not None
    ]


def digests(lake):
    """The content of every file, by its name."""
    return {
        str(path.relative_to(lake)): sha256(path.read_bytes()).hexdigest()
        for path in lake.rglob("*.parquet")
    }


def by_group(engine, name, division):
    question = Question(
        indicator=INDICATORS[name],
        period=year_before(END),
        division=Division(strata=(division,)),
    )
    return {row.stratum: row for row in count(question, [engine]).results}


def started(kind, municipality=""):
    """How many months before the end an effect of the kind began."""
    return next(
        effect.since
        for effect in TOLD.of(kind)
        if effect.municipality == municipality and not effect.group
    )


def test_the_lake_is_the_same_each_time(tmp_path):
    first = small_lake(tmp_path / "first", persons=500)
    second = small_lake(tmp_path / "second", persons=500)

    assert digests(first) == digests(second)


def test_the_wait_is_surely_shorter_after_the_joint_planning(engine):
    found = values(engine, "NV-04", last=1)
    change = Change(at=MONTHS - started(EffectKind.WAITING), name="Gemensam planering")

    judged = judge(found, INDICATORS["NV-04"].direction, [change])

    assert judged.verdict is Verdict.BETTER
    assert judged.since < judged.before


def test_fewer_come_back_in_the_one_municipality(engine):
    since = started(EffectKind.READMISSION, "1981")
    question = [
        Question(
            indicator=INDICATORS["NV-03"],
            period=year_before(day),
            division=Division(places=("municipality",)),
        )
        for day in (date(2026, 10, 1), date(2025, 10, 1))
    ]

    after, before = (
        next(row for row in count(each, [engine]).results if row.geo == "1981")
        for each in question
    )

    assert since == 12
    assert after.ci_hi < before.ci_lo


def test_whoever_needs_an_interpreter_meets_more_doctors(engine):
    groups = by_group(engine, "NV-06", "interpreter")

    assert groups["interpreter=ja"].ci_hi < groups["interpreter=nej"].ci_lo


def test_whoever_needs_an_interpreter_comes_back_more_often(engine):
    groups = by_group(engine, "NV-03", "interpreter")

    assert groups["interpreter=ja"].value > groups["interpreter=nej"].value


def test_fewer_are_assessed_within_three_days_since_the_queue_grew(engine):
    found = values(engine, "NV-10", last=1)

    assert judge(found, INDICATORS["NV-10"].direction).verdict is Verdict.WORSE


def test_a_month_without_diagnoses_has_no_value(engine):
    (gap,) = TOLD.gaps
    month = window_before(TODAY, TOLD.months).month(gap.month)

    answer = count(
        Question(indicator=INDICATORS["NV-03"], period=read_period(f"{month:%Y-%m}")),
        [engine],
    )

    assert answer.results[0].value is None
    assert answer.remarks[0].says == "otillräckligt underlag"


@pytest.mark.parametrize("name", TOLD.nulls)
def test_nothing_is_seen_where_nothing_is_planted(engine, name):
    found = values(engine, name, last=2)

    assert not judge(found, INDICATORS[name].direction).verdict.is_change
