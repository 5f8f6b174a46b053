"""Writes persons: who they are, what numbers they have and who answers for them."""

import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from naravard.people.details import Number, PersonDetails
from naravard.people.errors import (
    DeathDateNotPossible,
    IdentityMissing,
    MunicipalityCodeNotValid,
    NumberBelongsToAnother,
    UnitDoesNotListPeople,
    UnitNotThere,
)
from naravard.people.identity import IdentifierSystem
from naravard.people.models import CareUnit, Person, PersonIdentifier
from naravard.people.names import search_key
from naravard.people.roles import CareUnitKind, Protection

SWEDISH = "sv"

# Numbers used until somebody has, or is found to have, a personnummer.
UNTIL_REGISTERED = frozenset(IdentifierSystem) - {IdentifierSystem.PERSONAL_NUMBER}

_MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")


@transaction.atomic
def register_person(
    *,
    person: PersonDetails,
    numbers: Sequence[Number],
    person_id: UUID | None = None,
) -> UUID:
    """Write a new person with her numbers. Raises NumberBelongsToAnother."""
    if not numbers:
        raise IdentityMissing
    row = Person(
        pk=person_id or uuid4(),
        search_name=search_key(person.family_name, person.given_name),
    )
    for field in fields(person):
        setattr(row, field.name, getattr(person, field.name))
    row.language = person.language or SWEDISH
    row.save(force_insert=True)
    for number in numbers:
        add_identifier(person_id=row.pk, number=number)
    return row.pk


@transaction.atomic
def add_identifier(*, person_id: UUID, number: Number) -> None:
    """Give a person one more number; an earlier of the same system is kept as former.

    Raises NumberBelongsToAnother.
    """
    held = PersonIdentifier.objects.filter(
        value=number.value, system=number.system
    ).first()
    if held is not None and held.person_id != person_id:
        raise NumberBelongsToAnother
    if held is not None and held.current:
        return
    of_system = PersonIdentifier.objects.filter(
        person_id=person_id, system=number.system
    )
    of_system.update(current=False)
    if held is not None:
        of_system.filter(value=number.value).update(current=True)
        return
    PersonIdentifier.objects.create(
        person_id=person_id, system=number.system, value=number.value
    )


@transaction.atomic
def link_identity(*, person_id: UUID, number: Number) -> None:
    """Note that a person known by a temporary number has got this personnummer.

    The temporary numbers stay and still lead to her. Raises NumberBelongsToAnother
    when the personnummer is already another row's: then two rows are one person, and
    a human has to say so.
    """
    add_identifier(person_id=person_id, number=number)
    PersonIdentifier.objects.filter(
        person_id=person_id, system__in=UNTIL_REGISTERED
    ).exclude(system=number.system).update(current=False)


@transaction.atomic
def set_protection(*, person_id: UUID, protection: Protection) -> None:
    """Give or end protected personal data (OSL 22 kap. 1 §, FOL 16 §)."""
    Person.objects.filter(pk=person_id).update(protection=protection)


@transaction.atomic
def note_death(*, person_id: UUID, deceased_on: date, today: date) -> None:
    """Note the day somebody died. Raises DeathDateNotPossible."""
    person = Person.objects.select_for_update().get(pk=person_id)
    check_death_is_possible(person.birth_date, deceased_on, today)
    person.deceased_on = deceased_on
    person.save(update_fields=["deceased_on"])


def check_death_is_possible(
    birth_date: date | None, deceased_on: date, today: date
) -> None:
    """Raise DeathDateNotPossible unless the day lies between birth and today."""
    if deceased_on > today or (birth_date is not None and deceased_on < birth_date):
        raise DeathDateNotPossible


@transaction.atomic
def place_person(*, person_id: UUID, placed_by: str) -> None:
    """Note which municipality has placed somebody elsewhere (SoL 8 kap. 4 §).

    An empty code ends the placement. Raises MunicipalityCodeNotValid.
    """
    if placed_by and not _MUNICIPALITY_CODE.fullmatch(placed_by):
        raise MunicipalityCodeNotValid
    Person.objects.filter(pk=person_id).update(placed_by=placed_by)


@transaction.atomic
def note_capacity(*, person_id: UUID, lacks_capacity: bool) -> None:
    """Note whether illness keeps somebody from consenting (OSL 25 kap. 13 §)."""
    Person.objects.filter(pk=person_id).update(lacks_capacity=lacks_capacity)


@transaction.atomic
def note_language(
    *, person_id: UUID, language: str, interpreter: bool, easy_to_read: bool = False
) -> None:
    """Note what somebody speaks and reads, and if she wants an interpreter (PatL 3:6).

    `easy_to_read` is whether she wants lättläst.
    """
    Person.objects.filter(pk=person_id).update(
        language=language or SWEDISH,
        interpreter=interpreter,
        easy_to_read=easy_to_read,
    )


@transaction.atomic
def list_with_unit(*, person_id: UUID, unit_id: UUID, on: date) -> None:
    """List somebody with a unit (listning). Raises UnitDoesNotListPeople."""
    unit = CareUnit.objects.get(pk=unit_id)
    if unit.kind != CareUnitKind.OPEN_CARE:
        raise UnitDoesNotListPeople
    check_exists_on(unit, on)
    Person.objects.filter(pk=person_id).update(listed_unit=unit)


def check_exists_on(unit: CareUnit, day: date) -> None:
    """Raise UnitNotThere unless the unit exists on `day`."""
    ended = unit.valid_to is not None and unit.valid_to < day
    if ended or unit.valid_from > day:
        raise UnitNotThere
