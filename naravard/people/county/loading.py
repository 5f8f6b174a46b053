"""Builds a county from its file."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from naravard.core.errors import DomainError
from naravard.people.county.agreements import agreement, rate
from naravard.people.county.checks import check_county
from naravard.people.county.data import (
    County,
    HospitalData,
    MunicipalityData,
    NodeData,
    OrganisationKind,
    ProviderData,
    RegionData,
    TownData,
)
from naravard.people.county.preserving import preservation
from naravard.people.county.reading import Table, read_file
from naravard.people.county.terms import visit_terms
from naravard.people.county.units import Organisation, Surroundings, units
from naravard.people.identity import parse_organisation_number

Row = TypeVar("Row")
_TEN_DIGITS = re.compile(r"[0-9]{10}")


def load_county(path: Path) -> County:
    """The county that the file describes. Raises CountyFileNotValid."""
    file = read_file(path)
    about = file.table("county")
    region = _region(file.table("region"))
    municipalities = _rows(file.tables("municipalities"), _municipality)
    structure = file.table("structure")
    providers = _rows(structure.tables("private_providers"), _provider)
    nodes = _rows(structure.tables("nodes"), _node)
    hospitals = _rows(structure.tables("hospitals"), _hospital)
    structure.close()
    county = County(
        code=about.text("code"),
        name=about.text("name"),
        population=about.whole("population", lowest=1),
        population_on=about.day("population_on"),
        source=about.text("source"),
        invented=about.flag("invented"),
        region=region,
        municipalities=municipalities,
        providers=providers,
        nodes=nodes,
        hospitals=hospitals,
        units=units(
            file.table("units"),
            _surroundings(region, municipalities, providers, nodes, hospitals),
        ),
        agreements=_rows(file.tables("agreements"), agreement),
        rates=_rows(file.table("rates").tables("day_in_hospital"), rate),
        preservations=(
            _rows(file.tables("preservations"), preservation)
            if file.has("preservations")
            else ()
        ),
        visit_terms=(
            _rows(file.tables("visit_terms"), visit_terms)
            if file.has("visit_terms")
            else ()
        ),
    )
    about.close()
    file.close()
    check_county(county, file.file)
    return county


def _rows(tables: Iterable[Table], build: Callable[[Table], Row]) -> tuple[Row, ...]:
    """Each table built and closed."""
    rows = []
    for table in tables:
        rows.append(build(table))
        table.close()
    return tuple(rows)


def _region(table: Table) -> RegionData:
    region = RegionData(
        key=table.text("key"),
        name=table.text("name"),
        organisation_number=_organisation_number(table),
        hsa_prefix=table.text("hsa_prefix"),
        residence=table.text("residence"),
        phone=table.text("phone"),
    )
    table.close()
    return region


def _municipality(table: Table) -> MunicipalityData:
    return MunicipalityData(
        key=table.text("key"),
        code=table.text("code"),
        name=table.text("name"),
        organisation_number=_organisation_number(table),
        hsa_prefix=table.text("hsa_prefix"),
        population=table.whole("population", lowest=1),
        share_65_and_over=table.number("share_65_and_over", lowest=0, highest=1),
        share_80_and_over=table.number("share_80_and_over", lowest=0, highest=1),
        verified=table.flag("verified"),
        latitude=table.number("latitude", lowest=55, highest=70),
        longitude=table.number("longitude", lowest=10, highest=25),
        towns=_rows(table.tables("towns"), _town),
    )


def _town(table: Table) -> TownData:
    return TownData(
        name=table.text("name"),
        postal_codes=table.texts("postal_codes"),
        share=table.number("share", lowest=0, highest=1),
    )


def _provider(table: Table) -> ProviderData:
    return ProviderData(
        key=table.text("key"),
        name=table.text("name"),
        organisation_number=_ten_digits(table),
        hsa_prefix=table.text("hsa_prefix"),
    )


def _node(table: Table) -> NodeData:
    return NodeData(
        key=table.text("key"),
        name=table.text("name"),
        municipalities=table.texts("municipalities"),
    )


def _hospital(table: Table) -> HospitalData:
    return HospitalData(
        key=table.text("key"),
        name=table.text("name"),
        municipality=table.text("municipality"),
        emergency=table.flag("emergency"),
        latitude=table.number("latitude", lowest=55, highest=70),
        longitude=table.number("longitude", lowest=10, highest=25),
    )


def _surroundings(
    region: RegionData,
    municipalities: Iterable[MunicipalityData],
    providers: Iterable[ProviderData],
    nodes: Iterable[NodeData],
    hospitals: Iterable[HospitalData],
) -> Surroundings:
    organisations = {region.key: _organisation(OrganisationKind.REGION, region)}
    for provider in providers:
        organisations[provider.key] = _organisation(OrganisationKind.PRIVATE, provider)
    for municipality in municipalities:
        organisations[municipality.key] = Organisation(
            kind=OrganisationKind.MUNICIPALITY,
            hsa_prefix=municipality.hsa_prefix,
            municipality=municipality.code,
        )
    return Surroundings(
        organisations=organisations,
        municipality_of_hospital={row.key: row.municipality for row in hospitals},
        node_of_municipality={
            code: node.key for node in nodes for code in node.municipalities
        },
    )


def _organisation(
    kind: OrganisationKind, row: RegionData | ProviderData
) -> Organisation:
    return Organisation(kind=kind, hsa_prefix=row.hsa_prefix, municipality=None)


def _organisation_number(table: Table) -> str:
    try:
        return parse_organisation_number(table.text("organisation_number"))
    except DomainError as wrong:
        raise table.fail("organisation_number", wrong.message) from wrong


def _ten_digits(table: Table) -> str:
    """A provider's number; an invented one has a wrong check digit on purpose."""
    digits = table.text("organisation_number").replace("-", "")
    if not _TEN_DIGITS.fullmatch(digits):
        raise table.fail("organisation_number", "ska vara tio siffror")
    return digits
