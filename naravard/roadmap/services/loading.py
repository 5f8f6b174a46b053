"""Writes the road: reads a county's file, and moves what people have moved."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.core.clock import moment_at
from naravard.people.models import Organisation
from naravard.roadmap.document import (
    CommentData,
    DecisionData,
    InitiativeData,
    RoadmapDocument,
)
from naravard.roadmap.models import (
    CouncilComment,
    ExpectedEffect,
    Initiative,
    Milestone,
    Obstacle,
    Ratification,
    RoadDecision,
    Roadmap,
    RolloutStep,
    Target,
    TargetArea,
)
from naravard.roadmap.rules import (
    DecisionState,
    RoadIsThere,
)

LONGEST_COMMENT = 1_000


@transaction.atomic
def load_roadmap(*, document: RoadmapDocument, now: datetime) -> UUID:
    """Write a county's road for the first time; returns its id. Raises RoadIsThere."""
    if Roadmap.objects.filter(key=document.key).exists():
        raise RoadIsThere(
            f"Färdplanen ”{document.key}” är redan inläst.",
            remedy="Flytta den på sidan Färdplan.",
        )
    road = Roadmap.objects.create(
        key=document.key,
        title=document.title,
        begun=document.begun,
        goal=document.goal,
        vision=document.vision,
        here=document.here,
        features=[{"title": f.title, "text": f.text} for f in document.features],
    )
    _load_lists(road, document)
    areas = {
        area.key: TargetArea.objects.create(
            roadmap=road,
            position=position,
            key=area.key,
            title=area.title,
            text=area.text,
            indicators=list(area.indicators),
        )
        for position, area in enumerate(document.areas)
    }
    initiatives = {
        row.key: _load_initiative(row, areas[row.area], position)
        for position, row in enumerate(document.initiatives)
    }
    for decision in document.decisions:
        _load_decision(decision, initiatives[decision.initiative], now)
    for comment in document.comments:
        _load_comment(comment, initiatives[comment.initiative])
    return road.pk


def _load_lists(road: Roadmap, document: RoadmapDocument) -> None:
    for position, target in enumerate(document.targets):
        Target.objects.create(
            roadmap=road,
            position=position,
            indicator=target.indicator,
            name=target.name,
            goal=target.goal,
            year=target.year,
        )
    for position, obstacle in enumerate(document.obstacles):
        Obstacle.objects.create(
            roadmap=road,
            position=position,
            key=obstacle.key,
            title=obstacle.title,
            text=obstacle.text,
            phase=obstacle.phase,
            state=obstacle.state,
            owner=obstacle.owner,
            removal=obstacle.removal,
        )
    for milestone in document.milestones:
        Milestone.objects.create(
            roadmap=road,
            year=milestone.year,
            title=milestone.title,
            text=milestone.text,
            state=milestone.state,
        )


def _load_initiative(
    row: InitiativeData, area: TargetArea, position: int
) -> Initiative:
    initiative = Initiative.objects.create(
        area=area,
        position=position,
        key=row.key,
        title=row.title,
        text=row.text,
        scope=row.scope,
        character=row.character,
        phase=row.phase,
        state=row.state,
        responsible=row.responsible,
        started_on=row.started_on,
    )
    ExpectedEffect.objects.bulk_create(
        ExpectedEffect(
            initiative=initiative,
            indicator=each.indicator,
            expected=each.expected,
            says=each.says,
        )
        for each in row.effects
    )
    RolloutStep.objects.bulk_create(
        RolloutStep(
            initiative=initiative,
            municipality_code=each.municipality,
            started_on=each.started_on,
        )
        for each in row.steps
    )
    return initiative


def _load_decision(row: DecisionData, initiative: Initiative, now: datetime) -> None:
    past = row.state is not DecisionState.PROPOSED
    at = moment_at(row.day, now.time().replace(tzinfo=None)) if past else None
    decision = RoadDecision.objects.create(
        initiative=initiative,
        key=row.key,
        title=row.title,
        text=row.text,
        body=row.body,
        day=row.day,
        state=row.state,
        decided_by=row.body if past else "",
        decided_at=at,
    )
    bound = Organisation.objects.filter(key__in=row.ratifies)
    Ratification.objects.bulk_create(
        Ratification(
            decision=decision,
            organisation=organisation,
            at=at if row.state is DecisionState.RATIFIED else None,
        )
        for organisation in bound
    )


def _load_comment(row: CommentData, initiative: Initiative) -> None:
    CouncilComment.objects.create(
        initiative=initiative, council=row.council, text=row.text, said_on=row.said_on
    )
