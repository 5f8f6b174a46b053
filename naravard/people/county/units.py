"""Reads units against the organisations, hospitals and nodes they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass

from naravard.core.errors import DomainError
from naravard.people.county.agreements import Care
from naravard.people.county.data import OrganisationKind, UnitData, UnitKind
from naravard.people.county.reading import Table
from naravard.people.identity import parse_hsa_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What a unit needs to know about whom it belongs to."""

    kind: OrganisationKind
    hsa_prefix: str
    municipality: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a unit's row is read against, by key or code."""

    organisations: Mapping[str, Organisation]
    municipality_of_hospital: Mapping[str, str]
    node_of_municipality: Mapping[str, str]


def units(table: Table, around: Surroundings) -> tuple[UnitData, ...]:
    """Every unit; the name of the list it stands in says what kind it is."""
    found: list[UnitData] = []
    for kind in UnitKind:
        for row in table.tables(kind) if table.has(kind) else ():
            found.append(_unit(row, kind, around))
            row.close()
    table.close()
    return tuple(found)


def _unit(table: Table, kind: UnitKind, around: Surroundings) -> UnitData:
    key = table.text("key")
    organisation = _organisation(table, around)
    hospital = _hospital(table, around)
    municipality = _municipality(table, organisation, hospital, around)
    return UnitData(
        key=key,
        name=table.text("name"),
        kind=kind,
        organisation=table.text("organisation"),
        principal=organisation.kind,
        hsa_id=_hsa_id(table, key, organisation),
        municipality=municipality,
        node=_node(table, municipality, around),
        hospital=hospital,
        care=table.one_of("care", Care, default=Care.SOMATIC).value,
        beds=table.whole("beds"),
        direct_admission_places=table.whole("direct_admission_places"),
        listed_people=table.whole("listed_people"),
        phone=table.text("phone"),
        phone_hours=table.text("phone_hours"),
        valid_from=table.day("valid_from"),
        valid_to=table.day_or_none("valid_to"),
        successor=table.text_or_none("successor"),
        criteria=_criteria(table, kind),
        criteria_needed=_criteria_needed(table),
    )


def _criteria(table: Table, kind: UnitKind) -> tuple[str, ...]:
    """What a mobile team asks of whom it takes in; no other unit has any."""
    if not table.has("criteria"):
        return ()
    if kind is not UnitKind.MOBILE_TEAM:
        raise table.fail("criteria", "hör bara till mobila team")
    return table.texts("criteria")


def _criteria_needed(table: Table) -> int:
    """How many of the criteria are to hold; all of them unless it is said."""
    count = len(table.texts("criteria")) if table.has("criteria") else 0
    needed = table.whole("criteria_needed") if table.has("criteria_needed") else count
    if needed > count:
        raise table.fail("criteria_needed", f"är fler än de {count} som är skrivna")
    return needed


def _organisation(table: Table, around: Surroundings) -> Organisation:
    key = table.text("organisation")
    if key not in around.organisations:
        raise table.fail("organisation", f"”{key}” finns inte i filen")
    return around.organisations[key]


def _hospital(table: Table, around: Surroundings) -> str | None:
    hospital = table.text_or_none("hospital")
    if hospital is not None and hospital not in around.municipality_of_hospital:
        raise table.fail("hospital", f"”{hospital}” finns inte i filen")
    return hospital


def _municipality(
    table: Table, organisation: Organisation, hospital: str | None, around: Surroundings
) -> str | None:
    """Where the unit works: as given, else the hospital's or its own municipality."""
    if hospital is not None:
        return around.municipality_of_hospital[hospital]
    given = table.text_or_none("municipality") or organisation.municipality
    if organisation.municipality not in (None, given):
        raise table.fail(
            "municipality", "är en annan än den kommun som enheten tillhör"
        )
    return given


def _node(table: Table, municipality: str | None, around: Surroundings) -> str | None:
    """The node: as given for a unit that serves it all, else its municipality's."""
    node = table.text_or_none("node")
    if node is not None and node not in around.node_of_municipality.values():
        raise table.fail("node", f"”{node}” finns inte i filen")
    if node is None and municipality is not None:
        return around.node_of_municipality.get(municipality)
    return node


def _hsa_id(table: Table, key: str, organisation: Organisation) -> str:
    """The organisation's prefix and the key's letters and digits, as an HSA-id."""
    suffix = key.replace("-", "").upper()
    try:
        return parse_hsa_id(f"{organisation.hsa_prefix}-{suffix}").value
    except DomainError as wrong:
        raise table.fail("key", "högst 18 tecken a–z, 0–9 och bindestreck") from wrong
