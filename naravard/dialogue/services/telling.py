"""The person tells how she wants to be met, and whom she lets do what."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, ActorKind, Ground, OpenRecord
from naravard.core.errors import NotFound
from naravard.dialogue.models import ToldWishes
from naravard.dialogue.rules.wishes import (
    Mandate,
    NotHersToGive,
    Wishes,
    check_wishes,
)
from naravard.dialogue.services.own import log, not_for_mandates
from naravard.people import services as people
from naravard.people.models import RelatedPerson
from naravard.people.roles import RelatedKind
from naravard.plan.rules.kinds import Author
from naravard.plan.services.file import name_of

WRITTEN_AS = {ActorKind.PERSON: Author.PERSON, ActorKind.RELATIVE: Author.PROXY}


@transaction.atomic
def tell_wishes(*, record: OpenRecord, wishes: Wishes, now: datetime) -> None:
    """Keep what she tells, beside all that she has told before.

    By herself, a child's guardian, or staff who write down what she says. Raises
    AccessDenied and PlaceNotSaid.
    """
    actor = record.actor
    access.require(actor=actor, action=Action.TELL_WISHES, person_id=record.person_id)
    if record.ground == Ground.READ_MANDATE:
        raise not_for_mandates(record, Action.TELL_WISHES)
    check_wishes(wishes)
    told = ToldWishes(
        pk=uuid4(),
        person_id=record.person_id,
        at=now,
        author=WRITTEN_AS.get(actor.kind, Author.TOLD),
        by_name=name_of(actor),
        unit_id=actor.unit_id,
        assignment_id=actor.assignment_id,
        language=wishes.language,
        interpreter=wishes.interpreter,
        interpreter_about=wishes.interpreter_about if wishes.interpreter else "",
        easy_to_read=wishes.easy_to_read,
        channel=wishes.channel,
        place=wishes.place,
        place_about=wishes.place_about,
    )
    told.save(force_insert=True)
    people.note_language(
        person_id=record.person_id,
        language=wishes.language,
        interpreter=wishes.interpreter,
        easy_to_read=wishes.easy_to_read,
    )
    log(record, Action.TELL_WISHES, now, told.pk)


@transaction.atomic
def give_mandate(
    *, record: OpenRecord, related_id: UUID, mandate: Mandate, now: datetime
) -> None:
    """Let somebody close read, read and act, or neither; it holds at once.

    By the person herself, 16 or older, or staff who note what she says; what it was
    before stands in the change log.
    Raises NotHersToGive, NotFound and AccessDenied.
    """
    access.require(
        actor=record.actor, action=Action.GIVE_MANDATE, person_id=record.person_id
    )
    if record.actor.kind is ActorKind.RELATIVE:
        raise not_for_mandates(record, Action.GIVE_MANDATE)
    row = RelatedPerson.objects.filter(
        pk=related_id, person_id=record.person_id
    ).first()
    if row is None:
        raise NotFound("Den närstående finns inte längre här.")
    if row.kind != RelatedKind.RELATIVE:
        raise NotHersToGive(
            "Det här uppdraget har någon annan beslutat om.",
            remedy="Kontakta överförmyndaren eller familjerätten i din kommun.",
        )
    access.note_change(
        actor=record.actor,
        person_id=record.person_id,
        what="mandate",
        object_id=related_id,
        now=now,
        details={
            "may_read": f"{row.may_read} {mandate.may_read}",
            "may_act": f"{row.may_act} {mandate.may_act}",
        },
    )
    people.set_mandate(
        related_id=related_id, may_read=mandate.may_read, may_act=mandate.may_act
    )
    log(record, Action.GIVE_MANDATE, now, related_id)
