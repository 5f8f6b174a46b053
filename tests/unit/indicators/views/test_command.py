"""`naravard sql-on-fhir`: tables out of files, and the report of a suite."""

import csv
import gzip
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.unit.indicators.views.running import KARIN, NILS, PULSE

VIEW = {
    "resource": "Patient",
    "select": [
        {
            "column": [
                {"name": "id", "path": "getResourceKey()", "type": "string"},
                {"name": "kind", "path": "resourceType"},
                {"name": "names", "path": "name.given", "collection": True},
            ]
        }
    ],
}
EXPECTED = [
    {"id": "karin", "kind": "Patient", "names": ["Karin", "Maria", "Kajsa"]},
    {"id": "nils", "kind": "Patient", "names": []},
]


@pytest.fixture
def view(tmp_path: Path) -> Path:
    path = tmp_path / "view.json"
    path.write_text(json.dumps(VIEW), encoding="utf-8")
    return path


def as_lines(path: Path) -> Path:
    text = "".join(f"{json.dumps(each)}\n" for each in (KARIN, PULSE, NILS))
    path.write_text(text, encoding="utf-8")
    return path


def as_bundle(path: Path) -> Path:
    entries = [{"resource": each} for each in (KARIN, PULSE, NILS)]
    bundle = {"resourceType": "Bundle", "entry": entries}
    path.write_bytes(gzip.compress(json.dumps(bundle).encode()))
    return path


def test_lines_and_bundles_give_the_same_table(view, tmp_path):
    lines, bundle = tmp_path / "lines.json", tmp_path / "bundle.json"
    source = as_lines(tmp_path / "Patient.ndjson")
    packed = as_bundle(tmp_path / "all.json.gz")

    call_command("sql_on_fhir", str(view), str(source), out=lines)
    call_command("sql_on_fhir", str(view), str(packed), out=bundle)

    assert json.loads(lines.read_text()) == EXPECTED
    assert json.loads(bundle.read_text()) == EXPECTED


def test_csv_has_plain_text(view, tmp_path):
    out = tmp_path / "out.csv"

    call_command(
        "sql_on_fhir", str(view), str(as_lines(tmp_path / "p.ndjson")), out=out
    )

    with out.open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["kind"] == "Patient"


def test_a_view_that_breaks_the_specification_ends_with_two(tmp_path):
    broken = tmp_path / "view.json"
    broken.write_text('{"resource": "Patient"}', encoding="utf-8")

    with pytest.raises(CommandError, match="select saknas") as stopped:
        call_command("sql_on_fhir", str(broken), str(tmp_path), out=tmp_path / "o.csv")

    assert stopped.value.returncode == 2
    assert not (tmp_path / "o.csv").exists()


def test_a_suite_is_reported_in_the_official_form(tmp_path):
    tests = [
        {"title": "right", "view": VIEW, "expect": EXPECTED, "tags": ["shareable"]},
        {"title": "wrong", "view": VIEW, "expect": []},
        {"title": "refused", "view": {}, "expectError": True},
    ]
    suite = {"title": "ours", "resources": [KARIN, NILS], "tests": tests}
    (tmp_path / "ours.json").write_text(json.dumps(suite), encoding="utf-8")
    report = tmp_path / "report.json"

    call_command("sql_on_fhir", suite=tmp_path, report=report)

    said = json.loads(report.read_text())["ours.json"]["tests"]
    passed = {each["name"]: each["result"]["passed"] for each in said}
    assert passed == {"right": True, "wrong": False, "refused": True}
