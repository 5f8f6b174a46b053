"""Opening the list of reviews, and one of them with the rows of the log behind it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.queries import LogLine, log_rows
from naravard.access.rules import Action, Actor, Category, may_do
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.people.queries import PersonHeader, person_header
from naravard.review.queries.reviews import (
    AskedRow,
    Overview,
    PickRow,
    RunRow,
    WordRow,
    asked_of,
    counts,
    pick_reference,
    picks,
    runs,
    words_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedReviews:
    """The questions to the actor; for one who reviews also the list, and its state."""

    asked: tuple[AskedRow, ...]
    reviews: bool
    picks: tuple[PickRow, ...] = ()
    closed: tuple[PickRow, ...] = ()
    overview: Overview | None = None
    runs: tuple[RunRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedReview:
    """One review: whom it concerns, the rows of the log, and what has been said.

    Of the person only who she is; the record itself is never shown to a reviewer.
    """

    pick: PickRow
    person: PersonHeader
    lines: tuple[LogLine, ...]
    words: tuple[WordRow, ...]
    is_own: bool


@transaction.atomic
def open_reviews(*, actor: Actor, now: datetime) -> OpenedReviews:
    """What the actor is asked about, and what she has to review; logged."""
    reviews = may_do(actor, Action.REVIEW_LOG).allowed
    asked = asked_of(actor)
    if reviews or asked:
        access.log(
            actor=actor,
            action=Action.REVIEW_LOG,
            person_ids=tuple({row.pick.person_id for row in asked}),
            now=now,
            category=Category.ACCESS_LOG,
        )
    if not reviews:
        return OpenedReviews(asked=asked, reviews=False)
    return OpenedReviews(
        asked=asked,
        reviews=True,
        picks=picks(actor),
        closed=picks(actor, closed=True)[:20],
        overview=counts(actor, day_of(now)),
        runs=runs(actor),
    )


@transaction.atomic
def open_review(*, actor: Actor, pick_id: UUID, now: datetime) -> OpenedReview:
    """One review with the rows of the log behind it. Raises AccessDenied, NotFound."""
    access.require(actor=actor, action=Action.REVIEW_LOG)
    found = reference(actor, pick_id)
    record = access.open_record(
        actor=actor,
        person_id=found.person_id,
        now=now,
        category=Category.ACCESS_LOG,
        action=Action.REVIEW_LOG,
        about=pick_id,
    )
    return OpenedReview(
        pick=found,
        person=person_header(record),
        lines=log_rows(record, found.entries),
        words=words_of(record, pick_id),
        is_own=found.professional_id == actor.professional_id,
    )


def reference(actor: Actor, pick_id: UUID) -> PickRow:
    """The review, if it is the actor's to look at. Raises NotFound."""
    found = pick_reference(actor, pick_id)
    if found is None:
        raise NotFound(
            "Granskningen finns inte.",
            remedy="Gå till listan och välj en annan.",
        )
    return found
