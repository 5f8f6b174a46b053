"""A county's road as a file says it (pure); the format is in docs/roadmap.md."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from naravard.core.errors import DomainError
from naravard.indicators.periods import months_later
from naravard.indicators.registry import indicator_named
from naravard.roadmap.rules import (
    Character,
    DecisionState,
    InitiativeState,
    MilestoneState,
    ObstacleState,
    Phase,
    Scope,
)


class RoadmapNotReadable(DomainError):
    """A file of the road lacks something, or says something unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing that is true when the road has been walked."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaData:
    """A target area (målområde), with the measures that follow it."""

    key: str
    title: str
    text: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetData:
    """How good a measure is to be, by the end of which year."""

    indicator: str
    name: str
    goal: float
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleData:
    """What is in the way, whose it is, and how it is to be removed."""

    key: str
    title: str
    text: str
    phase: Phase
    state: ObstacleState
    owner: str
    removal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneData:
    """What is to be reached in a year."""

    year: int
    title: str
    text: str
    state: MilestoneState


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEffect:
    """How much an initiative is to change a measure, in the measure's own unit."""

    indicator: str
    expected: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where an initiative began when, as it is rolled out."""

    municipality: str
    started_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeData:
    """Something that is done on the road (insats)."""

    key: str
    title: str
    text: str
    scope: Scope
    character: Character
    area: str
    phase: Phase
    state: InitiativeState
    responsible: str
    started_on: date | None
    effects: tuple[ExpectedEffect, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionData:
    """What is to be decided, by whom, and who must stand behind it."""

    key: str
    title: str
    text: str
    initiative: str
    state: DecisionState
    body: str
    day: date
    ratifies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentData:
    """What a council of inhabitants has said."""

    initiative: str
    council: str
    text: str
    said_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapDocument:
    """The whole file."""

    key: str
    title: str
    begun: int
    goal: int
    vision: str
    here: str
    features: tuple[Feature, ...]
    areas: tuple[AreaData, ...]
    targets: tuple[TargetData, ...]
    obstacles: tuple[ObstacleData, ...]
    milestones: tuple[MilestoneData, ...]
    initiatives: tuple[InitiativeData, ...]
    decisions: tuple[DecisionData, ...]
    comments: tuple[CommentData, ...]


def read_roadmap(path: Path, today: date) -> RoadmapDocument:
    """The file, with every `months_ago` made a day. Raises RoadmapNotReadable."""
    try:
        said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        document = _document(said, today)
    except (OSError, KeyError, TypeError, ValueError) as problem:
        raise RoadmapNotReadable(
            f"{path.name} går inte att läsa: {problem}.",
            remedy="Formatet står i docs/roadmap.md.",
        ) from problem
    _check(document)
    return document


def _document(said: dict[str, Any], today: date) -> RoadmapDocument:
    return RoadmapDocument(
        **said["roadmap"],
        features=tuple(Feature(**row) for row in said["features"]),
        areas=tuple(
            AreaData(**(row | {"indicators": tuple(row["indicators"])}))
            for row in said["areas"]
        ),
        targets=tuple(TargetData(**row) for row in said["targets"]),
        obstacles=tuple(
            ObstacleData(
                **(
                    row
                    | {
                        "phase": Phase(row["phase"]),
                        "state": ObstacleState(row["state"]),
                    }
                )
            )
            for row in said["obstacles"]
        ),
        milestones=tuple(
            MilestoneData(**(row | {"state": MilestoneState(row["state"])}))
            for row in said["milestones"]
        ),
        initiatives=tuple(_initiative(row, today) for row in said["initiatives"]),
        decisions=tuple(_decision(row, today) for row in said["decisions"]),
        comments=tuple(
            CommentData(
                initiative=row["initiative"],
                council=row["council"],
                text=row["text"],
                said_on=months_later(today, -row["months_ago"]),
            )
            for row in said["comments"]
        ),
    )


def _initiative(row: dict[str, Any], today: date) -> InitiativeData:
    ago = row.get("started_months_ago")
    return InitiativeData(
        key=row["key"],
        title=row["title"],
        text=row["text"],
        scope=Scope(row["scope"]),
        character=Character(row["character"]),
        area=row["area"],
        phase=Phase(row["phase"]),
        state=InitiativeState(row["state"]),
        responsible=row["responsible"],
        started_on=None if ago is None else _month(today, ago),
        effects=tuple(ExpectedEffect(**each) for each in row["effects"]),
        steps=tuple(
            Step(
                municipality=each["municipality"],
                started_on=_month(today, each["months_ago"]),
            )
            for each in row.get("steps", ())
        ),
    )


def _decision(row: dict[str, Any], today: date) -> DecisionData:
    return DecisionData(
        key=row["key"],
        title=row["title"],
        text=row["text"],
        initiative=row["initiative"],
        state=DecisionState(row["state"]),
        body=row["body"],
        day=months_later(today, row["months_ahead"]),
        ratifies=tuple(row["ratifies"]),
    )


def _month(today: date, ago: int) -> date:
    """The first day of the month so many whole months back."""
    return months_later(today.replace(day=1), -ago)


def _check(document: RoadmapDocument) -> None:
    """Every name that is referred to is there. Raises DomainError."""
    areas = {area.key for area in document.areas}
    keys = {initiative.key for initiative in document.initiatives}
    for name in (
        *(target.indicator for target in document.targets),
        *(name for area in document.areas for name in area.indicators),
        *(each.indicator for row in document.initiatives for each in row.effects),
    ):
        indicator_named(name)
    for row in document.initiatives:
        if row.area not in areas:
            raise RoadmapNotReadable(f"{row.key}: målområdet ”{row.area}” finns inte.")
    for name in (
        *(decision.initiative for decision in document.decisions),
        *(comment.initiative for comment in document.comments),
    ):
        if name not in keys:
            raise RoadmapNotReadable(f"Insatsen ”{name}” finns inte.")
