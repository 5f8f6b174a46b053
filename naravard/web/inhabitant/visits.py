"""Who comes to me and when: an interval that can be kept, never a minute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.mobile import services
from naravard.mobile.rows import OrderRow, VisitRow, VisitView
from naravard.mobile.rules.promises import Promise
from naravard.mobile.rules.states import OrderState, Outcome, VisitState
from naravard.mobile.rules.waiting import Wait
from naravard.web.actor import actor_of
from naravard.web.inhabitant.reader import banner
from naravard.web.inhabitant.refusals import refused_quietly

OUTCOMES = {
    Outcome.STAYS_HOME: gettext_lazy("Du är kvar hemma."),
    Outcome.NEW_VISIT: gettext_lazy("Teamet kommer tillbaka."),
    Outcome.PRIMARY_CARE: gettext_lazy("Din vårdcentral tar vid."),
    Outcome.DIRECT_ADMISSION: gettext_lazy("Du fick komma direkt till en vårdplats."),
    Outcome.EMERGENCY: gettext_lazy("Du fick åka till akuten."),
    Outcome.NOT_HOME: gettext_lazy("Du var inte hemma."),
}
ORDERS = {
    OrderState.ORDERED: gettext_lazy("Beställt, väntar på svar."),
    OrderState.ACCEPTED: gettext_lazy("Beställningen är mottagen."),
    OrderState.ON_THE_WAY: gettext_lazy("På väg till dig."),
    OrderState.DONE: gettext_lazy("Klart."),
    OrderState.DECLINED: gettext_lazy("Det blir inte av hemma."),
}
WHAT = {
    VisitState.WAITING: gettext_lazy("Tiden är inte bestämd än."),
    VisitState.PLANNED: gettext_lazy("Besöket är planerat."),
    VisitState.BEGUN: gettext_lazy("De är hos dig nu."),
    VisitState.CANCELLED: gettext_lazy("Besöket är inställt."),
}


# Whoever was to come has gone home, and the team looks for somebody else.
STILL_HOLDS = gettext_lazy(
    "Någon annan ska komma. Tiden gäller tills du får veta något annat."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One visit as the person is told of it."""

    day: date
    promise: Promise | None
    team: str
    why: str
    staff: tuple[str, ...]
    what: str | Lazy
    has_day: bool  # the day is still ahead
    earlier: Promise | None  # what was told before the time was changed
    latest: datetime | None  # somebody comes at the latest then
    is_late: bool
    cancelled_because: str
    moved_because: str
    phone: str
    is_today: bool
    is_begun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One visit that has been made, in the words of whoever was there."""

    day: date
    team: str
    why: str
    by: str
    how_it_ended: str | Lazy
    what_was_done: str
    what_next: str
    next_visit_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """Something ordered to the person's home, and where it is."""

    what: str
    where: str | Lazy
    answer: str


@require_safe
@refused_quietly
def visits(request: HttpRequest) -> HttpResponse:
    """Visits of today and later, the next first."""
    actor, now = actor_of(request), clock.now()
    found = services.open_own_visits(actor=actor, now=now)
    reader = banner(actor, now)
    return render(
        request,
        "inhabitant/visits.html",
        {
            "person": found.person,
            "coming": tuple(_coming(row, now) for row in found.coming),
            "enrolments": found.enrolments,
            "made": tuple(made for each in found.made for made in _made(each)),
            "orders": tuple(map(_ordered, found.orders)),
            "now": now,
            "reader": reader,
            "is_easy": found.person.easy_to_read and reader.is_own,
        },
    )


def _coming(row: VisitRow, now: datetime) -> Coming:
    waits = row.wait(now)
    is_waiting = row.state is VisitState.WAITING
    return Coming(
        day=row.day,
        promise=row.promise,
        team=row.team,
        why=row.why,
        staff=row.staff,
        what=STILL_HOLDS if is_waiting and row.promise else WHAT[row.state],
        has_day=row.day >= day_of(now),
        earlier=row.earlier,
        latest=row.due_by if is_waiting and waits is not Wait.BROKEN else None,
        is_late=is_waiting and waits is Wait.BROKEN,
        cancelled_because=row.cancelled_because,
        moved_because=row.moved_because,
        phone=row.team_phone,
        is_today=row.day == day_of(now),
        is_begun=row.state is VisitState.BEGUN,
    )


def _made(view: VisitView) -> Iterator[Made]:
    for note in view.notes:
        yield Made(
            day=view.visit.day,
            team=view.visit.team,
            why=view.visit.why,
            by=f"{note.by}, {note.title}",
            how_it_ended=OUTCOMES[note.outcome],
            what_was_done=note.hand_over.assessment,
            what_next=note.hand_over.recommendation,
            next_visit_on=note.next_visit_on,
        )


def _ordered(row: OrderRow) -> Ordered:
    what = f"{row.what}, {row.region}" if row.region else row.what
    return Ordered(what=what, where=ORDERS[row.state], answer=row.answer)
