"""The form of an act as a page or a panel shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import QueryDict

from naravard.web.staff.acts.definition import Act, Setting
from naravard.web.staff.acts.offered import Offer, address, is_possible, offers
from naravard.web.staff.acts.talking import WRITE
from naravard.web.staff.forms.base import ActForm, new_request

# A form this short stands where its step is; a longer one has a place of its own.
FEW_FIELDS = 2
LAST = "at"


@dataclass(frozen=True, slots=True, kw_only=True)
class MainAct:
    """The act of our turn; with a form when it is short enough to stand beside."""

    act: Act
    href: str
    form: ActForm | None
    fields: tuple[forms.BoundField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The form that answers everyone in the case."""

    href: str
    form: ActForm


def empty_form(act: Act, setting: Setting) -> ActForm:
    """The form with what is known filled in."""
    initial = {**act.initial(setting), **new_request()}
    return act.form(setting)(initial=initial)


def sent_form(act: Act, setting: Setting, sent: QueryDict) -> ActForm:
    """The form as it was sent."""
    return act.form(setting)(sent)


def as_written(form: ActForm) -> ActForm:
    """The same form with what was written, before anything is called wrong."""
    written = {
        name: field.widget.value_from_datadict(form.data, form.files, name)
        for name, field in form.fields.items()
    }
    return type(form)(initial=written)


def fields_of(form: ActForm) -> tuple[forms.BoundField, ...]:
    """The act's own fields, in order; when it happened stands by itself."""
    return tuple(field for field in form.visible_fields() if field.name != LAST)


def main_act(setting: Setting) -> MainAct | None:
    """The act of our turn, if there is one."""
    main = offers(setting).main
    return _main(main, setting) if main else None


def reply_form(setting: Setting) -> Reply | None:
    """A short answer to all, where it may be written without further questions."""
    if not is_possible(WRITE, setting):
        return None
    form = empty_form(WRITE, setting)
    if "harm_test" in form.fields:
        return None
    return Reply(href=address(setting.case.case_id, WRITE.slug), form=form)


def act_address(setting: Setting, act: Act, message_id: UUID | None) -> str:
    """Where the form is sent."""
    return address(setting.case.case_id, act.slug, message_id)


def _main(offer: Offer, setting: Setting) -> MainAct:
    form = empty_form(offer.act, setting)
    fields = fields_of(form)
    short = len(fields) <= FEW_FIELDS and not _is_long(fields)
    return MainAct(
        act=offer.act,
        href=offer.href,
        form=form if short and not offer.act.shown(setting) else None,
        fields=fields,
    )


def _is_long(fields: Iterable[forms.BoundField]) -> bool:
    several = forms.CheckboxSelectMultiple
    return any(isinstance(field.field.widget, several) for field in fields)
