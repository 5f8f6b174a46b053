"""All that has been said in one thread about one person, as the reader may see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONArray

from naravard.access.rules import ActorKind, OpenRecord
from naravard.messages.definition import MessageType
from naravard.messages.grounds import GROUNDS, Ground
from naravard.messages.models import Delivery, Message, Receipt
from naravard.messages.payloads import PayloadRow, payload_rows
from naravard.messages.registry import message_type
from naravard.messages.rules import Notice, reaches_not
from naravard.people.models import CareUnit


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


# Named columns, not whole rows: a thread is read on every page about a person.
MESSAGE_COLUMNS = (
    "pk",
    "code",
    "sender_unit_id",
    "sender_unit__name",
    "sender__professional__given_name",
    "sender__professional__family_name",
    "sent_at",
    "recorded_at",
    "legal_ground",
    "payload",
    "supersedes_id",
    "about_id",
    "withdrawal__at",
    "withdrawal__reason",
)
RECEIPT_COLUMNS = (
    "unit_id",
    "unit__name",
    "received_at",
    "read_at",
    "read_by__professional__given_name",
    "read_by__professional__family_name",
    "acknowledged_at",
    "acknowledged_by__professional__given_name",
    "acknowledged_by__professional__family_name",
    "missent_at",
    "missent_because",
    "forwarded_by__unit__name",
    "forwarded_because",
    "delivered_at",
    "attempts",
)


def thread_messages(record: OpenRecord, thread: UUID) -> tuple[MessageRow, ...]:
    """The thread's messages with their receipts, oldest first, in one question.

    Staff see what their own unit sent or received, and what units of the same kind in
    the same organisation did, so that a person who changes ward keeps her thread. The
    person, her relatives and the system see all of it.
    """
    messages = (
        Message.objects.filter(visible_to(record), person=record.person_id)
        .filter(thread=thread)
        .annotate(told=ArraySubquery(_receipts()))
        .order_by("sent_at", "recorded_at", "pk")
        .values_list(*MESSAGE_COLUMNS, "told")
    )
    return tuple(_message_row(columns) for columns in messages)


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


def _receipts() -> QuerySet[Receipt, Any]:
    post = Delivery.objects.filter(
        message=OuterRef("message"), unit=OuterRef("unit"), notice=Notice.MESSAGE
    )
    return (
        Receipt.objects.filter(message_id=OuterRef("pk"))
        .annotate(
            delivered_at=Subquery(post.values("delivered_at")),
            attempts=Subquery(post.values("attempts")),
        )
        .order_by("received_at", "unit__name")
        .values(json=JSONArray(*RECEIPT_COLUMNS))
    )


def _message_row(columns: tuple[Any, ...]) -> MessageRow:
    (
        message_id,
        code,
        sender_unit_id,
        sender_unit_name,
        given_name,
        family_name,
        sent_at,
        recorded_at,
        ground,
        payload,
        supersedes,
        about,
        withdrawn_at,
        withdrawn_because,
        receipts,
    ) = columns
    kind: MessageType = message_type(code)
    return MessageRow(
        id=message_id,
        code=code,
        number=kind.number,
        title=kind.title,
        sender_unit_id=sender_unit_id,
        sender_unit_name=sender_unit_name,
        sender_name=_name(given_name, family_name),
        sent_at=sent_at,
        recorded_at=recorded_at,
        ground=GROUNDS[Ground(ground)].title,
        ground_law=GROUNDS[Ground(ground)].law,
        rows=payload_rows(kind.payload, payload),
        receipts=tuple(_receipt_row(*receipt) for receipt in receipts),
        supersedes=supersedes,
        about=about,
        withdrawn_at=withdrawn_at,
        withdrawn_because=withdrawn_because or "",
    )


def _receipt_row(  # noqa: PLR0917 (the columns, in their order)
    unit_id: str,
    unit_name: str,
    received_at: str,
    read_at: str | None,
    reader_given: str | None,
    reader_family: str | None,
    acknowledged_at: str | None,
    acknowledger_given: str | None,
    acknowledger_family: str | None,
    missent_at: str | None,
    missent_because: str,
    forwarded_by: str | None,
    forwarded_because: str,
    delivered_at: str | None,
    attempts: int | None,
) -> ReceiptRow:
    return ReceiptRow(
        unit_id=UUID(unit_id),
        unit_name=unit_name,
        received_at=datetime.fromisoformat(received_at),
        read_at=_moment(read_at),
        read_by=_name(reader_given, reader_family),
        acknowledged_at=_moment(acknowledged_at),
        acknowledged_by=_name(acknowledger_given, acknowledger_family),
        missent_at=_moment(missent_at),
        missent_because=missent_because,
        forwarded_by=forwarded_by or "",
        forwarded_because=forwarded_because,
        delivered_at=_moment(delivered_at),
        reaches_not=reaches_not(
            attempts=attempts or 0, delivered=delivered_at is not None
        ),
    )


def _name(given_name: str | None, family_name: str | None) -> str:
    return f"{given_name or ''} {family_name or ''}".strip()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
