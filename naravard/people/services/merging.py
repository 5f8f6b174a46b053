"""Two rows that turn out to be one person become one, and can be parted again.

Merging and erasing walk the list of references and nothing else. A test compares it
with every foreign key there is, so that a new table can not be forgotten.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, ProgrammingError, transaction
from django.db.models import Model, QuerySet

from naravard.people.details import PersonDetails
from naravard.people.errors import (
    AlreadyParted,
    CannotBeMoved,
    MergeReasonMissing,
    NoSuchMerge,
    NotOnePerson,
    RecordsCollide,
)
from naravard.people.identity import IdentifierSystem
from naravard.people.models import Person, PersonIdentifier, PersonMerge, RelatedPerson
from naravard.people.names import search_key
from naravard.people.roles import Protection
from naravard.people.services.persons import UNTIL_REGISTERED

REFERENCES_TO_PERSON = frozenset(
    {
        "access.Block.person",
        "access.CareRelation.person",
        "access.Consent.person",
        "access.Emergency.person",
        "access.LiftRequest.person",
        "care_messages.Message.person",
        "dialogue.Letter.person",
        "dialogue.Talk.person",
        "dialogue.ToldWishes.person",
        "discharge.DischargeCase.person",
        "discharge.InpatientEpisode.person",
        "disposal.Item.person",
        "mobile.Enrolment.person",
        "mobile.HomeOrder.person",
        "mobile.Visit.person",
        "mobile.VisitRequest.person",
        "people.PersonIdentifier.person",
        "people.RelatedPerson.other",
        "people.RelatedPerson.person",
        "plan.Absence.person",
        "plan.Concern.person",
        "plan.PackCode.person",
        "plan.Plan.person",
        "review.KnownPerson.person",
        "review.Pick.person",
        "review.StaffPerson.person",
    }
)
# What a row does not know says nothing against what the other does.
UNKNOWN = (None, "", False, Protection.NONE)
# What a row holds of its own, besides its numbers and who refers to it.
OWN_COLUMNS = (
    *[field.name for field in fields(PersonDetails)],
    "placed_by",
    "easy_to_read",
)

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """That two rows became one, or were parted: what it is called, and which rows."""

    id: UUID
    kept_id: UUID
    merged_id: UUID


@transaction.atomic
def merge_persons(
    *, kept_id: UUID, merged_id: UUID, reason: str, now: datetime
) -> Merge:
    """Let everything about one row be about another.

    What the register knows of her goes with her personnummer. Raises NotOnePerson,
    CannotBeMoved, RecordsCollide or MergeReasonMissing, and then nothing has changed.
    """
    if not reason.strip():
        raise MergeReasonMissing
    kept, merged = _locked(kept_id, merged_id)
    _check_one_person(kept, merged)
    numbers = _numbers(kept_id, merged_id)
    moved = _move_all(merged_id, kept_id)
    before = {"kept": _columns(kept), "merged": _columns(merged)}
    _settle_numbers(kept_id, numbers)
    _take_over(kept, merged, by_register=_is_registered(merged_id, numbers))
    after = {"kept": _columns(kept), "merged": _columns(merged)}
    row = PersonMerge.objects.create(
        kept_id=kept_id,
        merged_id=merged_id,
        at=now,
        reason=reason.strip(),
        moved=moved,
        columns={"before": before, "after": after, "numbers": numbers},
    )
    return Merge(id=row.pk, kept_id=kept_id, merged_id=merged_id)


@transaction.atomic
def part_persons(*, merge_id: UUID, reason: str, now: datetime) -> Merge:
    """Undo a merge: what was moved goes back, what has come since stays.

    Raises NoSuchMerge, AlreadyParted and MergeReasonMissing.
    """
    if not reason.strip():
        raise MergeReasonMissing
    merge = PersonMerge.objects.filter(pk=merge_id, undoes=None).first()
    if merge is None:
        raise NoSuchMerge
    kept, merged = _locked(merge.kept_id, merge.merged_id)
    if PersonMerge.objects.filter(undoes=merge).exists():
        raise AlreadyParted
    for label, keys in merge.moved.items():
        model, field = _table(label)
        rows: QuerySet[Model] = QuerySet(model).filter(pk__in=keys, **{field: kept})
        rows.update(**{field: merged})
    _restore_numbers(merge.columns["numbers"])
    _restore(kept, merge.columns["before"]["kept"], merge.columns["after"]["kept"])
    _restore(
        merged, merge.columns["before"]["merged"], merge.columns["after"]["merged"]
    )
    row = PersonMerge.objects.create(
        kept_id=kept.pk,
        merged_id=merged.pk,
        at=now,
        reason=reason.strip(),
        undoes=merge,
    )
    return Merge(id=row.pk, kept_id=kept.pk, merged_id=merged.pk)


def _locked(one: UUID, other: UUID) -> tuple[Person, Person]:
    """Both rows, locked in one order whoever is kept."""
    found = {
        row.pk: row
        for row in Person.objects.select_for_update()
        .filter(pk__in=[one, other])
        .order_by("pk")
    }
    if len(found) != len({one, other}) or one == other:
        raise NotOnePerson
    return found[one], found[other]


def _check_one_person(kept: Person, merged: Person) -> None:
    """Born and dead on different days they are two; so are two who are related."""
    for name in ("birth_date", "deceased_on"):
        days = {getattr(kept, name), getattr(merged, name)} - {None}
        if len(days) > 1:
            raise NotOnePerson
    both = [kept.pk, merged.pk]
    if RelatedPerson.objects.filter(person_id__in=both, other_id__in=both).exists():
        raise NotOnePerson


def _move_all(merged_id: UUID, kept_id: UUID) -> dict[str, list[str]]:
    """Refer every row to the one that is kept; which rows, by what they refer with."""
    # Numbers one at a time are current, so they wait until they have been settled.
    PersonIdentifier.objects.filter(person_id=merged_id).update(current=False)
    moved = {}
    for label, model, field in _references():
        rows: QuerySet[Model] = QuerySet(model).filter(**{f"{field}_id": merged_id})
        keys = [str(key) for key in rows.values_list("pk", flat=True)]
        if not keys:
            continue
        _move(model, field, keys, kept_id)
        moved[label] = keys
    return moved


def _move(model: type[Model], field: str, keys: list[str], kept_id: UUID) -> None:
    try:
        with transaction.atomic():
            QuerySet(model).filter(pk__in=keys).update(**{f"{field}_id": kept_id})
    except ProgrammingError as only_added_to:
        raise CannotBeMoved from only_added_to
    except IntegrityError as collision:
        raise RecordsCollide from collision


def _references() -> Iterator[tuple[str, type[Model], str]]:
    for label in sorted(REFERENCES_TO_PERSON):
        yield label, *_table(label)


def _table(label: str) -> tuple[type[Model], str]:
    room, model, field = label.split(".")
    return apps.get_model(room, model), field


def _numbers(*persons: UUID) -> dict[str, Columns]:
    """Each number's row, whose it is and whether it is the current one."""
    rows = PersonIdentifier.objects.filter(person_id__in=persons)
    return {
        str(row.pk): {
            "person": str(row.person_id),
            "system": row.system,
            "current": row.current,
        }
        for row in rows
    }


