"""Answers to print and post, for persons who want letters."""

from uuid import UUID

from django.db.models import QuerySet

from naravard.access.rules import Actor, OpenRecord
from naravard.core.errors import NotFound
from naravard.dialogue.models import Letter
from naravard.dialogue.rows import LetterRow
from naravard.plan.queries.lists import shown_name

MOST_ROWS = 200


def letters_to_post(actor: Actor) -> tuple[LetterRow, ...]:
    """The unit's letters that are not posted yet, the oldest first. The caller logs."""
    rows = _letters().filter(unit_id=actor.unit_id, posted_at=None)
    return tuple(_row(row, actor) for row in rows.order_by("queued_at")[:MOST_ROWS])


def letter_of(record: OpenRecord, letter_id: UUID) -> LetterRow:
    """One letter of the unit to the opened person. Raises NotFound."""
    row = (
        _letters()
        .filter(pk=letter_id, person_id=record.person_id, unit_id=record.actor.unit_id)
        .first()
    )
    if row is None:
        raise NotFound("Brevet finns inte.", remedy="Gå till listan och välj igen.")
    return _row(row, record.actor)


def _letters() -> QuerySet[Letter]:
    return Letter.objects.select_related("line", "person", "unit")


def _row(row: Letter, actor: Actor) -> LetterRow:
    return LetterRow(
        letter_id=row.pk,
        person_id=row.person_id,
        person_name=shown_name(row.person, actor),
        subject=row.subject,
        text=row.line.text,
        by_name=row.line.by_name,
        unit=row.unit.name,
        unit_phone=row.unit.phone,
        queued_at=row.queued_at,
        posted_at=row.posted_at,
    )
