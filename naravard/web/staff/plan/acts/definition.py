"""What an act in the plan is: when it is possible, what it asks and does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.utils.functional import Promise

from naravard.access.rules import Action, Actor, OpenRecord
from naravard.core.errors import NotFound
from naravard.people.queries import PersonHeader
from naravard.plan.rows import MeetingRow, PlanRow, ProcessRow, TaskRow
from naravard.plan.rules.process import PlanStatus
from naravard.plan.services import OpenedPlan
from naravard.web.staff.plan.forms import PlanForm

Text = str | Promise
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A person's plan as somebody has opened it; `about` is a meeting, task or unit."""

    record: OpenRecord
    person: PersonHeader
    process: ProcessRow | None
    opened: OpenedPlan | None
    now: datetime
    about: UUID | None = None

    @property
    def actor(self) -> Actor:
        """Who is at it."""
        return self.record.actor

    @property
    def status(self) -> PlanStatus | None:
        """Where the plan stands; None when there is none."""
        return self.process.head.status if self.process else None

    @property
    def by_law(self) -> bool:
        """Whether the plan rests on LPT 7 a § alone, without the person's yes."""
        return bool(self.process and self.process.head.compulsory_since)

    @property
    def plan_id(self) -> UUID:
        """Which plan. Raises NotFound when there is none yet."""
        if self.process is None:
            raise NotFound("Personen har ingen plan.", remedy="Flagga behovet först.")
        return self.process.head.plan_id

    @property
    def plan(self) -> PlanRow:
        """What the plan says. Raises NotFound when it is not opened."""
        found = self.opened.plan if self.opened else None
        if found is None:
            raise NotFound("Planen är inte öppnad.", remedy="Fråga personen först.")
        return found

    @property
    def meeting(self) -> MeetingRow:
        """The meeting it is about. Raises NotFound."""
        meetings = self.opened.meetings if self.opened else ()
        return _the(meetings, lambda row: row.meeting_id == self.about)

    @property
    def task(self) -> TaskRow:
        """The task it is about. Raises NotFound."""
        tasks = self.opened.tasks if self.opened else ()
        return _the(tasks, lambda row: row.task_id == self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """An act about to be done: where, and what was entered."""

    setting: Setting
    form: PlanForm

    @property
    def entered(self) -> dict[str, Any]:
        """What the valid form holds."""
        return self.form.cleaned_data


def nothing(_: Setting) -> dict[str, object]:
    """The form begins empty."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that can be done; `told` is what happens next and for whom."""

    slug: str
    verb: Text
    title: Text
    help_text: Text
    told: Text
    action: Action
    form: Callable[[Setting], type[PlanForm]]
    perform: Callable[[Doing], object]
    fits: Callable[[Setting], bool]
    initial: Callable[[Setting], dict[str, object]] = nothing
    before_consent: bool = False  # done on the person's card, before there is a plan
    about_one: bool = False  # done from a meeting, task or unit, not from the list
    grave: bool = False  # ends something for others: never filled


def opened_plan(setting: Setting) -> PlanRow | None:
    """The plan when it is opened."""
    return setting.opened.plan if setting.opened else None


def stands_at(*statuses: PlanStatus) -> Callable[[Setting], bool]:
    """Possible while the plan stands at one of these."""
    return lambda setting: setting.status in statuses


def _the(rows: tuple[T, ...], wanted: Callable[[T], bool]) -> T:
    found = next((row for row in rows if wanted(row)), None)
    if found is None:
        raise NotFound("Det du söker finns inte i planen.", remedy="Öppna planen igen.")
    return found
