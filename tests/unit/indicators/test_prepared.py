"""What stands ready in the lake gives the same answers, and is never out of date."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from benchmarks.indicators.population import make_lake
from naravard.indicators.computing import countable
from naravard.indicators.engine.composing import events_query
from naravard.indicators.engine.counting import Question, count
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.preparing import prepare_lake
from naravard.indicators.engine.running import DuckEngine
from naravard.indicators.lake.importing import import_lake
from naravard.indicators.lake.layout import PREPARED_FOLDER, snapshot_of
from naravard.indicators.periods import read_period
from naravard.indicators.registry import indicator_named
from naravard.indicators.results import Result

PLACES = ["1904", "1980", "1981"]
NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
PERSON = "pid,birth,sex,muni,dead\n1,1940-05-01,F,1980,\n65,1930-06-01,M,1981,\n"
STAY = (
    "pid,in,out,planned,main,dx,ecode,clinic,hospital,psych,ready,died\n"
    "1,2024-01-10,2024-01-14,false,I509,,,m,h,false,,false\n"
    "1,2024-01-20,2024-01-24,false,I509,,,m,h,false,,false\n"
)
ONCE = [entry for entry in countable() if entry.once]


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lake")
    make_lake(folder, persons=500, municipalities=PLACES, stride=16)
    return folder


@pytest.fixture(scope="module")
def bare(lake: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same lake, with nothing ready."""
    folder = tmp_path_factory.mktemp("bare") / "lake"
    shutil.copytree(lake, folder, ignore=shutil.ignore_patterns(PREPARED_FOLDER))
    return folder


@pytest.fixture(scope="module")
def ready_engine(lake: Path) -> Iterator[DuckEngine]:
    engine = DuckEngine(lake, threads=1)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def bare_engine(bare: Path) -> Iterator[DuckEngine]:
    engine = DuckEngine(bare, threads=1)
    yield engine
    engine.close()


def question(indicator) -> Question:
    return Question(
        indicator=indicator,
        period=read_period("2024"),
        division=Division(places=("municipality",), strata=("sex", "age")),
        hide_small=False,
    )


@pytest.mark.parametrize("indicator", countable(), ids=lambda each: each.id)
def test_the_answer_is_the_same_ready_or_not(indicator, ready_engine, bare_engine):
    ready = count(question(indicator), [ready_engine]).results
    anew = count(question(indicator), [bare_engine]).results

    assert ready == anew


def test_what_is_dear_is_read_ready(ready_engine, bare_engine):
    asked = question(indicator_named("NV-06"))
    query = events_query(asked.indicator, asked.period, asked.division, {})

    assert set(ready_engine.ready(query)) == {"home", "doctor_window"}
    assert ready_engine.ready(query).keys() != bare_engine.ready(query).keys()


@pytest.mark.parametrize("indicator", ONCE, ids=lambda each: each.id)
def test_a_person_is_in_one_row_where_that_is_said(indicator, ready_engine):
    asked = question(indicator)
    query = events_query(indicator, asked.period, asked.division, {})
    inside = query.own.partition(" SELECT muni")[0]

    (rows, persons), *_ = ready_engine.rows(
        f"WITH {', '.join(f'{n} AS ({s})' for n, s in query.blocks)}, {inside}"
        " SELECT COUNT(pid), COUNT(DISTINCT pid) FROM placed"
    )

    assert rows == persons > 0


def test_facts_that_have_changed_are_counted_anew(tmp_path):
    source, lake = tmp_path / "source", tmp_path / "lake"
    source.mkdir()
    (source / "person.csv").write_text(PERSON, encoding="utf-8")
    (source / "stay.csv").write_text(STAY, encoding="utf-8")
    import_lake(source=source, lake=lake, now=NOW)
    prepare_lake(lake, countable())
    before = readmitted(lake)

    (source / "stay.csv").write_text(
        STAY.replace("01-20,", "05-20,").replace("01-24,", "05-24,"), encoding="utf-8"
    )
    import_lake(source=source, lake=lake, now=NOW)
    unprepared = readmitted(lake)
    prepare_lake(lake, countable())

    assert (before.num, unprepared.num, readmitted(lake).num) == (1, 0, 0)


def test_only_what_has_changed_is_made_ready_anew(tmp_path):
    make_lake(tmp_path, persons=80, municipalities=PLACES, stride=16)
    files = sorted((tmp_path / "stay" / "bucket=00").rglob("*.parquet"))
    duckdb.execute(
        f"COPY (SELECT * FROM '{files[-1]}' LIMIT 1) TO '{files[-1]}' (FORMAT parquet)"
    )

    again = prepare_lake(tmp_path, countable())

    assert again == 2  # care periods of two kinds, one bucket
    assert prepare_lake(tmp_path, countable()) == 0


def test_what_is_ready_is_no_part_of_the_lakes_state(lake, bare):
    named = {path.name for path in (lake / PREPARED_FOLDER).iterdir()}

    assert len(named) == 4
    assert snapshot_of(lake) != ""
    assert not (bare / PREPARED_FOLDER).exists()


def readmitted(lake: Path) -> Result:
    engine = DuckEngine(lake, threads=1)
    asked = Question(
        indicator=indicator_named("NV-03"),
        period=read_period("2024"),
        hide_small=False,
    )
    answer = count(asked, [engine])
    engine.close()
    return answer.results[0]
