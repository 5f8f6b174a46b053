"""Tasks, talk and the lists of a unit, as rows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from naravard.plan.rules.process import PlanStatus
from naravard.plan.rules.tasks import TaskKind, TaskStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """Something one unit has asked another about this person."""

    task_id: UUID
    plan_id: UUID
    kind: TaskKind
    status: TaskStatus
    text: str
    from_unit: str
    to_unit_id: UUID
    to_unit: str
    meanwhile_unit: str
    need_id: UUID | None
    activity_id: UUID | None
    asked_by: str
    asked_at: datetime
    due_at: datetime | None
    is_late: bool
    answered_by: str
    answered_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A line in the team's talk."""

    at: datetime
    text: str
    by_name: str
    unit: str
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPersonRow:
    """A person whose plan the unit takes part in, in a list."""

    plan_id: UUID
    person_id: UUID
    name: str
    number: str
    is_protected: bool
    status: PlanStatus
    review_due_on: date | None
    next_meeting_at: datetime | None
    unowned_needs: int
    open_tasks: int
    is_my_contact_person: bool
    changed_at: datetime


class ToDo(StrEnum):
    """What a `ToDoRow` is about."""

    TASK = "task"
    BOUNDARY = "boundary"
    REVIEW = "review"
    UNOWNED_NEED = "unowned_need"
    CONSENT = "consent"
    BEGIN = "begin"
    REPLY = "reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDoRow:
    """Something that waits for the unit: asked, or following from a plan's dates."""

    kind: ToDo
    plan_id: UUID
    person_id: UUID
    name: str
    text: str
    due_at: datetime | None
    is_late: bool
    task_id: UUID | None = None
