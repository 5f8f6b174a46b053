"""What happens to somebody's hours while the day goes on: late, or gone home."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.core.errors import NotFound
from naravard.mobile.models import Shift, Stop, Visit
from naravard.mobile.rules.resources import TeamAct
from naravard.mobile.rules.states import VisitState
from naravard.mobile.services.days import opened
from naravard.mobile.services.telling import note_team
from naravard.people.queries.rows import full_name


@transaction.atomic
def report_shift(
    *, actor: Actor, shift_id: UUID, late_minutes: int | None, now: datetime
) -> None:
    """Somebody is so late, or goes home; then what they had not begun waits.

    Plan again to see what it moves. Raises AccessDenied and NotFound.
    """
    shift = _own_shift(actor, shift_id)
    if late_minutes is not None:
        shift.free_from = now + timedelta(minutes=late_minutes)
        shift.save(update_fields=["free_from"])
        told = f"{_whose(shift)}: {late_minutes} minuter sen"
        _note_shift(actor, shift, TeamAct.SHIFT_LATE, told, now)
        return
    _note_shift(actor, shift, TeamAct.SHIFT_LEFT, f"{_whose(shift)} har gått hem", now)
    found = opened(actor, shift.day, now)
    begun = {stop.visit for stop in found.standing.begun(str(shift_id))}
    shift.left_at = now
    shift.save(update_fields=["left_at"])
    left = Stop.objects.filter(shift_id=shift_id).exclude(visit_id__in=begun)
    visits = list(left.values_list("visit_id", flat=True))
    Stop.objects.filter(visit_id__in=visits).update(
        shift=None, starts_at=None, ends_at=None
    )
    Visit.objects.filter(pk__in=visits).update(state=VisitState.WAITING, pinned=False)


def _own_shift(actor: Actor, shift_id: UUID) -> Shift:
    access.require(actor=actor, action=Action.PLAN_VISITS)
    shift = (
        Shift.objects.select_for_update()
        .filter(pk=shift_id, team_id=actor.unit_id)
        .first()
    )
    if shift is None:
        raise NotFound("Arbetspasset finns inte.")
    return shift


def _whose(shift: Shift) -> str:
    by = shift.assignment.professional
    return full_name(by.given_name, by.family_name)


def _note_shift(
    actor: Actor, shift: Shift, what: TeamAct, told: str, now: datetime
) -> None:
    note_team(actor=actor, team_id=shift.team_id, what=what, told=told, now=now)
