"""The ward's acts when somebody goes home: inform, leave, hand over."""

from django import forms
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.discharge.rules.history import Event, EventType
from naravard.messages.catalogue.information_transfer import InformationTransfer
from naravard.messages.catalogue.left_hospital import LeftHospital
from naravard.messages.catalogue.patient_information import PatientInformation
from naravard.web.staff.acts.asking import harm_test, to_others
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import reason_field
from naravard.web.staff.forms.payload import payload_form, payload_of


def _informed_event(setting: Setting) -> Event:
    return Event(type=EventType.PATIENT_INFORMED, at=setting.now)


def _inform_known(setting: Setting) -> dict[str, object]:
    """What the house knows already need not be written again."""
    contact = setting.case.contact
    if contact is None:
        return {"call_by_day": setting.case.ward_phone}
    who = ", ".join(part for part in (contact.name, contact.title) if part)
    return {
        "named_contact": who,
        "call_by_day": f"{contact.name}, {contact.unit}, {contact.phone}",
    }


def _inform(doing: Doing) -> None:
    services.give_patient_information(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(PatientInformation, doing.form),
        when=doing.when,
    )


def _left_event(setting: Setting) -> Event:
    # With a reason, what the law asks before is not asked; the form asks for one.
    return Event(type=EventType.DISCHARGE, at=setting.now, reason="?")


def _leave_form(setting: Setting) -> type[ActForm]:
    extra: dict[str, forms.Field] = {}
    if setting.folded.active_notice is None or setting.case.contact is None:
        extra["reason"] = reason_field(
            gettext_lazy("Varför personen går hem ändå"),
            help_text=gettext_lazy(
                "Behövs när ingen fast vårdkontakt är utsedd eller mottagarna inte fått"
                " veta att personen är utskrivningsklar."
            ),
            required=False,
        )
    return payload_form(LeftHospital, leave_out=frozenset({"left_at"}), extra=extra)


def _leave(doing: Doing) -> None:
    services.leave_hospital(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(LeftHospital, doing.form, left_at=doing.when.happened_at),
        when=doing.when,
        reason=doing.entered.get("reason", ""),
    )


def _transferred_event(setting: Setting) -> Event:
    return Event(type=EventType.INFORMATION_TRANSFERRED, at=setting.now)


def _transfer_form(setting: Setting) -> type[ActForm]:
    return payload_form(InformationTransfer, extra=harm_test(setting))


def _transfer_known(setting: Setting) -> dict[str, object]:
    case = setting.case
    return {"ask": ", ".join(part for part in (case.ward, case.ward_phone) if part)}


def _transfer(doing: Doing) -> None:
    services.transfer_information(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(InformationTransfer, doing.form),
        when=doing.when,
        harm_test=doing.entered.get("harm_test", ""),
    )


INFORM = Act(
    slug="information-till-personen",
    verb=gettext_lazy("Informationen är lämnad"),
    title=gettext_lazy("Ge personen skriftlig information"),
    help_text=gettext_lazy(
        "Skriv till personen: du, korta meningar, inga förkortningar. Personen får"
        " texten på papper och på sin sida (LUS 3 kap. 3 §)."
    ),
    action=Action.INFORM_PATIENT,
    event=_informed_event,
    fits=lambda setting: setting.folded.patient_informed_at is None,
    form=lambda _setting: payload_form(PatientInformation),
    initial=_inform_known,
    perform=_inform,
    told=Told(
        title=gettext_lazy("Informationen är sparad"),
        consequence=gettext_lazy(
            "Personen kan läsa den på sin sida. Ge den också på papper."
        ),
    ),
)


LEAVE = Act(
    slug="hemgang",
    verb=gettext_lazy("Personen har lämnat sjukhuset"),
    title=gettext_lazy("Personen lämnar sjukhuset"),
    help_text=gettext_lazy(
        "Alla som tar emot får veta det. Informationen ska lämnas över samma dag."
    ),
    action=Action.DISCHARGE,
    event=_left_event,
    form=_leave_form,
    initial=lambda _setting: {"destination": "home"},
    shown=to_others,
    perform=_leave,
    told=Told(
        title=gettext_lazy("Utskrivningen är sparad"),
        consequence=gettext_lazy("Lämna över informationen i dag."),
    ),
)


TRANSFER_INFORMATION = Act(
    slug="informationsoverforing",
    verb=gettext_lazy("Lämna över informationen"),
    title=gettext_lazy("Lämna över information"),
    help_text=gettext_lazy(
        "Det som vårdcentralen och kommunen behöver för att ge god vård och omsorg"
        " hemma. Senast samma dag som hemgången (LUS 3 kap. 2 §)."
    ),
    action=Action.TRANSFER_INFORMATION,
    event=_transferred_event,
    fits=lambda setting: (
        setting.folded.information_transferred_at is None and bool(setting.others)
    ),
    form=_transfer_form,
    initial=_transfer_known,
    shown=to_others,
    perform=_transfer,
    told=Told(
        title=gettext_lazy("Informationen är överlämnad"),
        consequence=gettext_lazy("Mottagarna kan läsa den nu."),
    ),
)
