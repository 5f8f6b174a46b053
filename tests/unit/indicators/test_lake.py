"""A lake is read as others write it, and what is wrong is told by file, row, column."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from naravard.indicators.computing import Order, compute
from naravard.indicators.errors import LakeNotFound, LakeNotValid
from naravard.indicators.lake.importing import import_lake
from naravard.indicators.lake.layout import LakeMark, is_lake, read_mark
from naravard.indicators.periods import read_period
from naravard.indicators.registry import indicator_named
from naravard.indicators.results import Result
from naravard.indicators.schema import TABLES

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
PERSON = """pid,birth,sex,muni,dead
1,1940-05-01,F,1980,
2,1930-06-01,Man,1980,
3,1960-01-01,K,1981,
"""
STAY = """pid,in,out,planned,main,dx,ecode,clinic,hospital,psych,ready,died
1,2024-01-10,2024-01-14,false,I509,,,m,h,false,,false
1,2024-01-14,2024-01-20T10:00,nej,i50.0,"J449;E11.9",W190,m,h,0,2024-01-17,false
2,2024-03-30T23:30:00Z,2024-04-02,false,E110,,,m,h,false,2024-03-31T22:30:00Z,
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "person.csv").write_text(PERSON, encoding="utf-8")
    (folder / "stay.csv").write_text(STAY, encoding="utf-8")
    return folder


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    return tmp_path / "lake"


def imported(source: Path, lake: Path) -> LakeMark:
    return import_lake(source=source, lake=lake, now=NOW)


def computed(lake: Path, indicator: str, period: str = "2024") -> Result:
    order = Order(
        lake=lake,
        indicators=(indicator_named(indicator),),
        periods=(read_period(period),),
        hide_small=False,
    )
    return compute(order, now=NOW).results[0]


def changed(source: Path, table: str, old: str, new: str) -> None:
    path = source / f"{table}.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")


def test_a_folder_of_csv_and_the_lake_made_of_it_give_the_same_answer(source, lake):
    imported(source, lake)

    assert is_lake(lake)
    assert computed(source, "NV-01") == computed(lake, "NV-01")
    assert computed(lake, "NV-01").num == 2


def test_a_time_with_an_offset_becomes_a_swedish_day(source, lake):
    imported(source, lake)

    days = duckdb.execute(
        'SELECT "in", ready FROM read_parquet($files) WHERE pid = 2',
        {"files": str(lake / "stay" / "**" / "*.parquet")},
    ).fetchone()

    assert [str(day) for day in days] == ["2024-03-31", "2024-04-01"]


def test_persons_are_spread_over_buckets_and_events_over_years(source, lake):
    imported(source, lake)

    folders = {str(path.parent.relative_to(lake)) for path in lake.rglob("*.parquet")}

    assert "stay/bucket=01/year=2024" in folders
    assert "person/bucket=03" in folders


def test_parquet_of_any_types_is_read_as_csv_is(source, lake, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    duckdb.execute(
        f"COPY (SELECT * FROM '{source / 'person.csv'}')"
        f" TO '{other / 'person.parquet'}' (FORMAT parquet)"
    )
    duckdb.execute(
        "COPY (SELECT * REPLACE (string_split(dx, ';') AS dx,"
        f" out::TIMESTAMP AS out) FROM read_csv('{source / 'stay.csv'}',"
        f" types = {{'in': 'VARCHAR', 'ready': 'VARCHAR'}}))"
        f" TO '{other / 'stay.parquet'}' (FORMAT parquet)"
    )

    imported(other, lake)

    assert computed(lake, "NV-01") == computed(source, "NV-01")


def test_the_same_import_again_changes_no_file(source, lake):
    first = imported(source, lake)

    second = imported(source, lake)

    assert first.changed > 0
    assert second.changed == 0
    assert second.snapshot == first.snapshot


def test_only_the_buckets_of_those_who_changed_are_written(source, lake):
    imported(source, lake)
    changed(source, "stay", "E110", "E112")

    again = imported(source, lake)

    assert again.changed == 1


def test_a_table_that_the_source_lacks_is_left_as_it_is(source, lake):
    imported(source, lake)
    (source / "stay.csv").unlink()

    imported(source, lake)

    assert read_mark(lake).rows == {"person": 3, "stay": 3}


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        (
            "stay",
            "2024-01-14,false",
            "2024-02-30,false",
            "stay.csv, rad 2, kolumn ”out”",
        ),
        (
            "stay",
            "2024-01-14,false",
            "14/1 2024,false",
            "stay.csv, rad 2, kolumn ”out”",
        ),
        ("stay", ",nej,", ",kanske,", "stay.csv, rad 3, kolumn ”planned”"),
        ("person", "1981", "1999", "person.csv, rad 4, kolumn ”muni”"),
        ("person", "Man", "annat", "person.csv, rad 3, kolumn ”sex”"),
        ("person", "1930-06-01", "", "person.csv, rad 3, kolumn ”birth”"),
        ("person", "2,1930", ",1930", "person.csv, rad 3, kolumn ”pid”"),
        ("stay", ",ready,", ",klar,", "stay.csv, rad 1: ”klar” finns inte i stay"),
        ("stay", ",ready,died", ",died", "stay.csv"),
        ("person", ",dead", "", "person.csv"),
        ("person", "3,1960", "2,1960", "person.csv, rad 4, kolumn ”pid”"),
        ("stay", "2024-04-02", "2024-03-02", "stay.csv, rad 4, kolumn ”out”"),
    ],
)
def test_what_is_wrong_is_told_by_file_row_and_column(
    source, lake, table, old, new, told
):
    changed(source, table, old, new)

    with pytest.raises(LakeNotValid) as refused:
        imported(source, lake)

    assert told in refused.value.message
    assert refused.value.remedy
    assert not lake.exists()


