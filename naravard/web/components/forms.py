"""Django's form fields in our own dress: label, help and error above the field."""

from dataclasses import dataclass

from django import forms
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from naravard.web.components.blocks import card


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFault:
    """One error in the summary, and the field it leads to."""

    text: str
    target: str


def form_field(field: BoundField) -> SafeString:
    """One field with its label, help and errors; several choices become a group."""
    template = "components/field.html"
    if isinstance(field.field.widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        template = "components/field_group.html"
    elif isinstance(field.field.widget, forms.CheckboxInput):
        template = "components/field_checkbox.html"
    return render_to_string(
        template,
        {
            "field": field,
            "control": field.as_widget(attrs=_attributes(field)),
            "described_by": described_by(field),
        },
    )


def form_sheet(
    context: Context,
    form: BaseForm,
    send: str,
    *,
    action: str = "",
    look: str = "primary",
    size: str = "normal",
    about: str = "",
    leave: str = "",
    back: str = "",
    takes_focus: bool = True,
) -> SafeString:
    """A whole form to send: its faults, its fields and its button.

    `leave` is the way out without saving, to `back`; `about` ends the spoken name of
    the button.
    """
    return render_to_string(
        "components/form_sheet.html",
        {
            "form": form,
            "send": send,
            "action": action,
            "look": look,
            "size": size,
            "about": about,
            "leave": leave,
            "leave_look": "plain" if size == "wide" else "quiet",
            "back": back,
            "takes_focus": takes_focus,
        },
        request=context.get("request"),
    )


def form_card(
    context: Context,
    content: str,
    form: BaseForm,
    send: str,
    *,
    title: str,
    action: str = "",
    look: str = "primary",
    size: str = "normal",
    leave: str = "",
    back: str = "",
) -> SafeString:
    """A card with what there is to know first, and a form as `form_sheet` writes it."""
    sheet = form_sheet(
        context,
        form,
        send,
        action=action,
        look=look,
        size=size,
        leave=leave,
        back=back,
    )
    return card(SafeString(content + sheet), title=title)


def form_errors(form: BaseForm, *, takes_focus: bool = True) -> SafeString:
    """The summary above a form with faults; nothing above a form without."""
    faults = [
        FieldFault(text=str(error), target=target_of(form, name))
        for name, errors in form.errors.items()
        for error in errors
    ]
    if not faults:
        return SafeString()
    title = ngettext(
        "En uppgift behöver rättas", "%(count)s uppgifter behöver rättas", len(faults)
    ) % {"count": len(faults)}
    return render_to_string(
        "components/form_errors.html",
        {"faults": faults, "title": title, "takes_focus": takes_focus},
    )


def target_of(form: BaseForm, name: str) -> str:
    """The id of the control an error leads to; empty for the form as a whole."""
    if name not in form.fields:
        return ""
    field = form[name]
    if isinstance(field.field.widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        return f"{field.auto_id}_0"
    return str(field.id_for_label)


def described_by(field: BoundField) -> str:
    """The ids of the help and the error that belong to a field."""
    parts = []
    if field.help_text:
        parts.append(f"{field.auto_id}_hjalp")
    if field.errors:
        parts.append(f"{field.auto_id}_fel")
    return " ".join(parts)


def _attributes(field: BoundField) -> dict[str, str | bool]:
    attributes: dict[str, str | bool] = {}
    if described := described_by(field):
        attributes["aria-describedby"] = described
    widget = field.field.widget
    if not isinstance(
        widget,
        forms.CheckboxInput | forms.CheckboxSelectMultiple | forms.RadioSelect,
    ):
        tall = " hog-falt" if isinstance(widget, forms.Textarea) else ""
        attributes["class"] = f"{widget.attrs.get('class', '')} falt{tall}".strip()
    return attributes
