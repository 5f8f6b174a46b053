"""A message before it is sent: read, checked, and made the row to store."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.core.errors import NotFound
from naravard.messages.definition import Payload
from naravard.messages.grounds import Party
from naravard.messages.models import Message
from naravard.messages.registry import message_type
from naravard.messages.rules import Subject, check_may_send, content_to_send


class MessageNotFound(NotFound):
    """There is no such message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message before it has been checked."""

    code: str
    thread: UUID
    person_id: UUID
    sender_unit_id: UUID
    sender_assignment_id: UUID | None
    recipient_unit_ids: tuple[UUID, ...]
    ground: str
    payload: Payload
    sent_at: datetime
    supersedes: UUID | None = None
    about: UUID | None = None
    message_id: UUID


def checked_message(
    draft: Draft, parties: dict[UUID, Party], subject: Subject, *, recorded_at: datetime
) -> Message:
    """The row to store, when every rule agrees."""
    kind = message_type(draft.code)
    ground = check_may_send(
        message_type=kind,
        ground=draft.ground,
        sender=parties[draft.sender_unit_id],
        recipients=[parties[unit_id] for unit_id in draft.recipient_unit_ids],
        subject=subject,
        sent_at=draft.sent_at,
    )
    content = content_to_send(
        message_type=kind, payload=draft.payload, ground=ground, subject=subject
    )
    return Message(
        id=draft.message_id,
        code=draft.code,
        thread=draft.thread,
        person_id=draft.person_id,
        sender_unit_id=draft.sender_unit_id,
        sender_id=draft.sender_assignment_id,
        sent_at=draft.sent_at,
        recorded_at=recorded_at,
        legal_ground=ground.value,
        payload=content,
        supersedes_id=draft.supersedes,
        about_id=draft.about,
    )


def found_message(message_id: UUID) -> Message:
    """The message, or MessageNotFound."""
    message = Message.objects.filter(pk=message_id).first()
    if message is None:
        raise MessageNotFound(
            "Meddelandet finns inte.", remedy="Ladda om sidan och försök igen."
        )
    return message
