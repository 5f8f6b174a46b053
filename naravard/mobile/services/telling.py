"""Writes what is changed about a team in its history: who, what and when."""

from datetime import datetime
from uuid import UUID

from naravard.access.rules import Actor
from naravard.mobile.models import TeamChange
from naravard.mobile.rules.resources import TeamAct

LONGEST = 300  # characters


def note_team(
    *, actor: Actor, team_id: UUID, what: TeamAct, told: str, now: datetime
) -> None:
    """One row in the team's history, in words."""
    TeamChange(
        team_id=team_id,
        made_at=now,
        made_by_id=actor.assignment_id,
        what=what,
        told=told[:LONGEST],
    ).save(force_insert=True)
