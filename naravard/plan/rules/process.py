"""The SIP process as states, moves and guards (domain: six steps of the process)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from naravard.core.errors import DomainError
from naravard.core.states import check_move


class PlanStatus(StrEnum):
    """Where a plan is on its way from a flagged need to its end."""

    NEED_FLAGGED = "need_flagged"
    CONSENT_PENDING = "consent_pending"
    DECLINED = "declined"
    PREPARING = "preparing"
    INVITED = "invited"
    MEETING_HELD = "meeting_held"
    ACTIVE = "active"
    UNDER_REVIEW = "under_review"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


_WHILE_WORKING = frozenset({PlanStatus.WITHDRAWN, PlanStatus.CLOSED})

MOVES: dict[PlanStatus, frozenset[PlanStatus]] = {
    PlanStatus.NEED_FLAGGED: frozenset(
        {PlanStatus.CONSENT_PENDING, PlanStatus.PREPARING, PlanStatus.DECLINED}
    ),
    PlanStatus.CONSENT_PENDING: frozenset({PlanStatus.PREPARING, PlanStatus.DECLINED}),
    # Asked again, when some time has passed or she changes her mind.
    PlanStatus.DECLINED: frozenset({PlanStatus.CONSENT_PENDING, PlanStatus.PREPARING}),
    PlanStatus.PREPARING: frozenset({PlanStatus.INVITED, PlanStatus.ACTIVE})
    | _WHILE_WORKING,
    PlanStatus.INVITED: frozenset({PlanStatus.MEETING_HELD, PlanStatus.PREPARING})
    | _WHILE_WORKING,
    PlanStatus.MEETING_HELD: frozenset({PlanStatus.ACTIVE, PlanStatus.INVITED})
    | _WHILE_WORKING,
    PlanStatus.ACTIVE: frozenset({PlanStatus.UNDER_REVIEW}) | _WHILE_WORKING,
    PlanStatus.UNDER_REVIEW: frozenset({PlanStatus.ACTIVE, PlanStatus.INVITED})
    | _WHILE_WORKING,
    PlanStatus.CLOSED: frozenset(),
    PlanStatus.WITHDRAWN: frozenset({PlanStatus.PREPARING, PlanStatus.CLOSED}),
}

# Before anybody has said yes there is nothing to read together.
BEFORE_CONSENT = frozenset(
    {PlanStatus.NEED_FLAGGED, PlanStatus.CONSENT_PENDING, PlanStatus.DECLINED}
)
SHARED = frozenset(PlanStatus) - BEFORE_CONSENT - {PlanStatus.WITHDRAWN}
WORKED_ON = SHARED - {PlanStatus.CLOSED}
ENDED = frozenset({PlanStatus.CLOSED})


class EndedBecause(StrEnum):
    """Why a plan was closed."""

    GOALS_MET = "goals_met"
    NEED_CEASED = "need_ceased"
    PERSON_ENDS = "person_ends"
    DECEASED = "deceased"


class ConsentFirst(DomainError):
    """Nothing is planned together until the person has said yes."""

    rule = "HSL 16 kap. 4 §, SoL 10 kap. 8 §"


class NotStartedYet(DomainError):
    """The plan is not at the step that this belongs to."""


class EvaluationFirst(DomainError):
    """A plan is closed with the person's own evaluation, or a reason why not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveFacts:
    """What the guards must know beside the two states."""

    consented: bool = False
    by_law: bool = False  # a plan by LPT 7 a § asks for no consent
    took_part_or_why_not: bool = False
    lacks: bool = True  # a legal plan still lacks something
    review_due_on: date | None = None
    asked_for: bool = False  # somebody asks for the review
    today: date | None = None
    evaluated: bool = False


def check_can_move(before: PlanStatus, after: PlanStatus, facts: MoveFacts) -> None:
    """Raise unless the process has the arrow and its guard is met.

    Raises MoveNotAllowed, ConsentFirst, NotStartedYet and EvaluationFirst. What a plan
    lacks is told apart, by the legal plan itself.
    """
    check_move(MOVES, before, after)
    if after in WORKED_ON and not (facts.consented or facts.by_law):
        raise ConsentFirst(
            "Personen har inte sagt ja till planen.",
            remedy="Fråga personen och anteckna svaret.",
        )
    if after is PlanStatus.MEETING_HELD and not facts.took_part_or_why_not:
        raise NotStartedYet(
            "Personen deltog inte, och inget skäl är antecknat.",
            rule="HSL 16 kap. 4 §: planen ska när det är möjligt upprättas"
            " tillsammans med den enskilde",
            remedy="Skriv varför personen inte deltog, eller boka ett nytt möte.",
        )
    if after is PlanStatus.UNDER_REVIEW:
        _check_review(facts)
    if after is PlanStatus.CLOSED and not facts.evaluated:
        raise EvaluationFirst(
            "Planen kan inte avslutas utan personens egen utvärdering.",
            rule="HSL 16 kap. 4 §, SoL 10 kap. 9 §",
            remedy="Fråga personen hur det har gått, eller skriv varför hon eller han"
            " inte svarar.",
        )


def _check_review(facts: MoveFacts) -> None:
    due = (
        facts.review_due_on is not None
        and facts.today is not None
        and facts.review_due_on <= facts.today
    )
    if not due and not facts.asked_for:
        raise NotStartedYet(
            "Uppföljningen är inte framme än.",
            remedy="Säg att någon har bett om en tidigare uppföljning, om så är.",
        )
