"""Reads an Organization: a care provider, or a unit of one (pure)."""

from datetime import date

from naravard.fhir.inbound.element import Element
from naravard.fhir.inbound.numbers import unit_numbers
from naravard.fhir.inbound.people_parts import read_phone
from naravard.fhir.inbound.problems import NotUsable, Reason
from naravard.fhir.inbound.records import OrganizationRecord
from naravard.fhir.inbound.references import read_reference


def read_organization(
    resource: Element, *, container: str, today: date
) -> OrganizationRecord:
    """The organisation told of. Raises NotUsable when nothing tells it from others."""
    told = unit_numbers(resource)
    name = resource.text("name") or told.hsa_id or told.organisation_number
    if not name:
        raise NotUsable(
            Reason.REQUIRED_MISSING, resource.at("name"), "varken namn eller nummer"
        )
    return OrganizationRecord(
        numbers=told.numbers,
        name=name,
        hsa_id=told.hsa_id,
        organisation_number=told.organisation_number,
        phone=read_phone(resource),
        part_of=read_reference(
            resource.element("partOf"), "Organization", container=container, today=today
        ),
    )
