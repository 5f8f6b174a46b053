"""What the rules need of units and persons, read in one question each."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from naravard.access.rules import Actor
from naravard.core.errors import DomainError, NotFound
from naravard.messages.grounds import Party
from naravard.messages.rules import Subject
from naravard.operation.composed import composed, is_among
from naravard.people.models import CareUnit, Person
from naravard.people.roles import CareUnitKind, OrganisationKind, Protection


class UnknownUnit(NotFound):
    """A unit named as sender or recipient is not here."""


class UnknownPerson(NotFound):
    """The person the message is about is not here."""


class ReasonMissing(DomainError):
    """The step asks for a reason that others can read."""


class OnlyForUnits(DomainError):
    """Only somebody who works at a unit handles its messages."""


def unit_of(actor: Actor) -> UUID:
    """The unit the actor works at now; raises OnlyForUnits when there is none."""
    if actor.unit_id is None:
        raise OnlyForUnits(
            "Bara den som arbetar på en enhet kan hantera enhetens meddelanden.",
            remedy="Logga in med ditt medarbetaruppdrag.",
        )
    return actor.unit_id


def stated(reason: str) -> str:
    """The reason, trimmed; raises ReasonMissing when it says nothing or too much."""
    text = reason.strip()
    if not text or len(text) > 300:  # noqa: PLR2004 (the column's width)
        raise ReasonMissing(
            "Det behövs ett skäl på högst 300 tecken.",
            remedy="Skriv kort varför, så att den andra enheten förstår.",
        )
    return text


def parties_of(unit_ids: Iterable[UUID]) -> dict[UUID, Party]:
    """The units as parties; raises UnknownUnit when one is missing."""
    wanted = set(unit_ids)
    parties = {unit.pk: _party(unit) for unit in _units(list(wanted))}
    if len(parties) < len(wanted):
        raise UnknownUnit(
            "En av enheterna finns inte.", remedy="Välj enheten ur listan igen."
        )
    return parties


@composed
def _units(ids: list[UUID]) -> QuerySet[CareUnit]:
    return is_among(
        CareUnit.objects.select_related("organisation", "succeeded_by"), ids
    )


def _party(unit: CareUnit) -> Party:
    return Party(
        unit_id=unit.pk,
        name=unit.name,
        kind=CareUnitKind(unit.kind),
        organisation_id=unit.organisation_id,
        organisation_kind=OrganisationKind(unit.organisation.kind),
        delivery_url=unit.delivery_url,
        closed_after=unit.valid_to,
        succeeded_by=unit.succeeded_by.name if unit.succeeded_by else "",
    )


def subjects_of(person_ids: Iterable[UUID]) -> Mapping[UUID, Subject]:
    """The persons as the rules see them; raises UnknownPerson when one is missing."""
    wanted = set(person_ids)
    subjects = {
        pk: Subject(
            birth_date=birth_date,
            protected=protection != Protection.NONE,
            street=street,
        )
        for pk, birth_date, protection, street in _persons(list(wanted))
    }
    if len(subjects) < len(wanted):
        raise UnknownPerson(
            "Personen finns inte här.", remedy="Sök personen igen och börja om."
        )
    return subjects


@composed
def _persons(ids: list[UUID]) -> QuerySet[Person, tuple[UUID, date | None, str, str]]:
    persons = Person.objects.values_list("pk", "birth_date", "protection", "street")
    return is_among(persons, ids)
