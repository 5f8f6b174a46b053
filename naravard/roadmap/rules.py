"""The road's own words: phases, whose it is, and how far things have come (pure)."""

from enum import StrEnum

from naravard.access.rules import Actor, ActorKind
from naravard.core.errors import Conflict, DomainError, NotAllowed
from naravard.people.roles import Role


class Phase(StrEnum):
    """How a road is built: measured, gravelled, paved."""

    STRATEGY = "strategy"  # strategi: räkna ut vägen, ta bort hinder
    GROUNDWORK = "groundwork"  # planering: gräva, sanda, grusa
    PAVING = "paving"  # genomförande: plattsättning


class Scope(StrEnum):
    """Who does it: the region, the municipalities, or both together."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    JOINT = "joint"


class Character(StrEnum):
    """Who notices it most."""

    INHABITANT = "inhabitant"
    STAFF = "staff"
    DECISION_MAKER = "decision_maker"


class ObstacleState(StrEnum):
    """How far the removal of an obstacle has come."""

    LEFT = "left"
    WORKING = "working"
    GONE = "gone"


class InitiativeState(StrEnum):
    """How far an initiative has come."""

    PLANNED = "planned"
    GOING_ON = "going_on"
    DELAYED = "delayed"
    DONE = "done"


class DecisionState(StrEnum):
    """Whether a decision has been taken, and stood behind by all it binds."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    RATIFIED = "ratified"


class MilestoneState(StrEnum):
    """Where on the road a milestone stands."""

    DONE = "done"
    HERE = "here"
    COMING = "coming"


DECISION_MOVES = {
    DecisionState.PROPOSED: frozenset({DecisionState.DECIDED}),
    DecisionState.DECIDED: frozenset({DecisionState.RATIFIED}),
    DecisionState.RATIFIED: frozenset[DecisionState](),
}
OBSTACLE_MOVES = {
    ObstacleState.LEFT: frozenset({ObstacleState.WORKING}),
    ObstacleState.WORKING: frozenset({ObstacleState.GONE, ObstacleState.LEFT}),
    ObstacleState.GONE: frozenset({ObstacleState.WORKING}),
}


class OnlyDecisionMakersMoveTheRoad(NotAllowed):
    """The road moves when those who answer for it say so."""


class NotAskedToRatify(NotAllowed):
    """Only those whom a decision binds can stand behind it."""


class RatifiedAlready(Conflict):
    """An organisation stands behind a decision once."""


class StartMissing(DomainError):
    """What goes on has begun some day."""


class DayMissing(DomainError):
    """Whoever is to do something knows by when."""


class NobodyIsBound(DomainError):
    """A decision binds somebody, who then stands behind it."""


class RoadIsThere(Conflict):
    """A road is read from its file once; then it is moved by people."""


def check_may_move(actor: Actor) -> None:
    """Whether the actor may change the road. Raises OnlyDecisionMakersMoveTheRoad."""
    if actor.kind is not ActorKind.STAFF or actor.role is not Role.DECISION_MAKER:
        raise OnlyDecisionMakersMoveTheRoad(
            "Du kan läsa färdplanen, men inte ändra den.",
            rule="Behörighet efter uppdrag",
            remedy="Be någon i ledningsgruppen för vård och omsorg.",
        )
