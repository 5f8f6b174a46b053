"""A team as whoever leads it sees it: frozen rows (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naravard.mobile.rows import TeamRow
from naravard.mobile.rules.resources import ResourceKind, TeamAct
from naravard.mobile.rules.states import TeamState


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceRow:
    """What somebody may do besides their profession; with a giver, a delegation."""

    id: UUID
    skill: str
    given_by: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """Somebody in the team, and what they may do."""

    assignment_id: UUID
    name: str
    title: str
    by_profession: tuple[str, ...]
    competences: tuple[CompetenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRow:
    """Somebody's hours on a day to come."""

    id: UUID
    assignment_id: UUID
    name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceRow:
    """A car, a bag or a machine, and how many visits a day it is enough for."""

    id: UUID
    kind: ResourceKind
    name: str
    state: TeamState
    capacity: int
    opens_on: date
    closes_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamChangeRow:
    """What somebody changed about a team; nobody: a job did it."""

    what: TeamAct
    told: str
    by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LedTeam:
    """A team as whoever leads it sees it; None: the unit has not begun as one."""

    unit: str
    team: TeamRow | None
    members: tuple[MemberRow, ...]
    shifts: tuple[ShiftRow, ...]
    planned: Mapping[date, int]  # visits of each day to come
    resources: tuple[ResourceRow, ...]
    history: tuple[TeamChangeRow, ...]  # the latest first
