"""The plan on the timeline: what is done by whom, meetings, times and changes."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext

from naravard.core.clock import day_of
from naravard.people.queries import PersonHeader
from naravard.plan.rows import MeetingRow, VersionRow
from naravard.plan.rules.kinds import ActivityStatus, TimeStatus
from naravard.plan.rules.meetings import MeetingStatus
from naravard.plan.rules.parts import Activity, AgreedTime
from naravard.web.caregivers import Caregiver
from naravard.web.components.timeline import (
    Kind,
    State,
    TimelineItem,
    TimelineLane,
)
from naravard.web.staff.case.lanes import lane_names
from naravard.web.staff.plan.activities import letter_of_activity, period_of
from naravard.web.staff.plan.acts.definition import Setting
from naravard.web.staff.plan.shown import address_of
from naravard.web.staff.words.units import letter_of
from naravard.web.words.days import relative_day

Found = Iterator[tuple[Caregiver, TimelineItem]]
NOT_SHOWN = frozenset({ActivityStatus.DECLINED, ActivityStatus.PROPOSED})
CALLED = frozenset({MeetingStatus.CALLED, MeetingStatus.HELD, MeetingStatus.CLOSED})
# What has no last day goes on past every period that can be shown.
FAR_AHEAD = timedelta(days=366)
# So many of the latest changes stand on the line; all stand in the history.
CHANGES_SHOWN = 12


def plan_lanes(
    setting: Setting, versions: tuple[VersionRow, ...], today: date
) -> tuple[tuple[Caregiver, TimelineItem], ...]:
    """Every event of the plan and under which letter it stands."""
    content = setting.plan.content
    meetings = setting.opened.meetings if setting.opened else ()
    return (
        *_activities(content.activities, setting, today),
        *_times(content.times, setting, today),
        *_meetings(meetings, setting, today),
        *_reviews(setting, today),
        *_changes(versions, setting, today),
    )


def merged(
    lanes: Iterable[TimelineLane],
    added: Iterable[tuple[Caregiver, TimelineItem]],
    person: PersonHeader,
) -> tuple[TimelineLane, ...]:
    """The way home and the plan as one timeline, each event in its lane."""
    names = lane_names(person)
    items: dict[str, list[TimelineItem]] = {letter: [] for letter in names}
    for lane in lanes:
        items[lane.caregiver].extend(lane.items)
    for letter, item in added:
        if not _is_there(item, items[letter]):
            items[letter].append(item)
    return tuple(
        TimelineLane(caregiver=letter, name=name, items=tuple(items[letter]))
        for letter, name in names.items()
        if items[letter]
    )


def _is_there(item: TimelineItem, others: list[TimelineItem]) -> bool:
    """Whether it is the meeting that the stay in hospital has called to."""
    return item.kind is Kind.MEETING and any(
        one.kind is Kind.MEETING and one.starts_on == item.starts_on for one in others
    )


def _activities(activities: Iterable[Activity], setting: Setting, today: date) -> Found:
    for one in activities:
        if one.starts_on is None or one.status in NOT_SHOWN:
            continue
        last = one.ends_on or one.starts_on + FAR_AHEAD
        yield (
            letter_of_activity(one, setting.plan),
            TimelineItem(
                title=one.text,
                when=period_of(one, today),
                starts_on=one.starts_on,
                ends_on=max(last, one.starts_on),
                kind=Kind.SPAN,
                state=_state(one.starts_on, last, today),
                href=address_of(setting.person.id),
            ),
        )


def _times(times: Iterable[AgreedTime], setting: Setting, today: date) -> Found:
    kinds = {one.unit_id: one.unit_kind for one in setting.plan.parties}
    for one in times:
        if one.status in {TimeStatus.CANCELLED, TimeStatus.WISHED}:
            continue
        day = day_of(one.starts_at)
        letter = letter_of(kinds.get(one.unit_id, "")) if one.unit_id else None
        yield (
            letter or Caregiver.EVERYONE,
            _point(one.purpose, day, setting, today),
        )


def _meetings(meetings: Iterable[MeetingRow], setting: Setting, today: date) -> Found:
    for one in meetings:
        if one.starts_at is not None and one.status in CALLED:
            day = day_of(one.starts_at)
            yield (
                Caregiver.EVERYONE,
                _point(one.purpose, day, setting, today, kind=Kind.MEETING),
            )


def _reviews(setting: Setting, today: date) -> Found:
    for one in setting.plan.content.reviews:
        day = one.done_on or one.due_on
        title = gettext("Följer upp planen")
        yield (
            Caregiver.EVERYONE,
            _point(title, day, setting, today, kind=Kind.MEETING),
        )


def _changes(versions: tuple[VersionRow, ...], setting: Setting, today: date) -> Found:
    """One point a day and unit, where somebody wrote in the plan."""
    kinds = {one.unit: one.unit_kind for one in setting.plan.parties}
    seen: dict[tuple[date, str], VersionRow] = {}
    for row in versions[:CHANGES_SHOWN]:
        seen.setdefault((day_of(row.at), row.unit), row)
    for (day, unit), _ in seen.items():
        letter = letter_of(kinds.get(unit, "")) if unit else Caregiver.PERSON
        yield letter, _point(gettext("Skrev i planen"), day, setting, today)


def _point(
    title: str, day: date, setting: Setting, today: date, *, kind: Kind = Kind.POINT
) -> TimelineItem:
    return TimelineItem(
        title=title,
        when=relative_day(day, today),
        starts_on=day,
        kind=kind,
        state=State.DONE if day < today else State.PLANNED,
        href=address_of(setting.person.id),
    )


def _state(first: date, last: date, today: date) -> State:
    if last < today:
        return State.DONE
    return State.ONGOING if first <= today else State.PLANNED
