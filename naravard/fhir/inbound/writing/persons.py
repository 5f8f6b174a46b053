"""Writes the persons that a source tells of."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from naravard.core.errors import DomainError
from naravard.fhir.inbound.naming import has_name
from naravard.fhir.inbound.problems import Reason
from naravard.fhir.inbound.records import PatientRecord, Told
from naravard.fhir.inbound.writing.context import Context, in_batches
from naravard.people import services
from naravard.people.details import Number, OutsidePerson
from naravard.people.identity import IdentifierSystem

_SWEDISH = frozenset(IdentifierSystem)


@dataclass(slots=True)
class _Claims:
    """Which of the records in this reading first told a number."""

    by_number: dict[Number, tuple[Told, PatientRecord]] = field(default_factory=dict)


def write_persons(context: Context) -> None:
    """Everybody, once each; a number told by two records is looked into first."""
    claims = _Claims()
    for told, record in in_batches(context.gathered.of(PatientRecord)):
        shared = [one for one in record.numbers if one in claims.by_number]
        if shared:
            _write_again(context, told, record, claims, shared)
            continue
        for number in record.numbers:
            claims.by_number[number] = (told, record)
        _write(context, told, record)


def _write(context: Context, told: Told, record: PatientRecord) -> None:
    name = context.source.number(told.name)
    person = OutsidePerson(
        details=replace(
            record.details, listed_unit_id=_listed_unit(context, told, record)
        ),
        numbers=record.numbers,
        references=(name,) if has_name(told) else (),
    )
    try:
        recorded = services.record_outside_person(person=person, today=context.today)
    except DomainError as error:
        context.refused(told, error)
    else:
        context.took(told, recorded)


def _write_again(
    context: Context,
    told: Told,
    record: PatientRecord,
    claims: _Claims,
    shared: list[Number],
) -> None:
    """A second record of somebody: her stays are hers, her details stay the first's."""
    first, first_record = claims.by_number[shared[0]]
    is_same = any(number.system in _SWEDISH for number in shared)
    person_id = context.id_of(first)
    if person_id is None or not (is_same or record.details == first_record.details):
        context.problem(
            told,
            Reason.IDENTITY_CONFLICT,
            "ett av numren hör till en annan patient i samma inläsning",
            "identifier",
        )
        return
    if record.details == first_record.details:
        _write(context, told, record)  # only what it is called is new
        return
    context.ids[told.type, told.name] = person_id
    context.problem(
        told,
        Reason.DUPLICATE,
        "samma person finns i en annan lydelse; den första har använts",
    )


def _listed_unit(context: Context, told: Told, record: PatientRecord) -> UUID | None:
    """The unit that the person is listed with, if it is told and known."""
    reference = record.listed_with
    if not reference:
        return None
    unit_id = context.id_of(context.gathered.unit_meant_by(reference, told.scope))
    known = None if unit_id else context.known_unit(reference)
    if unit_id is None and known is None:
        context.problem(
            told,
            Reason.USED_IN_PART,
            "enheten som personen är listad hos är inte känd",
            "generalPractitioner",
        )
    return unit_id or (known.id if known else None)
