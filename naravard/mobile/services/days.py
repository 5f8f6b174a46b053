"""Plans a team's day, and plans it again when something happens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.core.errors import Conflict, NotFound
from naravard.mobile import queries
from naravard.mobile.models import DayPlan, Team, Visit
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.replanning import by_hand
from naravard.mobile.routing.replanning.options import (
    Kind,
    Option,
    broken,
    options,
)
from naravard.mobile.routing.replanning.standing import PlanBreaksARule, Standing
from naravard.mobile.rows import TeamDay
from naravard.mobile.services.keeping import save


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A team's day, and up to three ways to go on with it."""

    day: TeamDay
    options: tuple[Option, ...]
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A change by hand: who is to make a visit, and where in the round.

    With `other` the two visits change places instead. With neither `first` nor `after`
    it is where it is best.
    """

    visit_id: UUID
    to_shift: UUID | None = None
    after: UUID | None = None
    first: bool = False
    other: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a change by hand would mean; nothing is changed."""

    day: TeamDay
    option: Option


@transaction.atomic
def propose(*, actor: Actor, day: date, now: datetime) -> Proposal:
    """Ways to place every visit that nobody has; nothing is changed.

    Raises AccessDenied, NotFound, and as `options`.
    """
    found = _to_plan(actor, day, now)
    return Proposal(day=found, options=options(found.standing), seen_at=now)


@transaction.atomic
def choose(
    *,
    actor: Actor,
    day: date,
    kind: Kind,
    seen_at: datetime,
    version: int,
    cause: str,
    now: datetime,
) -> TeamDay:
    """Go on as the planner chose among what `propose` showed at `seen_at`.

    Raises AccessDenied, Conflict when somebody has planned since, and PlanBreaksARule
    when so much has begun since that it can no longer be done.
    """
    _hold(actor)
    found = _to_plan(actor, day, now)
    if found.version != version:
        raise _planned_since()
    then = replace(found.standing, now=_minutes_before(found, seen_at, now))
    chosen = next((each for each in options(then) if kind in each.kinds), None)
    if chosen is None:
        raise NotFound("Det valet finns inte längre.")
    reasons = broken(found.standing, chosen.plan)
    if reasons:
        raise PlanBreaksARule(tuple(map(found.called.told, reasons)))
    return save(actor, found, chosen, cause, now)


@transaction.atomic
def try_by_hand(*, actor: Actor, day: date, wanted: Wanted, now: datetime) -> Tried:
    """What a change by hand would mean. Raises AccessDenied and PlanBreaksARule."""
    found = opened(actor, day, now)
    return Tried(day=found, option=_in_names(found, _change(wanted)))


@transaction.atomic
def move(
    *,
    actor: Actor,
    day: date,
    visit_id: UUID,
    to_shift: UUID,
    now: datetime,
    after: UUID | None = None,
    first: bool = False,
) -> TeamDay:
    """Let somebody else make a visit. Raises AccessDenied and PlanBreaksARule."""
    wanted = Wanted(visit_id=visit_id, to_shift=to_shift, after=after, first=first)
    return _by_hand(actor, day, now, "Flyttat för hand", _change(wanted))


@transaction.atomic
def swap(*, actor: Actor, day: date, one: UUID, two: UUID, now: datetime) -> TeamDay:
    """Let two visits change places. Raises AccessDenied and PlanBreaksARule."""
    wanted = Wanted(visit_id=one, other=two)
    return _by_hand(actor, day, now, "Bytt plats för hand", _change(wanted))


@transaction.atomic
def undo(*, actor: Actor, day: date, now: datetime) -> TeamDay:
    """The plan before the last change. Raises NotFound, and PlanBreaksARule when what
    has begun since speaks against it.
    """
    earlier = list(
        DayPlan.objects.filter(team_id=actor.unit_id, day=day).order_by("-number")[:2]
    )
    if len(earlier) < 2:  # noqa: PLR2004 - now and before
        raise NotFound("Det finns inget att ångra.")
    return _by_hand(
        actor,
        day,
        now,
        "Ångrat",
        lambda standing: by_hand.undone(
            standing, _of_the_day(queries.plan_of(earlier[1]), standing)
        ),
    )


