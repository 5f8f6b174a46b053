"""Answers on paper: printed and posted by the unit that wrote them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, OpenRecord
from naravard.dialogue import queries
from naravard.dialogue.models import Letter
from naravard.dialogue.rows import LetterRow
from naravard.dialogue.services.own import log
from naravard.people.queries import PersonHeader, person_header
from naravard.plan.services.file import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedLetter:
    """A letter, to whom, and where she lives when that may be seen."""

    record: OpenRecord
    person: PersonHeader
    letter: LetterRow


@transaction.atomic
def open_letters(*, actor: Actor, now: datetime) -> tuple[LetterRow, ...]:
    """The unit's letters to post; one log row names everybody they are to."""
    access.require(actor=actor, action=Action.READ_TALK)
    rows = queries.letters_to_post(actor)
    access.open_list(
        actor=actor,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
        category=Category.PERSON_CARD,
    )
    return rows


@transaction.atomic
def open_letter(
    *, actor: Actor, person_id: UUID, letter_id: UUID, now: datetime
) -> OpenedLetter:
    """One letter, to print; logged as that. Raises AccessDenied and NotFound."""
    access.require(actor=actor, action=Action.READ_TALK, person_id=person_id)
    record = access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PERSON_CARD,
        action=Action.READ_TALK,
        about=letter_id,
    )
    return OpenedLetter(
        record=record,
        person=person_header(record),
        letter=queries.letter_of(record, letter_id),
    )


@transaction.atomic
def post_letter(*, record: OpenRecord, letter_id: UUID, now: datetime) -> None:
    """Note that the letter is posted; said twice, once."""
    access.require(
        actor=record.actor, action=Action.WRITE_TALK, person_id=record.person_id
    )
    posted = Letter.objects.filter(
        pk=letter_id,
        person_id=record.person_id,
        unit_id=record.actor.unit_id,
        posted_at=None,
    ).update(posted_at=now, posted_by=name_of(record.actor))
    if posted:
        log(record, Action.WRITE_TALK, now, letter_id)
