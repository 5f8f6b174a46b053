"""Reads identifiers: whose system they are of, and whether they can be right (pure)."""

from dataclasses import dataclass
from datetime import date

from naravard.core.errors import DomainError
from naravard.fhir.inbound.element import Element, coding_codes
from naravard.fhir.inbound.problems import NotUsable, Reason
from naravard.people.details import LONGEST_SYSTEM, LONGEST_VALUE, Number
from naravard.people.identity import (
    HSA_ID_OIDS,
    HSA_ID_SYSTEM,
    ORGANISATION_NUMBER_SYSTEM,
    FormNotRecognised,
    IdentifierSystem,
    PersonNumberNotValid,
    parse,
    parse_hsa_id,
    parse_organisation_number,
    system_named,
)

# HL7's v2-0203 codes of numbers that care has no need of: social security abroad,
# driving licence, passport, tax and bank numbers.
NOT_OURS_TO_KEEP = frozenset({"SS", "SB", "DL", "PPN", "TAX", "BA", "BC", "NH", "MB"})

# Reserve numbers of any shape are in use under this system's name.
_UNCHECKED = IdentifierSystem.NATIONAL_RESERVE_NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNumbers:
    """What identifies a unit or somebody in staff; empty texts where none is told."""

    numbers: tuple[Number, ...]
    hsa_id: str
    organisation_number: str


def person_numbers(resource: Element, *, today: date) -> tuple[Number, ...]:
    """A person's numbers. Raises NotUsable when a Swedish one can not be right."""
    found: dict[Number, None] = {}
    for identifier in resource.elements("identifier"):
        number = person_number(identifier, today=today)
        if number is not None and _is_ours_to_keep(identifier):
            found[number] = None
    return tuple(found)


def person_number(identifier: Element, *, today: date) -> Number | None:
    """One of a person's numbers, if whole. Raises NotUsable."""
    number = plain_number(identifier)
    if number is None:
        return None
    system = system_named(number.system)
    return number if system is None else _swedish(system, identifier, number, today)


def plain_number(identifier: Element) -> Number | None:
    """The identifier as it stands, if it has both system and value."""
    system = identifier.text("system", longest=LONGEST_SYSTEM)
    value = identifier.text("value", longest=LONGEST_VALUE)
    return Number(system=system, value=value) if system and value else None


def unit_numbers(resource: Element) -> UnitNumbers:
    """What identifies an organisation, a location or somebody in staff."""
    numbers: dict[Number, None] = {}
    hsa_id = organisation_number = ""
    for identifier in resource.elements("identifier"):
        number = unit_number(identifier)
        if number is None:
            continue
        numbers[number] = None
        if number.system == HSA_ID_SYSTEM:
            hsa_id = hsa_id or number.value
        if number.system == ORGANISATION_NUMBER_SYSTEM:
            organisation_number = organisation_number or number.value
    return UnitNumbers(
        numbers=tuple(numbers), hsa_id=hsa_id, organisation_number=organisation_number
    )


def unit_number(identifier: Element) -> Number | None:
    """One identifier; HSA-id under one name and in capitals, wrong ones passed over."""
    number = plain_number(identifier)
    if number is None:
        return None
    try:
        if number.system.removeprefix("urn:oid:") in HSA_ID_OIDS:
            hsa_id = parse_hsa_id(number.value).comparable
            return Number(system=HSA_ID_SYSTEM, value=hsa_id)
        if number.system == ORGANISATION_NUMBER_SYSTEM:
            return Number(
                system=number.system, value=parse_organisation_number(number.value)
            )
    except DomainError as wrong:
        identifier.note("value", wrong.message)
        return None
    return number


def _swedish(
    system: IdentifierSystem, identifier: Element, number: Number, today: date
) -> Number:
    """The number checked; its form, not the sender, says which system it is of."""
    if system is IdentifierSystem.ASYLUM_CARD_NUMBER:
        return Number(system=system, value=number.value.upper())
    try:
        read = parse(number.value, today=today)
    except PersonNumberNotValid as wrong:
        if system is _UNCHECKED and isinstance(wrong, FormNotRecognised):
            return Number(system=system, value=number.value.upper())
        raise NotUsable(
            Reason.NUMBER_NOT_VALID, identifier.at("value"), wrong.message
        ) from None
    return Number(system=read.system, value=read.value)


def _is_ours_to_keep(identifier: Element) -> bool:
    return not NOT_OURS_TO_KEEP & set(coding_codes(identifier.element("type")))
