"""Whole registers at once: a county's inhabitants by COPY, and all its staff."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from naravard.people.details import Number, PersonDetails
from naravard.people.identity import parse_hsa_id
from naravard.people.models import Assignment, Professional
from naravard.people.names import search_key
from naravard.people.roles import RelatedKind, Role

BATCH = 20_000  # persons at a time: memory stays flat

PERSON_COLUMNS = (
    "id",
    "given_name",
    "family_name",
    "search_name",
    "birth_date",
    "deceased_on",
    "protection",
    "registered_in",
    "placed_by",
    "street",
    "postal_code",
    "town",
    "phone",
    "language",
    "interpreter",
    "lacks_capacity",
    "listed_unit_id",
)
NUMBER_COLUMNS = ("person_id", "system", "value", "current")
RELATED_COLUMNS = (
    "id",
    "person_id",
    "other_id",
    "name",
    "kind",
    "relation",
    "phone",
    "may_read",
    "valid_from",
    "valid_to",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRelated:
    """Somebody who stands close to an imported person and is a person here too."""

    id: UUID
    other_id: UUID
    name: str
    kind: RelatedKind
    relation: str
    phone: str = ""
    may_read: bool = False
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPerson:
    """A new person with her number and those who answer for her.

    Those she is related to must come before her or together with her.
    """

    id: UUID
    details: PersonDetails
    number: Number
    placed_by: str = ""
    related: tuple[ImportedRelated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProfessional:
    """Somebody in staff with one assignment."""

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


def import_persons(*, persons: Iterable[ImportedPerson]) -> Iterator[int]:
    """Write new persons, a batch a transaction; yields how many are written so far.

    Nobody may be here before: a number that is taken ends the import with the
    database's own error, and its batch is not written.
    """
    waiting = iter(persons)
    written = 0
    while batch := list(islice(waiting, BATCH)):
        _write(batch)
        written += len(batch)
        yield written


@transaction.atomic
def import_staff(*, staff: Iterable[ImportedProfessional]) -> int:
    """Write new staff with their assignments; how many. Raises HsaIdNotValid."""
    rows = list(staff)
    Professional.objects.bulk_create(
        [
            Professional(
                id=row.professional_id,
                hsa_id=parse_hsa_id(row.hsa_id).comparable,
                given_name=row.given_name,
                family_name=row.family_name,
                title=row.title,
                phone=row.phone,
            )
            for row in rows
        ],
        batch_size=5_000,
    )
    Assignment.objects.bulk_create(
        [
            Assignment(
                id=row.assignment_id,
                professional_id=row.professional_id,
                unit_id=row.unit_id,
                role=row.role,
                valid_from=row.valid_from,
                may_open_protected=row.may_open_protected,
            )
            for row in rows
        ],
        batch_size=5_000,
    )
    return len(rows)


@transaction.atomic
def _write(batch: Sequence[ImportedPerson]) -> None:
    _copy("people_person", PERSON_COLUMNS, map(_person_row, batch))
    _copy("people_personidentifier", NUMBER_COLUMNS, map(_number_row, batch))
    _copy("people_relatedperson", RELATED_COLUMNS, _related_rows(batch))


def _copy(
    table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    names = ", ".join(columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _person_row(person: ImportedPerson) -> tuple[object, ...]:
    told = person.details
    return (
        person.id,
        told.given_name,
        told.family_name,
        search_key(told.family_name, told.given_name),
        told.birth_date,
        told.deceased_on,
        told.protection.value,
        told.registered_in,
        person.placed_by,
        told.street,
        told.postal_code,
        told.town,
        told.phone,
        told.language or "sv",
        told.interpreter,
        told.lacks_capacity,
        told.listed_unit_id,
    )


def _number_row(person: ImportedPerson) -> tuple[object, ...]:
    return (person.id, person.number.system, person.number.value, True)


def _related_rows(batch: Iterable[ImportedPerson]) -> Iterator[tuple[object, ...]]:
    for person in batch:
        for related in person.related:
            yield (
                related.id,
                person.id,
                related.other_id,
                related.name,
                related.kind.value,
                related.relation,
                related.phone,
                related.may_read,
                related.valid_from,
                related.valid_to,
            )
