"""All that has been said in one thread about one person, as the reader may see it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from naravard.access.rules import ActorKind, OpenRecord
from naravard.messages.definition import MessageType
from naravard.messages.grounds import GROUNDS, Ground
from naravard.messages.models import Receipt
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


# Written out, because a thread is read on every page about a person and building the
# question anew each time cost more than answering it.
THREAD = """
WITH ours AS (
    SELECT id FROM people_careunit
    WHERE id = %(unit)s::uuid
    OR (organisation_id = %(organisation)s::uuid AND kind = %(kind)s)
)
SELECT m.id, m.code, m.sender_unit_id, u.name, p.given_name, p.family_name,
    m.sent_at, m.recorded_at, m.legal_ground, m.payload::text, m.supersedes_id,
    m.about_id, w.at, w.reason,
    (SELECT jsonb_agg(jsonb_build_array(
            r.unit_id, ru.name, r.received_at, r.read_at, rp.given_name,
            rp.family_name, r.acknowledged_at, ap.given_name, ap.family_name,
            r.missent_at, r.missent_because, fu.name, r.forwarded_because,
            d.delivered_at, d.attempts
        ) ORDER BY r.received_at, ru.name)::text
        FROM care_messages_receipt r
        JOIN people_careunit ru ON ru.id = r.unit_id
        LEFT JOIN people_assignment ra ON ra.id = r.read_by_id
        LEFT JOIN people_professional rp ON rp.id = ra.professional_id
        LEFT JOIN people_assignment aa ON aa.id = r.acknowledged_by_id
        LEFT JOIN people_professional ap ON ap.id = aa.professional_id
        LEFT JOIN care_messages_receipt f ON f.id = r.forwarded_by_id
        LEFT JOIN people_careunit fu ON fu.id = f.unit_id
        LEFT JOIN care_messages_delivery d ON d.message_id = r.message_id
            AND d.unit_id = r.unit_id AND d.notice = %(notice)s
        WHERE r.message_id = m.id)
FROM care_messages_message m
JOIN people_careunit u ON u.id = m.sender_unit_id
LEFT JOIN people_assignment a ON a.id = m.sender_id
LEFT JOIN people_professional p ON p.id = a.professional_id
LEFT JOIN care_messages_withdrawal w ON w.message_id = m.id
WHERE m.thread = %(thread)s AND m.person_id = %(person)s
AND (
    NOT %(staff)s
    OR m.sender_unit_id IN (SELECT id FROM ours)
    OR EXISTS (
        SELECT 1 FROM care_messages_receipt r
        WHERE r.message_id = m.id AND r.unit_id IN (SELECT id FROM ours)
    )
)
ORDER BY m.sent_at, m.recorded_at, m.id
"""


def thread_messages(record: OpenRecord, thread: UUID) -> tuple[MessageRow, ...]:
    """The thread's messages with their receipts, oldest first, in one question.

    Staff see what their own unit sent or received, and what units of the same kind in
    the same organisation did, so that a person who changes ward keeps her thread. The
    person, her relatives and the system see all of it.
    """
    actor = record.actor
    with connection.cursor() as cursor:
        cursor.execute(
            THREAD,
            {
                "thread": thread,
                "person": record.person_id,
                "staff": actor.kind is ActorKind.STAFF,
                "unit": actor.unit_id,
                "organisation": actor.organisation_id,
                "kind": actor.unit_kind or "",
                "notice": Notice.MESSAGE.value,
            },
        )
        return tuple(_message_row(columns) for columns in cursor.fetchall())


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
        rows=payload_rows(kind.payload, json.loads(payload)),
        receipts=tuple(_receipt_row(*each) for each in json.loads(receipts or "[]")),
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
