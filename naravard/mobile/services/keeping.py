"""Keeps a plan that has been chosen: stops, states, promises, and the plan itself."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from naravard.access.rules import Actor
from naravard.mobile import queries
from naravard.mobile.models import DayPlan, Stop, Visit
from naravard.mobile.queries.days import moment_of
from naravard.mobile.routing.plan import Plan, Round
from naravard.mobile.routing.replanning.changes import made
from naravard.mobile.routing.replanning.options import Option
from naravard.mobile.rows import TeamDay
from naravard.mobile.rules.states import VisitState
from naravard.mobile.services.promising import REMEMBERED, Telling, told_of


def save(
    actor: Actor, found: TeamDay, option: Option, cause: str, now: datetime
) -> TeamDay:
    """Write the stops, the visits' states and promises, and the plan itself."""
    _write_stops(found, option.plan)
    _write_visits(found, option, Telling(actor=actor, because=cause, now=now))
    _write_version(actor, found, option, cause, now)
    return queries.team_day(actor, found.day, now)


def _write_stops(found: TeamDay, plan: Plan) -> None:
    planned = [
        Stop(
            visit_id=UUID(stop.visit),
            service=stop.service,
            shift_id=UUID(each.caregiver),
            starts_at=moment_of(stop.start, found.day),
            ends_at=moment_of(stop.end, found.day),
        )
        for each in plan.rounds
        for stop in each.stops
    ]
    Stop.objects.bulk_create(
        planned,
        update_conflicts=True,
        unique_fields=["visit", "service"],
        update_fields=["shift", "starts_at", "ends_at"],
    )
    names = made(plan)
    without = [row.id for row in found.visits if str(row.id) not in names]
    Stop.objects.filter(visit_id__in=without).update(
        shift=None, starts_at=None, ends_at=None
    )


def _write_visits(found: TeamDay, option: Option, telling: Telling) -> None:
    names = made(option.plan)
    changed = {change.visit for change in option.changes}
    for row in found.visits:
        if str(row.id) not in changed:
            continue
        after = names.get(str(row.id))
        fields: dict[str, object] = {"version": row.version + 1}
        start = moment_of(after.start, found.day) if after else None
        fields |= told_of(row, start, telling)
        if start is None:
            fields["state"] = VisitState.WAITING
        elif row.state is VisitState.WAITING:
            fields["state"] = VisitState.PLANNED
        Visit.objects.filter(pk=row.id).update(**fields)


def _write_version(
    actor: Actor, found: TeamDay, option: Option, cause: str, now: datetime
) -> None:
    """Keep the plan; before the first change, the one that was as well."""
    causes = {found.version + 1: (cause, option.plan)}
    if found.version == 0:
        causes = {1: ("Dagen började", found.standing.plan), 2: (cause, option.plan)}
    DayPlan.objects.bulk_create(
        DayPlan(
            team_id=found.team.id,
            day=found.day,
            number=number,
            made_at=now,
            made_by_id=actor.assignment_id,
            cause=said[:REMEMBERED],
            rounds=[_round(each) for each in plan.rounds],
            parts=_parts(option),
        )
        for number, (said, plan) in causes.items()
    )


def _round(each: Round) -> dict[str, object]:
    stops = [[stop.visit, stop.service, stop.start, stop.end] for stop in each.stops]
    return {"shift": each.caregiver, "stops": stops}


def _parts(option: Option) -> dict[str, object]:
    return {
        "before": asdict(option.before),
        "after": asdict(option.parts),
        "broken_promises": option.broken_promises,
    }
