"""Whom a person names as close to her, and what she lets each of them do."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from naravard.access import services as access
from naravard.access.rules import Action, ActorKind, OpenRecord
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.dialogue.rules.close import (
    CloseOne,
    Given,
    GiverFacts,
    NobodyElse,
    NotHersToGive,
    NotKnownTogether,
    check_mandate,
)
from naravard.dialogue.services.own import log, not_for_mandates
from naravard.people import services as people
from naravard.people.models import RelatedPerson
from naravard.people.queries import person_called, person_header
from naravard.people.roles import RelatedKind

SINGLE = "En närstående kan bara stå här en gång."


def check_decides(*, record: OpenRecord) -> None:
    """Raise AccessDenied for a guardian or a relative: they let nobody in."""
    actor = record.actor
    access.require(actor=actor, action=Action.GIVE_MANDATE, person_id=record.person_id)
    if actor.kind is ActorKind.RELATIVE:
        raise not_for_mandates(record, Action.GIVE_MANDATE)


@transaction.atomic
def add_close(
    *,
    record: OpenRecord,
    close: CloseOne,
    given: Given,
    now: datetime,
    number: str = "",
) -> UUID:
    """Name somebody close; with her number she can sign in, else she is a contact.

    By the person herself, or staff who write down what she says. Raises AccessDenied,
    PersonNumberNotValid, NotKnownTogether, NobodyElse and as `check_mandate`.
    """
    check_decides(record=record)
    other_id = _other(record, close, number, now) if number.strip() else None
    check_mandate(given, _giver(record, can_sign_in=other_id is not None), day_of(now))
    related_id = people.add_related(
        person_id=record.person_id,
        other_id=other_id,
        name=close.name,
        kind=RelatedKind.RELATIVE,
        relation=close.relation,
        phone=close.phone,
        valid_from=day_of(now),
    )
    _note(record, "close_one", related_id, now, {"named": "True"})
    if given.mandate.may_read:
        _give(record, _hers(record, related_id, now), given, now)
    return related_id


@transaction.atomic
def describe_close(
    *, record: OpenRecord, related_id: UUID, close: CloseOne, now: datetime
) -> None:
    """Write anew what somebody close is called, and how she is reached.

    Whom the register names can not be renamed here: only the words and the number to
    call. Raises NotHersToGive, NotFound and AccessDenied.
    """
    check_decides(record=record)
    row = _hers(record, related_id, now)
    people.describe_related(
        related_id=related_id,
        name=row.name if row.other_id else close.name,
        relation=close.relation,
        phone=close.phone,
    )
    _note(record, "close_one", related_id, now, {"described": "True"})


@transaction.atomic
def forget_close(*, record: OpenRecord, related_id: UUID, now: datetime) -> None:
    """Take somebody away from those close to her; it holds at once.

    Raises NotHersToGive, NotFound and AccessDenied.
    """
    check_decides(record=record)
    row = _hers(record, related_id, now)
    people.forget_related(related_id=row.pk, today=day_of(now))
    _note(record, "close_one", related_id, now, {"may_read": f"{row.may_read} False"})


@transaction.atomic
def give_mandate(
    *, record: OpenRecord, related_id: UUID, given: Given, now: datetime
) -> None:
    """Let somebody close read, read and act, or neither; it holds at once.

    By the person herself, 16 or older, or staff who note what she says; what it was
    before stands in the change log.
    Raises NotHersToGive, NotFound, AccessDenied and as `check_mandate`.
    """
    check_decides(record=record)
    row = _hers(record, related_id, now)
    giver = _giver(record, can_sign_in=row.other_id is not None)
    check_mandate(given, giver, day_of(now))
    _give(record, row, given, now)


def _other(record: OpenRecord, close: CloseOne, number: str, now: datetime) -> UUID:
    """Whose number it is, when the name is hers too.

    The same answer whether nobody has the number, somebody else has, or she who has it
    is protected.
    """
    other_id = person_called(number=number, name=close.name, today=day_of(now))
    if other_id is None:
        raise NotKnownTogether(
            "Vi hittar ingen med det namnet och numret som kan logga in här.",
            remedy="Kontrollera båda, eller lämna numret tomt. Då blir personen en"
            " kontakt som vi kan ringa.",
        )
    if other_id == record.person_id:
        raise NobodyElse("Numret är personens eget.", remedy="Skriv den närståendes.")
    if _of(record, now).filter(other_id=other_id).exists():
        raise NobodyElse(SINGLE, remedy="Ändra det som redan står här.")
    return other_id


def _of(record: OpenRecord, now: datetime) -> QuerySet[RelatedPerson]:
    """Those who are close to her now."""
    today = day_of(now)
    return RelatedPerson.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=today), person_id=record.person_id
    )


def _hers(record: OpenRecord, related_id: UUID, now: datetime) -> RelatedPerson:
    """Somebody close to her whom she decides about."""
    row = _of(record, now).filter(pk=related_id).first()
    if row is None:
        raise NotFound("Den närstående finns inte längre här.")
    if row.kind != RelatedKind.RELATIVE:
        raise NotHersToGive(
            "Det här uppdraget har någon annan beslutat om.",
            remedy="Kontakta överförmyndaren eller familjerätten i din kommun.",
        )
    return row


def _giver(record: OpenRecord, *, can_sign_in: bool) -> GiverFacts:
    person = person_header(record)
    return GiverFacts(
        age=person.age,
        lacks_capacity=person.lacks_capacity,
        can_sign_in=can_sign_in,
    )


def _give(record: OpenRecord, row: RelatedPerson, given: Given, now: datetime) -> None:
    mandate = given.mandate
    details = {
        "may_read": f"{row.may_read} {mandate.may_read}",
        "may_act": f"{row.may_act} {mandate.may_act}",
    }
    if row.mandate_to != given.last_day:
        details["mandate_to"] = f"{row.mandate_to} {given.last_day}"
    people.set_mandate(
        related_id=row.pk,
        may_read=mandate.may_read,
        may_act=mandate.may_act,
        last_day=given.last_day,
    )
    _note(record, "mandate", row.pk, now, details)


def _note(
    record: OpenRecord,
    what: str,
    related_id: UUID,
    now: datetime,
    details: dict[str, str],
) -> None:
    """Keep it in the change log, and what was done in the access log."""
    access.note_change(
        actor=record.actor,
        person_id=record.person_id,
        what=what,
        object_id=related_id,
        now=now,
        details=details,
    )
    log(record, Action.GIVE_MANDATE, now, related_id)
