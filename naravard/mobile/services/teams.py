"""Begins and ends teams, and says who may do what and who works when.

Called by whoever loads a county or runs it; pages do not reach these.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from naravard.core.states import check_move
from naravard.mobile.models import Competence, Shift, Team
from naravard.mobile.rules.enrolling import Criteria, check_criteria
from naravard.mobile.rules.states import TEAM_MOVES, TeamKind, TeamState
from naravard.mobile.rules.travel import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTeam:
    """A mobile resource of a unit: where it starts from, and where it goes."""

    unit_id: UUID
    kind: TeamKind
    visits_a_day: int
    municipalities: tuple[str, ...]
    base: Point
    opens_on: date
    criteria: Criteria = field(default_factory=Criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewShift:
    """Somebody's hours on a day."""

    team_id: UUID
    assignment_id: UUID
    day: date
    starts_at: datetime
    ends_at: datetime


@transaction.atomic
def start_team(*, team: NewTeam, state: TeamState = TeamState.PLANNED) -> UUID:
    """A unit becomes a mobile team; returns its id, which is the unit's.

    Raises CriteriaNotPossible.
    """
    check_criteria(team.criteria)
    row = Team.objects.create(
        unit_id=team.unit_id,
        kind=team.kind,
        state=state,
        visits_a_day=team.visits_a_day,
        municipalities=list(team.municipalities),
        latitude=team.base.latitude,
        longitude=team.base.longitude,
        opens_on=team.opens_on,
        criteria=list(team.criteria.texts),
        criteria_needed=team.criteria.needed,
    )
    return row.unit_id


@transaction.atomic
def move_team(*, team_id: UUID, to: TeamState, on: date) -> None:
    """Let a team begin, close or begin again. Raises MoveNotAllowed."""
    team = Team.objects.select_for_update().get(pk=team_id)
    check_move(TEAM_MOVES, TeamState(team.state), to)
    team.state = to
    team.closes_on = on if to is TeamState.CLOSED else None
    team.save(update_fields=["state", "closes_on"])


@transaction.atomic
def give_competence(
    *,
    assignment_id: UUID,
    skill: str,
    valid_from: date,
    valid_to: date | None = None,
    delegated_by: UUID | None = None,
) -> None:
    """Somebody may do this from a day; with a giver, it is a delegation."""
    Competence.objects.update_or_create(
        assignment_id=assignment_id,
        skill=skill,
        valid_from=valid_from,
        defaults={"valid_to": valid_to, "delegated_by_id": delegated_by},
    )


@transaction.atomic
def add_shifts(*, shifts: Iterable[NewShift]) -> tuple[UUID, ...]:
    """Write who works when, in one SQL; their ids in the same order."""
    rows = Shift.objects.bulk_create(
        Shift(
            team_id=each.team_id,
            assignment_id=each.assignment_id,
            day=each.day,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
        )
        for each in shifts
    )
    return tuple(row.pk for row in rows)
