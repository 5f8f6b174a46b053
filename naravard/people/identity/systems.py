"""The code systems that say what kind of number a person has."""

from dataclasses import dataclass
from enum import StrEnum


class IdentifierSystem(StrEnum):
    """The kinds of number that a person can have in Swedish care."""

    PERSONAL_NUMBER = "personal_number"  # personnummer
    COORDINATION_NUMBER = "coordination_number"  # samordningsnummer
    NATIONAL_RESERVE_NUMBER = "national_reserve_number"  # nationellt reservnummer
    STOCKHOLM_RESERVE_NUMBER = "stockholm_reserve_number"
    VASTRA_GOTALAND_RESERVE_NUMBER = "vastra_gotaland_reserve_number"
    VARMLAND_RESERVE_NUMBER = "varmland_reserve_number"
    ASYLUM_CARD_NUMBER = "asylum_card_number"  # LMA-nummer


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemNames:
    """What a system is called: for people, in FHIR and in service contracts."""

    title: str
    fhir: str
    oid: str | None


_HL7 = "http://electronichealth.se/identifier"

# FHIR names: HL7 Sweden base profiles 1.1.0. OIDs: Inera's service contracts; those of
# the local reserve numbers are the regions' own. Where HL7 Sweden has no name, the OID
# serves in FHIR too.
_NAMES = {
    IdentifierSystem.PERSONAL_NUMBER: SystemNames(
        title="personnummer",
        fhir=f"{_HL7}/personnummer",
        oid="1.2.752.129.2.1.3.1",
    ),
    IdentifierSystem.COORDINATION_NUMBER: SystemNames(
        title="samordningsnummer",
        fhir=f"{_HL7}/samordningsnummer",
        oid="1.2.752.129.2.1.3.3",
    ),
    IdentifierSystem.NATIONAL_RESERVE_NUMBER: SystemNames(
        title="nationellt reservnummer",
        fhir=f"{_HL7}/nationelltReservnummer",
        oid="1.2.752.74.9.1",
    ),
    IdentifierSystem.STOCKHOLM_RESERVE_NUMBER: SystemNames(
        title="reservnummer, Stockholm",
        fhir="urn:oid:1.2.752.97.3.1.3",
        oid="1.2.752.97.3.1.3",
    ),
    IdentifierSystem.VASTRA_GOTALAND_RESERVE_NUMBER: SystemNames(
        title="reservnummer, Västra Götaland",
        fhir="urn:oid:1.2.752.113.11.0.2.1.1.1",
        oid="1.2.752.113.11.0.2.1.1.1",
    ),
    IdentifierSystem.VARMLAND_RESERVE_NUMBER: SystemNames(
        title="reservnummer, Värmland",
        fhir="urn:oid:1.2.752.74.9.2",
        oid="1.2.752.74.9.2",
    ),
    IdentifierSystem.ASYLUM_CARD_NUMBER: SystemNames(
        title="LMA-nummer",
        fhir=f"{_HL7}/LMA-nummer",
        oid=None,
    ),
}


def names_of(system: IdentifierSystem) -> SystemNames:
    """What the system is called for people, in FHIR and in service contracts."""
    return _NAMES[system]


def system_named(name: str) -> IdentifierSystem | None:
    """The system with this FHIR name or OID (with or without `urn:oid:`), if known."""
    bare = name.removeprefix("urn:oid:")
    return next(
        (
            system
            for system, names in _NAMES.items()
            if name == names.fhir or bare == names.oid
        ),
        None,
    )
