"""Finds persons, and reads the head of an opened record.

Who asks and what was opened belong to access, which stands above; nothing of it is
called from here. Whoever calls writes the log.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Collate, JSONObject

from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.operation.composed import composed
from naravard.people.details import Number
from naravard.people.identity import parse
from naravard.people.models import Person, PersonIdentifier, RelatedPerson
from naravard.people.names import (
    IN_CODE_POINT_ORDER,
    IN_SWEDISH_ORDER,
    WordPattern,
    name_patterns,
)
from naravard.people.queries.close import mandated
from naravard.people.queries.rows import (
    PROTECTED,
    PersonCard,
    PersonHeader,
    ReadsForRow,
    RelatedRow,
    age_on,
    full_name,
    number_shown,
)
from naravard.people.roles import Protection, RelatedKind

if TYPE_CHECKING:
    from naravard.access.rules import Actor, OpenRecord

_SWEDISH_ORDER = Collate(
    Func(
        F("search_name"),
        Value(IN_CODE_POINT_ORDER),
        Value(IN_SWEDISH_ORDER),
        function="TRANSLATE",
    ),
    "C",
)


def find_by_identifier(actor: "Actor", text: str, now: datetime) -> PersonCard | None:
    """Whoever has exactly this number, in one SQL. Raises PersonNumberNotValid.

    Anybody in staff may find that a person exists; opening her record is another thing.
    """
    identifier = parse(text, today=day_of(now))
    found = _numbered(identifier.value, str(identifier.system))
    return _card(found[0], actor, day_of(now)) if found else None


def search_by_name(
    actor: "Actor", text: str, now: datetime, limit: int
) -> tuple[PersonCard, ...]:
    """Those the actor's unit knows whose names have words that begin so, one SQL.

    The unit knows those listed with it and those it has a care relation to. Protected
    identities are found only by those who may open them. In Swedish order.
    """
    patterns = name_patterns(text)
    if not patterns or actor.unit_id is None:
        return ()
    named = Person.objects.filter(_named(patterns))
    if not actor.may_open_protected:
        named = named.filter(protection=Protection.NONE)
    known = (
        named.filter(listed_unit_id=actor.unit_id)
        .values("pk")
        .union(named.filter(_related_to(actor.unit_id, now)).values("pk"))
    )
    found = _with_numbers().filter(pk__in=known).order_by(_SWEDISH_ORDER, "pk")
    return tuple(_card(person, actor, day_of(now)) for person in found[:limit])


def person_header(record: "OpenRecord") -> PersonHeader:
    """Who an opened record is about, in one SQL. Raises NotFound."""
    day = day_of(record.opened_at)
    found = _headed(record.person_id, day)
    if not found:
        raise NotFound("Personen finns inte.")
    (person,) = found
    return _header(person, tuple(map(_related, person.related_rows)), day)


def reads_for(actor: "Actor", on: date) -> tuple[ReadsForRow, ...]:
    """Whom somebody may ask to read for that day, by name, in one SQL.

    Children she is guardian of, also those too old for it, so that she can be told
    why; and those who have let her read. Protected identities are never listed.
    """
    if actor.person_id is None:
        return ()
    rows = (
        RelatedPerson.objects.select_related("person")
        .filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
        .filter(mandated(on) | Q(kind=RelatedKind.GUARDIAN))
        .filter(other_id=actor.person_id, person__protection=Protection.NONE)
        .order_by("person__given_name", "person__family_name", "pk")
    )
    return tuple(
        ReadsForRow(
            related_id=row.pk,
            person_id=row.person_id,
            name=full_name(row.person.given_name, row.person.family_name),
            kind=RelatedKind(row.kind),
            relation=row.relation,
        )
        for row in rows
    )


def person_with_number(number: Number) -> UUID | None:
    """Whose the number is or was; for machines that already hold it."""
    return (
        PersonIdentifier.objects.filter(value=number.value, system=number.system)
        .values_list("person_id", flat=True)
        .first()
    )


@composed
def _numbered(value: str, system: str) -> QuerySet[Person]:
    return _with_numbers().filter(identifiers__value=value, identifiers__system=system)


@composed
def _headed(person_id: UUID, day: date) -> QuerySet[Person, Any]:
    return (
        _with_numbers()
        .annotate(related_rows=ArraySubquery(_related_on(day)))
        .select_related("listed_unit")
        .filter(pk=person_id)
    )


def _with_numbers() -> QuerySet[Person]:
    """Persons with their current numbers read along."""
    numbers = PersonIdentifier.objects.filter(person=OuterRef("pk"), current=True)
    return Person.objects.annotate(
        numbers=ArraySubquery(
            numbers.order_by("pk").values(
                json=JSONObject(system="system", value="value")
            )
        )
    )


def _named(patterns: tuple[WordPattern, ...]) -> Q:
    condition = Q()
    for pattern in patterns:
        condition &= Q(search_name__startswith=pattern.first) | Q(
            search_name__contains=pattern.later
        )
    return condition


def _related_to(unit_id: UUID, now: datetime) -> Q:
    """Reads access's care relations through the reverse of their key to Person."""
    running = Q(carerelation__ends_at=None) | Q(carerelation__ends_at__gt=now)
    return running & Q(carerelation__unit_id=unit_id, carerelation__starts_at__lte=now)


