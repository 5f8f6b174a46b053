"""What the road shows others: frozen rows, no tables (pure)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naravard.core.clock import day_of
from naravard.roadmap.document import ExpectedEffect, Feature, Step
from naravard.roadmap.rules import (
    Character,
    DecisionState,
    InitiativeState,
    MilestoneState,
    ObstacleState,
    Phase,
    Scope,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """A target area, with the measures that follow it."""

    id: UUID
    title: str
    text: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """How good a measure is to be, by the end of which year."""

    indicator: str
    name: str
    goal: float
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleRow:
    """What is in the way."""

    id: UUID
    title: str
    text: str
    phase: Phase
    state: ObstacleState
    owner: str
    removal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow:
    """What is to be reached in a year."""

    id: UUID
    year: int
    title: str
    text: str
    state: MilestoneState


@dataclass(frozen=True, slots=True, kw_only=True)
class RatificationRow:
    """An organisation that a decision binds, and when it stood behind it."""

    organisation_id: UUID
    organisation: str
    at: datetime | None
    by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision to be taken, or in the log."""

    id: UUID
    title: str
    text: str
    initiative_id: UUID
    initiative: str
    body: str
    day: date
    state: DecisionState
    decided_by: str
    ratifications: tuple[RatificationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """What a weekly meeting agreed on."""

    id: UUID
    text: str
    owner: str
    due_on: date | None
    written_at: datetime
    by_name: str
    by_unit: str
    done_at: datetime | None
    done_by: str

    @property
    def written_on(self) -> date:
        """The day of the meeting."""
        return day_of(self.written_at)

    def is_late(self, today: date) -> bool:
        """Whether it should have been done."""
        return self.done_at is None and bool(self.due_on and self.due_on < today)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRow:
    """What a council of inhabitants has said."""

    council: str
    text: str
    said_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeRow:
    """Something that is done on the road."""

    id: UUID
    area_id: UUID
    area: str
    title: str
    text: str
    scope: Scope
    character: Character
    phase: Phase
    state: InitiativeState
    responsible: str
    started_on: date | None
    effects: tuple[ExpectedEffect, ...]
    steps: tuple[Step, ...]
    comments: tuple[CommentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """The whole road."""

    title: str
    begun: int
    goal: int
    vision: str
    here: str
    features: tuple[Feature, ...]
    areas: tuple[AreaRow, ...]
    targets: tuple[TargetRow, ...]
    obstacles: tuple[ObstacleRow, ...]
    milestones: tuple[MilestoneRow, ...]
    initiatives: tuple[InitiativeRow, ...]
    decisions: tuple[DecisionRow, ...]

    def target(self, indicator: str) -> TargetRow | None:
        """The target of a measure, if it has one."""
        return next((row for row in self.targets if row.indicator == indicator), None)

    def changes_of(self, indicator: str) -> tuple[InitiativeRow, ...]:
        """Initiatives that began and are to change the measure, in order of time."""
        linked = [
            row
            for row in self.initiatives
            if row.started_on and any(e.indicator == indicator for e in row.effects)
        ]
        return tuple(sorted(linked, key=lambda row: row.started_on or date.min))