@transaction.atomic
def pin(*, actor: Actor, visit_id: UUID, pinned: bool, now: datetime) -> None:
    """Let a visit keep who and when whatever happens, or loosen it.

    Raises AccessDenied, and NotFound when another team makes the visit.
    """
    reference = queries.visit_reference(actor, visit_id)
    access.require(
        actor=actor, action=Action.PLAN_VISITS, person_id=reference.person_id
    )
    if reference.team_id != actor.unit_id:
        raise NotFound("Ett annat team gör besöket.")
    Visit.objects.filter(pk=visit_id, team_id=actor.unit_id).update(pinned=pinned)
    access.note_change(
        actor=actor,
        person_id=reference.person_id,
        what="visit_pinned" if pinned else "visit_loosened",
        object_id=visit_id,
        now=now,
    )


def _by_hand(
    actor: Actor,
    day: date,
    now: datetime,
    cause: str,
    change: Callable[[Standing], Option],
) -> TeamDay:
    _hold(actor)
    found = _to_plan(actor, day, now)
    return save(actor, found, _in_names(found, change), cause, now)


def _change(wanted: Wanted) -> Callable[[Standing], Option]:
    visit = str(wanted.visit_id)
    if wanted.other is not None:
        return lambda standing: by_hand.swapped(standing, visit, str(wanted.other))
    return lambda standing: by_hand.moved(
        standing,
        visit,
        to=str(wanted.to_shift),
        after=str(wanted.after) if wanted.after else None,
        first=wanted.first,
    )


def _in_names(found: TeamDay, change: Callable[[Standing], Option]) -> Option:
    """The change; a refusal names people and hours instead of numbers."""
    try:
        return change(found.standing)
    except PlanBreaksARule as refusal:
        reasons = tuple(map(found.called.told, refusal.broken))
        raise PlanBreaksARule(reasons) from refusal


def _of_the_day(plan: Plan, standing: Standing) -> Plan:
    """The plan without visits that are cancelled or on another day, or shifts gone."""
    names = {visit.id for visit in standing.problem.visits}
    staff = {each.id for each in standing.problem.caregivers}
    return Plan(
        rounds=tuple(
            replace(
                each, stops=tuple(stop for stop in each.stops if stop.visit in names)
            )
            for each in plan.rounds
            if each.caregiver in staff
        )
    )


def _hold(actor: Actor) -> None:
    """One planner at a time in a team."""
    access.require(actor=actor, action=Action.PLAN_VISITS)
    list(Team.objects.select_for_update().filter(pk=actor.unit_id))


def opened(actor: Actor, day: date, now: datetime) -> TeamDay:
    """The day for whoever plans it, logged. Raises AccessDenied."""
    access.require(actor=actor, action=Action.PLAN_VISITS)
    found = queries.team_day(actor, day, now)
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=found.person_ids,
        now=now,
    )
    return found


def _to_plan(actor: Actor, day: date, now: datetime) -> TeamDay:
    """A day with somebody to visit and somebody who goes. Raises NotFound."""
    found = opened(actor, day, now)
    if not (found.standing.problem.visits and found.standing.problem.caregivers):
        raise NotFound(
            "Det finns inget att planera den dagen.",
            remedy="Lägg in besök och arbetspass först.",
        )
    return found


def _minutes_before(found: TeamDay, seen_at: datetime, now: datetime) -> float:
    return found.standing.now - (now - seen_at).total_seconds() / 60


def _planned_since() -> Conflict:
    return Conflict(
        "Någon annan har planerat om dagen under tiden.",
        remedy="Läs in dagen igen och välj på nytt.",
    )
