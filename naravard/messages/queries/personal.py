"""Messages as they were meant, for pages that say them in other words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.access.rules import OpenRecord
from naravard.messages.definition import Payload
from naravard.messages.models import Message
from naravard.messages.payloads import payload_from
from naravard.messages.queries.thread import visible_to
from naravard.messages.registry import message_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message about the opened person, with its content by field."""

    id: UUID
    code: str
    thread: UUID
    sent_at: datetime
    unit_name: str
    hospital: str
    payload: Payload
    replaced: bool


def letters(record: OpenRecord, codes: Iterable[str]) -> tuple[Letter, ...]:
    """The person's messages of these kinds that still stand, newest first, in one SQL.

    The person sees them all; staff see those that `thread_messages` shows them.
    """
    rows = (
        Message.objects.select_related("sender_unit")
        .filter(visible_to(record))
        .filter(person=record.person_id, code__in=tuple(codes), withdrawal=None)
        .order_by("-sent_at", "-recorded_at", "pk")
    )
    found = list(rows)
    replaced = {row.supersedes_id for row in found}
    return tuple(
        Letter(
            id=row.pk,
            code=row.code,
            thread=row.thread,
            sent_at=row.sent_at,
            unit_name=row.sender_unit.name,
            hospital=row.sender_unit.hospital,
            payload=payload_from(message_type(row.code).payload, row.payload),
            replaced=row.pk in replaced,
        )
        for row in found
    )
