"""The plan is taken into use, looked at again, and closed."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, OpenRecord, RelationKind
from naravard.core.clock import day_of
from naravard.plan.models import Meeting
from naravard.plan.queries.heads import plan_of
from naravard.plan.queries.legal import standings
from naravard.plan.rules.content import with_part
from naravard.plan.rules.errors import PlanLacks
from naravard.plan.rules.kinds import PassageKind, ReviewOf, View
from naravard.plan.rules.parts import Passage, Review
from naravard.plan.rules.process import (
    EndedBecause,
    NotStartedYet,
    PlanStatus,
)
from naravard.plan.services.file import PlanFile, known_of, log, move, take_working
from naravard.plan.services.writing import write
from naravard.plan.stored import author_of

# Legal plans that must be whole before the plan holds. A patientkontrakt is an
# agreement that grows. Where the person has said yes to planning together, a plan of
# court grows beside the others and is told apart by its signatures.
BLOCKING = frozenset({View.SIP, View.SVOP, View.LSS10, View.REHAB, View.EGENVARD})
# Without her yes it stands alone, and holds only when all have signed (LPT 7 a §).
BY_LAW_ALONE = frozenset({View.LPT7A})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDone:
    """What a review came to: in words, how it was for the person (1–5), when next."""

    outcome: str
    next_on: date
    experience: int | None = None


@transaction.atomic
def take_into_use(*, record: OpenRecord, plan_id: UUID, now: datetime) -> None:
    """The plan holds from now on. Raises PlanLacks with all that is missing."""
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    _check_nothing_lacks(record, now)
    move(
        record=record,
        plan=file.plan,
        after=PlanStatus.ACTIVE,
        facts=known_of(file.plan),
        now=now,
    )
    log(record, Action.LEAD_PLAN, now, plan_id)


@transaction.atomic
def start_review(
    *, record: OpenRecord, plan_id: UUID, now: datetime, asked_because: str = ""
) -> None:
    """Look at the plan again: on its day, or earlier when anybody in it asks."""
    file = take_working(record, plan_id, Action.ANSWER_IN_PLAN)
    move(
        record=record,
        plan=file.plan,
        after=PlanStatus.UNDER_REVIEW,
        facts=replace(
            known_of(file.plan),
            review_due_on=file.plan.review_due_on,
            today=day_of(now),
            asked_for=bool(asked_because.strip()),
        ),
        now=now,
        because=asked_because,
    )
    log(record, Action.ANSWER_IN_PLAN, now, plan_id)


@transaction.atomic
def finish_review(
    *, record: OpenRecord, plan_id: UUID, done: ReviewDone, now: datetime
) -> None:
    """Keep what came of the review, set the next day, and let the plan go on.

    Raises PlanLacks, NotStartedYet when the next day is not ahead.
    """
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    _check_ahead(done.next_on, day_of(now))
    _write_review(record, file, done, now)
    _check_nothing_lacks(record, now)
    move(
        record=record,
        plan=file.plan,
        after=PlanStatus.ACTIVE,
        facts=known_of(file.plan),
        now=now,
    )
    log(record, Action.LEAD_PLAN, now, plan_id)


@transaction.atomic
def close(
    *,
    record: OpenRecord,
    plan_id: UUID,
    because: EndedBecause,
    outcome: str,
    now: datetime,
    evaluation: str = "",
    why_no_evaluation: str = "",
) -> None:
    """End the plan with the person's own evaluation, or why there is none.

    Those who took part follow up for as long as their relation lives on. Raises
    EvaluationFirst.
    """
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    if evaluation.strip():
        _write_evaluation(record, file, evaluation, now)
    told = [outcome, why_no_evaluation]
    _end_around(file, now)
    known = known_of(file.plan)
    file.plan.ended_at = now
    file.plan.ended_because = because
    file.plan.compulsory_since = None
    move(
        record=record,
        plan=file.plan,
        after=PlanStatus.CLOSED,
        facts=replace(
            known,
            evaluated=bool(evaluation.strip() or why_no_evaluation.strip()),
        ),
        now=now,
        because="\n".join(text for text in told if text.strip()),
    )
    log(record, Action.LEAD_PLAN, now, plan_id)


def _end_around(file: PlanFile, now: datetime) -> None:
    """Meetings and relations, while the database still shows them."""
    Meeting.objects.filter(plan=file.plan, status__in=["proposed", "called"]).update(
        status="cancelled", cancelled_because="Planen är avslutad.", changed_at=now
    )
    access.end_relations(
        source=file.plan.pk,
        ends_at=now,
        kinds=(RelationKind.PLAN, RelationKind.COMPULSORY_PLAN),
    )


def _check_nothing_lacks(record: OpenRecord, now: datetime) -> None:
    plan = plan_of(record, now)
    assert plan is not None
    blocking = BLOCKING if plan.head.consented else BLOCKING | BY_LAW_ALONE
    missing = tuple(
        one
        for standing in standings(plan, now)
        if standing.view in blocking
        for one in standing.missing
    )
    if missing:
        raise PlanLacks(missing)


def _check_ahead(next_on: date, today: date) -> None:
    if next_on <= today:
        raise NotStartedYet(
            "Nästa uppföljning ligger inte framåt.", remedy="Välj en senare dag."
        )


def _write_review(
    record: OpenRecord, file: PlanFile, done: ReviewDone, now: datetime
) -> None:
    today = day_of(now)
    after = file.content
    for one in file.content.reviews:
        if one.of is ReviewOf.PLAN and one.done_on is None:
            after = with_part(
                after,
                replace(
                    one,
                    done_on=today,
                    outcome=done.outcome,
                    experience=done.experience,
                ),
            )
    following = Review(id=uuid4(), of=ReviewOf.PLAN, due_on=done.next_on)
    write(
        record=record,
        file=file,
        after=with_part(after, following),
        now=now,
        because=done.outcome[:300],
    )


def _write_evaluation(
    record: OpenRecord, file: PlanFile, evaluation: str, now: datetime
) -> None:
    before = next(
        (one for one in file.content.passages if one.kind is PassageKind.EVALUATION),
        None,
    )
    passage = Passage(
        id=before.id if before else uuid4(),
        kind=PassageKind.EVALUATION,
        text=evaluation,
        author=author_of(record.actor),
    )
    write(record=record, file=file, after=with_part(file.content, passage), now=now)
