"""`naravard indicators` and `import-kolada` as other programs call them."""

import csv
import json
from io import StringIO
from pathlib import Path

import duckdb
import pytest
from django.core.management import CommandError, call_command

from benchmarks.indicators.population import make_lake

COLUMNS = (
    "indicator,version,period,geo_level,geo,stratum,num,den,value,ci_lo,ci_hi,std,"
    "suppressed"
)


@pytest.fixture(scope="module")
def lake(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("lake")
    make_lake(folder, persons=400, municipalities=["1904", "1980"], stride=16)
    return folder


def run(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out, stderr=StringIO())
    return out.getvalue()


def compute(lake: Path, out: Path, *words: str) -> str:
    return run("indicators", "compute", "--lake", str(lake), "--out", str(out), *words)


def test_every_indicator_is_listed_with_its_provenance():
    listed = run("indicators", "list")

    assert "NV-03" in listed
    assert "to verify" in listed
    assert "U79092" in listed


def test_one_is_shown_with_examples_and_select():
    shown = run("indicators", "show", "NV-04")

    assert "# NV-04 Utskrivningsklara: medelvårdtid" in shown
    assert "**Exempel.**" in shown
    assert "SELECT w.pid AS pid" in shown


@pytest.mark.parametrize("ending", ["csv", "parquet", "json"])
def test_the_same_values_are_written_in_three_forms(lake, tmp_path, ending):
    compute(lake, tmp_path / "a.csv", "--indicator", "NV-10", "--period", "2024")
    with (tmp_path / "a.csv").open(encoding="utf-8") as file:
        expected = next(csv.DictReader(file))

    out = tmp_path / f"b.{ending}"
    compute(lake, out, "--indicator", "NV-10", "--period", "2024")
    columns = duckdb.sql(f"SELECT * FROM '{out}'").columns
    ((value,),) = duckdb.sql(f"SELECT value FROM '{out}'").fetchall()

    assert ",".join(columns) == COLUMNS
    assert value == float(expected["value"])


def test_what_to_know_about_the_values_stands_beside_them(lake, tmp_path):
    out = tmp_path / "a.csv"

    compute(lake, out, "--indicator", "NV-03", "--period", "2024", "--by", "sex")

    notes = json.loads((tmp_path / "a.csv.notes.json").read_text("utf-8"))
    assert notes["engine"] == "duckdb"
    assert notes["source_snapshot"]
    assert {remark["says"] for remark in notes["remarks"]}


def test_several_indicators_and_periods_at_once(lake, tmp_path):
    out = tmp_path / "a.csv"

    compute(
        *(lake, out, "--indicator", "NV-10", "NV-21", "--period", "2024-Q1", "2024-02")
    )

    with out.open(encoding="utf-8") as file:
        rows = [(row["indicator"], row["period"]) for row in csv.DictReader(file)]
    assert rows == [
        ("NV-10", "2024-Q1"),
        ("NV-21", "2024-Q1"),
        ("NV-10", "2024-02"),
        ("NV-21", "2024-02"),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--indicator", "NV-99", "--period", "2024"], "NV-99"),
        (["--indicator", "NV-10", "--period", "förra året"], "ingen period"),
        (["--indicator", "NV-10", "--period", "2024", "--by", "ort"], "ort"),
        (
            ["--indicator", "NV-10", "--period", "2024", "--param", "window"],
            "parameter",
        ),
        (["--period", "2024", "--param", "min_age=vuxen"], "heltal från 0"),
        (["--period", "2024", "--param", "window_from=2024-02-30"], "en dag som"),
        (["--period", "2024", "--param", "variant=who"], "något av sos, oecd"),
        (["--period", "2024", "--engine", "postgres"], "Motorn ”postgres” finns inte"),
        (["--period", "2024", "--engine", "sc://127.0.0.1:1"], "svarade inte"),
        (["--period", "2024", "--chunks", "65"], "65 delar"),
        (["--period", "2024", "--threads", "0"], "trådar"),
        (["--period", "2024", "--memory", "mycket"], "inget mått"),
    ],
)
def test_a_wrong_order_is_told_and_ends_with_two(lake, tmp_path, words, told):
    with pytest.raises(CommandError, match=told) as refused:
        compute(lake, tmp_path / "a.csv", *words)

    assert refused.value.returncode == 2


def test_a_file_that_cannot_be_written_is_told_before_counting(lake, tmp_path):
    with pytest.raises(CommandError, match="går det inte att skriva"):
        compute(lake, tmp_path / "a.xlsx", "--period", "2024")


KOLADA = {
    "values": [
        {
            "kpi": "U79092",
            "municipality": "0019",
            "period": 2023,
            "values": [{"gender": "T", "value": 17.5}, {"gender": "K", "value": None}],
        },
        {
            "kpi": "N00000",
            "municipality": "1980",
            "period": 2023,
            "values": [{"gender": "T", "value": 1.0}],
        },
    ]
}


def test_published_values_are_read_from_koladas_own_json(tmp_path):
    source, out = tmp_path / "kolada.json", tmp_path / "published.csv"
    source.write_text(json.dumps(KOLADA), encoding="utf-8")

    told = run("import_kolada", str(source), "--out", str(out))

    lines = out.read_text("utf-8").splitlines()
    assert lines[1] == "NV-03,published,2023,county,19,all,,,17.5,,,,false"
    assert len(lines) == 2
    assert "N00000" in told


def test_published_values_are_read_from_csv(tmp_path):
    source, out = tmp_path / "kolada.csv", tmp_path / "published.csv"
    source.write_text(
        "kpi;municipality;period;gender;value\nN79176;0000;2023;T;3,2\n",
        encoding="utf-8",
    )

    run("import_kolada", str(source), "--out", str(out))

    assert out.read_text("utf-8").splitlines()[1] == (
        "NV-05,published,2023,nation,0000,all,,,0.032,,,,false"
    )


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("U79092,1999,2023,T,1", "municipality"),
        ("U79092,1980,i fjol,T,1", "period"),
        ("U79092,1980,2023,X,1", "gender"),
        ("U79092,1980,2023,T,många", "value"),
    ],
)
def test_a_published_value_that_is_wrong_is_told_by_row_and_column(
    tmp_path, row, column
):
    source = tmp_path / "kolada.csv"
    source.write_text(f"kpi,municipality,period,gender,value\n{row}\n", "utf-8")

    with pytest.raises(CommandError, match=f"rad 2, kolumn ”{column}”"):
        run("import_kolada", str(source), "--out", str(tmp_path / "out.csv"))
