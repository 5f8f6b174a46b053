"""Acts of talking: write, remind, confirm."""

from uuid import UUID

from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.discharge.services import Envelope
from naravard.messages.catalogue.general import General
from naravard.web.staff.acts.asking import (
    harm_test,
    has_others,
    party_options,
)
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import some_of
from naravard.web.staff.forms.payload import payload_form, payload_of
from naravard.web.staff.words.steps import STEPS


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
