"""Reads a Location: a ward is a unit, a bed or a house leads to one (pure)."""

from datetime import date

from naravard.fhir.inbound.element import Element, coding_codes
from naravard.fhir.inbound.numbers import unit_numbers
from naravard.fhir.inbound.people_parts import read_phone
from naravard.fhir.inbound.records import LocationRecord
from naravard.fhir.inbound.references import read_reference

WARD = "wa"  # HL7 location-physical-type


def read_location(resource: Element, *, container: str, today: date) -> LocationRecord:
    """The place told of."""
    told = unit_numbers(resource)
    is_ward = WARD in coding_codes(resource.element("physicalType"))
    return LocationRecord(
        numbers=told.numbers,
        name=resource.text("name") or told.hsa_id,
        hsa_id=told.hsa_id,
        is_ward=is_ward,
        phone=read_phone(resource),
        managed_by=read_reference(
            resource.element("managingOrganization"),
            "Organization",
            container=container,
            today=today,
        ),
        part_of=read_reference(
            resource.element("partOf"), "Location", container=container, today=today
        ),
    )
