"""The way home on one timeline: each event in the lane of whoever did it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from naravard.core.clock import day_of
from naravard.discharge.rows import CaseView, EventRow
from naravard.discharge.rules.agreement import LUS
from naravard.discharge.rules.history import EventType
from naravard.people.queries import PersonHeader
from naravard.web.caregivers import Caregiver
from naravard.web.components.timeline import (
    Kind,
    State,
    TimelineItem,
    TimelineLane,
    Window,
    window_around,
)
from naravard.web.staff.words.events import event_words
from naravard.web.staff.words.planning import meeting_at
from naravard.web.staff.words.units import letter_of
from naravard.web.words.days import day_range, relative_day

PERIODS: dict[str, int] = {"2": 2, "5": 5, "26": 26}  # weeks
USUAL_PERIOD = "5"
# What is shown elsewhere, or says nothing on a line of days.
NOT_ON_THE_LINE = frozenset(
    {
        EventType.ADMIT,
        EventType.DISCHARGE,
        EventType.READY_DECISION,
        EventType.TRACK_SET,
        EventType.NEED_ASSESSED,
        EventType.SIP_ANSWERED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How many weeks to show, as a link."""

    code: str
    name: str
    current: bool


def periods(chosen: str) -> tuple[Period, ...]:
    """The periods to choose among."""
    names = {
        "2": gettext("2 veckor"),
        "5": gettext("5 veckor"),
        "26": gettext("6 månader"),
    }
    return tuple(
        Period(code=code, name=name, current=code == chosen)
        for code, name in names.items()
    )


def window_of(chosen: str, today: date) -> Window:
    """The weeks shown, today a little before the middle."""
    weeks = PERIODS[chosen]
    before = 1 if weeks <= PERIODS["2"] else weeks // 2
    return window_around(today, weeks=weeks, weeks_before=before)


def lanes(
    view: CaseView, person: PersonHeader, today: date, href: str
) -> tuple[TimelineLane, ...]:
    """Everyone's events; every event leads to where it is told in full."""
    items: dict[Caregiver, list[TimelineItem]] = {letter: [] for letter in _ORDER}
    items[Caregiver.HOSPITAL].append(_stay(view, today, href))
    for row in view.events:
        if row.type not in NOT_ON_THE_LINE:
            items[_lane(row)].append(_point(row, today, href))
    items[Caregiver.EVERYONE].extend(_meeting(view, today, href))
    items[Caregiver.HEALTH_CENTRE].extend(_follow_up(view, today, href))
    names = lane_names(person)
    return tuple(
        TimelineLane(caregiver=letter, name=names[letter], items=_thinned(found))
        for letter, found in items.items()
        if found
    )


_ORDER = (
    Caregiver.EVERYONE,
    Caregiver.PERSON,
    Caregiver.HOSPITAL,
    Caregiver.HEALTH_CENTRE,
    Caregiver.MUNICIPALITY,
)


def lane_names(person: PersonHeader) -> dict[Caregiver, str]:
    """What each lane is called on the page of a person, in the order they stand."""
    return {
        Caregiver.EVERYONE: gettext("Alla"),
        Caregiver.PERSON: person.name.split(" ")[0],
        Caregiver.HOSPITAL: gettext("Sjukhuset"),
        Caregiver.HEALTH_CENTRE: gettext("Vårdcentralen"),
        Caregiver.MUNICIPALITY: gettext("Kommunen"),
    }


def _lane(row: EventRow) -> Caregiver:
    if row.type == EventType.CONSENT:
        return Caregiver.PERSON
    return letter_of(row.unit_kind)


def _stay(view: CaseView, today: date, href: str) -> TimelineItem:
    case = view.case
    left_at = case.discharged_at or case.ended_at
    first = day_of(case.admitted_at)
    expected = day_of(case.estimated_at) if case.estimated_at else today
    last = day_of(left_at) if left_at else max(expected, today)
    return TimelineItem(
        title=gettext("Inskriven"),
        when=day_range(first, last, today=today),
        starts_on=first,
        ends_on=last,
        kind=Kind.SPAN,
        state=State.DONE if left_at else State.ONGOING,
        href=href,
    )


def _point(row: EventRow, today: date, href: str) -> TimelineItem:
    day = day_of(row.at)
    return TimelineItem(
        title=event_words(row),
        when=relative_day(day, today),
        starts_on=day,
        state=State.DONE,
        href=href,
    )


def _meeting(view: CaseView, today: date, href: str) -> Iterator[TimelineItem]:
    meets_at = meeting_at(view)
    if meets_at is None:
        return
    day = day_of(meets_at)
    yield TimelineItem(
        title=gettext("Planeringsmöte"),
        when=relative_day(day, today),
        starts_on=day,
        kind=Kind.MEETING,
        state=State.DONE if day < today else State.PLANNED,
        href=href,
    )


def _follow_up(view: CaseView, today: date, href: str) -> Iterator[TimelineItem]:
    """The call that is to come, from the day the person went or will go home."""
    case = view.case
    home_at = case.discharged_at or case.estimated_at
    if home_at is None or case.ended_at is not None:
        return
    first = day_of(home_at + timedelta(hours=LUS.follow_up_from_hours))
    last = day_of(home_at + timedelta(hours=LUS.follow_up_to_hours))
    if last < today:
        return
    yield TimelineItem(
        title=gettext("Följer upp hemgången"),
        when=day_range(first, last, today=today),
        starts_on=first,
        ends_on=last,
        kind=Kind.SPAN,
        href=href,
    )


def _thinned(found: Iterable[TimelineItem]) -> tuple[TimelineItem, ...]:
    """The same thing said twice the same day is shown once."""
    seen = {(item.title, item.starts_on): item for item in found}
    return tuple(seen.values())
