"""The form fields that parts of a plan are written with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.plan.rows import PlanRow
from naravard.plan.rules.content import Content
from naravard.web.components.moments import DayField, MomentField

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Label: TypeAlias = "str | _StrPromise"
Words = Mapping[Any, Promise]
Choices = list[tuple[str, str | Promise]]
MOST_RADIOS = 5
LONGEST_TEXT = 10_000  # characters
LONGEST_LINE = 200  # characters
MISSING = gettext_lazy("Det här behöver fyllas i")
CHOOSE: tuple[str, str | Promise] = ("", gettext_lazy("Välj …"))
NOBODY: tuple[str, str | Promise] = ("", gettext_lazy("Ingen än"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question about a part: what it is called, and its field in this plan."""

    label: Label
    build: Callable[[PlanRow], forms.Field]


class TimeInput(forms.TimeInput):
    """The browser's own picker of a time of day."""

    input_type = "time"


def text(label: Label, **options: Any) -> Asked:
    """A text of several lines."""

    def build(_: PlanRow) -> forms.Field:
        return forms.CharField(
            label=label,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 3}),
            **_with_error(options),
        )

    return Asked(label=label, build=build)


def line(label: Label, **options: Any) -> Asked:
    """A text of one line."""

    def build(_: PlanRow) -> forms.Field:
        return forms.CharField(
            label=label, max_length=LONGEST_LINE, **_with_error(options)
        )

    return Asked(label=label, build=build)


def day(label: Label, **options: Any) -> Asked:
    """A day."""
    return Asked(label=label, build=lambda _: DayField(label=label, **options))


def moment(label: Label, **options: Any) -> Asked:
    """A day and a time of day."""
    return Asked(label=label, build=lambda _: MomentField(label=label, **options))


class ClockField(forms.TimeField):
    """A time of day; 8, 8.30 and 08:30 are all understood."""

    def to_python(self, value: Any) -> Any:
        """The time that is meant. Raises ValidationError."""
        written = str(value or "").strip().replace(".", ":")
        return super().to_python(
            f"{written}:00" if written.isdecimal() else written or None
        )


def clock_time(label: Label, **options: Any) -> Asked:
    """A time of day; it may be left out."""

    def build(_: PlanRow) -> forms.Field:
        return ClockField(
            label=label,
            widget=TimeInput(format="%H:%M"),
            required=False,
            error_messages={"invalid": gettext_lazy("Skriv klockslaget så här: 08:00")},
            **options,
        )

    return Asked(label=label, build=build)


def number(label: Label, lowest: int, highest: int, **options: Any) -> Asked:
    """A whole number on a scale."""

    def build(_: PlanRow) -> forms.Field:
        return forms.IntegerField(
            label=label, min_value=lowest, max_value=highest, **options
        )

    return Asked(label=label, build=build)


def tick(label: Label, **options: Any) -> Asked:
    """Yes when ticked."""
    return Asked(
        label=label,
        build=lambda _: forms.BooleanField(label=label, required=False, **options),
    )


def kind(label: Label, words: Words, **options: Any) -> Asked:
    """One of several known kinds."""
    return Asked(label=label, build=lambda _: kind_field(label, words, **options))


def kind_field(
    label: Label, words: Words, *, required: bool = True, **options: Any
) -> forms.TypedChoiceField:
    """One of several known kinds, as a field; comes out as the kind itself."""
    radios = required and len(words) <= MOST_RADIOS
    choices: Choices = [(str(value), name) for value, name in words.items()]
    return forms.TypedChoiceField(
        label=label,
        choices=choices if radios else [CHOOSE, *choices],
        coerce=_coercion(words),
        empty_value=None,
        required=required,
        widget=forms.RadioSelect if radios else forms.Select,
        error_messages={"required": MISSING},
        **options,
    )


def kinds(label: Label, words: Words, **options: Any) -> Asked:
    """Any of several known kinds."""

    def build(_: PlanRow) -> forms.Field:
        return forms.TypedMultipleChoiceField(
            label=label,
            choices=[(str(value), name) for value, name in words.items()],
            coerce=_coercion(words),
            empty_value=[],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": MISSING},
            **options,
        )

    return Asked(label=label, build=build)


def unit(label: Label, **options: Any) -> Asked:
    """One of the units that take part."""
    return Asked(label=label, build=lambda plan: one_id(label, _units(plan), **options))


def member(label: Label, **options: Any) -> Asked:
    """Somebody in the team."""

    def build(plan: PlanRow) -> forms.Field:
        team = [(str(one.id), one.name) for one in plan.content.team]
        return one_id(label, team, **options)

    return Asked(label=label, build=build)


def one_id(
    label: Label, choices: list[tuple[str, str]], *, required: bool = False, **o: Any
) -> forms.TypedChoiceField:
    """One of several things that have an id; none when it is not required."""
    return forms.TypedChoiceField(
        label=label,
        choices=[CHOOSE if required else NOBODY, *choices],
        coerce=UUID,
        empty_value=None,
        required=required,
        error_messages={"required": MISSING},
        **o,
    )


def parts(label: Label, listed: Callable[[Content], Any], **options: Any) -> Asked:
    """Any of the plan's own parts of one kind."""

    def build(plan: PlanRow) -> forms.Field:
        return forms.TypedMultipleChoiceField(
            label=label,
            choices=[(str(one.id), one.text) for one in listed(plan.content)],
            coerce=UUID,
            empty_value=[],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **options,
        )

    return Asked(label=label, build=build)


def initial_value(value: Any) -> Any:
    """A part's value as its form field begins."""
    if isinstance(value, tuple):
        return [initial_value(one) for one in value]
    if isinstance(value, StrEnum | UUID):
        return str(value)
    return value.isoformat() if type(value) is date else value


def _units(plan: PlanRow) -> list[tuple[str, str]]:
    return [
        (str(one.unit_id), f"{one.unit}, {one.organisation}")
        for one in plan.parties
        if one.left_at is None
    ]


def _coercion(words: Words) -> Callable[[str], Any]:
    known = {str(value): value for value in words}
    return lambda chosen: known[chosen]


def _with_error(options: dict[str, Any]) -> dict[str, Any]:
    return {"error_messages": {"required": MISSING}, **options}
