"""One timeline for everyone: which row each event gets, so that labels never collide.

Pure: days and words in, places out. The stylesheet has one grid column a day; below
the width where the timeline becomes a list, the places are not used.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

# The axis on the person page of an ordinary screen, in rem. On a narrower one a label
# without room ends with an ellipsis, so that it still meets no other.
AXIS_REM = 38.0
# A mean letter of a label, and what stands beside the words, in rem (measured).
LETTER_REM = 0.4
MARKER_REM = 1.25
BAR_PADDING_REM = 1.0
# The list of weeks is replaced by months when the weeks would not fit.
MOST_WEEKS_NAMED = 8
DAYS_A_WEEK = 7


class Kind(StrEnum):
    """What an event looks like; the value is the class in the stylesheet."""

    POINT = "punkt"
    SPAN = "span"
    MEETING = "mote"


class State(StrEnum):
    """Solid is done or going on, striped is planned."""

    DONE = "klar"
    ONGOING = ""
    PLANNED = "plan"


class Side(StrEnum):
    """Where the label stands, seen from the bar or the point."""

    INSIDE = ""
    RIGHT = "ut"
    LEFT = "v"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One event: a day, or a stretch of days with both ends included."""

    title: str
    when: str
    starts_on: date
    ends_on: date | None = None
    kind: Kind = Kind.POINT
    state: State = State.PLANNED
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLane:
    """Everything one caregiver does."""

    caregiver: str
    name: str
    items: Sequence[TimelineItem]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The weeks shown, from a Monday so that the weekends can be shaded."""

    first_monday: date
    weeks: int

    @property
    def days(self) -> int:
        """How many columns there are."""
        return self.weeks * DAYS_A_WEEK

    def column(self, day: date) -> int:
        """The grid column of a day; the first is 1."""
        return (day - self.first_monday).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event with its grid columns `start` to `end`, its row and its label.

    `left` and `right` are the days, counted from the window's start, that bar and
    label keep to themselves; `label_room` is the label's share of the bar's width.
    """

    item: TimelineItem
    start: int
    end: int
    row: int
    side: Side
    left: float
    right: float
    label_room: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    side: Side
    days: float


def window_around(today: date, *, weeks: int, weeks_before: int = 2) -> Window:
    """The weeks from `weeks_before` weeks before this one."""
    monday = today - timedelta(days=today.weekday())
    return Window(
        first_monday=monday - timedelta(weeks=weeks_before),
        weeks=weeks,
    )


def place(
    items: Sequence[TimelineItem], window: Window, today: date
) -> tuple[Placed, ...]:
    """Each event inside the window, earliest first, in the first row with room."""
    taken_by_row: list[list[tuple[float, float]]] = []
    placed = []
    inside = [item for item in items if _touches(item, window)]
    for item in sorted(inside, key=lambda item: (item.starts_on, item.title)):
        spot = _spot(item, window, today)
        row = _first_free_row(taken_by_row, spot.left, spot.right)
        placed.append(replace(spot, row=row))
    return _with_all_room(placed, window)


def label_width(item: TimelineItem, window: Window) -> float:
    """How many days wide an event's label is."""
    return _width(f"{item.title} {item.when}", item.kind, window)


def _width(words: str, kind: Kind, window: Window) -> float:
    beside = BAR_PADDING_REM if kind is Kind.SPAN else MARKER_REM
    return (len(words) * LETTER_REM + beside) * window.days / AXIS_REM


def _touches(item: TimelineItem, window: Window) -> bool:
    last = item.ends_on or item.starts_on
    return window.column(last) >= 1 and window.column(item.starts_on) <= window.days


