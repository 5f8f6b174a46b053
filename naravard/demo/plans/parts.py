"""The parts of a told plan, from the words of the file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import UnionType
from typing import Any, cast, get_args, get_type_hints
from uuid import UUID

from naravard.core.clock import day_of, moment_at
from naravard.demo.ids import demo_id
from naravard.demo.people import Colleague
from naravard.demo.stories.plans import PartStory, Value
from naravard.people.queries import UnitRow
from naravard.people.roles import OrganisationKind
from naravard.plan.rules.content import TYPE_OF_SECTION
from naravard.plan.rules.kinds import Principal, ResponsibleKind
from naravard.plan.rules.parts import ROUND_THE_CLOCK, Hours, Part, Rating

# "+3 14:00" is in three days by the clock, "-3 14:00" three days ago.
MOMENT = re.compile(r"([+-]\d+) (\d\d):(\d\d)")
OFFICE = Hours(weekdays=(0, 1, 2, 3, 4), opens=time(8), closes=time(16, 30))
HOURS: Mapping[str, tuple[Hours, ...]] = {
    "office": (OFFICE,),
    "always": (ROUND_THE_CLOCK,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the words of a part refer to."""

    person: str
    now: datetime
    units: Mapping[str, UnitRow]
    staff: Mapping[str, Colleague]

    def part_id(self, section: str, key: str) -> UUID:
        """The id of a part, the same every time the county is built."""
        return demo_id("plan part", self.person, section, key)


def part_of(story: PartStory, around: Around, place: int) -> Part:
    """The part that a row of the file tells."""
    kind = TYPE_OF_SECTION[story.section]
    hints = get_type_hints(kind)
    told = {**story.values}
    values = _special(told, around)
    for name, value in told.items():
        values[name] = _value(name, value, hints[name], around)
    part_id = around.part_id(story.section, story.key or str(place))
    return cast("Part", kind(id=part_id, **values))


def principal_of(unit: UnitRow) -> Principal:
    """Which principal a unit works for."""
    if unit.organisation_kind is OrganisationKind.MUNICIPALITY:
        return Principal.MUNICIPALITY
    return Principal.REGION


def _special(told: dict[str, Value], around: Around) -> dict[str, Any]:
    """What the file says in one word and a part keeps in several."""
    values: dict[str, Any] = {}
    for name, read in _SPECIAL.items():
        if name in told:
            values |= read(str(told.pop(name)), around)
    return values


def _unit(key: str, around: Around) -> dict[str, Any]:
    unit = around.units[key]
    return {
        "responsible": ResponsibleKind.UNIT,
        "responsible_unit_id": unit.id,
        "principal": principal_of(unit),
    }


def _who(who: str, _: Around) -> dict[str, Any]:
    if who == "person":
        return {"responsible": ResponsibleKind.PERSON, "principal": Principal.SELF}
    return {
        "responsible": ResponsibleKind.OUTSIDE,
        "responsible_name": who,
        "principal": Principal.OTHER,
    }


def _staff(key: str, around: Around) -> dict[str, Any]:
    one = around.staff[key]
    unit = next(row for row in around.units.values() if row.id == one.unit_id)
    return {
        "name": one.name,
        "title": one.title,
        "unit_id": one.unit_id,
        "assignment_id": one.assignment_id,
        "principal": principal_of(unit),
        "in_primary_care": unit.kind == "open_care",
        "phone": one.phone,
    }


def _hours(words: str, _: Around) -> dict[str, Any]:
    return {"hours": HOURS[words]}


_SPECIAL: Mapping[str, Callable[[str, Around], dict[str, Any]]] = {
    "unit": _unit,
    "who": _who,
    "staff": _staff,
    "open": _hours,
}


def _value(name: str, value: Value, hint: Any, around: Around) -> Any:
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return kind(str(value))
    if date in kinds and isinstance(value, int):
        return day_of(around.now) + timedelta(days=value)
    if datetime in kinds:
        return moment(str(value), around.now)
    if UUID in kinds:
        return around.units[str(value)].id
    return _several(name, value, around) if isinstance(value, tuple) else value


def _several(name: str, value: tuple[str, ...], around: Around) -> tuple[Any, ...]:
    if name == "ratings":
        return tuple(_rating(one, around) for one in value)
    section = {"need_ids": "needs", "goal_ids": "goals"}[name]
    return tuple(around.part_id(section, key) for key in value)


def _rating(words: str, around: Around) -> Rating:
    days, value = map(int, words.split())
    return Rating(on=day_of(around.now) + timedelta(days=days), value=value)


def moment(words: str, now: datetime) -> datetime:
    """ "+3 14:00" as a moment, seen from now."""
    match = MOMENT.fullmatch(words)
    assert match is not None, words
    days, hour, minute = map(int, match.groups())
    return moment_at(day_of(now) + timedelta(days=days), time(hour, minute))
