"""Reads what a day has to go on: cars, bags and machines, and who may do what."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from naravard.access.rules import Actor
from naravard.mobile.models import Competence, Resource, Visit
from naravard.mobile.routing.replanning.limits import Limit
from naravard.mobile.rules.resources import ResourceKind, Thing, check_enough, uses
from naravard.mobile.rules.states import TeamState, VisitState


def things_on(team_id: UUID, day: date) -> tuple[Thing, ...]:
    """What the team has in use on a day, by kind and name."""
    found = Resource.objects.filter(
        Q(closes_on=None) | Q(closes_on__gt=day),
        team_id=team_id,
        state=TeamState.ACTIVE,
        opens_on__lte=day,
    )
    return tuple(
        Thing(kind=ResourceKind(row.kind), name=row.name, capacity=row.capacity)
        for row in found.order_by("kind", "name")
    )


def kinds_of(team_id: UUID) -> tuple[ResourceKind, ...]:
    """The kinds of thing that the team keeps count of, in use or not."""
    held = set(Resource.objects.filter(team_id=team_id).values_list("kind", flat=True))
    return tuple(kind for kind in ResourceKind if kind in held)


def check_room(actor: Actor, day: date, wanted: Iterable[str]) -> None:
    """Whether the actor's team can promise one visit more that needs these.

    Raises NotEnoughOfAThing.
    """
    kinds = frozenset(wanted)
    if not kinds or actor.unit_id is None:
        return
    planned = Visit.objects.filter(
        team_id=actor.unit_id, day=day, resources__overlap=list(kinds)
    ).exclude(state=VisitState.CANCELLED)
    needs = list(planned.values_list("resources", flat=True))
    check_enough(things_on(actor.unit_id, day), needs, kinds, day)


def limits_of(things: Sequence[Thing], visits: Sequence[Visit]) -> tuple[Limit, ...]:
    """What the things set as limits of a day's plan, for the kinds that are needed."""
    return tuple(
        Limit(
            name=use.called,
            visits=frozenset(str(v.pk) for v in visits if use.kind in v.resources),
            things=len(use.names),
            enough_for=use.enough_for,
        )
        for use in uses(things, (visit.resources for visit in visits))
        if use.needed
    )


def held_skills(
    assignment_ids: Iterable[UUID], day: date
) -> dict[UUID, frozenset[str]]:
    """What each has learnt or been delegated that holds that day (one SQL)."""
    held = Competence.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        assignment_id__in=list(assignment_ids),
        valid_from__lte=day,
    )
    found: dict[UUID, frozenset[str]] = {}
    for assignment, skill in held.values_list("assignment_id", "skill"):
        found[assignment] = found.get(assignment, frozenset()) | {skill}
    return found
