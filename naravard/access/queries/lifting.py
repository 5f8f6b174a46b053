"""What units have asked a person about her blocks, and what she has answered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from naravard.access.models import Block, LiftRequest
from naravard.access.rules import Actor, BlockKind, OpenRecord
from naravard.access.rules.lifting import LiftAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftRow:
    """One question: which unit asks, why, since when, and the answer."""

    id: UUID
    person_id: UUID
    unit_id: UUID
    unit_name: str
    organisation_id: UUID
    organisation_name: str
    reason: str
    asked_at: datetime
    ends_at: datetime
    answer: LiftAnswer
    answered_at: datetime | None


def questions_to(record: OpenRecord) -> tuple[LiftRow, ...]:
    """The questions that wait for the person's answer, the oldest first."""
    waiting = LiftRequest.objects.filter(
        person_id=record.person_id,
        answer=LiftAnswer.WAITING,
        ends_at__gt=record.opened_at,
    )
    return _rows(waiting.order_by("asked_at", "pk"))


def question_of_unit(actor: Actor, subject_id: UUID, now: datetime) -> LiftRow | None:
    """The actor's unit's own latest question to the person, while it stands."""
    own = LiftRequest.objects.filter(
        person_id=subject_id, unit_id=actor.unit_id, ends_at__gt=now
    )
    return next(iter(_rows(own.order_by("-asked_at", "pk")[:1])), None)


def blocks_closing(record: OpenRecord, asking: LiftRow) -> tuple[UUID, ...]:
    """Other providers' blocks that close the data to the unit that asks."""
    return tuple(
        Block.objects.filter(
            person_id=record.person_id, kind=BlockKind.OUTER, lifted_at=None
        )
        .exclude(organisation_id=asking.organisation_id)
        .order_by("at", "pk")
        .values_list("pk", flat=True)
    )


def has_inner_blocks(record: OpenRecord, asking: LiftRow) -> bool:
    """Whether another unit of the asking unit's provider is closed to it."""
    return (
        Block.objects.filter(
            person_id=record.person_id,
            kind=BlockKind.INNER,
            organisation_id=asking.organisation_id,
            lifted_at=None,
        )
        .exclude(unit_id=asking.unit_id)
        .exists()
    )


def _rows(found: QuerySet[LiftRequest]) -> tuple[LiftRow, ...]:
    return tuple(
        LiftRow(
            id=row.pk,
            person_id=row.person_id,
            unit_id=row.unit_id,
            unit_name=row.unit.name,
            organisation_id=row.unit.organisation_id,
            organisation_name=row.unit.organisation.name,
            reason=row.reason,
            asked_at=row.asked_at,
            ends_at=row.ends_at,
            answer=LiftAnswer(row.answer),
            answered_at=row.answered_at,
        )
        for row in found.select_related("unit__organisation")
    )
