"""Tasks asked, accepted and declined; whose something is; the team's talk."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Action, ActorKind, OpenRecord
from naravard.core.errors import NotFound
from naravard.plan.models import PlanParty, PlanTask, TeamNote
from naravard.plan.rules.content import Content, find, with_part
from naravard.plan.rules.errors import NotTakingPart
from naravard.plan.rules.kinds import ActivityStatus
from naravard.plan.rules.parts import Activity, Need
from naravard.plan.rules.tasks import (
    TaskKind,
    TaskStatus,
    boundary_due,
    check_boundary,
    check_task_can,
)
from naravard.plan.services.file import PlanFile, log, name_of, take_working
from naravard.plan.services.writing import write


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of which unit; about a need or an activity in the plan."""

    to_unit_id: UUID
    text: str
    kind: TaskKind = TaskKind.DO
    due_at: datetime | None = None
    need_id: UUID | None = None
    activity_id: UUID | None = None
    meanwhile_unit_id: UUID | None = None  # of a boundary question


@transaction.atomic
def ask(*, record: OpenRecord, plan_id: UUID, asked: Asked, now: datetime) -> UUID:
    """Ask a unit to do something, to take on a need, or whose something is.

    A boundary question names who goes on meanwhile and is due in three working days.
    Raises NotTakingPart and SomebodyCares.
    """
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    _check_takes_part(file, asked.to_unit_id)
    boundary = asked.kind is TaskKind.BOUNDARY
    if boundary:
        check_boundary(meanwhile=asked.meanwhile_unit_id)
    task = PlanTask(
        plan=file.plan,
        kind=asked.kind,
        status=TaskStatus.ASKED,
        text=asked.text,
        from_unit_id=record.actor.unit_id,
        to_unit_id=asked.to_unit_id,
        meanwhile_unit_id=asked.meanwhile_unit_id,
        need_id=asked.need_id,
        activity_id=asked.activity_id,
        asked_by=name_of(record.actor),
        asked_at=now,
        due_at=asked.due_at or (boundary_due(now) if boundary else None),
    )
    task.save(force_insert=True)
    _touch(file, now)
    log(record, Action.LEAD_PLAN, now, task.pk)
    return task.pk


@transaction.atomic
def answer(
    *,
    record: OpenRecord,
    task_id: UUID,
    status: TaskStatus,
    now: datetime,
    reason: str = "",
) -> None:
    """Accept, decline with a reason, or finish a task asked of one's own unit.

    A need that is taken on gets its owner, something to be done its responsible unit;
    both in a new version of the plan. Raises ReasonMissing and NotTakingPart.
    """
    file, task = _take(record, task_id)
    if task.to_unit_id != record.actor.unit_id:
        raise NotTakingPart(
            "Frågan är ställd till en annan enhet.",
            remedy="Be den enheten svara, eller ställ en ny fråga.",
        )
    _settle(record, task, status, reason, now)
    if status is TaskStatus.ACCEPTED:
        write(
            record=record,
            file=file,
            after=_taken_on(file.content, task),
            now=now,
            because=task.text[:300],
        )
    _touch(file, now)
    log(record, Action.ANSWER_IN_PLAN, now, task_id)


@transaction.atomic
def take_back(*, record: OpenRecord, task_id: UUID, now: datetime) -> None:
    """Whoever asked no longer needs an answer."""
    file, task = _take(record, task_id)
    if task.from_unit_id != record.actor.unit_id:
        raise NotTakingPart("Frågan är ställd av en annan enhet.")
    _settle(record, task, TaskStatus.WITHDRAWN, "", now)
    _touch(file, now)
    log(record, Action.ANSWER_IN_PLAN, now, task_id)


@transaction.atomic
def write_note(
    *,
    record: OpenRecord,
    plan_id: UUID,
    text: str,
    now: datetime,
    request_id: UUID | None = None,
) -> None:
    """Write a line to the team, inside the plan and under its secrecy.

    A form sent twice writes once.
    """
    file = take_working(record, plan_id, Action.ANSWER_IN_PLAN)
    if request_id and file.plan.notes.filter(request_id=request_id).exists():
        return
    TeamNote.objects.bulk_create(
        [
            TeamNote(
                plan=file.plan,
                at=now,
                text=text,
                by_name=name_of(record.actor),
                unit_id=record.actor.unit_id,
                assignment_id=record.actor.assignment_id,
                request_id=request_id,
            )
        ]
    )
    _touch(file, now)
    log(record, Action.ANSWER_IN_PLAN, now, plan_id)


def _take(record: OpenRecord, task_id: UUID) -> tuple[PlanFile, PlanTask]:
    plan_id = (
        PlanTask.objects.filter(pk=task_id, plan__person_id=record.person_id)
        .values_list("plan_id", flat=True)
        .first()
    )
    if plan_id is None or record.actor.kind is not ActorKind.STAFF:
        raise NotFound("Uppgiften finns inte.", remedy="Öppna planen igen.")
    file = take_working(record, plan_id, Action.ANSWER_IN_PLAN)
    return file, PlanTask.objects.select_for_update(of=("self",)).get(pk=task_id)


def _settle(
    record: OpenRecord,
    task: PlanTask,
    status: TaskStatus,
    reason: str,
    now: datetime,
) -> None:
    check_task_can(TaskStatus(task.status), status, reason=reason)
    task.status = status
    task.reason = reason
    task.answered_by = name_of(record.actor)
    task.answered_at = now
    task.save()


def _taken_on(content: Content, task: PlanTask) -> Content:
    need = find(content, task.need_id) if task.need_id else None
    if isinstance(need, Need):
        content = with_part(content, replace(need, owner_unit_id=task.to_unit_id))
    activity = find(content, task.activity_id) if task.activity_id else None
    if isinstance(activity, Activity) and activity.responsible_unit_id in {
        None,
        task.to_unit_id,
    }:
        content = with_part(content, replace(activity, status=ActivityStatus.ACCEPTED))
    return content


def _check_takes_part(file: PlanFile, unit_id: UUID) -> None:
    if not PlanParty.objects.filter(
        plan=file.plan, unit_id=unit_id, left_at=None
    ).exists():
        raise NotTakingPart(
            "Enheten deltar inte i planen.", remedy="Bjud in enheten först."
        )


def _touch(file: PlanFile, now: datetime) -> None:
    file.plan.changed_at = now
    file.plan.save(update_fields=["changed_at"])
