"""Reads a PractitionerRole: what somebody in staff does where (pure)."""

from datetime import date

from naravard.fhir.inbound.element import Element
from naravard.fhir.inbound.numbers import unit_numbers
from naravard.fhir.inbound.records import Reference, RoleRecord
from naravard.fhir.inbound.references import read_reference
from naravard.fhir.inbound.times import read_date
from naravard.people.roles import CareUnitKind, Role

# What a role is called, by title in Swedish or English, or by code in SNOMED CT or
# HL7's practitioner-role. Nurses are told apart by where they work.
_NURSES = frozenset(
    {"sjuksköterska", "registered nurse", "nurse", "224535009", "106292003"}
)
_ROLES: dict[str, Role] = {
    "läkare": Role.PHYSICIAN,
    "physician": Role.PHYSICIAN,
    "doctor": Role.PHYSICIAN,
    "309343006": Role.PHYSICIAN,
    "112247003": Role.PHYSICIAN,
    "distriktssköterska": Role.DISTRICT_NURSE,
    "arbetsterapeut": Role.THERAPIST,
    "fysioterapeut": Role.THERAPIST,
    "occupational therapist": Role.THERAPIST,
    "physiotherapist": Role.THERAPIST,
    "80546007": Role.THERAPIST,
    "36682004": Role.THERAPIST,
    "undersköterska": Role.HOME_CARE,
    "biståndshandläggare": Role.CARE_PLANNER,
    "socialsekreterare": Role.SOCIAL_WORKER,
    "social worker": Role.SOCIAL_WORKER,
    "106328005": Role.SOCIAL_WORKER,
    "skolsköterska": Role.SCHOOL_NURSE,
}
_NURSE_BY_UNIT = {
    CareUnitKind.INPATIENT: Role.WARD_NURSE,
    CareUnitKind.OPEN_CARE: Role.DISTRICT_NURSE,
    CareUnitKind.MUNICIPAL_HEALTH_CARE: Role.MUNICIPAL_NURSE,
    CareUnitKind.SCHOOL_HEALTH: Role.SCHOOL_NURSE,
}


def read_practitioner_role(
    resource: Element, *, container: str, today: date
) -> RoleRecord:
    """The role told of, its words still to be understood by `role_at`."""
    period = resource.element("period")
    return RoleRecord(
        numbers=unit_numbers(resource).numbers,
        practitioner=read_reference(
            resource.element("practitioner"),
            "Practitioner",
            container=container,
            today=today,
        ),
        units=_units(resource, container, today),
        words=_words(resource),
        valid_from=_day(period, "start"),
        valid_to=_day(period, "end"),
    )


def role_at(words: tuple[str, ...], kind: CareUnitKind) -> Role | None:
    """The role that the words mean at a unit of the kind; None when Nära has none."""
    for word in words:
        role = _NURSE_BY_UNIT.get(kind) if word in _NURSES else _ROLES.get(word)
        if role is not None:
            return role
    return None


def _units(resource: Element, container: str, today: date) -> tuple[Reference, ...]:
    """Where: the places told, which say more, then the organisation."""
    told = [
        *((place, "Location") for place in resource.elements("location")),
        (resource.element("organization"), "Organization"),
    ]
    references = (
        read_reference(element, type_, container=container, today=today)
        for element, type_ in told
    )
    return tuple(reference for reference in references if reference)


def _words(resource: Element) -> tuple[str, ...]:
    found = []
    for concept in resource.elements("code"):
        found.append(concept.text("text"))
        for coding in concept.elements("coding"):
            found += [coding.text("code"), coding.text("display")]
    return tuple(word.casefold() for word in found if word)


def _day(period: Element, key: str) -> date | None:
    text = period.text(key)
    day = read_date(text)
    if text and day is None:
        period.note(key, "är inget helt och giltigt datum")
    return day
