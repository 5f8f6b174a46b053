"""Draws the timeline: lanes, weeks and the line for today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from naravard.web.caregivers import Caregiver
from naravard.web.components.timeline import (
    MOST_WEEKS_NAMED,
    Placed,
    TimelineLane,
    Window,
    place,
)
from naravard.web.words.days import short_day, short_month, week_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A stretch of columns with a name above."""

    start: int
    end: int
    name: str
    under: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLane:
    """A lane with its events in place."""

    letter: Caregiver
    name: str
    placed: tuple[Placed, ...]


def timeline(lanes: Sequence[TimelineLane], window: Window, today: date) -> SafeString:
    """Everyone's events on the same days; on a phone a list per caregiver."""
    column = window.column(today)
    return render_to_string(
        "components/timeline.html",
        {
            "window": window,
            "headings": headings(window),
            "lanes": [
                ShownLane(
                    letter=Caregiver(lane.caregiver),
                    name=lane.name,
                    placed=place(lane.items, window, today),
                )
                for lane in lanes
            ],
            "today_column": column if 1 <= column <= window.days else None,
        },
    )


def headings(window: Window) -> list[Heading]:
    """The weeks by number, or the months when the weeks are too many to name."""
    mondays = [
        window.first_monday + timedelta(weeks=number) for number in range(window.weeks)
    ]
    if window.weeks <= MOST_WEEKS_NAMED:
        return [_week(monday, window) for monday in mondays]
    starts = [
        monday
        for before, monday in zip([None, *mondays], mondays, strict=False)
        if before is None or before.month != monday.month
    ]
    ends = [*(window.column(start) for start in starts[1:]), window.days + 1]
    return [
        Heading(
            start=window.column(start),
            end=end,
            name=short_month(start),
            under=week_number(start),
        )
        for start, end in zip(starts, ends, strict=True)
    ]


def _week(monday: date, window: Window) -> Heading:
    start = window.column(monday)
    return Heading(
        start=start,
        end=start + 7,
        name=week_number(monday),
        under=short_day(monday),
    )
