"""Reads what is ordered to people's homes."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from naravard.access.rules import Actor, OpenRecord
from naravard.mobile.models import HomeOrder
from naravard.mobile.queries import requests
from naravard.mobile.rows import OrderRow
from naravard.mobile.rules.states import OrderKind, OrderState
from naravard.people.queries.rows import full_name

ENDED = (OrderState.DONE, OrderState.DECLINED)
STILL_SHOWN = timedelta(days=7)  # after an order has come to an end
SHOWN = 200


def orders_of_unit(actor: Actor, now: datetime) -> tuple[OrderRow, ...]:
    """What the unit has been asked for or has ordered, the oldest open one first."""
    ours = HomeOrder.objects.filter(
        Q(team_id=actor.unit_id) | Q(from_unit_id=actor.unit_id)
    ).exclude(state__in=ENDED, changed_at__lt=now - STILL_SHOWN)
    return _rows(ours.order_by("ordered_at")[:SHOWN], actor)


def orders_of_person(record: OpenRecord) -> tuple[OrderRow, ...]:
    """What has been ordered to the opened person, the latest first."""
    found = HomeOrder.objects.filter(person_id=record.person_id)
    return _rows(found.order_by("-ordered_at")[:SHOWN], record.actor)


def _rows(found: QuerySet[HomeOrder], actor: Actor) -> tuple[OrderRow, ...]:
    with_names = found.select_related(
        "person", "from_unit", "team__unit", "visit", "ordered_by__professional"
    ).annotate(number=requests.number_of("person_id"))
    return tuple(_row(order, actor) for order in with_names)


def _row(order: HomeOrder, actor: Actor) -> OrderRow:
    hidden = requests.is_hidden(order.person, actor)
    by = order.ordered_by.professional
    return OrderRow(
        id=order.pk,
        person_id=order.person_id,
        name=requests.name_of(order.person, actor),
        number="" if hidden else getattr(order, "number", "") or "",
        kind=OrderKind(order.kind),
        what=order.what,
        question=order.question,
        region=order.region,
        mobility=order.mobility,
        infectious=order.infectious,
        helper_on_site=order.helper_on_site,
        from_unit=order.from_unit.name,
        from_unit_id=order.from_unit_id,
        team=order.team.unit.name if order.team else "",
        team_id=order.team_id,
        ordered_by=f"{full_name(by.given_name, by.family_name)}, {by.title}",
        ordered_at=order.ordered_at,
        state=OrderState(order.state),
        changed_at=order.changed_at,
        answer=order.answer,
        visit_on=order.visit.day if order.visit else None,
    )
