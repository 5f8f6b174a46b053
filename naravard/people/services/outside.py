"""Writes what another system says of persons, units and staff, any number of times.

What our own register knows stands: another system adds, and changes only what it has
itself told before. It never takes anything away and never lifts protection.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q, QuerySet

from naravard.people.details import (
    Number,
    Outcome,
    OutsideAssignment,
    OutsideOrganisation,
    OutsidePerson,
    OutsideProfessional,
    OutsideUnit,
    PersonDetails,
    Recorded,
)
from naravard.people.errors import IdentityMissing, NumbersBelongToDifferentPersons
from naravard.people.identity import IdentifierSystem
from naravard.people.models import (
    Assignment,
    CareUnit,
    Organisation,
    Person,
    PersonIdentifier,
    Professional,
)
from naravard.people.names import search_key
from naravard.people.roles import CareUnitKind, Protection
from naravard.people.services.persons import (
    UNTIL_REGISTERED,
    add_identifier,
    check_death_is_possible,
    link_identity,
    register_person,
)

# When another system does not say since when something has existed.
UNKNOWN_START = date(1900, 1, 1)

# From the weakest to the strongest; another system can only strengthen.
_STRENGTH = (
    Protection.NONE,
    Protection.CONFIDENTIALITY_MARK,
    Protection.PROTECTED_REGISTRATION,
)
_PLAIN = ("birth_date", "deceased_on", "registered_in", "phone", "language")
_ADDRESS = ("street", "postal_code", "town")
_Row = TypeVar("_Row", bound=models.Model)


@transaction.atomic
def record_outside_person(*, person: OutsidePerson, today: date) -> Recorded:
    """Find the person by any of her numbers, or write her; add what is new.

    Raises NumbersBelongToDifferentPersons, DeathDateNotPossible or IdentityMissing.
    """
    held = _held(person)
    owners = {identifier.person_id for identifier in held}
    if len(owners) > 1:
        raise NumbersBelongToDifferentPersons
    details = person.details
    if details.deceased_on is not None:
        check_death_is_possible(details.birth_date, details.deceased_on, today)
    if not owners:
        return _register(person)
    row = Person.objects.select_for_update().get(pk=owners.pop())
    changed = _add_numbers(row, person)
    changed |= _update(row, details)
    return _recorded(row, changed=changed)


@transaction.atomic
def record_outside_organisation(*, organisation: OutsideOrganisation) -> Recorded:
    """Find who answers for units by number, HSA-id or key, or write it."""
    row = _first(
        Organisation.objects.all(),
        Q(hsa_id=organisation.hsa_id) & ~Q(hsa_id=""),
        Q(organisation_number=organisation.organisation_number)
        & ~Q(organisation_number=""),
        Q(key=organisation.key),
    )
    if row is None:
        row = Organisation.objects.create(
            key=organisation.key,
            name=organisation.name,
            kind=organisation.kind,
            hsa_id=organisation.hsa_id,
            organisation_number=organisation.organisation_number,
            valid_from=UNKNOWN_START,
        )
        return Recorded(id=row.pk, outcome=Outcome.NEW)
    told = {"name": organisation.name} if row.key == organisation.key else {}
    return _recorded(row, changed=_set(row, told))


@transaction.atomic
def record_outside_unit(*, unit: OutsideUnit) -> Recorded:
    """Find the unit by HSA-id or key, or write it."""
    row = _first(
        CareUnit.objects.all(), Q(hsa_id=unit.hsa_id) & ~Q(hsa_id=""), Q(key=unit.key)
    )
    if row is None:
        row = CareUnit.objects.create(
            key=unit.key,
            organisation_id=unit.organisation_id,
            hsa_id=unit.hsa_id,
            name=unit.name,
            kind=unit.kind,
            phone=unit.phone,
            valid_from=UNKNOWN_START,
        )
        return Recorded(id=row.pk, outcome=Outcome.NEW)
    if row.key != unit.key:
        return Recorded(id=row.pk, outcome=Outcome.UNCHANGED)
    told = {"name": unit.name, "phone": unit.phone or row.phone}
    if row.kind == CareUnitKind.OTHER:
        told["kind"] = unit.kind
    return _recorded(row, changed=_set(row, told))


@transaction.atomic
def record_outside_professional(*, professional: OutsideProfessional) -> Recorded:
    """Find somebody in staff by HSA-id or key, or write them."""
    row = _first(
        Professional.objects.all(),
        Q(hsa_id=professional.hsa_id) & ~Q(hsa_id=""),
        Q(outside_key=professional.key),
    )
    if row is None:
        row = Professional.objects.create(
            hsa_id=professional.hsa_id,
            outside_key=professional.key,
            given_name=professional.given_name,
            family_name=professional.family_name,
            title=professional.title,
            phone=professional.phone,
        )
        return Recorded(id=row.pk, outcome=Outcome.NEW)
    if row.outside_key != professional.key:
        return Recorded(id=row.pk, outcome=Outcome.UNCHANGED)
    told = {
        "given_name": professional.given_name,
        "family_name": professional.family_name,
        "title": professional.title or row.title,
        "phone": professional.phone or row.phone,
    }
    return _recorded(row, changed=_set(row, told))


@transaction.atomic
def record_outside_assignment(*, assignment: OutsideAssignment) -> Recorded:
    """Find the assignment, or write it; it never opens protected identities."""
    row, is_new = Assignment.objects.get_or_create(
        professional_id=assignment.professional_id,
        unit_id=assignment.unit_id,
        role=assignment.role,
        valid_from=assignment.valid_from,
        defaults={"valid_to": assignment.valid_to},
    )
    if is_new:
        return Recorded(id=row.pk, outcome=Outcome.NEW)
    return _recorded(row, changed=_set(row, {"valid_to": assignment.valid_to}))


def _held(person: OutsidePerson) -> list[PersonIdentifier]:
    """Which of the numbers and references are already somebody's."""
    pairs = (*person.numbers, *person.references)
    if not pairs:
        raise IdentityMissing
    condition = Q()
    for number in pairs:
        condition |= Q(value=number.value, system=number.system)
    return list(PersonIdentifier.objects.filter(condition))


