"""What the rules say about a case right now, as rows."""

from collections.abc import Iterable
from datetime import date, datetime

from naravard.access.rules import Actor
from naravard.core.clock import day_of, end_of
from naravard.discharge.models import CaseParty
from naravard.discharge.rows import DeadlineRow, StepRow
from naravard.discharge.rules.agreement import Agreement
from naravard.discharge.rules.case import Case
from naravard.discharge.rules.deadlines import deadlines, soft_deadlines
from naravard.discharge.rules.steps import StepKind, open_steps


def deadline_rows(
    case: Case, agreement: Agreement, now: datetime
) -> tuple[DeadlineRow, ...]:
    """The clocks of the act and of practice, and how they stand."""
    clocks = (*deadlines(case, agreement, now), *soft_deadlines(case, agreement, now))
    return tuple(
        DeadlineRow(
            code=clock.code,
            name=clock.name,
            due_at=due_moment(clock.due_at, clock.due_on),
            met_at=clock.met_at,
            status=clock.status,
        )
        for clock in clocks
    )


def step_rows(
    case: Case,
    agreement: Agreement,
    parties: Iterable[CaseParty],
    actor: Actor,
    now: datetime,
) -> tuple[StepRow, ...]:
    """What is to be done, by whom; the most urgent first."""
    units = {str(party.unit_id): party.unit for party in parties}
    # What is to be done as soon as possible is to be done the day it came.
    steps = sorted(
        open_steps(case, agreement, now),
        key=lambda step: (
            due_moment(step.due_at, step.due_on) or end_of(day_of(step.since))
        ),
    )
    return tuple(
        StepRow(
            code=step.code,
            unit_id=units[step.unit].pk,
            unit=units[step.unit].name,
            unit_kind=units[step.unit].kind,
            due_at=due_moment(step.due_at, step.due_on),
            is_legal=step.kind is StepKind.LEGAL,
            ours=units[step.unit].pk == actor.unit_id,
        )
        for step in steps
    )


def due_moment(due_at: datetime | None, due_on: date | None) -> datetime | None:
    """When something is due at the latest: its moment, or the end of its day."""
    if due_at is not None or due_on is None:
        return due_at
    return end_of(due_on)
