"""The person tells how she wants to be met, and whom she lets do what."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, ActorKind, Ground, OpenRecord
from naravard.dialogue.models import ToldWishes
from naravard.dialogue.rules.wishes import Wishes, check_wishes
from naravard.dialogue.services.own import log, not_for_mandates
from naravard.people import services as people
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
