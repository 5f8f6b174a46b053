"""Deviations both ways, and the answers to them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.messages.catalogue.deviation import Deviation
from naravard.messages.catalogue.deviation_answer import DeviationAnswer
from naravard.messages.models import Message, Receipt
from naravard.messages.parties import unit_of
from naravard.messages.services.sending import send


class DeviationNotFound(NotFound):
    """No such deviation has come to the actor's unit."""


@transaction.atomic
def report_deviation(
    *,
    actor: Actor,
    thread: UUID,
    person_id: UUID,
    to_unit_ids: Iterable[UUID],
    payload: Deviation,
    ground: str,
    now: datetime,
    about: UUID | None = None,
    message_id: UUID | None = None,
) -> Message:
    """Tell other units what went wrong between us (avvikelse); raises as `send`."""
    return send(
        code="deviation",
        thread=thread,
        person_id=person_id,
        sender_unit_id=unit_of(actor),
        sender_assignment_id=actor.assignment_id,
        recipient_unit_ids=to_unit_ids,
        ground=ground,
        payload=payload,
        sent_at=now,
        now=now,
        about=about,
        message_id=message_id,
    )


@transaction.atomic
def answer_deviation(
    *,
    actor: Actor,
    deviation_id: UUID,
    payload: DeviationAnswer,
    ground: str,
    now: datetime,
    message_id: UUID | None = None,
) -> Message:
    """Answer the unit that reported; raises DeviationNotFound or as `send`."""
    receipt = (
        Receipt.objects.select_related("message")
        .filter(
            message_id=deviation_id,
            message__code="deviation",
            unit_id=unit_of(actor),
        )
        .first()
    )
    if receipt is None:
        raise DeviationNotFound(
            "Avvikelsen finns inte hos er enhet.",
            remedy="Öppna avvikelsen från er egen lista.",
        )
    deviation = receipt.message
    return send(
        code="deviation-answer",
        thread=deviation.thread,
        person_id=deviation.person_id,
        sender_unit_id=unit_of(actor),
        sender_assignment_id=actor.assignment_id,
        recipient_unit_ids=[deviation.sender_unit_id],
        ground=ground,
        payload=payload,
        sent_at=now,
        now=now,
        about=deviation.pk,
        message_id=message_id,
    )