def _card(person: Person, actor: "Actor", today: date) -> PersonCard:
    protected = person.protection != Protection.NONE
    hidden = protected and not actor.may_open_protected
    return PersonCard(
        id=person.pk,
        name=PROTECTED if hidden else full_name(person.given_name, person.family_name),
        number=_shown(person),
        age=None if hidden else age_on(person.birth_date, person.deceased_on or today),
        protected=protected,
        deceased=person.deceased_on is not None and not hidden,
    )


def _shown(person: Person) -> str:
    """The number to show; `numbers` are read along by `_with_numbers`."""
    rows: list[dict[str, str]] = person.numbers  # type: ignore[attr-defined]
    return number_shown({row["system"]: row["value"] for row in rows})


def _header(
    person: Person, related: tuple[RelatedRow, ...], today: date
) -> PersonHeader:
    protected = person.protection != Protection.NONE
    unit = person.listed_unit
    return PersonHeader(
        id=person.pk,
        name=full_name(person.given_name, person.family_name),
        number=_shown(person),
        age=age_on(person.birth_date, person.deceased_on or today),
        birth_date=person.birth_date,
        deceased_on=person.deceased_on,
        protected=protected,
        address=PROTECTED if protected else _address(person),
        phone="" if protected else person.phone,
        municipality_code="" if protected else person.registered_in,
        placed_by=person.placed_by,
        language=person.language,
        interpreter=person.interpreter,
        easy_to_read=person.easy_to_read,
        lacks_capacity=person.lacks_capacity,
        listed_unit_id=person.listed_unit_id,
        listed_unit_name=unit.name if unit else "",
        listed_unit_phone=unit.phone if unit else "",
        related=related,
    )


def _address(person: Person) -> str:
    place = f"{person.postal_code} {person.town}".strip()
    return ", ".join(part for part in (person.street, place) if part)


def _related_on(day: date) -> QuerySet[RelatedPerson, Any]:
    rows = RelatedPerson.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day),
        person=OuterRef("pk"),
        valid_from__lte=day,
    )
    return rows.order_by("kind", "name", "pk").values(
        json=JSONObject(
            id="pk",
            name="name",
            kind="kind",
            relation="relation",
            phone="phone",
            may_read=mandated(day),
            other="other_id",
        )
    )


def _related(row: Mapping[str, Any]) -> RelatedRow:
    return RelatedRow(
        id=UUID(row["id"]),
        name=row["name"],
        kind=RelatedKind(row["kind"]),
        relation=row["relation"],
        phone=row["phone"],
        may_read=row["may_read"],
        person_id=UUID(row["other"]) if row["other"] else None,
    )