def _is_registered(person_id: UUID, numbers: dict[str, Columns]) -> bool:
    return any(
        number["person"] == str(person_id)
        and number["system"] == IdentifierSystem.PERSONAL_NUMBER
        and number["current"]
        for number in numbers.values()
    )


def _settle_numbers(kept_id: UUID, numbers: dict[str, Columns]) -> None:
    """One current number of each kind, and no temporary beside a personnummer."""
    own = PersonIdentifier.objects.filter(person_id=kept_id)
    taken = set(own.filter(current=True).values_list("system", flat=True))
    for key, number in numbers.items():
        if number["current"] and number["system"] not in taken:
            taken.add(number["system"])
            own.filter(pk=key).update(current=True)
    if IdentifierSystem.PERSONAL_NUMBER in taken:
        own.filter(system__in=UNTIL_REGISTERED).update(current=False)


def _restore_numbers(numbers: dict[str, Columns]) -> None:
    PersonIdentifier.objects.filter(pk__in=numbers).update(current=False)
    current = [key for key, number in numbers.items() if number["current"]]
    PersonIdentifier.objects.filter(pk__in=current).update(current=True)


def _take_over(kept: Person, merged: Person, *, by_register: bool) -> None:
    """What one row lacks is taken from the other, which then is out of sight."""
    for name in OWN_COLUMNS:
        theirs = getattr(merged, name)
        if theirs not in UNKNOWN and (by_register or getattr(kept, name) in UNKNOWN):
            setattr(kept, name, theirs)
    kept.search_name = search_key(kept.family_name, kept.given_name)
    merged.search_name, merged.listed_unit = "", None
    kept.save()
    merged.save()


def _columns(person: Person) -> Columns:
    """The row's own columns, in a form that can be kept and put back."""
    held = {name: getattr(person, name) for name in (*OWN_COLUMNS, "search_name")}
    kept: Columns = json.loads(json.dumps(held, cls=DjangoJSONEncoder))
    return kept


def _restore(person: Person, before: Columns, after: Columns) -> None:
    """Put back what the merge changed, unless it has been changed again since."""
    now = _columns(person)
    for name, value in before.items():
        if value != after[name] == now[name]:
            setattr(person, name, value)
    person.save()
