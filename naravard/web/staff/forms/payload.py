"""A form for the payload of any message type, made from the payload's own definition.

Labels and choices are the catalogue's; nothing about a message is said twice.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy

from naravard.messages.definition import Choice, FieldSpec, Payload, specs_of
from naravard.messages.grounds import Content
from naravard.web.components.moments import MomentField
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.rows import RowsField
from naravard.web.staff.words.messages import in_language

P = TypeVar("P", bound=Payload)

MOST_RADIOS = 5
ROWS_TALL = 3
LONGEST_TEXT = 20_000  # characters, as many as a message takes
# Process facts are a line; what is told about a person may need more room.
LONG_CONTENT = frozenset({Content.CARE, Content.SUPPORT, Content.FREE_TEXT})
SHORT_TEXTS = frozenset({"subject"})
YES_NO = (("yes", gettext_lazy("Ja")), ("no", gettext_lazy("Nej")))


def payload_form(
    payload: type[Payload],
    *,
    leave_out: frozenset[str] = frozenset(),
    extra: Mapping[str, forms.Field] | None = None,
    first: tuple[str, ...] = (),
) -> type[ActForm]:
    """A form with one field for each of the payload's; `leave_out` are known already.

    `extra` adds the act's own fields last; `first` names those that come first.
    """
    fields = {
        spec.name: field_of(spec)
        for spec in specs_of(payload).values()
        if spec.name not in leave_out
    }
    ordered = {name: fields[name] for name in first} | fields
    return type(f"{payload.__name__}Form", (ActForm,), {**ordered, **(extra or {})})


def payload_of(payload: type[P], form: ActForm, **known: object) -> P:
    """The payload a valid form says, with what was known already."""
    given = {
        spec.name: _value(spec, form.cleaned_data[spec.name])
        for spec in specs_of(payload).values()
        if spec.name in form.cleaned_data
    }
    filled = {name: value for name, value in given.items() if value is not None}
    return payload(**filled, **known)


def field_of(spec: FieldSpec) -> forms.Field:
    """The control of one field of a payload."""
    common: dict[str, Any] = {
        "label": in_language(spec.shown.text),
        "required": spec.required,
    }
    if issubclass(spec.type, Payload):
        return RowsField(part=spec.type, **common)
    if spec.many:
        return LinesField(**common)
    if issubclass(spec.type, Choice):
        return _choice(spec.type, common)
    return _simple(spec, common)


class LinesField(forms.CharField):
    """Several short texts, one a line."""

    def __init__(self, **options: Any) -> None:
        """A tall control with its own help."""
        super().__init__(
            widget=forms.Textarea(attrs={"rows": ROWS_TALL}),
            help_text=gettext_lazy("Skriv en sak på varje rad."),
            max_length=LONGEST_TEXT,
            **options,
        )

    def clean(self, value: Any) -> Any:
        """The lines that say something."""
        text: str = super().clean(value)
        return tuple(line.strip() for line in text.splitlines() if line.strip())


def _simple(spec: FieldSpec, common: dict[str, Any]) -> forms.Field:
    if spec.type is datetime:
        return MomentField(**common)
    if spec.type is bool:
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **common)
    if spec.shown.content in LONG_CONTENT and spec.name not in SHORT_TEXTS:
        return forms.CharField(
            widget=forms.Textarea(attrs={"rows": ROWS_TALL}),
            max_length=LONGEST_TEXT,
            **common,
        )
    return forms.CharField(max_length=LONGEST_TEXT, **common)


def _choice(kind: type[Choice], common: dict[str, Any]) -> forms.Field:
    choices = [(option.value, in_language(option.wording)) for option in kind]
    if len(choices) <= MOST_RADIOS:
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    return forms.ChoiceField(choices=[("", gettext_lazy("Välj …")), *choices], **common)


def _value(spec: FieldSpec, entered: Any) -> object:
    """What was entered as the payload keeps it; None leaves the field out."""
    if entered in ("", None, (), []):
        return None
    if spec.type is bool:
        return bool(entered == "yes")
    if issubclass(spec.type, Payload):
        return tuple(_part(spec.type, row) for row in entered)
    if issubclass(spec.type, Choice):
        return _chosen(spec.type, entered)
    return entered


def _part(kind: type[Payload], row: Mapping[str, Any]) -> Payload:
    values = {
        name: _value(spec, row.get(name)) for name, spec in specs_of(kind).items()
    }
    return kind(**{name: value for name, value in values.items() if value is not None})


def _chosen(kind: type[Choice], entered: str) -> Choice:
    return next(option for option in kind if option.value == entered)


def payload_texts(payload: type[Payload]) -> Iterator[str]:
    """Every Swedish word a payload's form shows, its parts' and choices' included."""
    for spec in specs_of(payload).values():
        yield spec.shown.text
        if issubclass(spec.type, Payload):
            yield from payload_texts(spec.type)
        if issubclass(spec.type, Choice):
            yield from (option.wording for option in spec.type)
