"""What a field of a part says, in words, and what the field is called."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.plan.rows import PlanRow
from naravard.plan.rules.content import Header, find
from naravard.plan.rules.kinds import (
    ActivityKind,
    ActivityStatus,
    Author,
    LegalBasis,
    LifeArea,
    Mode,
    PalliativePhase,
    PassageKind,
    Principal,
    ResponsibleKind,
    ReviewOf,
    SafetyStep,
    TeamRole,
    TimeStatus,
    View,
)
from naravard.plan.rules.parts import Hours, Part, Rating
from naravard.web.staff.plan.parts.asked import ASKED, WEEKDAYS
from naravard.web.staff.plan.words import kinds
from naravard.web.words.days import clock_time, long_day

NOTHING = "–"
# Kept for the machine, not for the reader.
SILENT = frozenset({"id", "assignment_id", "principal", "place", "language"})
RESPONSIBLE: dict[str, Promise] = {
    ResponsibleKind.UNIT: gettext_lazy("Enhet"),
    ResponsibleKind.PERSON: gettext_lazy("Personen själv"),
    ResponsibleKind.RELATED: gettext_lazy("Närstående"),
    ResponsibleKind.OUTSIDE: gettext_lazy("Utanför Nära"),
}
WORDS_OF: dict[type, dict[str, Promise]] = {
    ActivityKind: kinds.ACTIVITY_KIND,
    ActivityStatus: kinds.ACTIVITY_STATUS,
    Author: kinds.AUTHOR,
    LegalBasis: kinds.BASIS,
    LifeArea: kinds.AREA,
    Mode: kinds.MODE,
    PalliativePhase: kinds.PHASE,
    PassageKind: kinds.PASSAGE,
    Principal: kinds.PRINCIPAL,
    ResponsibleKind: RESPONSIBLE,
    ReviewOf: kinds.REVIEW,
    SafetyStep: kinds.SAFETY,
    TeamRole: kinds.ROLE,
    TimeStatus: kinds.TIME,
    View: kinds.VIEW,
}
# Fields that the form asks by another name, or not at all.
LABELS: dict[str, Promise] = {
    "responsible": gettext_lazy("Slag av ansvarig"),
    "responsible_unit_id": gettext_lazy("Ansvarig enhet"),
    "responsible_related_id": gettext_lazy("Ansvarig närstående"),
    "ratings": gettext_lazy("Personens egen siffra"),
    "hours": gettext_lazy("Svarar"),
    "raised_by": gettext_lazy("Vem såg behovet"),
    "author": gettext_lazy("Vems ord är det?"),
    "activity_id": gettext_lazy("Hör till insats"),
    "related_id": gettext_lazy("Närstående"),
    "relatives_see": gettext_lazy("Det närstående får läsa"),
}


# What those close to her may read, as staff call it.
SHARED: dict[str, Promise] = {
    **kinds.SECTION,
    "activities": gettext_lazy("Insatser"),
    "team": gettext_lazy("Teamet"),
    "times": gettext_lazy("Överenskomna tider"),
    "crisis_plan": gettext_lazy("Krisplan"),
    "what_matters": kinds.PASSAGE[PassageKind.WHAT_MATTERS],
    "strengths": kinds.PASSAGE[PassageKind.STRENGTHS],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One field of a part: what it is called, and what it says on each side."""

    label: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        """Whether the sides say different things."""
        return self.before != self.after


def sides(
    section: str, before: Part | Header | None, after: Part | Header | None, p: PlanRow
) -> tuple[Said, ...]:
    """Every field that says something on either side."""
    whole = after or before
    if whole is None:
        return ()
    rows = (
        Said(
            label=label_of(section, one.name),
            before=_field_words(before, one.name, p),
            after=_field_words(after, one.name, p),
        )
        for one in fields(whole)
        if one.name not in SILENT
    )
    return tuple(row for row in rows if {row.before, row.after} != {NOTHING})


def _field_words(whole: Part | Header | None, name: str, plan: PlanRow) -> str:
    value = getattr(whole, name, None)
    if name == "relatives_see" and value:
        return ", ".join(str(SHARED[one]) for one in value)
    return value_words(value, plan)


def title_of(part: Part | Header | None) -> str:
    """What a part is called in a list: its text, name or kind."""
    for name in ("text", "name", "act", "when", "purpose", "what", "said"):
        found = getattr(part, name, "")
        if isinstance(found, str) and found:
            return found
    return ""


def label_of(section: str, name: str) -> str:
    """What a field is called, as its form asks it."""
    if name in LABELS:
        return str(LABELS[name])
    asked = ASKED[section].get(name)
    return str(asked.label) if asked else name


def value_words(value: Any, plan: PlanRow) -> str:
    """What a value says to a reader."""
    if value is None or value in ("", ()):
        return NOTHING
    said = next((say for kind, say in _SAID if isinstance(value, kind)), None)
    return said(value, plan) if said else _kind_words(value)


def _kind_words(value: Any) -> str:
    return str(WORDS_OF.get(type(value), {}).get(value, value))


def _id_words(value: UUID, plan: PlanRow) -> str:
    named = plan.unit(value) or plan.related(value)
    return named or title_of(find(plan.content, value)) or NOTHING


def _tuple_words(value: Iterable[Any], plan: PlanRow) -> str:
    return ", ".join(value_words(one, plan) for one in value)


def _hours_words(value: Hours, _: PlanRow) -> str:
    days = ", ".join(str(WEEKDAYS[str(one)]) for one in value.weekdays)
    return f"{days} {value.opens:%H.%M}–{value.closes:%H.%M}"


def _moment_words(value: datetime, _: PlanRow) -> str:
    return f"{_day_words(value, _)} {clock_time(value)}"


def _day_words(value: date, _: PlanRow) -> str:
    return f"{long_day(value)} {value.year}"


def _yes_words(value: bool, _: PlanRow) -> str:
    return gettext("Ja") if value else gettext("Nej")


def _rating_words(value: Rating, _: PlanRow) -> str:
    return f"{value.value} ({_day_words(value.on, _)})"


_SAID: tuple[tuple[type, Callable[[Any, PlanRow], str]], ...] = (
    (UUID, _id_words),
    (tuple, _tuple_words),
    (Hours, _hours_words),
    (Rating, _rating_words),
    (bool, _yes_words),
    (datetime, _moment_words),
    (date, _day_words),
)
