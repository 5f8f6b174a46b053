"""Orders mobile X-ray and equipment to somebody's home, and says where it is."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, RelationKind
from naravard.core.clock import day_of, moment_at
from naravard.core.errors import NotFound
from naravard.core.states import check_move
from naravard.mobile import queries
from naravard.mobile.models import HomeOrder, Visit
from naravard.mobile.rules.errors import OutsideTheArea, TeamNotActive
from naravard.mobile.rules.orders import (
    XRAY_MINUTES,
    XRAY_NEEDS,
    check_answered,
    check_referral,
)
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import (
    ORDER_MOVES,
    TERMS,
    OrderKind,
    OrderState,
    TeamState,
    Urgency,
)
from naravard.mobile.services.answering import (
    ENOUGH_TO_WORK,
    FIRST_HOUR,
    LAST_HOUR,
    check_room,
    place_of,
)
from naravard.people.queries import person_header
from naravard.people.roles import Role

ENDED = frozenset({OrderState.DONE, OrderState.DECLINED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """What is wanted at home, and the question it is to answer."""

    person_id: UUID
    kind: OrderKind
    what: str
    question: str = ""
    region: str = ""
    mobility: str = ""
    infectious: bool = False
    helper_on_site: bool = False
    team_id: UUID | None = None


@transaction.atomic
def order_to_home(*, actor: Actor, order: NewOrder, now: datetime) -> UUID:
    """Order something home; a team that is to come takes part in the person's care.

    Raises AccessDenied, OutsideTheArea, and as `check_referral`.
    """
    access.require(actor=actor, action=Action.ORDER_TO_HOME, person_id=order.person_id)
    record = access.open_record(
        actor=actor,
        person_id=order.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.ORDER_TO_HOME,
    )
    if order.kind is OrderKind.XRAY:
        check_referral(
            what=order.what,
            region=order.region,
            question=order.question,
            helper_on_site=order.helper_on_site,
            by_physician=actor.role is Role.PHYSICIAN,
        )
    if order.team_id is not None:
        _check_team(actor, order.team_id, person_header(record).municipality_code)
    assert actor.unit_id is not None
    assert actor.assignment_id is not None
    row = HomeOrder(
        person_id=order.person_id,
        kind=order.kind,
        what=order.what,
        question=order.question,
        region=order.region,
        mobility=order.mobility,
        infectious=order.infectious if order.kind is OrderKind.XRAY else None,
        helper_on_site=order.helper_on_site if order.kind is OrderKind.XRAY else None,
        from_unit_id=actor.unit_id,
        team_id=order.team_id,
        ordered_at=now,
        ordered_by_id=actor.assignment_id,
        changed_at=now,
    )
    row.save(force_insert=True)
    if order.team_id is not None:
        access.relate(
            person_id=order.person_id,
            unit_ids=(order.team_id,),
            kind=RelationKind.REFERRAL,
            source=row.pk,
            starts_at=now,
        )
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
    *,
    actor: Actor,
    order_id: UUID,
    to: OrderState,
    now: datetime,
    answer: str = "",
    visit_on: date | None = None,
) -> None:
    """Say where an order is; a day set for an X-ray is a visit that waits for a place.

    Raises AccessDenied, NotFound, MoveNotAllowed, OrderNeedsAnAnswer, and
    NotEnoughOfAThing when the machine is not enough that day.
    """
    reference = queries.order_reference(actor, order_id)
    access.require(
        actor=actor, action=Action.ORDER_TO_HOME, person_id=reference.person_id
    )
    access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.ORDER_TO_HOME,
        about=order_id,
    )
    row = HomeOrder.objects.select_for_update().get(pk=order_id)
    _check_whose(actor, row)
    check_move(ORDER_MOVES, OrderState(row.state), to)
    check_answered(OrderKind(row.kind), to, answer)
    row.state = to
    row.changed_at = now
    row.answer = answer.strip() or row.answer
    if to is OrderState.ACCEPTED and row.kind == OrderKind.XRAY:
        row.visit_id = _add_visit(actor, row, visit_on or day_of(now), now)
    row.save(update_fields=["state", "changed_at", "answer", "visit"])
    if to in ENDED and row.team_id is not None:
        access.end_relations(source=row.pk, ends_at=now, kinds=[RelationKind.REFERRAL])
    access.note_change(
        actor=actor,
        person_id=row.person_id,
        what=f"order_{to}",
        object_id=row.pk,
        now=now,
    )


def _check_team(actor: Actor, team_id: UUID, municipality: str) -> None:
    team = queries.team_row(actor, team_id)
    if team.state is not TeamState.ACTIVE:
        raise TeamNotActive(team.name)
    if municipality not in team.municipalities:
        raise OutsideTheArea(team.name)


def _check_whose(actor: Actor, row: HomeOrder) -> None:
    """Who has been asked says where it is; without a team, whoever ordered does."""
    if actor.unit_id != (row.team_id or row.from_unit_id):
        raise NotFound("Beställningen finns inte hos er.")


def _add_visit(actor: Actor, row: HomeOrder, day: date, now: datetime) -> UUID:
    machine = _machine(actor)
    check_room(actor, day, machine)
    opens_at = max(now, moment_at(day, FIRST_HOUR))
    place, is_estimated = place_of(row.person_id, actor)
    visit = Visit(
        person_id=row.person_id,
        team_id=actor.unit_id,
        day=day,
        why=f"Röntgen: {row.what}, {row.region}",
        needs=list(XRAY_NEEDS),
        resources=machine,
        minutes=XRAY_MINUTES,
        opens_at=opens_at,
        closes_at=max(moment_at(day, LAST_HOUR), opens_at + ENOUGH_TO_WORK),
        priority=TERMS[Urgency.DAYS].priority,
        latitude=place.latitude,
        longitude=place.longitude,
        place_is_estimated=is_estimated,
    )
    visit.save(force_insert=True)
    return visit.pk


def _machine(actor: Actor) -> list[ResourceKind]:
    """The X-ray machine, for a team that keeps count of its machines."""
    assert actor.unit_id is not None
    kinds = queries.kinds_of(actor.unit_id)
    return [ResourceKind.XRAY] if ResourceKind.XRAY in kinds else []
