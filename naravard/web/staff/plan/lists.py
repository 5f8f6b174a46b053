"""My persons: those whose plan the unit takes part in; and what waits for the unit."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.plan import services
from naravard.plan.rows import MyPersonRow, ToDo, ToDoRow
from naravard.web.actor import actor_of
from naravard.web.staff.plan.acts.starting import SAY
from naravard.web.staff.plan.acts.tasks import ANSWER_TASK
from naravard.web.staff.plan.words.process import PLAN

ONLY_MINE = "mina"
TO_DO: dict[ToDo, Promise] = {
    ToDo.TASK: gettext_lazy("Svara på en fråga"),
    ToDo.BOUNDARY: gettext_lazy("Vems är det här?"),
    ToDo.REVIEW: gettext_lazy("Följ upp planen"),
    ToDo.UNOWNED_NEED: gettext_lazy("Behov utan ansvarig"),
    ToDo.CONSENT: gettext_lazy("Fråga om plan"),
    ToDo.BEGIN: gettext_lazy("Kalla till möte"),
    ToDo.REPLY: gettext_lazy("Svara på kallelse"),
}
# What the plan's own rows say in text already; the others add what they are about.
SAYS_IT_ALL = frozenset({ToDo.REVIEW, ToDo.CONSENT, ToDo.BEGIN})
ANSWERED = frozenset({ToDo.TASK, ToDo.BOUNDARY, ToDo.REPLY})
BY_THE_DAY = frozenset({ToDo.REVIEW, ToDo.UNOWNED_NEED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownToDo:
    """Something that waits for the unit, and where it is done."""

    row: ToDoRow
    what: str
    about: str
    verb: str
    href: str
    person: str  # the address of the plan it is about
    due_on: date | None  # when only the day counts


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """Somebody whose plan the unit takes part in."""

    row: MyPersonRow
    status: str
    href: str


@require_safe
def my_persons(request: HttpRequest) -> HttpResponse:
    """The unit's persons; `?visa=mina` only those whose contact I am."""
    actor, now = actor_of(request), clock.now()
    mine = request.GET.get("visa") == ONLY_MINE
    rows = services.open_my_persons(actor=actor, now=now, only_my_contacts=mine)
    return render(
        request,
        "staff/plan/my_persons.html",
        {
            "rows": [_person(row) for row in rows],
            "mine": mine,
            "only_mine": ONLY_MINE,
            "now": now,
            "unit": actor.unit_name,
        },
    )


def to_do_shown(rows: tuple[ToDoRow, ...]) -> tuple[ShownToDo, ...]:
    """What waits in the plans, as it stands on the page of the day."""
    return tuple(
        ShownToDo(
            row=row,
            what=str(TO_DO[row.kind]),
            about="" if row.kind in SAYS_IT_ALL else row.text,
            verb=gettext("Svara") if row.kind in ANSWERED else gettext("Öppna"),
            href=_where(row),
            person=reverse("staff:plan", args=[row.person_id]),
            due_on=day_of(row.due_at)
            if row.due_at and row.kind in BY_THE_DAY
            else None,
        )
        for row in rows
    )


def _where(row: ToDoRow) -> str:
    if row.task_id is not None:
        return reverse(
            "staff:plan_act_about", args=[row.person_id, ANSWER_TASK.slug, row.task_id]
        )
    if row.kind is ToDo.CONSENT:
        return reverse("staff:plan_act", args=[row.person_id, SAY.slug])
    return reverse("staff:plan", args=[row.person_id])


def _person(row: MyPersonRow) -> ShownPerson:
    return ShownPerson(
        row=row,
        status=str(PLAN[row.status]),
        href=reverse("staff:plan", args=[row.person_id]),
    )
