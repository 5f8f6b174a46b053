"""Reads a Practitioner: somebody in staff (pure)."""

from datetime import date

from naravard.fhir.inbound.element import Element
from naravard.fhir.inbound.numbers import unit_numbers
from naravard.fhir.inbound.people_parts import read_name, read_phone
from naravard.fhir.inbound.problems import NotUsable, Reason
from naravard.fhir.inbound.records import PractitionerRecord

_LONGEST_TITLE = 120


def read_practitioner(
    resource: Element,
    *,
    container: str,
    today: date,
) -> PractitionerRecord:
    """Whom the resource tells of. Raises NotUsable when they have no name."""
    name = read_name(resource)
    if not name.given and not name.family:
        raise NotUsable(Reason.REQUIRED_MISSING, resource.at("name"), "namn saknas")
    told = unit_numbers(resource)
    return PractitionerRecord(
        numbers=told.numbers,
        hsa_id=told.hsa_id,
        given_name=name.given,
        family_name=name.family,
        title=_title(resource),
        phone=read_phone(resource),
    )


def _title(resource: Element) -> str:
    """What the first qualification is called; empty when none is told."""
    for qualification in resource.elements("qualification"):
        code = qualification.element("code")
        words = [
            code.text("text", longest=_LONGEST_TITLE),
            *(
                one.text("display", longest=_LONGEST_TITLE)
                for one in code.elements("coding")
            ),
        ]
        for word in filter(None, words):
            return word
    return ""
