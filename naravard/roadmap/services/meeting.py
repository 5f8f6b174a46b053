"""The weekly meeting: what was agreed, by whom it is done, and that it has been."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.roadmap.models import MeetingNote, Roadmap
from naravard.roadmap.rules import DayMissing, check_may_move


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteText:
    """What was agreed; with an owner there is a day too."""

    text: str
    owner: str = ""
    due_on: date | None = None


@transaction.atomic
def write_note(*, actor: Actor, wanted: NoteText, now: datetime) -> UUID:
    """Keep what the meeting agreed on. Raises DayMissing, NotAllowed or NotFound."""
    check_may_move(actor)
    if wanted.owner and wanted.due_on is None:
        raise DayMissing(
            "Den som ska göra något behöver veta till när.",
            remedy="Skriv vilken dag det ska vara gjort.",
        )
    road = Roadmap.objects.order_by("begun", "key").first()
    if road is None:
        raise NotFound("Det finns ingen färdplan.")
    row = MeetingNote.objects.create(
        roadmap=road,
        text=wanted.text,
        owner=wanted.owner,
        due_on=wanted.due_on,
        written_at=now,
        by_name=actor.name,
        by_unit=actor.unit_name,
    )
    return row.pk


@transaction.atomic
def finish_note(*, actor: Actor, note_id: UUID, now: datetime) -> None:
    """It has been done. Nothing happens the second time. Raises NotAllowed."""
    check_may_move(actor)
    MeetingNote.objects.filter(pk=note_id, done_at=None).update(
        done_at=now, done_by=actor.name
    )
