"""The JSON that goes to a unit's own system (docs/messages.md)."""

import json
from dataclasses import dataclass

from naravard.messages.models import Delivery, Message
from naravard.messages.registry import message_type
from naravard.messages.rules import Notice

ENVELOPE_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One post: where to, under what idempotency key, and the body."""

    url: str
    key: str
    body: bytes


def outgoing(delivery: Delivery) -> Outgoing:
    """The post for a delivery; the same delivery always gets the same key."""
    envelope = (
        _withdrawal(delivery)
        if delivery.notice == Notice.WITHDRAWAL
        else _message(delivery)
    )
    return Outgoing(
        url=delivery.unit.delivery_url,
        key=idempotency_key(delivery),
        body=json.dumps(envelope, ensure_ascii=False, sort_keys=True).encode(),
    )


def idempotency_key(delivery: Delivery) -> str:
    """`<message id>:<unit id>`, and `:withdrawal` after it for a withdrawal."""
    key = f"{delivery.message_id}:{delivery.unit_id}"
    return f"{key}:withdrawal" if delivery.notice == Notice.WITHDRAWAL else key


def _message(delivery: Delivery) -> dict[str, object]:
    message = delivery.message
    kind = message_type(message.code)
    return {
        "version": ENVELOPE_VERSION,
        "notice": Notice.MESSAGE.value,
        "id": str(message.pk),
        "type": message.code,
        "number": kind.number,
        "title": kind.title,
        "law": kind.law,
        "legal_ground": message.legal_ground,
        "thread": str(message.thread),
        "person": _person(message),
        "sender": _sender(message),
        "recipient": delivery.unit.hsa_id,
        "sent_at": message.sent_at.isoformat(),
        "recorded_at": message.recorded_at.isoformat(),
        "supersedes": _reference(message.supersedes_id),
        "about": _reference(message.about_id),
        "payload": message.payload,
    }


def _withdrawal(delivery: Delivery) -> dict[str, object]:
    message = delivery.message
    return {
        "version": ENVELOPE_VERSION,
        "notice": Notice.WITHDRAWAL.value,
        "id": str(message.pk),
        "thread": str(message.thread),
        "sender": _sender(message),
        "recipient": delivery.unit.hsa_id,
        "withdrawn_at": message.withdrawal.at.isoformat(),
        "reason": message.withdrawal.reason,
    }


def _person(message: Message) -> list[dict[str, str]]:
    """The person's current numbers; LUS 2:2 lets the notice carry them too."""
    return [
        {"system": identifier.system, "value": identifier.value}
        for identifier in message.person.identifiers.all()
        if identifier.current
    ]


def _sender(message: Message) -> dict[str, str | None]:
    sender = message.sender
    return {
        "unit": message.sender_unit.hsa_id,
        "unit_name": message.sender_unit.name,
        "professional": sender.professional.hsa_id if sender else None,
    }


def _reference(message_id: object) -> str | None:
    return str(message_id) if message_id else None
