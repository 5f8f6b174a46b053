"""FHIR resources about invented people, as other systems send them."""

from datetime import date, datetime
from typing import Any

TODAY = date(2026, 11, 22)
NOW = datetime.fromisoformat("2026-11-22T12:00:00+01:00")

PERSONAL_NUMBER = "http://electronichealth.se/identifier/personnummer"
COORDINATION_NUMBER = "http://electronichealth.se/identifier/samordningsnummer"
RESERVE_NUMBER = "http://electronichealth.se/identifier/nationelltReservnummer"
HSA_ID = "urn:oid:1.2.752.29.4.19"
HSA_ID_OF_INERA = "urn:oid:1.2.752.129.2.1.4.1"
HL7_SWEDEN = "http://hl7.se/fhir/ig/base"

KARIN = "194302149804"
ALI = "196607069819"

Resource = dict[str, Any]


def patient(id_: str = "karin", number: str = KARIN, **more: object) -> Resource:
    return {
        "resourceType": "Patient",
        "id": id_,
        "identifier": [{"system": PERSONAL_NUMBER, "value": number}],
        "name": [{"use": "official", "family": "Holm", "given": ["Karin", "Elisabet"]}],
        "birthDate": "1943-02-14",
        "telecom": [{"system": "phone", "value": "070-174 06 11"}],
        "address": [address("63381000052101", "Aspvägen 4", "733 31", "Sala")],
        **more,
    }


def address(kind: str, line: str, postal_code: str, town: str) -> Resource:
    coding = {"system": "http://snomed.info/sct", "code": kind}
    return {
        "extension": [
            {
                "url": f"{HL7_SWEDEN}/StructureDefinition/SEBaseAddressPersonExtension",
                "valueCodeableConcept": {"coding": [coding]},
            }
        ],
        "line": [line],
        "postalCode": postal_code,
        "city": town,
    }


def protected(label: str) -> Resource:
    system = f"{HL7_SWEDEN}/CodeSystem/SecurityLabel"
    return {"security": [{"system": system, "code": label}]}


def organization(id_: str = "hospital", **more: object) -> Resource:
    return {
        "resourceType": "Organization",
        "id": id_,
        "name": "Lasarettet Lövås",
        **more,
    }


def ward(id_: str = "ward", **more: object) -> Resource:
    return {
        "resourceType": "Location",
        "id": id_,
        "name": "Medicinavdelning 2",
        "physicalType": {"coding": [{"code": "wa"}]},
        "managingOrganization": {"reference": "Organization/hospital"},
        **more,
    }


def stay(id_: str = "stay", **more: object) -> Resource:
    return {
        "resourceType": "Encounter",
        "id": id_,
        "status": "finished",
        "class": {
            "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
            "code": "IMP",
        },
        "subject": {"reference": "Patient/karin"},
        "period": {
            "start": "2026-03-02T09:00:00+01:00",
            "end": "2026-03-05T14:30:00+01:00",
        },
        "serviceProvider": {"reference": "Organization/hospital"},
        **more,
    }


def practitioner(id_: str = "eva", **more: object) -> Resource:
    return {
        "resourceType": "Practitioner",
        "id": id_,
        "identifier": [{"system": HSA_ID, "value": "SE2321999999-EVA1"}],
        "name": [{"family": "Lind", "given": ["Eva"]}],
        **more,
    }


def practitioner_role(id_: str = "eva-role", **more: object) -> Resource:
    return {
        "resourceType": "PractitionerRole",
        "id": id_,
        "practitioner": {"reference": "Practitioner/eva"},
        "organization": {"reference": "Organization/hospital"},
        "code": [{"text": "Sjuksköterska"}],
        "period": {"start": "2025-01-01"},
        **more,
    }


def bundle(*resources: Resource, kind: str = "collection") -> Resource:
    return {
        "resourceType": "Bundle",
        "type": kind,
        "entry": [{"resource": resource} for resource in resources],
    }
