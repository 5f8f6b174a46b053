"""One question for who is responsible, since there is exactly one (HSL 16:4)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.plan.rows import PlanRow
from naravard.plan.rules.kinds import Principal, ResponsibleKind
from naravard.plan.rules.parts import Activity

UNIT, RELATED = "unit:", "related:"
PERSON, OUTSIDE = "person", "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """Who answers for something, as an activity keeps it."""

    responsible: ResponsibleKind
    principal: Principal
    responsible_unit_id: UUID | None = None
    responsible_related_id: UUID | None = None


def responsible_field(plan: PlanRow) -> forms.Field:
    """The units that take part, the person, those close to her, or somebody else."""
    units = [
        (f"{UNIT}{one.unit_id}", f"{one.unit}, {one.organisation}")
        for one in plan.parties
        if one.left_at is None
    ]
    related = [(f"{RELATED}{key}", name) for key, name in plan.related_names]
    return forms.ChoiceField(
        label=gettext_lazy("Vem ansvarar?"),
        help_text=gettext_lazy("Exakt en. Fler kan hjälpa till, men en ansvarar."),
        choices=[
            ("", gettext("Välj …")),
            *units,
            (PERSON, gettext("Personen själv")),
            *related,
            (OUTSIDE, gettext("Någon utanför Nära, skriv vem nedan")),
        ],
        error_messages={"required": gettext_lazy("Välj vem som ansvarar")},
    )


def chosen(value: str, plan: PlanRow) -> Responsible:
    """What the choice means."""
    if value.startswith(UNIT):
        unit_id = UUID(value.removeprefix(UNIT))
        return Responsible(
            responsible=ResponsibleKind.UNIT,
            principal=_principal(unit_id, plan),
            responsible_unit_id=unit_id,
        )
    if value.startswith(RELATED):
        return Responsible(
            responsible=ResponsibleKind.RELATED,
            principal=Principal.SELF,
            responsible_related_id=UUID(value.removeprefix(RELATED)),
        )
    if value == PERSON:
        return Responsible(responsible=ResponsibleKind.PERSON, principal=Principal.SELF)
    return Responsible(responsible=ResponsibleKind.OUTSIDE, principal=Principal.OTHER)


def choice_of(activity: Activity) -> str:
    """The choice an activity was written with."""
    if activity.responsible is ResponsibleKind.UNIT:
        return f"{UNIT}{activity.responsible_unit_id}"
    if activity.responsible is ResponsibleKind.RELATED:
        return f"{RELATED}{activity.responsible_related_id}"
    return activity.responsible.value


def responsible_words(activity: Activity, plan: PlanRow) -> str:
    """Who answers for it, as it is read."""
    if activity.responsible is ResponsibleKind.PERSON:
        return gettext("Personen själv")
    if activity.responsible is ResponsibleKind.RELATED:
        return plan.related(activity.responsible_related_id)
    named: tuple[Any, ...] = (
        activity.responsible_name,
        plan.unit(activity.responsible_unit_id),
    )
    return ", ".join(part for part in named if part)


def _principal(unit_id: UUID, plan: PlanRow) -> Principal:
    return next(
        (one.principal for one in plan.parties if one.unit_id == unit_id),
        Principal.OTHER,
    )
