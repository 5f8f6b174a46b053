"""Stones, initiatives, milestones and decisions as those who answer for them write."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.indicators.registry import indicator_named
from naravard.people.models import Organisation
from naravard.roadmap.document import ExpectedEffect, Step
from naravard.roadmap.models import (
    ExpectedEffect as EffectRow,
)
from naravard.roadmap.models import (
    Initiative,
    Milestone,
    Obstacle,
    Ratification,
    RoadDecision,
    RoadEdit,
    Roadmap,
    RolloutStep,
    TargetArea,
)
from naravard.roadmap.rules import (
    Character,
    DecisionState,
    InitiativeState,
    MilestoneState,
    NobodyIsBound,
    ObstacleState,
    Phase,
    Scope,
    StartMissing,
    check_may_move,
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleText:
    """What is in the way, whose it is, and how it is to be removed."""

    title: str
    text: str
    phase: Phase
    owner: str
    removal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneText:
    """What is to be reached in a year."""

    year: int
    title: str
    text: str
    state: MilestoneState


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeText:
    """What is done, whose it is, and how far it has come.

    `effect` and `step` are added to those it has; another for the same measure or
    municipality takes the place of the first.
    """

    area_id: UUID
    title: str
    text: str
    scope: Scope
    character: Character
    phase: Phase
    state: InitiativeState
    responsible: str
    started_on: date | None
    effect: ExpectedEffect | None = None
    step: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalText:
    """What is to be decided, by whom, on which day, and whom it binds."""

    title: str
    text: str
    body: str
    day: date
    binds: tuple[UUID, ...]


@transaction.atomic
def write_obstacle(
    *, actor: Actor, obstacle_id: UUID | None, wanted: ObstacleText, now: datetime
) -> UUID:
    """A new obstacle, which is left to remove, or other words for one that is there."""
    check_may_move(actor)
    row = (
        _the(Obstacle.objects.filter(pk=obstacle_id).first(), "Hindret finns inte.")
        if obstacle_id
        else Obstacle(
            roadmap=_road(),
            key=_new_key(),
            position=_last(Obstacle.objects.aggregate(last=Max("position"))),
            state=ObstacleState.LEFT,
        )
    )
    row.title, row.text, row.phase = wanted.title, wanted.text, wanted.phase
    row.owner, row.removal = wanted.owner, wanted.removal
    row.save()
    _note(actor, "obstacle", row.pk, wanted.title, now)
    return row.pk


@transaction.atomic
def write_milestone(
    *, actor: Actor, milestone_id: UUID | None, wanted: MilestoneText, now: datetime
) -> UUID:
    """A new milestone, or another year, state or words for one that is there."""
    check_may_move(actor)
    row = (
        _the(
            Milestone.objects.filter(pk=milestone_id).first(), "Milstolpen finns inte."
        )
        if milestone_id
        else Milestone(roadmap=_road())
    )
    row.year, row.title = wanted.year, wanted.title
    row.text, row.state = wanted.text, wanted.state
    row.save()
    _note(actor, "milestone", row.pk, wanted.title, now)
    return row.pk


@transaction.atomic
def write_initiative(
    *, actor: Actor, initiative_id: UUID | None, wanted: InitiativeText, now: datetime
) -> UUID:
    """A new initiative, or other words, state, effects or steps for one that is there.

    Raises StartMissing, UnknownIndicator or NotFound.
    """
    check_may_move(actor)
    if wanted.state is not InitiativeState.PLANNED and wanted.started_on is None:
        raise StartMissing(
            "En insats som pågår eller är klar har börjat någon dag.",
            remedy="Skriv vilken dag den började, eller låt den vara planerad.",
        )
    row = (
        _the(
            Initiative.objects.filter(pk=initiative_id).first(), "Insatsen finns inte."
        )
        if initiative_id
        else Initiative(
            key=_new_key(),
            position=_last(Initiative.objects.aggregate(last=Max("position"))),
        )
    )
    row.area = _the(
        TargetArea.objects.filter(pk=wanted.area_id).first(), "Målområdet finns inte."
    )
    for name in ("title", "text", "scope", "character", "phase", "state"):
        setattr(row, name, getattr(wanted, name))
    row.responsible, row.started_on = wanted.responsible, wanted.started_on
    row.save()
    _add(row, wanted)
    _note(actor, "initiative", row.pk, wanted.title, now)
    return row.pk


@transaction.atomic
def propose_decision(
    *, actor: Actor, initiative_id: UUID, wanted: ProposalText, now: datetime
) -> UUID:
    """Something to be decided, and whom it will bind. Raises NobodyIsBound."""
    check_may_move(actor)
    initiative = _the(
        Initiative.objects.filter(pk=initiative_id).first(), "Insatsen finns inte."
    )
    bound = list(Organisation.objects.filter(pk__in=wanted.binds))
    if not bound:
        raise NobodyIsBound(
            "Det är inte sagt vilka beslutet binder.",
            remedy="Välj minst en organisation som ska ställa sig bakom det.",
        )
    row = RoadDecision.objects.create(
        initiative=initiative,
        key=_new_key(),
        title=wanted.title,
        text=wanted.text,
        body=wanted.body,
        day=wanted.day,
        state=DecisionState.PROPOSED,
    )
    Ratification.objects.bulk_create(
        Ratification(decision=row, organisation=organisation) for organisation in bound
    )
    _note(actor, "decision", row.pk, wanted.title, now)
    return row.pk


def _add(row: Initiative, wanted: InitiativeText) -> None:
    if wanted.effect is not None:
        EffectRow.objects.update_or_create(
            initiative=row,
            indicator=indicator_named(wanted.effect.indicator).id,
            defaults={"expected": wanted.effect.expected, "says": wanted.effect.says},
        )
    if wanted.step is not None:
        RolloutStep.objects.update_or_create(
            initiative=row,
            municipality_code=wanted.step.municipality,
            defaults={"started_on": wanted.step.started_on},
        )


def _road() -> Roadmap:
    return _the(
        Roadmap.objects.order_by("begun", "key").first(), "Det finns ingen färdplan."
    )


def _the(row: Row | None, missing: str) -> Row:
    if row is None:
        raise NotFound(missing)
    return row


def _last(found: dict[str, int | None]) -> int:
    """The place after the last."""
    return (found["last"] or 0) + 1


def _new_key() -> str:
    return uuid4().hex


def _note(actor: Actor, kind: str, about: UUID, title: str, now: datetime) -> None:
    """Who wrote what when; added to only."""
    RoadEdit.objects.create(
        kind=kind,
        about=about,
        title=title,
        at=now,
        by_name=actor.name,
        by_unit=actor.unit_name,
    )