def test_a_missing_column_is_named(source, lake):
    lines = PERSON.splitlines()
    without = "\n".join(line.rsplit(",", 1)[0] for line in lines)
    (source / "person.csv").write_text(f"{without}\n", encoding="utf-8")

    with pytest.raises(LakeNotValid, match="kolumnen ”dead” saknas"):
        imported(source, lake)


def test_a_personal_number_is_refused_and_not_repeated(source, lake):
    number = "19430214" + "9804"
    changed(source, "person", "2,1930", f"{number},1930")

    with pytest.raises(LakeNotValid) as refused:
        imported(source, lake)

    assert "kolumn ”pid”" in refused.value.message
    assert number not in refused.value.message + refused.value.remedy


def test_a_pseudonym_of_letters_is_the_same_person_in_every_table(source, lake):
    changed(source, "person", "\n1,", "\nkarin-7,")
    changed(source, "stay", "\n1,", "\nkarin-7,")

    imported(source, lake)

    assert computed(lake, "NV-01").num == 2


def test_somebody_lives_in_one_place_at_a_time(source, lake):
    (source / "residence.csv").write_text(
        "pid,from,to,muni,form\n"
        "1,2020-01-01,2024-06-01,1980,ordinärt\n"
        "1,2024-05-01,,1981,säbo\n",
        encoding="utf-8",
    )

    with pytest.raises(LakeNotValid, match=r"residence.csv, rad 3, kolumn ”from”"):
        imported(source, lake)


def test_a_table_without_rows_is_no_missing_table(source, lake):
    (source / "medlist.csv").write_text("pid,atc,from,to\n", encoding="utf-8")

    imported(source, lake)

    result = computed(lake, "NV-18")
    assert (result.num, result.den, result.value) == (0, 2, 0)
    assert result == computed(source, "NV-18")


def test_a_sex_that_is_not_known_is_nothing(source, lake):
    changed(source, "person", "Man", "okänt")

    imported(source, lake)

    kept = duckdb.execute(
        "SELECT sex FROM read_parquet($files) WHERE pid = 2",
        {"files": str(lake / "person" / "**" / "*.parquet")},
    ).fetchone()
    assert kept == (None,)


@pytest.mark.parametrize(
    ("table", "text", "told"),
    [
        ("beds", "hospital,date,disponibla,psych\nh,2024-01-01,nan,0\n", "rad 2"),
        ("beds", "", "rad 1: rubriken saknas"),
        ("medlist", "pid,atc,from,to\n1,A,2024-01-01\n", "medlist.csv, rad 2"),
    ],
)
def test_a_file_that_is_broken_is_told_by_row(source, lake, table, text, told):
    (source / f"{table}.csv").write_text(text, encoding="utf-8")

    with pytest.raises(LakeNotValid, match=told):
        imported(source, lake)


def test_an_empty_folder_is_no_lake(tmp_path):
    with pytest.raises(LakeNotFound):
        import_lake(source=tmp_path, lake=tmp_path / "lake", now=NOW)


def test_a_semicolon_between_columns_and_a_mark_of_order_first_are_read(source, lake):
    text = "\ufeff" + PERSON.replace(",", ";")
    (source / "person.csv").write_text(text, encoding="utf-8")

    mark = imported(source, lake)

    assert mark.rows["person"] == 3


def test_every_table_and_column_is_described_for_people():
    page = (Path(__file__).parents[3] / "docs" / "lake.md").read_text("utf-8")

    told = {line for line in page.splitlines() if line.startswith(("### `", "| `"))}

    assert not [
        f"{table.name}.{column.name}"
        for table in TABLES
        for column in table.columns
        if not any(line.startswith(f"| `{column.name}` |") for line in told)
    ]
    assert not [
        table.name
        for table in TABLES
        if not any(line.startswith(f"### `{table.name}`") for line in told)
    ]
