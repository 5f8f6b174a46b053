"""The plans that a file tells: who has one, what it says, and how it came to be."""

from dataclasses import dataclass
from pathlib import Path

from naravard.people.county.reading import CountyFileNotValid, Table, read_file
from naravard.plan.rules.kinds import Mode, Principal, View

PLANS = "plans"
USUAL_HOUR = 13  # of a meeting, by the Swedish clock
PARTS_AFTER = 3  # days from the beginning, where a part says no day of its own
Value = bool | int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStory:
    """A part of a plan: the section, its values by name, when and by whom."""

    section: str
    key: str
    days_ago: int
    by: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingStory:
    """A meeting; held so many days ago, or to come when that is below zero.

    `of_stay` when it is the one that the person's stay in hospital has called to.
    """

    days_ago: int
    hour: int
    of_stay: bool
    by: str
    purpose: str
    mode: Mode
    place: str
    text: str
    own_summary: str
    childs_view: str
    outside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStory:
    """Something one unit asked another; `answer` empty: it still waits."""

    days_ago: int
    by: str
    to: str
    text: str
    kind: str
    meanwhile: str
    answer: str
    answered_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStory:
    """A line to the team."""

    days_ago: int
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStory:
    """One plan; `stands` is the last step it has taken.

    `answers` are "person" and the keys of guardians; empty: nobody has answered yet.
    `by_law` rests on LPT 7 a § and asks nobody; `signed` are the staff who have signed.
    """

    person: str
    by: str
    days_ago: int
    because: str
    answers: tuple[str, ...]
    yes: bool
    stands: str
    units: tuple[str, ...]
    views: tuple[View, ...]
    principal: Principal | None
    coordinator: str
    compulsory: bool
    by_law: bool
    signed: tuple[str, ...]
    evaluation: str
    reviewed: tuple[int, ...]
    parts: tuple[PartStory, ...]
    meetings: tuple[MeetingStory, ...]
    tasks: tuple[TaskStory, ...]
    notes: tuple[NoteStory, ...]


def plans_beside(county_file: Path) -> tuple[PlanStory, ...]:
    """The plans that belong to a county's file. Raises CountyFileNotValid."""
    path = county_file.parent / PLANS / county_file.name
    return read_plans(path) if path.exists() else ()


def read_plans(path: Path) -> tuple[PlanStory, ...]:
    """The plans of a file. Raises CountyFileNotValid."""
    file = read_file(path)
    plans = tuple(_plan(row) for row in file.tables("plans"))
    file.close()
    return plans


def _plan(table: Table) -> PlanStory:
    by, days_ago = table.text("by"), table.whole("days_ago")
    story = PlanStory(
        person=table.text("person"),
        by=by,
        days_ago=days_ago,
        because=table.text("because"),
        answers=_texts(table, "answers"),
        yes=table.value_or("yes", True),
        stands=table.text("stands"),
        units=_texts(table, "units"),
        views=tuple(View(word) for word in _texts(table, "views")),
        principal=table.one_of("principal", Principal)
        if table.has("principal")
        else None,
        coordinator=_text(table, "coordinator"),
        compulsory=table.value_or("compulsory", False),
        by_law=table.value_or("by_law", False),
        signed=_texts(table, "signed"),
        evaluation=_text(table, "evaluation"),
        reviewed=tuple(int(day) for day in _texts(table, "reviewed")),
        parts=tuple(_part(row, by, days_ago) for row in _rows(table, "parts")),
        meetings=tuple(_meeting(row, by) for row in _rows(table, "meetings")),
        tasks=tuple(_task(row, by) for row in _rows(table, "tasks")),
        notes=tuple(_note(row, by) for row in _rows(table, "notes")),
    )
    table.close()
    return story


def _part(table: Table, by: str, begun: int) -> PartStory:
    known = {"section", "key", "days_ago", "by"}
    story = PartStory(
        section=table.text("section"),
        key=_text(table, "key"),
        days_ago=table.value_or("days_ago", max(begun - PARTS_AFTER, 0)),
        by=_text(table, "by") or by,
        values={name: _value(table, name) for name in sorted(table.keys() - known)},
    )
    table.close()
    return story


def _value(table: Table, name: str) -> Value:
    try:
        return table.scalar(name)
    except CountyFileNotValid:
        return table.texts(name)


def _meeting(table: Table, by: str) -> MeetingStory:
    story = MeetingStory(
        days_ago=table.value("days_ago", int),
        hour=table.value_or("hour", USUAL_HOUR),
        of_stay=table.value_or("of_stay", False),
        by=_text(table, "by") or by,
        purpose=table.text("purpose"),
        mode=table.one_of("mode", Mode),
        place=_text(table, "place"),
        text=_text(table, "text"),
        own_summary=_text(table, "own_summary"),
        childs_view=_text(table, "childs_view"),
        outside=_text(table, "outside"),
    )
    table.close()
    return story


def _task(table: Table, by: str) -> TaskStory:
    story = TaskStory(
        days_ago=table.whole("days_ago"),
        by=_text(table, "by") or by,
        to=table.text("to"),
        text=table.text("text"),
        kind=_text(table, "kind") or "do",
        meanwhile=_text(table, "meanwhile"),
        answer=_text(table, "answer"),
        answered_by=_text(table, "answered_by"),
        reason=_text(table, "reason"),
    )
    table.close()
    return story


def _note(table: Table, by: str) -> NoteStory:
    story = NoteStory(
        days_ago=table.whole("days_ago"),
        by=_text(table, "by") or by,
        text=table.text("text"),
    )
    table.close()
    return story


def _rows(table: Table, key: str) -> tuple[Table, ...]:
    return table.tables(key) if table.has(key) else ()


def _text(table: Table, key: str) -> str:
    return table.text_or_none(key) or ""


def _texts(table: Table, key: str) -> tuple[str, ...]:
    return table.texts(key) if table.has(key) else ()
