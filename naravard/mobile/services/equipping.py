"""What a team works with: cars, bags and machines, from planned to closed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.core.clock import day_of
from naravard.core.errors import Conflict, NotFound
from naravard.core.states import check_move
from naravard.mobile.models import Resource, Team
from naravard.mobile.rules.resources import ResourceKind, TeamAct
from naravard.mobile.rules.states import (
    TEAM_MOVES,
    TEAM_STATE_IN_SWEDISH,
    TeamState,
)
from naravard.mobile.services.telling import note_team


@dataclass(frozen=True, slots=True, kw_only=True)
class NewResource:
    """Something a team gets, and how many visits a day it is enough for."""

    kind: ResourceKind
    name: str
    capacity: int
    opens_on: date


@transaction.atomic
def add_resource(*, actor: Actor, resource: NewResource, now: datetime) -> UUID:
    """The team gets something, planned until it is taken into use.

    Raises AccessDenied, NotFound, and Conflict when the name is taken.
    """
    access.require(actor=actor, action=Action.LEAD_TEAM)
    team = Team.objects.select_for_update().filter(pk=actor.unit_id).first()
    if team is None:
        raise NotFound("Enheten är inget mobilt team.")
    if team.resources.filter(name=resource.name).exists():
        raise Conflict(
            f"Teamet har redan {resource.name}.", remedy="Välj ett annat namn."
        )
    row = keep_resource(team_id=team.pk, resource=resource)
    _note(actor, row, TeamAct.RESOURCE, f"{row.name}: planeras", now)
    return row.pk


@transaction.atomic
def change_resource(
    *, actor: Actor, resource_id: UUID, to: TeamState, capacity: int, now: datetime
) -> None:
    """Let something be taken into use, close or open again, and say its capacity.

    Raises AccessDenied, NotFound and MoveNotAllowed.
    """
    access.require(actor=actor, action=Action.LEAD_TEAM)
    row = (
        Resource.objects.select_for_update()
        .filter(pk=resource_id, team_id=actor.unit_id)
        .first()
    )
    if row is None:
        raise NotFound("Resursen finns inte i teamet.")
    was = TeamState(row.state)
    if to is not was:
        check_move(TEAM_MOVES, was, to)
        row.state = to
        row.closes_on = day_of(now) if to is TeamState.CLOSED else None
    told = (
        f"{row.name}: {TEAM_STATE_IN_SWEDISH[was]}, {row.capacity} besök om dagen →"
        f" {TEAM_STATE_IN_SWEDISH[to]}, {capacity} besök om dagen"
    )
    if (to, capacity) == (was, row.capacity):
        return
    row.capacity = capacity
    row.save(update_fields=["state", "closes_on", "capacity"])
    _note(actor, row, TeamAct.RESOURCE_CHANGED, told, now)


def keep_resource(
    *,
    team_id: UUID,
    resource: NewResource,
    state: TeamState = TeamState.PLANNED,
) -> Resource:
    """Write something that a team has; for whoever loads a county, or leads a team."""
    return Resource.objects.create(
        team_id=team_id,
        kind=resource.kind,
        name=resource.name,
        state=state,
        capacity=resource.capacity,
        opens_on=resource.opens_on,
    )


def _note(actor: Actor, row: Resource, what: TeamAct, told: str, now: datetime) -> None:
    note_team(actor=actor, team_id=row.team_id, what=what, told=told, now=now)