def _spot(item: TimelineItem, window: Window, today: date) -> Placed:
    last = item.ends_on or item.starts_on
    start = max(window.column(item.starts_on), 1)
    end = min(window.column(last), window.days) + 1
    marker = MARKER_REM * window.days / AXIS_REM
    first_edge, last_edge = float(start - 1), float(end - 1)
    if item.kind is not Kind.SPAN:
        last_edge = min(first_edge + marker, float(window.days))
    label = _label(item, window, today, first_edge, last_edge)
    return Placed(
        item=item,
        start=start,
        end=end,
        row=0,
        side=label.side,
        left=_left(item, label, first_edge, last_edge),
        right=_right(item, label, first_edge, last_edge),
        label_room=label.days / (end - start),
    )


def _label(
    item: TimelineItem,
    window: Window,
    today: date,
    first_edge: float,
    last_edge: float,
) -> _Label:
    wanted = label_width(item, window)
    if item.kind is Kind.SPAN:
        return _label_of_bar(item, window, first_edge, last_edge)
    past = item.starts_on < today
    return _beside(wanted, last_edge, window.days - first_edge, prefer_left=past)


def _label_of_bar(
    item: TimelineItem, window: Window, first_edge: float, last_edge: float
) -> _Label:
    """Inside if it fits, else after the bar, else inside if at least the title fits."""
    bar, after = last_edge - first_edge, window.days - last_edge
    wanted = label_width(item, window)
    title = _width(item.title, item.kind, window)
    if wanted <= bar or (title <= bar and wanted > after):
        return _Label(side=Side.INSIDE, days=bar)
    return _beside(wanted, first_edge, after, prefer_left=False)


def _beside(
    wanted: float, room_left: float, room_right: float, *, prefer_left: bool
) -> _Label:
    """The preferred side if the label fits there, else the side with more room."""
    if prefer_left and wanted <= room_left:
        return _Label(side=Side.LEFT, days=wanted)
    if wanted <= room_right or room_right >= room_left:
        return _Label(side=Side.RIGHT, days=min(wanted, room_right))
    return _Label(side=Side.LEFT, days=min(wanted, room_left))


def _left(item: TimelineItem, label: _Label, first: float, last: float) -> float:
    if label.side is not Side.LEFT:
        return first
    return (first if item.kind is Kind.SPAN else last) - label.days


def _right(item: TimelineItem, label: _Label, first: float, last: float) -> float:
    if label.side is not Side.RIGHT:
        return last
    return (last if item.kind is Kind.SPAN else first) + label.days


def _first_free_row(
    rows: list[list[tuple[float, float]]], left: float, right: float
) -> int:
    """The first row where nothing overlaps, counted from 1; the place is taken."""
    for number, taken in enumerate(rows, start=1):
        if all(right <= start or left >= end for start, end in taken):
            taken.append((left, right))
            return number
    rows.append([(left, right)])
    return len(rows)


def _with_all_room(placed: Sequence[Placed], window: Window) -> tuple[Placed, ...]:
    """The same places, with each label free to grow to its neighbour in the row."""
    grown = list(placed)
    for number, spot in enumerate(placed):
        row = [other for other in grown if other.row == spot.row]
        if spot.side is Side.RIGHT:
            grown[number] = _grown(spot, right=_next_left(spot, row, window))
        elif spot.side is Side.LEFT:
            grown[number] = _grown(spot, left=_previous_right(spot, row))
    return tuple(grown)


def _next_left(spot: Placed, row: Sequence[Placed], window: Window) -> float:
    ahead = [other.left for other in row if other.left >= spot.right]
    return min(ahead, default=float(window.days))


def _previous_right(spot: Placed, row: Sequence[Placed]) -> float:
    behind = [other.right for other in row if other.right <= spot.left]
    return max(behind, default=0.0)


def _grown(
    spot: Placed, *, left: float | None = None, right: float | None = None
) -> Placed:
    new_left = spot.left if left is None else left
    new_right = spot.right if right is None else right
    gained = (spot.left - new_left) + (new_right - spot.right)
    return replace(
        spot,
        left=new_left,
        right=new_right,
        label_room=spot.label_room + gained / (spot.end - spot.start),
    )
