"""Sending a message and taking it back."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from naravard.access.rules import Actor
from naravard.core.errors import DomainError
from naravard.messages.definition import Payload
from naravard.messages.drafts import Draft, checked_message, found_message
from naravard.messages.models import Message, Receipt, Withdrawal
from naravard.messages.parties import (
    parties_of,
    stated,
    subjects_of,
    unit_of,
)
from naravard.messages.queue import queue
from naravard.messages.rules import Notice


class MessageIdTaken(DomainError):
    """Another message already has this id."""


class NotInThisThread(DomainError):
    """A message can replace or answer only what stands in its own thread."""


class OnlySenderWithdraws(DomainError):
    """A message is taken back by the unit that sent it."""


@transaction.atomic
def send(
    *,
    code: str,
    thread: UUID,
    person_id: UUID,
    sender_unit_id: UUID,
    sender_assignment_id: UUID | None,
    recipient_unit_ids: Iterable[UUID],
    ground: str,
    payload: Payload,
    sent_at: datetime,
    now: datetime,
    supersedes: UUID | None = None,
    about: UUID | None = None,
    message_id: UUID | None = None,
) -> Message:
    """Say something about a person to other units; the same id twice is one message.

    Raises the errors of `rules`, UnknownUnit, UnknownPerson, NotInThisThread, and
    MessageIdTaken when the id already means something else.
    """
    draft = Draft(
        code=code,
        thread=thread,
        person_id=person_id,
        sender_unit_id=sender_unit_id,
        sender_assignment_id=sender_assignment_id,
        recipient_unit_ids=tuple(dict.fromkeys(recipient_unit_ids)),
        ground=str(ground),
        payload=payload,
        sent_at=sent_at,
        supersedes=supersedes,
        about=about,
        message_id=message_id or uuid4(),
    )
    parties = parties_of({sender_unit_id, *draft.recipient_unit_ids})
    subject = subjects_of({person_id})[person_id]
    message = checked_message(draft, parties, subject, recorded_at=now)
    _check_thread(draft)
    if message_id is None:
        message.save(force_insert=True)
    elif not _stored(message):
        return _same_as_sent(message, draft)
    recipients = [parties[unit_id] for unit_id in draft.recipient_unit_ids]
    Receipt.objects.bulk_create(
        Receipt(message=message, unit_id=party.unit_id, received_at=now)
        for party in recipients
    )
    queue(message, recipients, now=now)
    return message


def _check_thread(draft: Draft) -> None:
    named = {named for named in (draft.supersedes, draft.about) if named}
    if not named:
        return
    here = Message.objects.filter(
        pk__in=named, thread=draft.thread, person=draft.person_id
    )
    if here.count() < len(named):
        raise NotInThisThread(
            "Meddelandet som ersätts eller besvaras hör till ett annat ärende.",
            remedy="Öppna rätt ärende och försök igen.",
        )


def _stored(message: Message) -> bool:
    """Store the message; False when another has the same id, a lost race included."""
    if Message.objects.filter(pk=message.pk).exists():
        return False
    try:
        with transaction.atomic():
            message.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _same_as_sent(message: Message, draft: Draft) -> Message:
    """The message sent before under this id; raises MessageIdTaken if it differs."""
    sent = found_message(message.pk)
    units = set(
        sent.receipts.filter(forwarded_by=None).values_list("unit_id", flat=True)
    )
    if (
        _says(sent) != _says(message)
        or units != set(draft.recipient_unit_ids)
        or not _same_moment(sent, message)
    ):
        raise MessageIdTaken(
            "Ett annat meddelande har redan samma nummer.",
            remedy="Skicka meddelandet igen från början.",
        )
    return sent


def _says(message: Message) -> tuple[object, ...]:
    return (
        message.code,
        message.thread,
        message.person_id,
        message.sender_unit_id,
        message.legal_ground,
        message.payload,
        message.supersedes_id,
        message.about_id,
    )


def _same_moment(sent: Message, message: Message) -> bool:
    """Whether a stated moment is the same; one that is not stated is simply now."""
    return message.sent_at in {sent.sent_at, message.recorded_at}


@transaction.atomic
def withdraw(
    *, actor: Actor, message_id: UUID, reason: str, now: datetime
) -> Withdrawal:
    """Take a message back; it stays readable as withdrawn. Twice is once.

    Raises OnlySenderWithdraws, ReasonMissing or MessageNotFound.
    """
    message = found_message(message_id)
    if message.sender_unit_id != unit_of(actor):
        raise OnlySenderWithdraws(
            "Bara den enhet som skickade meddelandet kan ta tillbaka det.",
            remedy="Är meddelandet inte till er? Markera det som felskickat.",
        )
    withdrawal, new = Withdrawal.objects.get_or_create(
        message=message,
        defaults={"at": now, "by_id": actor.assignment_id, "reason": stated(reason)},
    )
    if new:
        units = message.delivery_set.values_list("unit_id", flat=True)
        queue(
            message,
            parties_of(units).values(),
            now=now,
            notice=Notice.WITHDRAWAL,
        )
    return withdrawal
