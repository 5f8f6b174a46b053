"""Deviations between units, to learn from, and their answers."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.messages.catalogue.deviation import Deviation
from naravard.messages.catalogue.deviation_answer import DeviationAnswer
from naravard.web.staff.acts.asking import (
    about_message,
    harm_test,
    has_others,
    message_of,
    party_options,
    received,
)
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import one_of
from naravard.web.staff.forms.payload import payload_form, payload_of

DEVIATION, DEVIATION_ANSWER = "deviation", "deviation-answer"


def unanswered_deviation(setting: Setting) -> bool:
    """Whether the message is a deviation to us without our answer."""
    message = setting.message
    if message is None or message.code != DEVIATION or not received(setting):
        return False
    return not any(
        row.code == DEVIATION_ANSWER
        and row.about == message.id
        and row.sender_unit_id == setting.actor.unit_id
        for row in setting.messages
    )


def _deviation_form(setting: Setting) -> type[ActForm]:
    to: dict[str, forms.Field] = {
        "to": one_of(
            gettext_lazy("Till vilken enhet?"),
            party_options(setting.others),
            missing=gettext_lazy("Välj vilken enhet det gäller"),
        )
    }
    return payload_form(Deviation, extra=to | harm_test(setting))


def _report(doing: Doing) -> None:
    services.report_deviation(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        to_unit_id=UUID(doing.entered["to"]),
        payload=payload_of(Deviation, doing.form),
        when=doing.when,
        harm_test=doing.entered.get("harm_test", ""),
    )


def _answer_form(setting: Setting) -> type[ActForm]:
    return payload_form(DeviationAnswer, extra=harm_test(setting))


def _answer(doing: Doing) -> None:
    deviation = message_of(doing)
    services.answer_deviation(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        deviation_id=deviation.id,
        to_unit_id=deviation.sender_unit_id,
        payload=payload_of(DeviationAnswer, doing.form),
        when=doing.when,
        harm_test=doing.entered.get("harm_test", ""),
    )


REPORT = Act(
    slug="avvikelse",
    verb=gettext_lazy("Skicka avvikelsen"),
    title=gettext_lazy("Rapportera avvikelse"),
    help_text=gettext_lazy(
        "Berätta vad som gick fel mellan er, för att lära och inte för att skylla på"
        " någon."
    ),
    action=Action.REPORT_DEVIATION,
    fits=has_others,
    form=_deviation_form,
    perform=_report,
    told=Told(
        title=gettext_lazy("Avvikelsen är skickad"),
        consequence=gettext_lazy("Enheten ser den och svarar er."),
    ),
)


ANSWER_DEVIATION = Act(
    slug="svar-pa-avvikelse",
    verb=gettext_lazy("Skicka svaret"),
    title=gettext_lazy("Svara på avvikelsen"),
    help_text=gettext_lazy("Berätta vad ni kom fram till och vad ni ändrar."),
    action=Action.ANSWER_DEVIATION,
    fits=unanswered_deviation,
    form=_answer_form,
    shown=about_message,
    perform=_answer,
    about_message=True,
    told=Told(
        title=gettext_lazy("Svaret är skickat"),
        consequence=gettext_lazy("Den som skrev avvikelsen ser det nu."),
    ),
)
