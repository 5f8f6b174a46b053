"""Opening a plan and a unit's lists: the reading and its log row in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, Circumstances, OpenRecord
from naravard.people.queries import PersonHeader, person_header
from naravard.plan import queries
from naravard.plan.queries.legal import standings
from naravard.plan.rows import (
    MeetingRow,
    MyPersonRow,
    NoteRow,
    PlanRow,
    ProcessRow,
    TaskRow,
    ToDoRow,
    ViewStanding,
)
from naravard.plan.services.file import acts_for_her


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPlan:
    """A plan that somebody has opened, with all that stands around it."""

    record: OpenRecord
    person: PersonHeader
    plan: PlanRow | None
    process: ProcessRow | None
    standings: tuple[ViewStanding, ...]
    meetings: tuple[MeetingRow, ...]
    tasks: tuple[TaskRow, ...]
    notes: tuple[NoteRow, ...]
    acts_for_her: bool = False  # a relative whom she lets propose times, write goals


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBeginning:
    """Where a plan stands when it can not be read: the person, steps and words."""

    record: OpenRecord
    person: PersonHeader
    process: ProcessRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlan:
    """A plan that somebody has opened, and nothing beside it."""

    record: OpenRecord
    plan: PlanRow | None


@transaction.atomic
def read_plan(*, actor: Actor, person_id: UUID, now: datetime) -> ReadPlan:
    """Open the person's plan alone, in at most eight SQL. Raises AccessDenied."""
    record = access.open_record(
        actor=actor, person_id=person_id, now=now, category=Category.PLAN
    )
    return ReadPlan(record=record, plan=queries.plan_of(record, now))


@transaction.atomic
def open_plan(
    *,
    actor: Actor,
    person_id: UUID,
    now: datetime,
    reason: str = "",
    circumstances: Circumstances | None = None,
    action: str = Action.READ,
) -> OpenedPlan:
    """Open the person's plan with its meetings, tasks and talk.

    `action` is what the log says of it: that it was read, or taken out on paper.
    Raises AccessDenied, also as NEED_CONSENT when the person has not been asked.
    """
    record = access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PLAN,
        reason=reason,
        circumstances=circumstances,
        action=action,
    )
    plan = queries.plan_of(record, now)
    return OpenedPlan(
        record=record,
        person=person_header(record),
        plan=plan,
        process=queries.process_of(record),
        standings=standings(plan, now) if plan else (),
        meetings=queries.meetings_of(record),
        tasks=queries.tasks_of(record, now),
        notes=queries.notes_of(record),
        acts_for_her=acts_for_her(record),
    )


@transaction.atomic
def open_beginning(
    *, actor: Actor, person_id: UUID, now: datetime, reason: str = ""
) -> OpenedBeginning:
    """Open the person's card, to flag a need or ask for consent before a plan.

    Raises AccessDenied.
    """
    record = access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PERSON_CARD,
        reason=reason,
    )
    return OpenedBeginning(
        record=record,
        person=person_header(record),
        process=queries.process_of(record),
    )


@transaction.atomic
def open_my_persons(
    *, actor: Actor, now: datetime, only_my_contacts: bool = False
) -> tuple[MyPersonRow, ...]:
    """Those whose plan the unit takes part in; one log row names them all."""
    access.require(actor=actor, action=Action.LIST)
    rows = queries.my_persons(actor, now, only_my_contacts=only_my_contacts)
    access.open_list(
        actor=actor,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
        category=Category.PLAN,
    )
    return rows


@transaction.atomic
def open_to_do(*, actor: Actor, now: datetime) -> tuple[ToDoRow, ...]:
    """What waits for the unit; one log row names everybody it is about."""
    access.require(actor=actor, action=Action.LIST)
    rows = queries.to_do(actor, now)
    access.open_list(
        actor=actor,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
        category=Category.PLAN,
    )
    return rows
