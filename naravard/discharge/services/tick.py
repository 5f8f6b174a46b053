"""The clock's own work: note once that a deadline passed, and when payment begins."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.core import events
from naravard.core.clock import day_of
from naravard.discharge.events import DeadlinePassed, PaymentStarted
from naravard.discharge.models import CaseParty, Deadline, DischargeCase
from naravard.discharge.rules.liability import LiabilityStatus
from naravard.discharge.rules.steps import StepCode
from naravard.discharge.services.casefile import take
from naravard.discharge.services.projection import project

AT_A_TIME = 200


def tick(*, now: datetime) -> int:
    """Do what time alone has made due; returns how many things. Safe to run twice.

    Each deadline and case is claimed in a transaction of its own, skipping what
    another process holds.
    """
    return _note_passed_deadlines(now) + _start_payments(now) + _close_calls(now)


def _note_passed_deadlines(now: datetime) -> int:
    noted = 0
    while batch := _note_batch(now):
        noted += batch
    return noted


@transaction.atomic
def _note_batch(now: datetime) -> int:
    passed = list(
        Deadline.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("case")
        .filter(
            due_at__lt=now,
            met_at__isnull=True,
            void=False,
            noted_late_at__isnull=True,
        )[:AT_A_TIME]
    )
    for deadline in passed:
        deadline.noted_late_at = now
        events.publish(
            DeadlinePassed(
                case_id=deadline.case_id,
                person_id=deadline.case.person_id,
                code=deadline.code,
                unit_id=deadline.unit_id,
                due_at=deadline.due_at,
            )
        )
    Deadline.objects.bulk_update(passed, ["noted_late_at"])
    return len(passed)


def _start_payments(now: datetime) -> int:
    waiting = list(
        DischargeCase.objects.filter(
            liability_status=LiabilityStatus.GRACE,
            liability_starts_on__lte=day_of(now),
            discharged_at__isnull=True,
            ended_at__isnull=True,
        ).values_list("pk", flat=True)
    )
    for case_id in waiting:
        _start_payment(case_id, now)
    return len(waiting)


@transaction.atomic
def _start_payment(case_id: UUID, now: datetime) -> None:
    file = take(case_id)
    before = file.case.liability_status
    project(file, now=now)
    starts_on = file.case.liability_starts_on
    if before != file.case.liability_status and starts_on is not None:
        events.publish(
            PaymentStarted(
                case_id=case_id, person_id=file.case.person_id, starts_on=starts_on
            )
        )


def _close_calls(now: datetime) -> int:
    """A meeting that has begun waits for no answer, so lists go on to what is next."""
    waiting = list(
        CaseParty.objects.filter(step=StepCode.ANSWER_SIP_CALL, due_at__lte=now)
        .values_list("case_id", flat=True)
        .distinct()
    )
    for case_id in waiting:
        _read_anew(case_id, now)
    return len(waiting)


@transaction.atomic
def _read_anew(case_id: UUID, now: datetime) -> None:
    project(take(case_id), now=now)