def _register(person: OutsidePerson) -> Recorded:
    numbers = person.numbers or person.references[:1]
    person_id = register_person(person=person.details, numbers=numbers)
    _keep_references(person_id=person_id, references=person.references)
    return Recorded(id=person_id, outcome=Outcome.NEW)


def _add_numbers(row: Person, person: OutsidePerson) -> bool:
    """Add the numbers she lacks; whether there were any."""
    known = list(row.identifiers.all())
    have = {(identifier.system, identifier.value) for identifier in known}
    personal = IdentifierSystem.PERSONAL_NUMBER
    registered = any(one.current and one.system == personal for one in known)
    lacking = [one for one in person.numbers if (one.system, one.value) not in have]
    if registered and any(number.system == personal for number in lacking):
        raise NumbersBelongToDifferentPersons
    for number in lacking:
        _add_number(row, number, registered=registered)
    references = [
        one for one in person.references if (one.system, one.value) not in have
    ]
    _keep_references(person_id=row.pk, references=references)
    return bool(lacking or references)


def _add_number(row: Person, number: Number, *, registered: bool) -> None:
    if number.system == IdentifierSystem.PERSONAL_NUMBER:
        link_identity(person_id=row.pk, number=number)
    elif registered and number.system in UNTIL_REGISTERED:
        _keep_references(person_id=row.pk, references=[number])
    else:
        add_identifier(person_id=row.pk, number=number)


def _keep_references(*, person_id: UUID, references: Iterable[Number]) -> None:
    """Keep numbers that lead to a person but are not shown as hers."""
    PersonIdentifier.objects.bulk_create(
        [
            PersonIdentifier(
                person_id=person_id, system=one.system, value=one.value, current=False
            )
            for one in references
        ],
        ignore_conflicts=True,
    )


def _update(row: Person, told: PersonDetails) -> bool:
    """Take over what is told and is not empty; whether anything was different."""
    values: dict[str, object] = {
        name: getattr(told, name) for name in _PLAIN if getattr(told, name)
    }
    if told.given_name or told.family_name:
        values["given_name"] = told.given_name
        values["family_name"] = told.family_name
        values["search_name"] = search_key(told.family_name, told.given_name)
    if told.street or told.town:
        values |= {name: getattr(told, name) for name in _ADDRESS}
    if told.listed_unit_id is not None:
        values["listed_unit_id"] = told.listed_unit_id
    values["protection"] = _stronger(row.protection, told.protection)
    values["interpreter"] = row.interpreter or told.interpreter
    values["lacks_capacity"] = row.lacks_capacity or told.lacks_capacity
    return _set(row, values)


def _stronger(known: str, told: Protection) -> Protection:
    return max(Protection(known), told, key=_STRENGTH.index)


def _first(rows: QuerySet[_Row], *conditions: Q) -> _Row | None:
    """The row that fits the first condition that any row fits."""
    for condition in conditions:
        row = rows.select_for_update().filter(condition).first()
        if row is not None:
            return row
    return None


def _set(row: models.Model, values: Mapping[str, object]) -> bool:
    """Write what is different; whether anything was."""
    different = {
        name: value for name, value in values.items() if getattr(row, name) != value
    }
    for name, value in different.items():
        setattr(row, name, value)
    if different:
        row.save(update_fields=list(different))
    return bool(different)


def _recorded(row: models.Model, *, changed: bool) -> Recorded:
    outcome = Outcome.CHANGED if changed else Outcome.UNCHANGED
    return Recorded(id=row.pk, outcome=outcome)
