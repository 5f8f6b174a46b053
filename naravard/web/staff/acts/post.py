"""What is done with a message: pass it on, send it back, take it back."""

from uuid import UUID

from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.core.clock import day_of
from naravard.discharge import services
from naravard.people.queries import units_of_organisation
from naravard.web.staff.acts.asking import (
    about_message,
    message_of,
    received,
    unit_options,
)
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import one_of, reason_field


def sent(setting: Setting) -> bool:
    """Whether our unit sent the message and has not taken it back."""
    message = setting.message
    return (
        message is not None
        and message.sender_unit_id == setting.actor.unit_id
        and message.withdrawn_at is None
    )


def _forward_form(setting: Setting) -> type[ActForm]:
    organisation = setting.actor.organisation_id
    units = (
        units_of_organisation(organisation, day_of(setting.now)) if organisation else ()
    )
    to = one_of(
        gettext_lazy("Till vilken enhet hos oss?"),
        unit_options(unit for unit in units if unit.id != setting.actor.unit_id),
        missing=gettext_lazy("Välj en enhet"),
    )
    return type(
        "ForwardForm",
        (ActForm,),
        {"unit": to, "reason": reason_field(gettext_lazy("Varför"))},
    )


def _forward(doing: Doing) -> None:
    services.forward(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        message_id=message_of(doing).id,
        to_unit_id=UUID(doing.entered["unit"]),
        reason=doing.entered["reason"],
        when=doing.when,
    )


def _reason_form(_setting: Setting) -> type[ActForm]:
    return type(
        "ReasonForm", (ActForm,), {"reason": reason_field(gettext_lazy("Varför"))}
    )


def _mark_missent(doing: Doing) -> None:
    services.mark_missent(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        message_id=message_of(doing).id,
        reason=doing.entered["reason"],
        when=doing.when,
    )


def _withdraw(doing: Doing) -> None:
    services.withdraw_message(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        message_id=message_of(doing).id,
        reason=doing.entered["reason"],
        when=doing.when,
    )


FORWARD = Act(
    slug="vidare",
    verb=gettext_lazy("Skicka vidare"),
    title=gettext_lazy("Skicka vidare hos oss"),
    help_text=gettext_lazy("Enheten blir med i ärendet och kan läsa det."),
    action=Action.FORWARD_MESSAGE,
    fits=received,
    form=_forward_form,
    shown=about_message,
    perform=_forward,
    about_message=True,
    told=Told(
        title=gettext_lazy("Meddelandet är skickat vidare"),
        consequence=gettext_lazy("Den nya enheten har ärendet på sin lista."),
    ),
)


MISSENT = Act(
    slug="felskickat",
    verb=gettext_lazy("Det är felskickat"),
    title=gettext_lazy("Markera som felskickat"),
    help_text=gettext_lazy("Avsändaren ser det och väljer en annan mottagare."),
    action=Action.MARK_MISSENT,
    fits=received,
    form=_reason_form,
    shown=about_message,
    perform=_mark_missent,
    about_message=True,
    told=Told(
        title=gettext_lazy("Meddelandet är markerat som felskickat"),
        consequence=gettext_lazy("Avsändaren har fått veta det."),
    ),
)


WITHDRAW = Act(
    slug="ta-tillbaka",
    verb=gettext_lazy("Ta tillbaka"),
    title=gettext_lazy("Ta tillbaka meddelandet"),
    help_text=gettext_lazy("Det går att läsa, men står som återtaget."),
    action=Action.WITHDRAW_MESSAGE,
    fits=sent,
    form=_reason_form,
    shown=about_message,
    perform=_withdraw,
    about_message=True,
    told=Told(
        title=gettext_lazy("Meddelandet är återtaget"),
        consequence=gettext_lazy("Mottagarna ser att det inte gäller längre."),
    ),
)
