"""History in bulk: many messages with what happened to them, by the same rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import transaction

from naravard.messages.drafts import Draft, checked_message
from naravard.messages.models import Message, Receipt
from naravard.messages.parties import parties_of, subjects_of

BATCH = 2_000  # messages at a time: a few SQL each, and memory stays flat


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedReceipt:
    """What one receiving unit did with a message of the past."""

    unit_id: UUID
    received_at: datetime
    read_at: datetime | None = None
    read_by: UUID | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedMessage(Draft):
    """A message of the past; without receipts, each unit got it when it was sent."""

    recorded_at: datetime
    receipts: tuple[PreparedReceipt, ...] = ()


@transaction.atomic
def send_many(*, prepared: Iterable[PreparedMessage]) -> int:
    """Store messages of the past and say how many were new; nothing is posted.

    The whole import holds or none of it; an id that is already here is passed over.
    Raises what `send` raises, at the first message that breaks a rule.
    """
    waiting = iter(prepared)
    new = 0
    while batch := list(islice(waiting, BATCH)):
        new += _store(batch)
    return new


def _store(batch: Sequence[PreparedMessage]) -> int:
    fresh = _not_here(batch)
    parties = parties_of(
        unit
        for letter in fresh
        for unit in (letter.sender_unit_id, *letter.recipient_unit_ids)
    )
    subjects = subjects_of(letter.person_id for letter in fresh)
    Message.objects.bulk_create(
        checked_message(
            letter,
            parties,
            subjects[letter.person_id],
            recorded_at=letter.recorded_at,
        )
        for letter in fresh
    )
    Receipt.objects.bulk_create(
        _receipt(letter, receipt) for letter in fresh for receipt in _receipts(letter)
    )
    return len(fresh)


def _not_here(batch: Sequence[PreparedMessage]) -> list[PreparedMessage]:
    by_id = {letter.message_id: letter for letter in batch}
    here = Message.objects.filter(pk__in=by_id).values_list("pk", flat=True)
    for known in here:
        del by_id[known]
    return list(by_id.values())


def _receipts(letter: PreparedMessage) -> Iterable[PreparedReceipt]:
    told = {receipt.unit_id: receipt for receipt in letter.receipts}
    for unit in letter.recipient_unit_ids:
        yield told.get(unit, PreparedReceipt(unit_id=unit, received_at=letter.sent_at))


def _receipt(letter: PreparedMessage, receipt: PreparedReceipt) -> Receipt:
    return Receipt(
        message_id=letter.message_id,
        unit_id=receipt.unit_id,
        received_at=receipt.received_at,
        read_at=receipt.read_at,
        read_by_id=receipt.read_by,
        acknowledged_at=receipt.acknowledged_at,
        acknowledged_by_id=receipt.acknowledged_by,
    )
