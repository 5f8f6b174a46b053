"""A FHIR export becomes a lake: stays, visits and medicines of invented people."""

import json
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from naravard.indicators.errors import LakeNotFound, LakeNotValid
from naravard.indicators.lake.fhir.exported import import_export
from naravard.indicators.lake.layout import read_mark

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
KARIN = {
    "resourceType": "Patient",
    "id": "karin",
    "gender": "female",
    "birthDate": "1948-06-15",
    "address": [{"district": "9901"}],
}
STAY = {
    "resourceType": "Encounter",
    "id": "stay",
    "status": "finished",
    "class": {"code": "IMP"},
    "subject": {"reference": "Patient/karin"},
    "priority": {"coding": [{"code": "EL"}]},
    "period": {"start": "2026-01-01T23:30:00Z", "end": "2026-01-09T10:00:00Z"},
    "diagnosis": [{"rank": 1, "condition": {"reference": "Condition/heart"}}],
}
HEART = {
    "resourceType": "Condition",
    "id": "heart",
    "encounter": {"reference": "Encounter/stay"},
    "recordedDate": "2026-01-02",
    "code": {
        "coding": [{"system": "http://hl7.org/fhir/sid/icd-10-se", "code": "I50.9"}]
    },
}
LUNG = HEART | {
    "id": "lung",
    "recordedDate": "2026-01-01",
    "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "J44.9"}]},
}
FALL = HEART | {
    "id": "fall",
    "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "W19.0"}]},
}
VISIT = STAY | {"id": "visit", "class": {"code": "EMER"}}
PLANNED = VISIT | {"id": "planned", "status": "planned"}
MEDICINE = {
    "resourceType": "MedicationRequest",
    "id": "medicine",
    "status": "active",
    "subject": {"reference": "Patient/karin"},
    "authoredOn": "2026-01-05",
    "medicationCodeableConcept": {
        "coding": [{"system": "http://www.whocc.no/atc", "code": "C03CA01"}]
    },
}


def written(folder: Path, *resources: dict[str, object]) -> Path:
    folder.mkdir()
    for each in resources:
        with (folder / f"{each['resourceType']}.000.ndjson").open("a") as file:
            file.write(json.dumps(each) + "\n")
    return folder


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("fhir")
    everything = (KARIN, STAY, HEART, LUNG, FALL, VISIT, PLANNED, MEDICINE)
    source = written(home / "export", *everything)
    import_export(source=source, lake=home / "lake", now=NOW)
    return home / "lake"


def read(lake: Path, table: str, columns: str) -> list[tuple[object, ...]]:
    files = f"'{lake}/{table}/**/*.parquet'"
    return duckdb.sql(
        f"SELECT {columns} FROM read_parquet({files}, hive_partitioning = false)"
    ).fetchall()


def test_an_export_fills_the_lake(lake):
    assert read_mark(lake).rows == {"person": 1, "stay": 1, "visit": 1, "medlist": 1}
    assert read(lake, "person", "CAST(birth AS VARCHAR), sex, muni") == [
        ("1948-06-15", "F", "9901")
    ]
    assert read(lake, "medlist", "atc") == [("C03CA01",)]
    assert read(lake, "visit", "level, mode") == [("akut", "mottagning")]


def test_a_stay_has_its_swedish_days_and_its_main_diagnosis_by_rank(lake):
    stay = read(lake, "stay", 'CAST("in" AS VARCHAR), planned, main, dx, ecode')

    assert stay == [("2026-01-02", True, "I509", ["J449"], ["W190"])]


def test_everybody_is_the_same_person_in_every_table(lake):
    tables = ("person", "stay", "visit", "medlist")

    assert len({row for table in tables for row in read(lake, table, "pid")}) == 1


def test_a_personal_number_is_never_let_in_as_a_key(tmp_path):
    numbered = written(tmp_path / "export", KARIN | {"id": "194806159804"})

    with pytest.raises(LakeNotValid, match="pid"):
        import_export(source=numbered, lake=tmp_path / "lake", now=NOW)


def test_a_folder_without_fhir_is_refused(tmp_path):
    with pytest.raises(LakeNotFound, match="inga filer med FHIR"):
        import_export(source=tmp_path, lake=tmp_path / "lake", now=NOW)
