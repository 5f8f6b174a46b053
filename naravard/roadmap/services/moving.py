"""Writes the road: reads a county's file, and moves what people have moved."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Actor
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.core.states import check_move
from naravard.roadmap.models import (
    CouncilComment,
    Initiative,
    Obstacle,
    ObstacleMove,
    RoadDecision,
)
from naravard.roadmap.rules import (
    DECISION_MOVES,
    OBSTACLE_MOVES,
    DecisionState,
    NotAskedToRatify,
    ObstacleState,
    RatifiedAlready,
    check_may_move,
)

LONGEST_COMMENT = 1_000


@transaction.atomic
def move_obstacle(
    *, actor: Actor, obstacle_id: UUID, to: ObstacleState, now: datetime
) -> None:
    """Say how far the removal has come. Raises NotAllowed or MoveNotAllowed."""
    check_may_move(actor)
    obstacle = Obstacle.objects.select_for_update().filter(pk=obstacle_id).first()
    if obstacle is None:
        raise NotFound("Hindret finns inte.")
    check_move(OBSTACLE_MOVES, ObstacleState(obstacle.state), to)
    ObstacleMove.objects.create(
        obstacle=obstacle,
        before=obstacle.state,
        after=to,
        at=now,
        by_name=actor.name,
        by_unit=actor.unit_name,
    )
    obstacle.state = to
    obstacle.save(update_fields=["state"])


@transaction.atomic
def decide(*, actor: Actor, decision_id: UUID, now: datetime) -> None:
    """Enter in the log that the decision has been taken; then it is to be ratified."""
    check_may_move(actor)
    decision = _decision(decision_id)
    check_move(DECISION_MOVES, DecisionState(decision.state), DecisionState.DECIDED)
    decision.state = DecisionState.DECIDED
    decision.decided_at = now
    decision.decided_by = f"{actor.name}, {actor.title}"
    decision.day = day_of(now)
    decision.save(update_fields=["state", "decided_at", "decided_by", "day"])


@transaction.atomic
def ratify(*, actor: Actor, decision_id: UUID, now: datetime) -> None:
    """Stand behind a decision for the actor's own organisation.

    When all whom it binds have done so, the decision is ratified.
    """
    check_may_move(actor)
    decision = _decision(decision_id)
    check_move(DECISION_MOVES, DecisionState(decision.state), DecisionState.RATIFIED)
    mine = actor.organisation_id or UUID(int=0)
    row = decision.ratification_set.filter(organisation_id=mine).first()
    if row is None:
        raise NotAskedToRatify(
            "Beslutet binder inte din organisation.",
            remedy="De som ska ställa sig bakom det står under beslutet.",
        )
    if row.at is not None:
        raise RatifiedAlready("Din organisation står redan bakom beslutet.")
    row.at, row.by_name = now, actor.name
    row.save(update_fields=["at", "by_name"])
    if not decision.ratification_set.filter(at=None).exists():
        decision.state = DecisionState.RATIFIED
        decision.save(update_fields=["state"])


@transaction.atomic
def comment(
    *, actor: Actor, initiative_id: UUID, council: str, text: str, now: datetime
) -> UUID:
    """Write down what a council of inhabitants has said about an initiative."""
    check_may_move(actor)
    if not Initiative.objects.filter(pk=initiative_id).exists():
        raise NotFound("Insatsen finns inte.")
    row = CouncilComment.objects.create(
        initiative_id=initiative_id,
        council=council.strip(),
        text=text.strip()[:LONGEST_COMMENT],
        said_on=day_of(now),
        written_by=actor.name,
    )
    return row.pk


def _decision(decision_id: UUID) -> RoadDecision:
    row = RoadDecision.objects.select_for_update().filter(pk=decision_id).first()
    if row is None:
        raise NotFound("Beslutet finns inte.")
    return row
