"""Fields that several acts share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from naravard.web.components.moments import MomentField

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LONGEST_REASON = 300  # characters, as many as the log keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to choose, and what it is called."""

    value: str
    text: str


def reason_field(
    label: "str | _StrPromise",
    *,
    help_text: "str | _StrPromise" = "",
    required: bool = True,
) -> forms.CharField:
    """A reason in somebody's own words."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Skriv varför")},
    )


def harm_test_field() -> forms.CharField:
    """Why nobody comes to harm, where the person has not consented (menprövning)."""
    return reason_field(
        gettext_lazy("Varför det ändå får skickas"),
        help_text=gettext_lazy(
            "Personen har inte sagt ja till att uppgifterna delas. Skriv varför det"
            " står klart att ingen lider men (OSL 25 kap. 1 § och 26 kap. 1 §)."
        ),
        required=False,
    )


def moment_field(label: "str | _StrPromise", **options: Any) -> MomentField:
    """A moment that the act is about."""
    return MomentField(label=label, **options)


def one_of(
    label: "str | _StrPromise",
    options: Iterable[Option],
    *,
    missing: "str | _StrPromise",
    radios: bool = False,
) -> forms.ChoiceField:
    """One of several; few as radio buttons, many as a list."""
    choices = [(option.value, option.text) for option in options]
    first = [] if radios else [("", gettext_lazy("Välj …"))]
    return forms.ChoiceField(
        label=label,
        choices=[*first, *choices],
        widget=forms.RadioSelect if radios else forms.Select,
        error_messages={"required": missing},
    )


def some_of(
    label: "str | _StrPromise",
    options: Iterable[Option],
    *,
    missing: "str | _StrPromise",
    help_text: "str | _StrPromise" = "",
) -> forms.MultipleChoiceField:
    """At least one of several."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        choices=[(option.value, option.text) for option in options],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": missing},
    )
