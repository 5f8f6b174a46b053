"""Acts of talking: write, remind, forward, send back, take back, deviations."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.core.clock import day_of
from naravard.discharge import services
from naravard.discharge.services import Envelope
from naravard.messages.catalogue.deviation import Deviation
from naravard.messages.catalogue.deviation_answer import DeviationAnswer
from naravard.messages.catalogue.general import General
from naravard.messages.queries import MessageRow
from naravard.people.queries import units_of_organisation
from naravard.web.staff.acts.asking import (
    harm_test,
    party_options,
    unit_options,
)
from naravard.web.staff.acts.definition import Act, Doing, Setting, Shown, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import one_of, reason_field, some_of
from naravard.web.staff.forms.payload import payload_form, payload_of
from naravard.web.staff.words.steps import STEPS

DEVIATION, DEVIATION_ANSWER = "deviation", "deviation-answer"


def has_others(setting: Setting) -> bool:
    """Whether anyone else takes part."""
    return bool(setting.others)


def _write_form(setting: Setting) -> type[ActForm]:
    to = some_of(
        gettext_lazy("Till"),
        party_options(setting.others),
        missing=gettext_lazy("Välj minst en mottagare"),
    )
    return payload_form(General, extra={"to": to} | harm_test(setting))


def _write_known(setting: Setting) -> dict[str, object]:
    return {
        "to": [str(party.unit_id) for party in setting.others],
        "subject": gettext("Fråga eller svar"),
    }


def _confirm_known(setting: Setting) -> dict[str, object]:
    return {
        **_write_known(setting),
        "subject": gettext("När hemgången kan ske"),
        "text": gettext("Vi kan ta emot från "),
    }


def _remind_known(setting: Setting) -> dict[str, object]:
    """To those whose turn it is, about what they are to do."""
    waited = next((step for step in setting.view.steps if not step.ours), None)
    if waited is None:
        return _write_known(setting)
    what = str(STEPS[waited.code].what) if waited.code in STEPS else ""
    return {
        "to": [str(waited.unit_id)],
        "subject": gettext("Påminnelse"),
        "text": gettext("Vi väntar på er: %(what)s. När kan det ske?")
        % {"what": what[:1].lower() + what[1:]},
    }


def _write(doing: Doing) -> None:
    services.write(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(General, doing.form),
        when=doing.when,
        envelope=Envelope(
            to=tuple(UUID(key) for key in doing.entered["to"]),
            harm_test=doing.entered.get("harm_test", ""),
        ),
    )


def received(setting: Setting) -> bool:
    """Whether our unit got the message, and it has not been taken or sent back."""
    message = setting.message
    return (
        message is not None
        and message.withdrawn_at is None
        and any(
            receipt.unit_id == setting.actor.unit_id and receipt.missent_at is None
            for receipt in message.receipts
        )
    )


def sent(setting: Setting) -> bool:
    """Whether our unit sent the message and has not taken it back."""
    message = setting.message
    return (
        message is not None
        and message.sender_unit_id == setting.actor.unit_id
        and message.withdrawn_at is None
    )


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


def _about(setting: Setting) -> tuple[Shown, ...]:
    message = setting.message
    if message is None:
        return ()
    return (
        Shown(term=gettext("Meddelande"), text=message.title),
        Shown(term=gettext("Från"), text=message.sender_unit_name),
        *(Shown(term=row.label, text=row.text) for row in message.rows),
    )


def _message(doing: Doing) -> MessageRow:
    message = doing.setting.message
    assert message is not None  # the act is only offered about a message
    return message


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
        message_id=_message(doing).id,
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
        message_id=_message(doing).id,
        reason=doing.entered["reason"],
        when=doing.when,
    )


def _withdraw(doing: Doing) -> None:
    services.withdraw_message(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        message_id=_message(doing).id,
        reason=doing.entered["reason"],
        when=doing.when,
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
    deviation = _message(doing)
    services.answer_deviation(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        deviation_id=deviation.id,
        to_unit_id=deviation.sender_unit_id,
        payload=payload_of(DeviationAnswer, doing.form),
        when=doing.when,
        harm_test=doing.entered.get("harm_test", ""),
    )


SENT = Told(
    title=gettext_lazy("Meddelandet är skickat"),
    consequence=gettext_lazy("Mottagarna ser det nu."),
)
WRITE = Act(
    slug="meddelande",
    verb=gettext_lazy("Skicka"),
    title=gettext_lazy("Skriv meddelande"),
    help_text=gettext_lazy(
        "En fråga eller ett svar till dem som arbetar med personen."
    ),
    action=Action.SEND_MESSAGE,
    fits=has_others,
    form=_write_form,
    initial=_write_known,
    perform=_write,
    told=SENT,
)
REMIND = Act(
    slug="paminnelse",
    verb=gettext_lazy("Skicka påminnelsen"),
    title=gettext_lazy("Påminn"),
    help_text=gettext_lazy("Ändra gärna texten innan du skickar."),
    action=Action.SEND_MESSAGE,
    fits=has_others,
    form=_write_form,
    initial=_remind_known,
    perform=_write,
    told=SENT,
    offered=False,
)
CONFIRM = Act(
    slug="bekrafta-hemgang",
    verb=gettext_lazy("Skicka"),
    title=gettext_lazy("Bekräfta när hemgången kan ske"),
    help_text=gettext_lazy("Skriv dag och tid, och vad som är klart hemma."),
    action=Action.SEND_MESSAGE,
    fits=has_others,
    form=_write_form,
    initial=_confirm_known,
    perform=_write,
    told=SENT,
    offered=False,
)
FORWARD = Act(
    slug="vidare",
    verb=gettext_lazy("Skicka vidare"),
    title=gettext_lazy("Skicka vidare hos oss"),
    help_text=gettext_lazy("Enheten blir med i ärendet och kan läsa det."),
    action=Action.FORWARD_MESSAGE,
    fits=received,
    form=_forward_form,
    shown=_about,
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
    shown=_about,
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
    shown=_about,
    perform=_withdraw,
    about_message=True,
    told=Told(
        title=gettext_lazy("Meddelandet är återtaget"),
        consequence=gettext_lazy("Mottagarna ser att det inte gäller längre."),
    ),
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
    shown=_about,
    perform=_answer,
    about_message=True,
    told=Told(
        title=gettext_lazy("Svaret är skickat"),
        consequence=gettext_lazy("Den som skrev avvikelsen ser det nu."),
    ),
)
