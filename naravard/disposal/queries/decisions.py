"""Decisions to erase and their protocols; nothing in them names a person."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Count

from naravard.disposal.models import Decision, Protocol
from naravard.disposal.rules import DecisionState, Ground
from naravard.operation.retention import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision, how far it has come, and how many records are left of it."""

    number: int
    owner: str
    kept: Kept
    ground: Ground
    state: DecisionState
    before: date
    proposed: int
    excepted: int
    oldest: date | None
    newest: date | None
    source: str
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolRow:
    """What was erased by a decision, as it stands for ever."""

    number: int
    owner: str
    kept: Kept
    ground: Ground
    source: str
    before: date
    oldest: date | None
    newest: date | None
    erased: dict[str, int]
    approved_by: str
    approved_at: datetime
    reference: str
    reason: str
    finished_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How much waits: records proposed, and records approved and not yet erased."""

    proposed: int
    approved: int


def decisions() -> tuple[DecisionRow, ...]:
    """Decisions that are proposed or approved and not done, the oldest first."""
    found = (
        Decision.objects.exclude(state=DecisionState.DONE)
        .select_related("organisation")
        .annotate(left=Count("item"))
        .order_by("pk")
    )
    return tuple(
        DecisionRow(
            number=row.pk,
            owner=row.organisation.name,
            kept=Kept(row.kept),
            ground=Ground(row.ground),
            state=DecisionState(row.state),
            before=row.before,
            proposed=row.proposed,
            excepted=row.excepted,
            oldest=row.oldest,
            newest=row.newest,
            source=row.source,
            left=row.left,
        )
        for row in found
    )


def protocols(number: int | None = None) -> tuple[ProtocolRow, ...]:
    """Every protocol, or that of one decision."""
    found = Protocol.objects.order_by("pk")
    if number is not None:
        found = found.filter(decision_number=number)
    return tuple(
        ProtocolRow(
            number=row.decision_number,
            owner=row.owner,
            kept=Kept(row.kept),
            ground=Ground(row.ground),
            source=row.source,
            before=row.before,
            oldest=row.oldest,
            newest=row.newest,
            erased=row.erased,
            approved_by=row.approved_by,
            approved_at=row.approved_at,
            reference=row.reference,
            reason=row.reason,
            finished_at=row.finished_at,
        )
        for row in found
    )


def waiting() -> Waiting:
    """For those who watch the house (one SQL); pages may ask too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT proposed, approved FROM disposal_waiting()")
        proposed, approved = cursor.fetchone()
    return Waiting(proposed=proposed, approved=approved)
