"""Looks through the log of a day; done again, it adds only what is new."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from naravard.core.clock import day_of
from naravard.people.models import CareUnit
from naravard.review.catalogue import CHECKS
from naravard.review.models import Pick, Run
from naravard.review.queries.day import NO_SHIFTS, day_of_log
from naravard.review.rules import CLOSED, Picked, due_on, pick

AGAIN_AFTER = timedelta(minutes=15)  # how often the day that is going on is looked at
DAYS_BACK = 7  # days that are caught up with, when the clock has stood still


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One day looked through: how many openings, and how many visits were picked."""

    day: date
    openings: int
    picked: tuple[Picked, ...]


@transaction.atomic
def look_through(
    *,
    day: date,
    now: datetime,
    secret: bytes,
    unit_id: UUID | None = None,
    shifts: str = NO_SHIFTS,
) -> Looked:
    """Run every check over a day of the log, everywhere or at one unit.

    Said again it changes nothing that a human has decided. The run is noted when it
    covers every unit (HSLF-FS 2016:40 4 kap. 9 §: documented). `shifts` is the SELECT
    by which a room above tells whose work is planned when.
    """
    log = day_of_log(day, secret=secret, unit_id=unit_id, shifts=shifts)
    found = pick(log)
    _keep(day, found)
    looked = Looked(day=day, openings=len(log.openings), picked=found)
    if unit_id is None:
        _note(looked, now)
    return looked


def look_through_when_due(
    *, now: datetime, secret: bytes, shifts: str = NO_SHIFTS
) -> int:
    """What the tick does: whole days that remain, and today now and then."""
    today = day_of(now)
    first = today - timedelta(days=DAYS_BACK)
    noted = {run.day: run for run in Run.objects.filter(day__gte=first)}
    due = [
        day
        for day in (first + timedelta(days=each) for each in range(DAYS_BACK + 1))
        if _is_due(day, noted.get(day), now)
    ]
    for day in due:
        look_through(day=day, now=now, secret=secret, shifts=shifts)
    return len(due)


def _is_due(day: date, run: Run | None, now: datetime) -> bool:
    if run is None:
        return True
    return not run.whole and (day < day_of(now) or now - run.at >= AGAIN_AFTER)


def _note(looked: Looked, now: datetime) -> None:
    Run.objects.update_or_create(
        day=looked.day,
        defaults={
            "at": now,
            "whole": looked.day < day_of(now),
            "openings": looked.openings,
            "picked": len(looked.picked),
            "checks": [check.code for check in CHECKS],
        },
    )


def _keep(day: date, found: tuple[Picked, ...]) -> None:
    kept = _kept(day)
    organisations = dict(
        CareUnit.objects.filter(pk__in={each.unit_id for each in found}).values_list(
            "pk", "organisation_id"
        )
    )
    for each in found:
        before = kept.get((each.professional_id, each.person_id), [])
        known = {entry for row in before for entry in row.entries}
        if set(each.entries) <= known:
            continue
        opened = [row for row in before if row.status not in CLOSED]
        if opened:
            _widen(opened[0], each)
        else:
            _begin(day, each, known, organisations[each.unit_id])


def _kept(day: date) -> dict[tuple[UUID, UUID], list[Pick]]:
    rows: dict[tuple[UUID, UUID], list[Pick]] = {}
    for row in Pick.objects.select_for_update().filter(day=day):
        rows.setdefault((row.professional_id, row.person_id), []).append(row)
    return rows


def _widen(row: Pick, picked: Picked) -> None:
    """More of the same visit: a review that is going on learns of it."""
    row.entries = sorted({*row.entries, *picked.entries})
    row.checks = list(dict.fromkeys([*picked.checks, *row.checks]))
    row.weight = max(row.weight, picked.weight)
    row.due_on = min(row.due_on, due_on(picked.weight, row.day))
    row.first_at = min(row.first_at, picked.first_at)
    row.last_at = max(row.last_at, picked.last_at)
    row.reason = picked.reason or row.reason
    row.save()


def _begin(day: date, picked: Picked, known: set[int], organisation_id: UUID) -> None:
    Pick.objects.create(
        day=day,
        professional_id=picked.professional_id,
        person_id=picked.person_id,
        unit_id=picked.unit_id,
        organisation_id=organisation_id,
        checks=list(picked.checks),
        weight=picked.weight,
        entries=sorted(set(picked.entries) - known),
        first_at=picked.first_at,
        last_at=picked.last_at,
        reason=picked.reason,
        due_on=due_on(picked.weight, day),
    )
