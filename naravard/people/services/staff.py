"""Writes those who work in care and what they may do where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from naravard.people.identity import parse_hsa_id
from naravard.people.models import Assignment, CareUnit, Professional
from naravard.people.roles import Role
from naravard.people.services.persons import check_exists_on

BATCH = 5_000  # rows in one INSERT


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProfessional:
    """Somebody in staff with one assignment, as a staff register gives them."""

    professional_id: UUID
    assignment_id: UUID
    hsa_id: str
    given_name: str
    family_name: str
    title: str
    phone: str
    unit_id: UUID
    role: Role
    valid_from: date
    may_open_protected: bool = False


@transaction.atomic
def import_staff(*, staff: Iterable[ImportedProfessional]) -> int:
    """Write new staff with their assignments; how many. Raises HsaIdNotValid."""
    rows = list(staff)
    Professional.objects.bulk_create(map(_professional, rows), batch_size=BATCH)
    Assignment.objects.bulk_create(map(_assignment, rows), batch_size=BATCH)
    return len(rows)


@transaction.atomic
def add_professional(
    *, hsa_id: str, given_name: str, family_name: str, title: str, phone: str = ""
) -> UUID:
    """Write somebody in staff, or what is new about them. Raises HsaIdNotValid."""
    professional, _ = Professional.objects.update_or_create(
        hsa_id=parse_hsa_id(hsa_id).comparable,
        defaults={
            "given_name": given_name,
            "family_name": family_name,
            "title": title,
            "phone": phone,
        },
    )
    return professional.pk


@transaction.atomic
def assign(
    *,
    professional_id: UUID,
    unit_id: UUID,
    role: Role,
    valid_from: date,
    valid_to: date | None = None,
    may_open_protected: bool = False,
) -> UUID:
    """Give an assignment (medarbetaruppdrag) from a day; given twice it is one.

    Raises UnitNotThere.
    """
    check_exists_on(CareUnit.objects.get(pk=unit_id), valid_from)
    assignment, _ = Assignment.objects.update_or_create(
        professional_id=professional_id,
        unit_id=unit_id,
        role=role,
        valid_from=valid_from,
        defaults={"valid_to": valid_to, "may_open_protected": may_open_protected},
    )
    return assignment.pk


def _professional(row: ImportedProfessional) -> Professional:
    return Professional(
        id=row.professional_id,
        hsa_id=parse_hsa_id(row.hsa_id).comparable,
        given_name=row.given_name,
        family_name=row.family_name,
        title=row.title,
        phone=row.phone,
    )


def _assignment(row: ImportedProfessional) -> Assignment:
    return Assignment(
        id=row.assignment_id,
        professional_id=row.professional_id,
        unit_id=row.unit_id,
        role=row.role,
        valid_from=row.valid_from,
        may_open_protected=row.may_open_protected,
    )
