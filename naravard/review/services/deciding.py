"""Asking, explaining, deciding and following up; each word is kept for good."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category
from naravard.core.errors import NotFound
from naravard.core.states import MoveNotAllowed, check_move
from naravard.review.definition import Weight
from naravard.review.models import Pick, Word
from naravard.review.rules import (
    DECISIONS,
    MOVES,
    Status,
    check_may_decide,
    check_said,
)
from naravard.review.services.opening import reference


@transaction.atomic
def ask(*, actor: Actor, pick_id: UUID, question: str, now: datetime) -> None:
    """Ask the one who read. Raises AccessDenied, NotFound, MoveNotAllowed."""
    _move(actor, pick_id, Status.ASKED, check_said(question, needed=True), now)


@transaction.atomic
def decide(
    *, actor: Actor, pick_id: UUID, decision: Status, words: str, now: datetime
) -> None:
    """Decide: in order, to be investigated, or a breach; a sample needs no words.

    Raises as `ask`, and ReviewWordMissing.
    """
    if decision not in DECISIONS:
        raise MoveNotAllowed(f"{decision} är inget beslut.")
    light = reference(actor, pick_id).weight <= Weight.LOW
    needed = decision is not Status.IN_ORDER or not light
    _move(actor, pick_id, decision, check_said(words, needed=needed), now)


@transaction.atomic
def follow_up(*, actor: Actor, pick_id: UUID, done: str, now: datetime) -> None:
    """Close a breach by saying what has been done about it. Raises as `ask`."""
    _move(actor, pick_id, Status.FOLLOWED_UP, check_said(done, needed=True), now)


@transaction.atomic
def explain(*, actor: Actor, pick_id: UUID, answer: str, now: datetime) -> None:
    """Answer a question about one's own reading. Raises NotFound, MoveNotAllowed."""
    said = check_said(answer, needed=True)
    row = (
        Pick.objects.select_for_update()
        .filter(Q(professional_id=actor.professional_id), pk=pick_id)
        .first()
    )
    if row is None:
        raise NotFound("Frågan finns inte.", remedy="Gå till dina frågor igen.")
    check_move(MOVES, Status(row.status), Status.EXPLAINED)
    _say(actor, row, Status.EXPLAINED, said, now)


def _move(actor: Actor, pick_id: UUID, after: Status, text: str, now: datetime) -> None:
    access.require(actor=actor, action=Action.REVIEW_LOG)
    found = reference(actor, pick_id)
    row = Pick.objects.select_for_update().get(pk=found.id)
    check_may_decide(
        before=Status(row.status),
        after=after,
        reader=row.professional_id,
        reviewer=actor.professional_id,
    )
    _say(actor, row, after, text, now)


def _say(actor: Actor, row: Pick, after: Status, text: str, now: datetime) -> None:
    assert actor.assignment_id is not None  # only staff come here
    Pick.objects.filter(pk=row.pk).update(status=after)
    Word.objects.create(
        pick_id=row.pk,
        at=now,
        status=after,
        text=text,
        said_by_id=actor.assignment_id,
    )
    access.log(
        actor=actor,
        action=Action.REVIEW_LOG,
        person_ids=(row.person_id,),
        now=now,
        category=Category.ACCESS_LOG,
        about=row.pk,
    )
