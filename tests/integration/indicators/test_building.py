"""The night's lake of our own facts: what Karin's stay becomes, and who she is not."""

from pathlib import Path
from uuid import UUID

import duckdb
import pytest

from naravard.indicators.computing import Order, compute
from naravard.indicators.lake.building import build_lake
from naravard.indicators.lake.gathering import pseudonyms
from naravard.indicators.periods import read_period
from naravard.indicators.registry import indicator_named
from tests.house import House, at, build_house, register
from tests.integration.discharge.steps import notified

SECRET = b"a secret of the operation, at least thirty-two bytes"
NIGHT = at("2026-03-10 02:00")


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    person = register(
        "Karin", "Holm", "194302149804", listed_unit_id=house.health_centre
    )
    notified(house, person)
    return person


def rows(lake: Path, table: str) -> list[tuple[object, ...]]:
    files = str(lake / table / "**" / "*.parquet")
    return duckdb.execute(
        "SELECT * FROM read_parquet($files, hive_partitioning = false)",
        {"files": files},
    ).fetchall()


def test_karins_stay_is_in_the_lake_under_her_pseudonym(karin, tmp_path):
    mark = build_lake(lake=tmp_path, secret=SECRET, now=NIGHT)

    (stay,) = rows(tmp_path, "stay")
    assert mark.rows["stay"] == 1
    assert stay[0] == pseudonyms(SECRET)(karin)
    assert str(stay[1]) == "2026-03-02"


def test_no_file_holds_her_name_or_number(karin, tmp_path):
    build_lake(lake=tmp_path, secret=SECRET, now=NIGHT)

    said = str([rows(tmp_path, table) for table in ("person", "listing", "stay")])

    assert "Karin" not in said
    assert "9804" not in said
    assert str(karin) not in said


def test_another_secret_gives_another_pseudonym(karin):
    ours, theirs = pseudonyms(SECRET)(karin), pseudonyms(b"theirs")(karin)

    assert ours != theirs
    assert 0 <= ours < 2**63


def test_a_night_when_nothing_happened_changes_no_file(karin, tmp_path):
    build_lake(lake=tmp_path, secret=SECRET, now=NIGHT)

    mark = build_lake(lake=tmp_path, secret=SECRET, now=NIGHT)

    assert mark.changed == 0


def test_the_notice_in_time_is_counted_from_the_lake(karin, tmp_path):
    build_lake(lake=tmp_path, secret=SECRET, now=NIGHT)

    outcome = compute(
        Order(
            lake=tmp_path,
            indicators=(indicator_named("I-02"),),
            periods=(read_period("2026-03"),),
            hide_small=False,
        ),
        now=NIGHT,
    )

    assert (outcome.results[0].num, outcome.results[0].den) == (1, 1)
