"""Orders mobile X-ray and equipment to somebody's home, and says where it is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category
from naravard.core.errors import NotFound
from naravard.core.states import check_move
from naravard.mobile.models import HomeOrder
from naravard.mobile.rules.errors import NotToBeTakenAtHome
from naravard.mobile.rules.states import (
    ORDER_MOVES,
    XRAY_CAN,
    OrderKind,
    OrderState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """What is wanted at home, and the question it is to answer."""

    person_id: UUID
    kind: OrderKind
    what: str
    question: str = ""
    team_id: UUID | None = None


@transaction.atomic
def order_to_home(*, actor: Actor, order: NewOrder, now: datetime) -> UUID:
    """Order something home. Raises AccessDenied and NotToBeTakenAtHome."""
    access.require(actor=actor, action=Action.ORDER_TO_HOME, person_id=order.person_id)
    access.open_record(
        actor=actor,
        person_id=order.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.ORDER_TO_HOME,
    )
    if order.kind is OrderKind.XRAY and order.what not in XRAY_CAN:
        raise NotToBeTakenAtHome
    assert actor.unit_id is not None
    assert actor.assignment_id is not None
    row = HomeOrder(
        person_id=order.person_id,
        kind=order.kind,
        what=order.what,
        question=order.question,
        from_unit_id=actor.unit_id,
        team_id=order.team_id,
        ordered_at=now,
        ordered_by_id=actor.assignment_id,
        changed_at=now,
    )
    row.save(force_insert=True)
    access.note_change(
        actor=actor,
        person_id=order.person_id,
        what="ordered_to_home",
        object_id=row.pk,
        now=now,
    )
    return row.pk


@transaction.atomic
def change_order(
    *, actor: Actor, order_id: UUID, to: OrderState, now: datetime, answer: str = ""
) -> None:
    """Say where an order is. Raises AccessDenied, NotFound and MoveNotAllowed."""
    access.require(actor=actor, action=Action.ORDER_TO_HOME)
    row = HomeOrder.objects.select_for_update().filter(pk=order_id).first()
    if row is None or actor.unit_id not in {row.from_unit_id, row.team_id}:
        raise NotFound("Beställningen finns inte.")
    check_move(ORDER_MOVES, OrderState(row.state), to)
    row.state = to
    row.changed_at = now
    row.answer = answer or row.answer
    row.save(update_fields=["state", "changed_at", "answer"])
    access.note_change(
        actor=actor,
        person_id=row.person_id,
        what=f"order_{to}",
        object_id=row.pk,
        now=now,
    )
