"""Changes or takes away a shift that was planned; what stood in it waits again."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.core.clock import moment_at
from naravard.core.errors import NotFound
from naravard.mobile import queries
from naravard.mobile.models import Shift, Stop, Visit
from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.leading import check_may_change, check_shift
from naravard.mobile.rules.resources import TeamAct
from naravard.mobile.rules.states import VisitState
from naravard.mobile.services.telling import note_team
from naravard.mobile.team_rows import ShiftRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedShift:
    """A shift, and the visits that stand in it."""

    shift: ShiftRow
    visits: tuple[VisitRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Freed:
    """The day of a shift that was changed, and the visits that wait again."""

    day: date
    visits: tuple[VisitRow, ...]


@transaction.atomic
def open_shift(*, actor: Actor, shift_id: UUID, now: datetime) -> OpenedShift:
    """One shift with its visits, logged. Raises AccessDenied and NotFound."""
    shift = _ours(actor, shift_id)
    return OpenedShift(
        shift=queries.shift_row(shift),
        visits=_listed(actor, _standing_in(shift, None), now),
    )


@transaction.atomic
def change_shift(
    *, actor: Actor, shift_id: UUID, begins: time, ends: time, now: datetime
) -> Freed:
    """Other hours; visits outside them are nobody's again, with the time once told.

    An end before the beginning is the day after. Raises AccessDenied, NotFound,
    ShiftHasBegun and ShiftNotPossible.
    """
    shift = _ours(actor, shift_id)
    was = (shift.starts_at, shift.ends_at)
    last = shift.day if ends > begins else shift.day + timedelta(days=1)
    becomes = (moment_at(shift.day, begins), moment_at(last, ends))
    check_may_change(was, becomes, now)
    others = Shift.objects.filter(
        assignment_id=shift.assignment_id, day=shift.day, left_at=None
    ).exclude(pk=shift.pk)
    check_shift(*becomes, list(others.values_list("starts_at", "ends_at")))
    freed = _free(actor, _standing_in(shift, becomes), now)
    hours = queries.hours_of(shift)
    shift.starts_at, shift.ends_at = becomes
    shift.save(update_fields=["starts_at", "ends_at"])
    _note(actor, shift, f"{hours} → {queries.hours_of(shift)}", freed, now)
    return Freed(day=shift.day, visits=freed)


@transaction.atomic
def remove_shift(*, actor: Actor, shift_id: UUID, now: datetime) -> Freed:
    """Nobody works then; the visits in it are nobody's again, with the time once told.

    Raises AccessDenied, NotFound and ShiftHasBegun.
    """
    shift = _ours(actor, shift_id)
    check_may_change((shift.starts_at, shift.ends_at), None, now)
    freed = _free(actor, _standing_in(shift, None), now)
    _note(actor, shift, f"{queries.hours_of(shift)} borttaget", freed, now)
    Stop.objects.filter(shift=shift).update(shift=None, starts_at=None, ends_at=None)
    day = shift.day
    shift.delete()
    return Freed(day=day, visits=freed)


def _ours(actor: Actor, shift_id: UUID) -> Shift:
    access.require(actor=actor, action=Action.LEAD_TEAM)
    shift = (
        Shift.objects.select_for_update(of=("self",))
        .select_related("assignment__professional")
        .filter(pk=shift_id, team_id=actor.unit_id, left_at=None)
        .first()
    )
    if shift is None:
        raise NotFound("Arbetspasset finns inte.")
    return shift


def _standing_in(
    shift: Shift, hours: tuple[datetime, datetime] | None
) -> frozenset[UUID]:
    """Visits still to make in a shift; with hours, only those outside them."""
    stops = Stop.objects.filter(shift=shift, visit__state=VisitState.PLANNED)
    if hours is not None:
        begins, ends = hours
        stops = stops.filter(Q(starts_at__lt=begins) | Q(ends_at__gt=ends))
    return frozenset(stops.values_list("visit_id", flat=True))


def _free(
    actor: Actor, visit_ids: frozenset[UUID], now: datetime
) -> tuple[VisitRow, ...]:
    """Let the visits wait for somebody else, and list them; promises stand."""
    rows = _listed(actor, visit_ids, now)
    Stop.objects.filter(visit_id__in=visit_ids).update(
        shift=None, starts_at=None, ends_at=None
    )
    Visit.objects.filter(pk__in=visit_ids).update(
        state=VisitState.WAITING, pinned=False
    )
    return rows


def _listed(
    actor: Actor, visit_ids: frozenset[UUID], now: datetime
) -> tuple[VisitRow, ...]:
    rows = queries.visits_of_team(actor, visit_ids)
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
    )
    return rows


def _note(
    actor: Actor, shift: Shift, what: str, freed: tuple[VisitRow, ...], now: datetime
) -> None:
    told = f"{queries.shift_row(shift).name}, {shift.day.isoformat()}: {what}"
    if freed:
        told += f"; {len(freed)} besök väntar på någon annan"
    note_team(
        actor=actor, team_id=shift.team_id, what=TeamAct.SHIFTS, told=told, now=now
    )
