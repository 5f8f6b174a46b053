"""Writes organisations, wards and other units that a source tells of."""

from collections.abc import Iterator
from uuid import UUID

from naravard.fhir.inbound.problems import Reason
from naravard.fhir.inbound.records import (
    LocationRecord,
    OrganizationRecord,
    Reference,
    StayRecord,
    Told,
)
from naravard.fhir.inbound.writing.context import Context, in_batches
from naravard.people import services
from naravard.people.details import (
    Outcome,
    OutsideOrganisation,
    OutsideUnit,
    Recorded,
)
from naravard.people.identity import HSA_ID_SYSTEM, parse_organisation_number
from naravard.people.identity.errors import OrganisationNumberNotValid
from naravard.people.queries import unit_with_hsa_id
from naravard.people.roles import CareUnitKind, OrganisationKind

# The first digits of an organisationsnummer say what kind of body has it.
_KIND_BY_NUMBER = {
    "2321": OrganisationKind.REGION,
    "2120": OrganisationKind.MUNICIPALITY,
}
_HSA_ORGANISATION = slice(2, 12)  # SE, then the organisationsnummer of the owner


def write_units(context: Context) -> None:
    """Every organisation, and every place that is a unit of its own."""
    wards = frozenset(_wards(context))
    for told, record in in_batches(context.gathered.of(OrganizationRecord)):
        _write(context, told, record, wards)
    organisations = {told.name for told, _ in context.gathered.of(OrganizationRecord)}
    for told, place in in_batches(context.gathered.of(LocationRecord)):
        if not (place.is_ward or place.hsa_id):
            context.problem(told, Reason.NOT_A_UNIT, Reason.NOT_A_UNIT.value)
        elif told.name in organisations:
            what = "platsen har samma adress som en organisation, som har använts"
            context.problem(told, Reason.DUPLICATE, what)
        else:
            _write(context, told, place, wards)


def write_unit_by_number(context: Context, reference: Reference) -> UUID | None:
    """A unit that is only named with number and text where it is referred to."""
    number = reference.number
    if number is None or not reference.display:
        return None
    name = reference.display
    hsa_id = number.value if number.system == HSA_ID_SYSTEM else ""
    key = context.source.key_of(reference)
    owner = services.record_outside_organisation(
        organisation=_organisation(key, name, hsa_id, "")
    )
    unit = services.record_outside_unit(
        unit=OutsideUnit(
            key=key,
            name=name,
            kind=CareUnitKind.INPATIENT,
            organisation_id=owner.id,
            hsa_id=hsa_id,
        )
    )
    context.known_units.pop(key, None)
    return unit.id


def _wards(context: Context) -> Iterator[str]:
    """The names of those where somebody lies: they are inpatient units."""
    for told, stay in context.gathered.of(StayRecord):
        for reference in stay.wards:
            ward = context.gathered.unit_meant_by(reference, told.scope)
            if ward is not None:
                yield ward.name
                break


def _write(
    context: Context,
    told: Told,
    record: OrganizationRecord | LocationRecord,
    wards: frozenset[str],
) -> None:
    known = unit_with_hsa_id(record.hsa_id) if record.hsa_id else None
    key = context.source.key(told.name)
    if known is not None and known.key != key:
        context.took(told, Recorded(id=known.id, outcome=Outcome.UNCHANGED))
        return
    owner = _owner(context, told)
    is_ward = told.name in wards or isinstance(record, LocationRecord)
    unit = services.record_outside_unit(
        unit=OutsideUnit(
            key=key,
            name=record.name or key,
            kind=CareUnitKind.INPATIENT if is_ward else CareUnitKind.OTHER,
            organisation_id=owner.id,
            hsa_id=record.hsa_id,
            phone=record.phone,
        )
    )
    outcome = unit.outcome if unit.outcome is not Outcome.UNCHANGED else owner.outcome
    context.took(told, Recorded(id=unit.id, outcome=outcome))


def _owner(context: Context, told: Told) -> Recorded:
    """Who answers for the unit: the outermost that it is part of."""
    outermost, missing = _outermost(context, told)
    if missing:
        known = context.known_unit(missing)
        if known is not None:
            return Recorded(id=known.organisation_id, outcome=Outcome.UNCHANGED)
        context.problem(
            outermost,
            Reason.USED_IN_PART,
            Reason.REFERENCE_MISSING.value,
            "partOf",
        )
    record = outermost.record
    assert isinstance(record, OrganizationRecord | LocationRecord)
    number = getattr(record, "organisation_number", "")  # a place has none
    return services.record_outside_organisation(
        organisation=_organisation(
            context.source.key(outermost.name),
            record.name,
            record.hsa_id,
            number,
        )
    )


def _outermost(context: Context, told: Told) -> tuple[Told, Reference | None]:
    """The last that can be found upwards, and what it refers to that can not."""
    seen = {told.name}
    while True:
        above = _above(told)
        if above is None:
            return told, None
        parent = context.gathered.meant_by(above, told.scope)
        if parent is None:
            return told, above
        if parent.name in seen:
            return told, None
        seen.add(parent.name)
        told = parent


def _above(told: Told) -> Reference | None:
    record = told.record
    if isinstance(record, LocationRecord):
        return record.managed_by or record.part_of or None
    if isinstance(record, OrganizationRecord):
        return record.part_of or None
    return None


def _organisation(
    key: str, name: str, hsa_id: str, organisation_number: str
) -> OutsideOrganisation:
    number = organisation_number or _number_in(hsa_id)
    kind = _KIND_BY_NUMBER.get(number[:4], OrganisationKind.PRIVATE)
    return OutsideOrganisation(
        key=key, name=name or key, kind=kind, organisation_number=number
    )


def _number_in(hsa_id: str) -> str:
    """The organisationsnummer inside an HSA-id; empty when it can be nobody's."""
    try:
        return parse_organisation_number(hsa_id[_HSA_ORGANISATION])
    except OrganisationNumberNotValid:
        return ""
