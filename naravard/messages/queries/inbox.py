"""What has come to the actor's unit, and what of its own did not get through."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from naravard.access.rules import Actor
from naravard.messages.models import Delivery, Receipt
from naravard.messages.registry import message_type
from naravard.messages.rules import ATTEMPTS_BEFORE_ALARM, Notice
from naravard.people.models import Person
from naravard.people.roles import Protection

HIDDEN_NAME = "Skyddade personuppgifter"
PAGE = 50  # rows in one answer unless told otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One received message, before the record is opened: never its content."""

    message_id: UUID
    thread: UUID
    person_id: UUID
    person_name: str
    code: str
    number: str
    title: str
    sender_unit_name: str
    sent_at: datetime
    received_at: datetime
    unread: bool
    acknowledged: bool
    missent: bool
    forwarded: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedRow:
    """One message of ours that a unit sent back, or that does not reach it."""

    message_id: UUID
    thread: UUID
    person_id: UUID
    person_name: str
    title: str
    unit_name: str
    sent_at: datetime
    missent_at: datetime | None
    missent_because: str
    reaches_not: bool


def unread_count(actor: Actor) -> int:
    """How many messages the actor's unit has not read."""
    return Receipt.objects.filter(unit=actor.unit_id, read_at__isnull=True).count()


def inbox(
    actor: Actor,
    *,
    unread_only: bool = False,
    before: datetime | None = None,
    limit: int = PAGE,
) -> tuple[InboxRow, ...]:
    """The unit's received messages, newest first, in one question.

    `before` is the last shown row's `received_at`, for the next page. The caller logs
    the list with the persons in it.
    """
    receipts = Receipt.objects.filter(unit=actor.unit_id)
    if unread_only:
        receipts = receipts.filter(read_at__isnull=True)
    if before is not None:
        receipts = receipts.filter(received_at__lt=before)
    receipts = receipts.select_related(
        "message__person", "message__sender_unit", "message__withdrawal"
    ).order_by("-received_at", "-pk")
    return tuple(_inbox_row(receipt, actor) for receipt in receipts[:limit])


def _inbox_row(receipt: Receipt, actor: Actor) -> InboxRow:
    message = receipt.message
    kind = message_type(message.code)
    return InboxRow(
        message_id=message.pk,
        thread=message.thread,
        person_id=message.person_id,
        person_name=_listed_name(message.person, actor),
        code=message.code,
        number=kind.number,
        title=kind.title,
        sender_unit_name=message.sender_unit.name,
        sent_at=message.sent_at,
        received_at=receipt.received_at,
        unread=receipt.read_at is None,
        acknowledged=receipt.acknowledged_at is not None,
        missent=receipt.missent_at is not None,
        forwarded=receipt.forwarded_by_id is not None,
        withdrawn=hasattr(message, "withdrawal"),
    )


def not_reached(actor: Actor, *, limit: int = PAGE) -> tuple[ReturnedRow, ...]:
    """Messages our unit sent that came back as missent or do not get through.

    Newest first, in one question; a withdrawn message is settled and not listed.
    """
    stuck = Delivery.objects.filter(
        message=OuterRef("message"),
        unit=OuterRef("unit"),
        notice=Notice.MESSAGE,
        delivered_at__isnull=True,
        attempts__gte=ATTEMPTS_BEFORE_ALARM,
    )
    receipts = (
        Receipt.objects.annotate(reaches_not=Exists(stuck))
        .filter(message__sender_unit=actor.unit_id, message__withdrawal=None)
        .filter(Q(missent_at__isnull=False) | Q(reaches_not=True))
        .select_related("message__person", "unit")
        .order_by("-message__sent_at", "-pk")
    )
    return tuple(
        ReturnedRow(
            message_id=receipt.message_id,
            thread=receipt.message.thread,
            person_id=receipt.message.person_id,
            person_name=_listed_name(receipt.message.person, actor),
            title=message_type(receipt.message.code).title,
            unit_name=receipt.unit.name,
            sent_at=receipt.message.sent_at,
            missent_at=receipt.missent_at,
            missent_because=receipt.missent_because,
            reaches_not=bool(receipt.reaches_not),
        )
        for receipt in receipts[:limit]
    )


def _listed_name(person: Person, actor: Actor) -> str:
    """The person's name in a list; hidden when protected, unless the actor may see."""
    if person.protection != Protection.NONE and not actor.may_open_protected:
        return HIDDEN_NAME
    return f"{person.given_name} {person.family_name}"
