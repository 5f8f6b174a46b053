"""Reports of concern to one's own unit, and where one would go."""

from datetime import date, datetime

from django.db.models import F, Q

from naravard.access.rules import Actor
from naravard.core.clock import day_of
from naravard.people.models import CareUnit, Person
from naravard.people.roles import CareUnitKind
from naravard.plan.models import Concern
from naravard.plan.queries.lists import shown_name
from naravard.plan.rows import ConcernReceiver, ConcernRow


def concerns_to(actor: Actor) -> tuple[ConcernRow, ...]:
    """What has been told to the actor's unit, what nobody has received yet first."""
    rows = (
        Concern.objects.filter(to_unit_id=actor.unit_id)
        .select_related("person", "unit")
        .order_by(F("received_at").asc(nulls_first=True), "-child_in_danger", "at")
    )
    return tuple(
        ConcernRow(
            concern_id=row.pk,
            person_id=row.person_id,
            name=shown_name(row.person, actor),
            text=row.text,
            child_in_danger=row.child_in_danger,
            at=row.at,
            by_name=row.by_name,
            from_unit=row.unit.name,
            received_at=row.received_at,
        )
        for row in rows[:200]
    )


def receiver_for(person: Person, now: datetime) -> ConcernReceiver | None:
    """The social services of the municipality the child is registered in, if known."""
    unit = (
        CareUnit.objects.filter(
            _exists_on(day_of(now)),
            kind=CareUnitKind.CHILD_AND_FAMILY,
            municipality_code=person.registered_in,
        )
        .exclude(municipality_code="")
        .order_by("name", "pk")
        .first()
    )
    if unit is None:
        return None
    return ConcernReceiver(
        unit_id=unit.pk,
        unit=unit.name,
        phone=unit.phone,
        phone_hours=unit.phone_hours,
    )


def _exists_on(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))
