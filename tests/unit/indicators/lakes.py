"""Lakes for tests: toy rows, and worked examples written as lakes."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from naravard.indicators.definition import Example, Indicator, Parameter
from naravard.indicators.engine.counting import Answer, Question, count
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.running import DuckEngine
from naravard.indicators.periods import read_period
from naravard.indicators.registry import indicator_named
from naravard.indicators.results import Result
from naravard.indicators.schema import BY_NAME
from naravard.indicators.toys import ToyRows, read_toy

VECTORS = {
    each["id"]: each
    for each in yaml.safe_load_all(
        (Path(__file__).parent / "vectors.yaml").read_text(encoding="utf-8")
    )
}
ELDERLY = date(1940, 1, 1)


class ToyEngine(DuckEngine):
    """DuckDB over toy rows; every table is there, though most are empty."""

    def __init__(self, rows: ToyRows) -> None:
        super().__init__(toy={name: kept for name, kept in rows.items() if kept})
        self.tables = frozenset(BY_NAME) - (
            set() if rows.get("population") else {"population"}
        )


def answer(
    rows: ToyRows,
    indicator: str,
    period: str,
    *,
    division: Division | None = None,
    hide_small: bool = False,
    **params: Parameter,
) -> Answer:
    """What the engine says about toy rows."""
    engine = ToyEngine(rows)
    question = Question(
        indicator=indicator_named(indicator),
        period=read_period(period),
        division=division or Division(),
        params=params,
        hide_small=hide_small,
    )
    counted = count(question, [engine])
    engine.close()
    return counted


def counted(rows: ToyRows, indicator: str, period: str, **params: Parameter) -> Result:
    """The value of the whole lake."""
    return answer(rows, indicator, period, **params).results[0]


def of_example(indicator: Indicator, example: Example) -> Result:
    """What the engine says about a definition's own example."""
    return counted(
        read_toy(example.lake), indicator.id, example.period, **example.params
    )


def toy(**tables: Iterable[dict[str, Any]]) -> ToyRows:
    """Toy rows from plain values; what is left out holds its toy value."""
    rows: ToyRows = {}
    for name, kept in tables.items():
        known = {column.name: column.toy for column in BY_NAME[name].columns}
        rows[name] = [known | {k: _text(v) for k, v in row.items()} for row in kept]
        assert all(row.keys() == known.keys() for row in rows[name]), name
    return rows


def stays_of(vector: dict[str, Any]) -> ToyRows:
    """The persons and stays of a worked example."""
    stays = [
        {"pid": number, "birth": ELDERLY} | stay
        for number, stay in enumerate(vector["stays"], start=1001)
    ]
    return toy(person=_persons(stays), stay=map(_stay, stays))


def elderly(pids: Iterable[int], born: date = ELDERLY) -> list[dict[str, Any]]:
    return [{"pid": pid, "birth": born} for pid in pids]


def in_special_housing(pids: Iterable[int]) -> list[dict[str, Any]]:
    return [{"pid": pid, "from": date(2000, 1, 1), "form": "säbo"} for pid in pids]


def born(age: int, on: date) -> date:
    """A birthday half a year before the age would change."""
    return on.replace(year=on.year - age) - timedelta(days=180)


def _persons(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    births = {row["pid"]: row["birth"] for row in rows}
    return [{"pid": pid, "birth": birth} for pid, birth in births.items()]


def _stay(stay: dict[str, Any]) -> dict[str, Any]:
    row = {name: value for name, value in stay.items() if name != "birth"}
    if "ready_events" in row:
        row["ready"] = row.pop("ready_events")[-1]
    return row if "in" in row else row | {"in": row["out"] - timedelta(days=1)}


def _text(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, list):
        return ";".join(map(str, value)) or None
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
