"""Runs views over invented resources held in memory."""

import atexit
from contextlib import ExitStack
from functools import cache
from typing import Any

import duckdb

from naravard.indicators.views.compiler import compile_view
from naravard.indicators.views.reading import read_view
from naravard.indicators.views.running import views_database
from naravard.indicators.views.suite import rows_of

KARIN: dict[str, Any] = {
    "resourceType": "Patient",
    "id": "karin",
    "active": True,
    "birthDate": "1948-06",
    "_birthDate": {"extension": [{"url": "urn:source", "valueCode": "papper"}]},
    "deceasedDateTime": "2026-03-02",
    "multipleBirthInteger": 2,
    "managingOrganization": {"reference": "Organization/sala"},
    "generalPractitioner": [
        {"reference": "urn:uuid:anna"},
        {"reference": "https://invented.example/r4/Practitioner/bo/_history/2"},
        {"reference": "#inside"},
        {"identifier": {"value": "nobody"}},
    ],
    "name": [
        {"use": "official", "family": "Holm", "given": ["Karin", "Maria"]},
        {"use": "usual", "family": "Berg", "given": ["Kajsa", None]},
    ],
    "contact": [
        {"telecom": [{"value": "1", "rank": 1}, {"value": "2", "rank": 3}]},
        {"telecom": [{"value": "3", "rank": 2}]},
    ],
}
NILS: dict[str, Any] = {"resourceType": "Patient", "id": "nils"}
PULSE: dict[str, Any] = {
    "resourceType": "Observation",
    "id": "pulse",
    "valueQuantity": {"value": 1.0, "unit": "kg"},
    "effectivePeriod": {"start": "2026-01", "end": "2026-02-03"},
}
ALARM: dict[str, Any] = {
    "resourceType": "Observation",
    "id": "alarm",
    "valueTime": "12:34",
    "effectiveDateTime": "2026-01-01T10:00:00+01:00",
}
ANSWERS: dict[str, Any] = {
    "resourceType": "QuestionnaireResponse",
    "id": "answers",
    "item": [
        {
            "linkId": "1",
            "item": [
                {"linkId": "1.1", "answer": [{"item": [{"linkId": "1.1.1"}]}]},
                {"linkId": "1.2"},
            ],
        },
        {"linkId": "2"},
    ],
}


@cache
def database() -> duckdb.DuckDBPyConnection:
    """One for all tests: to teach it the macros takes longer than a test."""
    kept = ExitStack()
    connection = kept.enter_context(views_database())
    atexit.register(kept.close)
    return connection


def rows(view: dict[str, Any], *resources: dict[str, Any]) -> list[dict[str, object]]:
    """What the view makes of the resources."""
    return rows_of(database(), compile_view(read_view(view)), list(resources))


def value(path: str, resource: dict[str, Any], **column: object) -> object:
    """What the path gives for one resource."""
    made = {"name": "it", "path": path, **column}
    view = {"resource": resource["resourceType"], "select": [{"column": [made]}]}
    return rows(view, resource)[0]["it"]


def column(path: str, name: str = "it") -> dict[str, str]:
    return {"name": name, "path": path, "type": "string"}
