"""How a told plan goes on: it holds, is followed up, is ended or taken back."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial

from naravard.core.clock import day_of
from naravard.demo.plans.being_told import Step, Telling
from naravard.plan import services
from naravard.plan.rules.process import EndedBecause
from naravard.plan.services import ReviewDone

# How far along the way each word of the file goes.
USED = frozenset({"active", "review", "closed", "withdrawn"})
NEXT_REVIEW = timedelta(days=180)


def ended(telling: Telling) -> Iterator[Step]:
    """The last steps of the plan, as far as the file says that it has come."""
    story = telling.story
    if story.stands not in USED:
        return
    held = [one.days_ago for one in story.meetings if one.days_ago >= 0]
    since = max(held, default=max(story.days_ago - 4, 0))
    yield telling.at(since, time(16)), partial(_use, telling)
    for days_ago in story.reviewed:
        yield telling.at(days_ago, time(15, 30)), partial(_review, telling)
    last = {"review": _look_again, "closed": _close, "withdrawn": _withdraw}
    if story.stands in last:
        yield telling.at(1, time(16, 30)), partial(last[story.stands], telling)


def _use(telling: Telling, at: datetime) -> None:
    services.take_into_use(record=telling.plan(at), plan_id=telling.the_plan, now=at)


def _review(telling: Telling, at: datetime) -> None:
    record = telling.plan(at)
    services.start_review(
        record=record,
        plan_id=telling.the_plan,
        now=at,
        asked_because="Vi följer upp tillsammans.",
    )
    done = ReviewDone(
        outcome="Vi gick igenom mål och insatser. Planen fortsätter.",
        next_on=day_of(at + NEXT_REVIEW),
        experience=4,
    )
    services.finish_review(record=record, plan_id=telling.the_plan, done=done, now=at)


def _look_again(telling: Telling, at: datetime) -> None:
    services.start_review(
        record=telling.plan(at),
        plan_id=telling.the_plan,
        now=at,
        asked_because="Behovet har ändrats.",
    )


def _close(telling: Telling, at: datetime) -> None:
    services.close(
        record=telling.plan(at),
        plan_id=telling.the_plan,
        because=EndedBecause.GOALS_MET,
        outcome="Målen är nådda.",
        evaluation=telling.story.evaluation,
        now=at,
    )


def _withdraw(telling: Telling, at: datetime) -> None:
    services.withdraw(
        record=telling.plan(at),
        plan_id=telling.the_plan,
        because=telling.story.evaluation,
        now=at,
    )
