"""Visits at home on the one timeline, beside the way home and the plan."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from naravard.access.rules import AccessDenied
from naravard.core.clock import day_of
from naravard.discharge.services import OpenedPerson
from naravard.mobile import queries, services
from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.states import VisitState
from naravard.web.caregivers import Caregiver
from naravard.web.components.timeline import State, TimelineItem
from naravard.web.staff.plan.lanes import merged
from naravard.web.words.days import relative_day

STATES = {
    VisitState.WAITING: State.PLANNED,
    VisitState.PLANNED: State.PLANNED,
    VisitState.BEGUN: State.ONGOING,
    VisitState.DONE: State.DONE,
}


def visits_beside(opened: OpenedPerson, lanes: Any) -> dict[str, object]:
    """The lanes with the visits among them; nothing to whoever may not read visits."""
    record = opened.record
    if not queries.has_visits(record):
        return {}
    try:
        _, found = services.open_person_visits(
            actor=record.actor, person_id=record.person_id, now=record.opened_at
        )
    except AccessDenied:
        return {}
    href = reverse("staff:person_visits", args=[record.person_id])
    shown = _on_the_line(found.visits, href, day_of(record.opened_at))
    return {"lanes": merged(lanes, shown, opened.person)}


def _on_the_line(
    visits: Iterable[VisitRow], href: str, today: date
) -> Iterator[tuple[Caregiver, TimelineItem]]:
    """Every visit that is to be made, goes on or has been made, on its day."""
    for visit in visits:
        if visit.state in STATES:
            yield (
                Caregiver.HEALTH_CENTRE,
                TimelineItem(
                    title=gettext("Hembesök, %(team)s") % {"team": visit.team},
                    when=relative_day(visit.day, today),
                    starts_on=visit.day,
                    state=STATES[visit.state],
                    href=href,
                ),
            )
