"""The same definitions on the Spark SQL interface give the same cells."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.indicators.population import make_lake
from naravard.indicators.computing import countable
from naravard.indicators.engine.counting import Question, count
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.running import DuckEngine, Engine
from naravard.indicators.engine.spark import LOCAL, SAIL, SparkEngine
from naravard.indicators.periods import read_period
from naravard.indicators.results import Result

PERSONS, MANY_PERSONS = 600, 50_000
PLACES = ["1904", "1980", "1981"]


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lake")
    make_lake(folder, persons=PERSONS, municipalities=PLACES, stride=16)
    return folder


@pytest.fixture(scope="module")
def duckdb_engine(lake: Path) -> Iterator[Engine]:
    engine = DuckEngine(lake, threads=1)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def large_lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    make_lake(folder, persons=MANY_PERSONS, municipalities=PLACES, stride=16)
    return folder


@pytest.fixture(scope="module")
def large_duckdb_engine(large_lake: Path) -> Iterator[Engine]:
    engine = DuckEngine(large_lake, threads=1)
    yield engine
    engine.close()


def spark_engine(lake: Path, address: str) -> Iterator[Engine]:
    """Spark's client warns of its own dependencies; that is not ours to repair."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        engine = SparkEngine(lake, address)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def sail(lake: Path) -> Iterator[Engine]:
    pytest.importorskip("pysail")
    yield from spark_engine(lake, SAIL)


@pytest.fixture(scope="module")
def large_sail(large_lake: Path) -> Iterator[Engine]:
    pytest.importorskip("pysail")
    yield from spark_engine(large_lake, SAIL)


@pytest.fixture(scope="module")
def spark(large_lake: Path) -> Iterator[Engine]:
    pytest.importorskip("py4j", reason="Spark on this machine is tried in make soak")
    yield from spark_engine(large_lake, LOCAL)


def question(indicator) -> Question:
    return Question(
        indicator=indicator,
        period=read_period("2024"),
        division=Division(places=("municipality",), strata=("sex",)),
        hide_small=False,
    )


def close(result: Result) -> dict[str, object]:
    """A result whose numbers may differ in the tenth figure, and nothing else may."""
    return {
        name: pytest.approx(value, rel=1e-9) if isinstance(value, float) else value
        for name in Result.__slots__
        for value in [getattr(result, name)]
    }


def fields(result: Result) -> dict[str, object]:
    return {name: getattr(result, name) for name in Result.__slots__}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("indicator", countable(), ids=lambda each: each.id)
def test_sail_gives_the_same_cells(indicator, duckdb_engine, sail):
    ours = count(question(indicator), [duckdb_engine]).results
    theirs = count(question(indicator), [sail]).results

    assert [fields(result) for result in theirs] == [close(result) for result in ours]


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("indicator", countable(), ids=lambda each: each.id)
def test_sail_gives_the_same_cells_of_many(indicator, large_duckdb_engine, large_sail):
    ours = count(question(indicator), [large_duckdb_engine]).results
    theirs = count(question(indicator), [large_sail]).results

    assert [fields(result) for result in theirs] == [close(result) for result in ours]


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("indicator", countable(), ids=lambda each: each.id)
def test_spark_gives_the_same_cells_of_many(indicator, large_duckdb_engine, spark):
    ours = count(question(indicator), [large_duckdb_engine]).results
    theirs = count(question(indicator), [spark]).results

    assert [fields(result) for result in theirs] == [close(result) for result in ours]
