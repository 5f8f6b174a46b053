"""All that has been said in one thread about one person, as the reader may see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from naravard.access.rules import ActorKind, OpenRecord
from naravard.messages.definition import MessageType
from naravard.messages.grounds import GROUNDS, Ground
from naravard.messages.models import Delivery, Message, Receipt
from naravard.messages.payloads import PayloadRow, payload_rows
from naravard.messages.registry import message_type
from naravard.messages.rules import Notice, reaches_not
from naravard.people.models import Assignment, CareUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """What one unit has done with a message; empty texts and None where nothing."""

    unit_id: UUID
    unit_name: str
    received_at: datetime
    read_at: datetime | None
    read_by: str
    acknowledged_at: datetime | None
    acknowledged_by: str
    missent_at: datetime | None
    missent_because: str
    forwarded_by: str  # the unit that passed it on
    forwarded_because: str
    delivered_at: datetime | None  # to the unit's own system, where it has one
    reaches_not: bool  # the post has tried long enough for somebody to know


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """One message as people read it."""

    id: UUID
    code: str
    number: str
    title: str
    sender_unit_id: UUID
    sender_unit_name: str
    sender_name: str
    sent_at: datetime
    recorded_at: datetime
    ground: str
    ground_law: str
    rows: tuple[PayloadRow, ...]
    receipts: tuple[ReceiptRow, ...]
    supersedes: UUID | None
    about: UUID | None
    withdrawn_at: datetime | None
    withdrawn_because: str


def thread_messages(record: OpenRecord, thread: UUID) -> tuple[MessageRow, ...]:
    """The thread's messages, oldest first, in two questions.

    Staff see what their own unit sent or received, and what units of the same kind in
    the same organisation did, so that a person who changes ward keeps her thread. The
    person, her relatives and the system see all of it.
    """
    messages = (
        Message.objects.filter(visible_to(record), person=record.person_id)
        .filter(thread=thread)
        .select_related("sender_unit", "sender__professional", "withdrawal")
        .prefetch_related(Prefetch("receipts", queryset=_receipts()))
        .order_by("sent_at", "recorded_at", "pk")
    )
    return tuple(_message_row(message) for message in messages)


def visible_to(record: OpenRecord) -> Q:
    """Which messages the one who opened the record may see."""
    actor = record.actor
    if actor.kind is not ActorKind.STAFF:
        return Q()
    ours = CareUnit.objects.filter(
        Q(pk__in=[actor.unit_id] if actor.unit_id else [])
        | Q(organisation=actor.organisation_id, kind=actor.unit_kind)
    ).values("pk")
    received = Receipt.objects.filter(message=OuterRef("pk"), unit__in=ours)
    return Q(sender_unit__in=ours) | Q(Exists(received))


def _receipts() -> QuerySet[Receipt]:
    post = Delivery.objects.filter(
        message=OuterRef("message"), unit=OuterRef("unit"), notice=Notice.MESSAGE
    )
    return (
        Receipt.objects.select_related(
            "unit",
            "read_by__professional",
            "acknowledged_by__professional",
            "forwarded_by__unit",
        )
        .annotate(
            delivered_at=Subquery(post.values("delivered_at")),
            attempts=Subquery(post.values("attempts")),
        )
        .order_by("received_at", "unit__name")
    )


def _message_row(message: Message) -> MessageRow:
    kind: MessageType = message_type(message.code)
    withdrawal = getattr(message, "withdrawal", None)
    return MessageRow(
        id=message.pk,
        code=message.code,
        number=kind.number,
        title=kind.title,
        sender_unit_id=message.sender_unit_id,
        sender_unit_name=message.sender_unit.name,
        sender_name=_name(message.sender),
        sent_at=message.sent_at,
        recorded_at=message.recorded_at,
        ground=GROUNDS[Ground(message.legal_ground)].title,
        ground_law=GROUNDS[Ground(message.legal_ground)].law,
        rows=payload_rows(kind.payload, message.payload),
        receipts=tuple(_receipt_row(receipt) for receipt in message.receipts.all()),
        supersedes=message.supersedes_id,
        about=message.about_id,
        withdrawn_at=withdrawal.at if withdrawal else None,
        withdrawn_because=withdrawal.reason if withdrawal else "",
    )


def _receipt_row(receipt: Receipt) -> ReceiptRow:
    delivered_at: datetime | None = getattr(receipt, "delivered_at", None)
    attempts: int = getattr(receipt, "attempts", None) or 0
    forwarded_by = receipt.forwarded_by
    return ReceiptRow(
        unit_id=receipt.unit_id,
        unit_name=receipt.unit.name,
        received_at=receipt.received_at,
        read_at=receipt.read_at,
        read_by=_name(receipt.read_by),
        acknowledged_at=receipt.acknowledged_at,
        acknowledged_by=_name(receipt.acknowledged_by),
        missent_at=receipt.missent_at,
        missent_because=receipt.missent_because,
        forwarded_by=forwarded_by.unit.name if forwarded_by else "",
        forwarded_because=receipt.forwarded_because,
        delivered_at=delivered_at,
        reaches_not=reaches_not(attempts=attempts, delivered=delivered_at is not None),
    )


def _name(assignment: Assignment | None) -> str:
    if assignment is None:
        return ""
    professional = assignment.professional
    return f"{professional.given_name} {professional.family_name}"
