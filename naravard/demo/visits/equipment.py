"""What the invented teams work with: cars, bags and machines, old and to come."""

from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from naravard.mobile import services
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import TeamKind, TeamState

CARS, A_CAR = 3, 10  # and the visits a day that one is enough for
NEXT_MONTH = timedelta(days=30)
MACHINES = {
    TeamKind.CLOSE_CARE: (ResourceKind.ULTRASOUND, "Ultraljud 1", 8),
    TeamKind.PALLIATIVE: (ResourceKind.PUMP, "Läkemedelspump 1", 2),
    TeamKind.XRAY: (ResourceKind.XRAY, "Röntgenapparat 1", 12),
}


class _Unit(Protocol):
    @property
    def id(self) -> UUID: ...

    @property
    def valid_from(self) -> date: ...


class Team(Protocol):
    """As much of a team as is needed to equip it."""

    @property
    def unit(self) -> _Unit:
        """Its unit."""

    @property
    def kind(self) -> TeamKind:
        """What it does."""


def equip(team: Team, today: date) -> None:
    """Some cars, a bag, the team's machine, and a car that comes next month."""
    since = team.unit.valid_from
    for number in range(1, CARS + 1):
        _add(team, (ResourceKind.CAR, f"Bil {number}", A_CAR), since)
    _add(team, (ResourceKind.BAG, "Provtagningsväska", A_CAR), since)
    machine = MACHINES.get(team.kind)
    if machine is not None:
        _add(team, machine, since)
    coming = (ResourceKind.CAR, f"Bil {CARS + 1}", A_CAR)
    _add(team, coming, today + NEXT_MONTH, state=TeamState.PLANNED)


def _add(
    team: Team,
    what: tuple[ResourceKind, str, int],
    since: date,
    *,
    state: TeamState = TeamState.ACTIVE,
) -> None:
    kind, name, capacity = what
    services.keep_resource(
        team_id=team.unit.id,
        resource=services.NewResource(
            kind=kind, name=name, capacity=capacity, opens_on=since
        ),
        state=state,
    )
