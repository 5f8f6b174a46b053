"""Writes those who work in care, and what they do where."""

from uuid import UUID

from naravard.core.errors import DomainError
from naravard.fhir.inbound.practitioner_role import role_at
from naravard.fhir.inbound.problems import NotUsable, Reason
from naravard.fhir.inbound.records import PractitionerRecord, RoleRecord, Told
from naravard.fhir.inbound.writing.context import Context, in_batches
from naravard.people import services
from naravard.people.details import OutsideAssignment, OutsideProfessional
from naravard.people.queries import units_by_id


def write_professionals(context: Context) -> None:
    """Everybody in staff; without HSA-id they are only names."""
    for told, record in in_batches(context.gathered.of(PractitionerRecord)):
        context.took(
            told,
            services.record_outside_professional(
                professional=OutsideProfessional(
                    key=context.source.key(told.name),
                    hsa_id=record.hsa_id,
                    given_name=record.given_name,
                    family_name=record.family_name,
                    title=record.title,
                    phone=record.phone,
                )
            ),
        )


def write_assignments(context: Context) -> None:
    """What can be understood of who works where; the rest gives nobody any access."""
    for told, record in in_batches(context.gathered.of(RoleRecord)):
        try:
            assignment = _assignment(context, told, record)
            recorded = services.record_outside_assignment(assignment=assignment)
        except NotUsable as refused:
            context.problem(told, refused.reason, refused.what, refused.path)
        except DomainError as error:
            context.refused(told, error)
        else:
            context.took(told, recorded)


def _assignment(context: Context, told: Told, record: RoleRecord) -> OutsideAssignment:
    """The assignment. Raises NotUsable."""
    professional_id = _professional(context, told, record)
    unit_id = _unit(context, told, record)
    role = role_at(record.words, units_by_id([unit_id])[unit_id].kind)
    if role is None:
        raise NotUsable(Reason.ROLE_UNKNOWN, "code", Reason.ROLE_UNKNOWN.value)
    return OutsideAssignment(
        professional_id=professional_id,
        unit_id=unit_id,
        role=role,
        valid_from=record.valid_from or services.UNKNOWN_START,
        valid_to=record.valid_to,
    )


def _professional(context: Context, told: Told, record: RoleRecord) -> UUID:
    """Who has the role; only somebody with an HSA-id can ever be given access."""
    meant = context.gathered.meant_by(record.practitioner, told.scope)
    professional_id = context.id_of(meant)
    if meant is None or professional_id is None:
        raise _missing("practitioner")
    if isinstance(meant.record, PractitionerRecord) and not meant.record.hsa_id:
        raise NotUsable(
            Reason.REQUIRED_MISSING,
            "practitioner",
            "medarbetaren saknar HSA-id och kan inte få ett uppdrag",
        )
    return professional_id


def _unit(context: Context, told: Told, record: RoleRecord) -> UUID:
    """The first of its units that is known, told now or before."""
    for reference in record.units:
        meant = context.gathered.unit_meant_by(reference, told.scope)
        unit_id = context.id_of(meant)
        if unit_id is not None:
            return unit_id
        known = context.known_unit(reference)
        if known is not None:
            return known.id
    raise _missing("organization")


def _missing(path: str) -> NotUsable:
    what = Reason.REFERENCE_MISSING.value
    return NotUsable(Reason.REFERENCE_MISSING, path, what)
