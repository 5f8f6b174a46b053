"""Deviations the actor's unit sent or received, one by one and by step and unit."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from naravard.access.rules import Actor
from naravard.messages.catalogue.deviation import Effect, ProcessStep
from naravard.messages.models import Message, Receipt

PAGE = 200  # rows in one answer unless told otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationRow:
    """One deviation between the actor's unit and another."""

    message_id: UUID
    thread: UUID
    person_id: UUID
    sent_at: datetime
    step: ProcessStep
    effect: Effect
    from_unit: str
    to_unit: str
    ours: bool  # our unit sent it
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationCount:
    """How many deviations at one step went from one unit to another."""

    step: ProcessStep
    from_unit: str
    to_unit: str
    ours: bool
    number: int
    answered: int


def deviations(
    actor: Actor, *, since: datetime, until: datetime, limit: int = PAGE
) -> tuple[DeviationRow, ...]:
    """Deviations sent in [since, until), newest first; one row a receiving unit.

    The caller logs the list with the persons in it.
    """
    receipts = (
        _between(actor, since, until)
        .select_related("message__sender_unit", "unit")
        .order_by("-message__sent_at", "unit__name")
    )
    return tuple(
        DeviationRow(
            message_id=receipt.message_id,
            thread=receipt.message.thread,
            person_id=receipt.message.person_id,
            sent_at=receipt.message.sent_at,
            step=_step(receipt.message.payload["step"]),
            effect=_effect(receipt.message.payload["effect"]),
            from_unit=receipt.message.sender_unit.name,
            to_unit=receipt.unit.name,
            ours=receipt.message.sender_unit_id == actor.unit_id,
            answered=bool(getattr(receipt, "answered", False)),
        )
        for receipt in receipts[:limit]
    )


def deviation_counts(
    actor: Actor, *, since: datetime, until: datetime
) -> tuple[DeviationCount, ...]:
    """The same deviations counted by step and unit, most first, without persons."""
    groups = (
        _between(actor, since, until)
        .values(
            step=KeyTextTransform("step", "message__payload"),
            from_unit=F("message__sender_unit__name"),
            to_unit=F("unit__name"),
            from_id=F("message__sender_unit_id"),
        )
        .annotate(number=Count("pk"), answers=Count("pk", filter=Q(answered=True)))
        .order_by("-number", "step", "from_unit", "to_unit")
    )
    return tuple(
        DeviationCount(
            step=_step(group["step"]),
            from_unit=group["from_unit"],
            to_unit=group["to_unit"],
            ours=group["from_id"] == actor.unit_id,
            number=group["number"],
            answered=group["answers"],
        )
        for group in groups
    )


def _between(actor: Actor, since: datetime, until: datetime) -> QuerySet[Receipt]:
    answers = Message.objects.filter(
        code="deviation-answer",
        about=OuterRef("message"),
        sender_unit=OuterRef("unit"),
    )
    return Receipt.objects.annotate(answered=Exists(answers)).filter(
        Q(unit=actor.unit_id) | Q(message__sender_unit=actor.unit_id),
        message__code="deviation",
        message__sent_at__gte=since,
        message__sent_at__lt=until,
        message__withdrawal=None,
        missent_at=None,
    )


def _step(value: str) -> ProcessStep:
    return next(step for step in ProcessStep if step.value == value)


def _effect(value: str) -> Effect:
    return next(effect for effect in Effect if effect.value == value)
