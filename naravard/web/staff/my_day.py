"""My day: our turn now, home today, unread, and what changed since yesterday."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from naravard.access.rules import Action, Actor, may_do
from naravard.core import clock
from naravard.core.clock import day_of, moment_at
from naravard.discharge import services
from naravard.discharge.rows import WorklistRow
from naravard.discharge.services import UnitDay
from naravard.messages.queries import InboxRow, ReturnedRow
from naravard.mobile import services as mobile
from naravard.mobile.rows import RequestRow
from naravard.mobile.rules.states import RequestState
from naravard.people.roles import Role
from naravard.plan import services as plan
from naravard.web.actor import actor_of
from naravard.web.staff.plan.lists import to_do_shown
from naravard.web.staff.words.messages import in_language
from naravard.web.staff.worklist.groups import DueGroup, due_group
from naravard.web.staff.worklist.lines import Line, line_of
from naravard.web.words.days import full_day, sentence_start, week_number

NOW_GROUPS = frozenset({DueGroup.LATE, DueGroup.TODAY})
CHANGES_SHOWN = 12
TO_DO_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNews:
    """One unread or returned message in short."""

    row: InboxRow | ReturnedRow
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """What the unit has before it today."""

    now: tuple[Line, ...]
    coming: int
    home_today: tuple[Line, ...]
    unread: tuple[ShownNews, ...]
    unread_count: int
    returned: tuple[ShownNews, ...]
    changed: tuple[Line, ...]


@require_safe
def my_day(request: HttpRequest) -> HttpResponse:
    """Everything that is ours now, in one place."""
    actor, now = actor_of(request), clock.now()
    if actor.role is Role.LOG_REVIEWER:  # her day is the log, never the record
        return redirect("staff:reviews")
    found = services.open_day(actor=actor, now=now)
    waiting = plan.open_to_do(actor=actor, now=now)
    today = day_of(now)
    return render(
        request,
        "staff/my_day.html",
        {
            "day": day_shown(actor, found, now),
            "visits": _asked(actor, now),
            "to_do": to_do_shown(waiting[:TO_DO_SHOWN]),
            "to_do_more": max(len(waiting) - TO_DO_SHOWN, 0),
            "today": f"{sentence_start(full_day(today))}, {week_number(today)}",
            "now": now,
            "unit": actor.unit_name,
        },
    )


def _asked(actor: Actor, now: datetime) -> tuple[RequestRow, ...] | None:
    """What a mobile team has to answer, the most urgent first; None: no team."""
    if not may_do(actor, Action.TRIAGE_VISIT).allowed:
        return None
    rows = mobile.open_requests(actor=actor, now=now)
    asked = (row for row in rows if row.state is RequestState.ASKED)
    return tuple(sorted(asked, key=lambda row: row.answer_by))


def day_shown(actor: Actor, found: UnitDay, now: datetime) -> MyDay:
    """The unit's day in words; late first, as the list is ordered."""
    rows = found.worklist.rows
    ours = [row for row in rows if row.ours]
    current = [row for row in ours if due_group(row, now) in NOW_GROUPS]
    return MyDay(
        now=_lines(current, actor, now),
        coming=len(ours) - len(current),
        home_today=_lines(
            [row for row in rows if goes_home_today(row, now)], actor, now
        ),
        unread=tuple(
            ShownNews(row=row, title=in_language(row.title)) for row in found.unread
        ),
        unread_count=found.unread_count,
        returned=tuple(
            ShownNews(row=row, title=in_language(row.title)) for row in found.returned
        ),
        changed=_lines(changed_lately(rows, now)[:CHANGES_SHOWN], actor, now),
    )


def goes_home_today(row: WorklistRow, now: datetime) -> bool:
    """Whether the person is expected home today, or came home today."""
    home_at = row.discharged_at or row.estimated_at
    return home_at is not None and day_of(home_at) == day_of(now)


def changed_lately(
    rows: tuple[WorklistRow, ...], now: datetime
) -> tuple[WorklistRow, ...]:
    """The cases that have changed since yesterday began, the latest first."""
    since = moment_at(day_of(now) - timedelta(days=1), time(0))
    changed = [row for row in rows if row.changed_at >= since]
    return tuple(sorted(changed, key=lambda row: row.changed_at, reverse=True))


def _lines(
    rows: list[WorklistRow] | tuple[WorklistRow, ...], actor: Actor, now: datetime
) -> tuple[Line, ...]:
    return tuple(line_of(row, actor, now) for row in rows)
