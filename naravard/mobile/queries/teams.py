"""Reads mobile teams."""

from uuid import UUID

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.mobile.models import Team
from naravard.mobile.rows import TeamRow
from naravard.mobile.rules.states import TeamKind, TeamState
from naravard.mobile.rules.travel import Point


def teams_for(actor: Actor, municipality_code: str) -> tuple[TeamRow, ...]:
    """The active teams that go to a municipality, by name."""
    found = Team.objects.select_related("unit").filter(
        state=TeamState.ACTIVE, municipalities__contains=[municipality_code]
    )
    return tuple(row_of(team) for team in found.order_by("unit__name"))


def team_row(actor: Actor, team_id: UUID) -> TeamRow:
    """One team. Raises NotFound."""
    team = Team.objects.select_related("unit").filter(pk=team_id).first()
    if team is None:
        raise NotFound("Teamet finns inte.")
    return row_of(team)


def own_team(actor: Actor) -> TeamRow:
    """The team the actor works in. Raises NotFound for those who work in none."""
    team = Team.objects.select_related("unit").filter(pk=actor.unit_id).first()
    if team is None:
        raise NotFound(
            "Din enhet är inget mobilt team.",
            remedy="Byt uppdrag, eller be teamet om ett besök från personens sida.",
        )
    return row_of(team)


def row_of(team: Team) -> TeamRow:
    """A team as others see it."""
    return TeamRow(
        id=team.pk,
        name=team.unit.name,
        kind=TeamKind(team.kind),
        state=TeamState(team.state),
        visits_a_day=team.visits_a_day,
        municipalities=tuple(team.municipalities),
        base=Point(team.latitude, team.longitude),
        phone=team.unit.phone,
    )
