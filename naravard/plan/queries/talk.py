"""Tasks about a person, and what the team has written to each other."""

from datetime import datetime

from naravard.access.rules import Extent, OpenRecord
from naravard.plan.models import PlanTask, TeamNote
from naravard.plan.queries.heads import check_opened, readable_plans
from naravard.plan.rows import NoteRow, TaskRow
from naravard.plan.rules.tasks import TaskKind, TaskStatus
from naravard.plan.rules.visible import extent_shown

OPEN = (TaskStatus.ASKED, TaskStatus.ACCEPTED)


def tasks_of(record: OpenRecord, now: datetime) -> tuple[TaskRow, ...]:
    """What has been asked about this person; those who do their part see their own."""
    check_opened(record)
    tasks = PlanTask.objects.filter(plan_id__in=readable_plans(record))
    if extent_shown(record) is Extent.OWN_PARTS:
        tasks = tasks.filter(to_unit_id=record.actor.unit_id)
    elif extent_shown(record) is not Extent.ALL:
        return ()
    rows = tasks.select_related("from_unit", "to_unit", "meanwhile_unit")
    return tuple(task_row(row, now) for row in rows.order_by("-asked_at"))


def notes_of(record: OpenRecord, limit: int = 100) -> tuple[NoteRow, ...]:
    """The team's talk, the latest first; only to those who read it all."""
    check_opened(record)
    if extent_shown(record) is not Extent.ALL:
        return ()
    rows = (
        TeamNote.objects.filter(plan_id__in=readable_plans(record))
        .select_related("unit")
        .order_by("-at", "-pk")[:limit]
    )
    return tuple(
        NoteRow(
            at=row.at,
            text=row.text,
            by_name=row.by_name,
            unit=row.unit.name if row.unit else "",
            ours=row.unit_id is not None and row.unit_id == record.actor.unit_id,
        )
        for row in rows
    )


def task_row(row: PlanTask, now: datetime) -> TaskRow:
    """A task as a row; late when it is open and its time has passed."""
    late = row.due_at is not None and row.due_at < now and row.status in OPEN
    return TaskRow(
        task_id=row.pk,
        plan_id=row.plan_id,
        kind=TaskKind(row.kind),
        status=TaskStatus(row.status),
        text=row.text,
        from_unit=row.from_unit.name if row.from_unit else "",
        to_unit_id=row.to_unit_id,
        to_unit=row.to_unit.name,
        meanwhile_unit=row.meanwhile_unit.name if row.meanwhile_unit else "",
        need_id=row.need_id,
        activity_id=row.activity_id,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        due_at=row.due_at,
        is_late=late,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        reason=row.reason,
    )
