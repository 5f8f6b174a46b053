"""A form for any part of the plan, and the part that a filled form says."""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date, time
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy

from naravard.plan.rows import PlanRow
from naravard.plan.rules.content import Header, find
from naravard.plan.rules.edits import Edit, Put, SetHeader
from naravard.plan.rules.parts import (
    Activity,
    AgreedTime,
    Goal,
    Hours,
    Part,
    Rating,
    TeamMember,
)
from naravard.web.staff.forms.fields import LONGEST_REASON
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.asked import ASKED, HEADER, TYPES
from naravard.web.staff.plan.parts.fields import initial_value
from naravard.web.staff.plan.parts.responsible import choice_of, chosen

# What a new part begins with, beside the first of everything.
BEGINNINGS: dict[str, dict[str, object]] = {
    "passages": {"author": "told"},
    "needs": {"severity": 2},
    "activities": {"status": "proposed", "kind": "service"},
    "safety": {"place": 0},
    "times": {"status": "agreed", "minutes": 30},
    "reviews": {"of": "plan"},
}
# What a link to a new part may fill in.
MAY_BE_GIVEN = ("kind", "of", "role")
MIDNIGHT = time(0)


class PartForm(PlanForm):
    """A part as it was read in one version; what others write meanwhile is kept."""

    read_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    because = forms.CharField(
        label=gettext_lazy("Varför ändras det?"),
        max_length=LONGEST_REASON,
        required=False,
    )


def part_form(section: str, plan: PlanRow) -> type[PartForm]:
    """The form of a section, with the choices this plan gives."""
    asked = {name: one.build(plan) for name, one in ASKED[section].items()}
    return type(f"{section.title()}Form", (PartForm,), asked)


def initial(section: str, plan: PlanRow, part_id: UUID | None) -> dict[str, object]:
    """What the form begins with: the part as it is, or a new one's usual values."""
    found: dict[str, object] = {
        "request_id": uuid4(),
        "read_version": plan.head.version,
    }
    part = _part(section, plan, part_id)
    if part is None:
        return {**found, **BEGINNINGS.get(section, {})}
    return {**found, **values_of(part)}


def values_of(part: Part | Header) -> dict[str, object]:
    """A part's values as its form shows them."""
    values = {one.name: getattr(part, one.name) for one in fields_of(part)}
    values.pop("hours", None)
    shown = {name: initial_value(value) for name, value in values.items()}
    if isinstance(part, Activity):
        shown["who"] = choice_of(part)
    if isinstance(part, AgreedTime):
        shown["starts_at"] = part.starts_at
    if isinstance(part, TeamMember) and part.hours:
        shown |= _hours_shown(part.hours[0])
    return shown


def edit_of(
    section: str, form: PartForm, plan: PlanRow, part_id: UUID | None, today: date
) -> Edit:
    """What a valid form changes in the plan."""
    part = mine(section, form, plan, part_id, today)
    return SetHeader(header=part) if isinstance(part, Header) else Put(part=part)


def mine(
    section: str, form: PartForm, plan: PlanRow, part_id: UUID | None, today: date
) -> Part | Header:
    """The part as the form says it; what is not asked stays as it is."""
    given = _given(form.cleaned_data, section, plan)
    before = _part(section, plan, part_id)
    if isinstance(before, Goal) or section == "goals":
        given["ratings"] = _ratings(cast("Goal | None", before), form, today)
    if section == "team":
        given["hours"] = _hours(form.cleaned_data)
    if before is not None:
        return replace(before, **given)
    return TYPES[section](id=part_id or uuid4(), **given)


def _part(section: str, plan: PlanRow, part_id: UUID | None) -> Part | Header | None:
    if section == HEADER:
        return plan.content.header
    return find(plan.content, part_id) if part_id else None


def _given(cleaned: dict[str, Any], section: str, plan: PlanRow) -> dict[str, Any]:
    """The fields a part has by the same name."""
    kind = Header if section == HEADER else TYPES[section]
    names = {one.name for one in fields_of(kind)} & set(cleaned)
    given = {
        name: tuple(cleaned[name]) if isinstance(cleaned[name], list) else cleaned[name]
        for name in names
    }
    if "who" in cleaned:
        who = chosen(cleaned["who"], plan)
        given |= {one.name: getattr(who, one.name) for one in fields_of(who)}
    if section == "team":
        given["principal"] = next(
            (one.principal for one in plan.parties if one.unit_id == given["unit_id"]),
            TeamMember.__dataclass_fields__["principal"].default,
        )
    return given


def _ratings(before: Goal | None, form: PartForm, today: date) -> tuple[Rating, ...]:
    earlier = before.ratings if before else ()
    value = form.cleaned_data["rating"]
    if value is None:
        return earlier
    kept = tuple(one for one in earlier if one.on != today)
    return (*kept, Rating(on=today, value=value))


def _hours(cleaned: dict[str, Any]) -> tuple[Hours, ...]:
    days = tuple(int(one) for one in cleaned["weekdays"])
    if not days:
        return ()
    return (
        Hours(
            weekdays=days,
            opens=cleaned["opens"] or MIDNIGHT,
            closes=cleaned["closes"] or MIDNIGHT,
        ),
    )


def _hours_shown(hours: Hours) -> dict[str, object]:
    return {
        "weekdays": [str(one) for one in hours.weekdays],
        "opens": f"{hours.opens:%H:%M}",
        "closes": f"{hours.closes:%H:%M}",
    }
