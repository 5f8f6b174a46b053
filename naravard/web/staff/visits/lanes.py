"""The day along the hours: everybody's round, and the way to each visit."""

from dataclasses import dataclass
from datetime import date, datetime

from naravard.core.clock import day_of, local
from naravard.mobile.rows import RoundRow, TeamDay, VisitRow

COLOURS = 6  # told by class in the stylesheet, and always by a letter as well
FIRST_HOUR = 8  # of a day when nobody works
A_COLUMN = 5  # minutes
AN_HOUR = 12  # columns
A_DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One visit along the hours, and the way there; columns of five minutes."""

    row: VisitRow
    text: str
    begins: int
    ends: int
    leaves: int  # the column where the way there begins; equal to `begins` when none


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One person's day along the hours."""

    row: RoundRow
    letter: str
    colour: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """One hour above the lanes."""

    text: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The day along the hours: lanes, headings and where now is."""

    lanes: tuple[Lane, ...]
    headings: tuple[Hour, ...]
    columns: int
    now: int | None


def hours(day: TeamDay, now: datetime) -> Hours:
    """Everybody's day along the hours, from the first who begins to the last."""
    rows = [row for each in day.rounds for row in each.visits]
    visits = [_starts(row, day.day) for row in rows]
    starts = [*(_minutes(each.starts_at, day.day) for each in day.rounds), *visits]
    ends = [
        *(_minutes(each.ends_at, day.day) for each in day.rounds),
        *(at + row.minutes for at, row in zip(visits, rows, strict=True)),
    ]
    first = min(starts, default=FIRST_HOUR * 60) // 60
    last = max([*ends, (first + 1) * 60])
    count = -(-last // 60) - first
    scale = _Scale(day=day.day, first=first * 60, columns=count * AN_HOUR)
    minute = _minutes(now, day.day)
    is_shown = first * 60 <= minute < (first + count) * 60
    return Hours(
        lanes=tuple(_lane(day, n, each, scale) for n, each in enumerate(day.rounds)),
        headings=tuple(
            Hour(
                text=f"{(first + hour) % 24}.00",
                begins=1 + hour * AN_HOUR,
                ends=1 + (hour + 1) * AN_HOUR,
            )
            for hour in range(count)
        ),
        columns=scale.columns,
        now=scale.column(minute) if is_shown else None,
    )


def letter(number: int) -> str:
    """A, B, C … for the rounds in order; after Z they begin again as A1."""
    again = "" if number < 26 else str(number // 26)  # noqa: PLR2004 - the alphabet
    return chr(ord("A") + number % 26) + again


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Minutes of the day as columns of five minutes."""

    day: date
    first: int
    columns: int

    def column(self, minute: float) -> int:
        at = 1 + round((minute - self.first) / A_COLUMN)
        return min(max(at, 1), self.columns)


def _lane(day: TeamDay, number: int, each: RoundRow, scale: _Scale) -> Lane:
    ways = _ways(day, str(each.shift_id))
    return Lane(
        row=each,
        letter=letter(number),
        colour=number % COLOURS,
        bars=tuple(
            _bar(row, f"{letter(number)}{at}", ways.get(str(row.id), 0.0), scale)
            for at, row in enumerate(each.visits, 1)
        ),
    )


def _ways(day: TeamDay, shift: str) -> dict[str, float]:
    """Minutes of travel to each visit of a round from the place before it."""
    standing = day.standing
    staff = {each.id: each for each in standing.problem.caregivers}[shift]
    places = {each.id: each.place for each in standing.problem.visits}
    here, found = staff.starts_at, {}
    for stop in standing.round_of(shift).stops:
        there = places[stop.visit]
        found[stop.visit] = standing.problem.travel[staff.mode][here][there]
        here = there
    return found


def _bar(row: VisitRow, text: str, way: float, scale: _Scale) -> Bar:
    starts = _starts(row, scale.day)
    begins = scale.column(starts)
    return Bar(
        row=row,
        text=text,
        begins=begins,
        ends=max(scale.column(starts + row.minutes), begins + 1),
        leaves=scale.column(starts - way),
    )


def _starts(row: VisitRow, day: date) -> int:
    return _minutes(row.starts_at or row.opens_at, day)


def _minutes(moment: datetime, day: date) -> int:
    """By the clock since the day began; after midnight they go on counting."""
    shown = local(moment)
    return (day_of(moment) - day).days * A_DAY + shown.hour * 60 + shown.minute
