"""What a receiving unit does with a message: read, acknowledge, forward, send back."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce

from naravard.access.rules import Actor
from naravard.core.errors import DomainError
from naravard.messages.catalogue.acknowledgement import Acknowledgement
from naravard.messages.drafts import found_message
from naravard.messages.grounds import Ground, Party
from naravard.messages.models import Message, Receipt
from naravard.messages.parties import parties_of, stated, unit_of
from naravard.messages.queue import queue
from naravard.messages.registry import message_type
from naravard.messages.rules import check_open, check_recipient
from naravard.messages.services.sending import send


class NotARecipient(DomainError):
    """The actor's unit did not get the message."""


class SentBackAlready(DomainError):
    """A message the unit has called missent is not taken on by it."""


class OnlyWithinOrganisation(DomainError):
    """A message is forwarded only inside the organisation that got it."""


@transaction.atomic
def mark_read(*, actor: Actor, thread: UUID, now: datetime) -> int:
    """Note that the unit has read all it got in the thread; how many were unread."""
    return Receipt.objects.filter(
        unit_id=unit_of(actor), message__thread=thread, read_at__isnull=True
    ).update(read_at=now, read_by_id=actor.assignment_id)


@transaction.atomic
def acknowledge(*, actor: Actor, message_id: UUID, now: datetime) -> bool:
    """Take the message on for the unit (kvittens); True for the first who does.

    To acknowledge is to have read. A sender with a system of its own gets the answer
    as M3. Raises NotARecipient or SentBackAlready.
    """
    mine = Receipt.objects.filter(unit_id=unit_of(actor), message_id=message_id)
    first = mine.filter(acknowledged_at=None, missent_at=None).update(
        acknowledged_at=now,
        acknowledged_by_id=actor.assignment_id,
        read_at=Coalesce("read_at", Value(now)),
        read_by_id=Coalesce("read_by_id", Value(actor.assignment_id)),
    )
    if not first:
        _check_acknowledged(mine.first())
        return False
    _tell_sender(actor, message_id, now)
    return True


def _check_acknowledged(receipt: Receipt | None) -> None:
    if receipt is None:
        raise _not_a_recipient()
    if receipt.acknowledged_at is None:
        raise SentBackAlready(
            "Enheten har markerat meddelandet som felskickat.",
            remedy="Be avsändaren skicka det igen om det ändå är till er.",
        )


def _not_a_recipient() -> NotARecipient:
    return NotARecipient(
        "Meddelandet är inte skickat till er enhet.",
        remedy="Fråga avsändaren om ni borde ha fått det.",
    )


def _tell_sender(actor: Actor, message_id: UUID, now: datetime) -> None:
    message = Message.objects.select_related("sender_unit").get(pk=message_id)
    if not message.sender_unit.delivery_url:
        return
    name = ", ".join(word for word in (actor.name, actor.title) if word)
    send(
        code="acknowledgement",
        thread=message.thread,
        person_id=message.person_id,
        sender_unit_id=unit_of(actor),
        sender_assignment_id=actor.assignment_id,
        recipient_unit_ids=[message.sender_unit_id],
        ground=Ground.HARM_TEST,
        payload=Acknowledgement(acknowledged_at=now, acknowledged_by=name),
        sent_at=now,
        now=now,
        about=message.pk,
        message_id=uuid5(message.pk, f"acknowledged by {actor.unit_id}"),
    )


@transaction.atomic
def mark_missent(
    *, actor: Actor, message_id: UUID, reason: str, now: datetime
) -> Receipt:
    """Say that the message is not for this unit; the sender sees it. Twice is once.

    Raises NotARecipient or ReasonMissing.
    """
    receipt = _receipt(actor, message_id)
    if receipt.missent_at is None:
        receipt.missent_because = stated(reason)
        receipt.missent_at = now
        receipt.missent_by_id = actor.assignment_id
        _note_read(receipt, actor, now)
        receipt.save()
    return receipt


@transaction.atomic
def forward(
    *, actor: Actor, message_id: UUID, to_unit_id: UUID, reason: str, now: datetime
) -> Receipt:
    """Pass the message on to another unit of the same organisation. Twice is once.

    The message's type and ground must reach the new unit too: a border of secrecy
    inside a municipality is still a border. Raises NotARecipient,
    OnlyWithinOrganisation, ReasonMissing, UnitHasClosed or the errors of
    `rules.check_recipient`.
    """
    mine = _receipt(actor, message_id)
    message = found_message(message_id)
    parties = parties_of({mine.unit_id, to_unit_id, message.sender_unit_id})
    target = parties[to_unit_id]
    _check_may_forward(
        message, parties[message.sender_unit_id], parties[mine.unit_id], target
    )
    check_open(target, now)
    forwarded, new = Receipt.objects.get_or_create(
        message_id=message_id,
        unit_id=to_unit_id,
        defaults={
            "received_at": now,
            "forwarded_by": mine,
            "forwarded_because": stated(reason),
            "forwarder_id": actor.assignment_id,
        },
    )
    if new:
        _note_read(mine, actor, now)
        mine.save()
        queue(message, [target], now=now)
    return forwarded


def _check_may_forward(
    message: Message, sender: Party, holder: Party, target: Party
) -> None:
    if target.organisation_id != holder.organisation_id:
        raise OnlyWithinOrganisation(
            f"{target.name} hör till en annan organisation.",
            rule="OSL 8 kap. 1 §",
            remedy="Markera meddelandet som felskickat, så väljer avsändaren rätt.",
        )
    check_recipient(
        message_type(message.code), Ground(message.legal_ground), sender, target
    )


def _receipt(actor: Actor, message_id: UUID) -> Receipt:
    receipt = (
        Receipt.objects.select_for_update()
        .filter(unit_id=unit_of(actor), message_id=message_id)
        .first()
    )
    if receipt is None:
        raise _not_a_recipient()
    return receipt


def _note_read(receipt: Receipt, actor: Actor, now: datetime) -> None:
    if receipt.read_at is None:
        receipt.read_at = now
        receipt.read_by_id = actor.assignment_id
