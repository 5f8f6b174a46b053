"""Writes a whole county's people at once, by PostgreSQL's COPY."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import LiteralString, Protocol
from uuid import UUID

from django.db import connection, transaction
from psycopg.errors import UniqueViolation

from naravard.people.errors import NumberBelongsToAnother
from naravard.people.identity import IdentifierSystem
from naravard.people.models import CareUnit
from naravard.people.names import search_key
from naravard.people.roles import Protection, RelatedKind

BATCH = 50_000  # persons sent to the database at a time
OF_AGE = 18  # years, when guardianship ends (FB 9 kap. 1 §)
GUARDIAN = "vårdnadshavare"
UUID_BYTES = 16

_PERSONS: LiteralString = """
    COPY people_person (
        id, given_name, family_name, search_name, birth_date, protection,
        registered_in, placed_by, street, postal_code, town, latitude, longitude,
        phone, language,
        interpreter, lacks_capacity, listed_unit_id
    ) FROM STDIN
"""
_IDENTIFIERS: LiteralString = """
    COPY people_personidentifier (person_id, system, value, current) FROM STDIN
"""
_RELATED: LiteralString = """
    COPY people_relatedperson (
        id, person_id, other_id, name, kind, relation, phone, may_read,
        valid_from, valid_to
    ) FROM STDIN
"""
# So that the first searches are planned for a full register, not an empty one.
_ANALYZE: LiteralString = """
    ANALYZE people_person, people_personidentifier, people_relatedperson
"""


class RegisteredPerson(Protocol):
    """A person as a population register gives her; texts are empty when unknown.

    `care_unit` is a unit's key; `guardians` are personal numbers in the same register.
    """

    @property
    def personal_number(self) -> str: ...
    @property
    def given_name(self) -> str: ...
    @property
    def surname(self) -> str: ...
    @property
    def birth_date(self) -> date: ...
    @property
    def municipality(self) -> str: ...
    @property
    def care_unit(self) -> str: ...
    @property
    def street(self) -> str: ...
    @property
    def postal_code(self) -> str: ...
    @property
    def town(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def needs_interpreter(self) -> bool: ...
    @property
    def protection(self) -> str: ...
    @property
    def guardians(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleImported:
    """How many were written, and the id each person got, by personal number."""

    persons: int
    guardians: int
    ids: Mapping[str, UUID]


@dataclass(frozen=True, slots=True)
class _Written:
    """A person already written, as a child's guardian is to be named."""

    id: UUID
    name: str
    phone: str


@transaction.atomic
def import_people(
    people: Iterable[RegisteredPerson],
    *,
    batch: int = BATCH,
    draw: Callable[[int], bytes] = os.urandom,
) -> PeopleImported:
    """Write everybody with number, listing and guardians; all or nobody.

    `draw` gives the bytes that ids are made of, for an import that is to be repeated.
    Raises NumberBelongsToAnother when somebody is here already.
    """
    units = dict(CareUnit.objects.values_list("key", "pk"))
    written: dict[str, _Written] = {}
    children: list[tuple[UUID, RegisteredPerson]] = []
    left = iter(people)
    while some := list(islice(left, batch)):
        ids = _new_ids(len(some), draw)
        _copy(_PERSONS, map(_person, some, ids, _listed(some, units)))
        _copy(_IDENTIFIERS, map(_identifier, some, ids))
        for person, id_ in zip(some, ids, strict=True):
            name = f"{person.given_name} {person.surname}"
            written[person.personal_number] = _Written(id_, name, person.phone)
            if person.guardians:
                children.append((id_, person))
    guardians = list(_guardians(children, written, draw))
    _copy(_RELATED, guardians)
    with connection.cursor() as cursor:
        cursor.execute(_ANALYZE)
    return PeopleImported(
        persons=len(written),
        guardians=len(guardians),
        ids={number: one.id for number, one in written.items()},
    )


def _new_ids(number: int, draw: Callable[[int], bytes]) -> Sequence[UUID]:
    """Random ids in rising order, which the index takes in much faster."""
    drawn = draw(UUID_BYTES * number)
    raw = sorted(
        drawn[start : start + UUID_BYTES] for start in range(0, len(drawn), UUID_BYTES)
    )
    return [UUID(bytes=one, version=4) for one in raw]


def _listed(
    people: Iterable[RegisteredPerson], units: Mapping[str, UUID]
) -> Iterator[UUID | None]:
    for person in people:
        yield units[person.care_unit] if person.care_unit else None


def _copy(statement: LiteralString, rows: Iterable[Sequence[object]]) -> None:
    try:
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except UniqueViolation:
        # The database's own words would hold somebody's number.
        raise NumberBelongsToAnother from None


def _person(
    person: RegisteredPerson, id_: UUID, listed_unit_id: UUID | None
) -> Sequence[object]:
    return (
        id_,
        person.given_name,
        person.surname,
        search_key(person.surname, person.given_name),
        person.birth_date,
        Protection(person.protection).value,
        person.municipality,
        "",
        person.street,
        person.postal_code,
        person.town,
        person.latitude,
        person.longitude,
        person.phone,
        person.language,
        person.needs_interpreter,
        False,
        listed_unit_id,
    )


def _identifier(person: RegisteredPerson, id_: UUID) -> Sequence[object]:
    system = IdentifierSystem.PERSONAL_NUMBER.value
    return (id_, system, person.personal_number, True)


def _guardians(
    children: Iterable[tuple[UUID, RegisteredPerson]],
    written: Mapping[str, _Written],
    draw: Callable[[int], bytes],
) -> Iterator[Sequence[object]]:
    for child_id, child in children:
        last_day = _birthday(child.birth_date, OF_AGE) - timedelta(days=1)
        for number in child.guardians:
            guardian = written[number]
            yield (
                _new_ids(1, draw)[0],
                child_id,
                guardian.id,
                guardian.name,
                RelatedKind.GUARDIAN.value,
                GUARDIAN,
                guardian.phone,
                False,
                child.birth_date,
                last_day,
            )


def _birthday(birth_date: date, age: int) -> date:
    """The day somebody turns `age`; born on a leap day, the first of March."""
    try:
        return birth_date.replace(year=birth_date.year + age)
    except ValueError:
        return date(birth_date.year + age, 3, 1)
