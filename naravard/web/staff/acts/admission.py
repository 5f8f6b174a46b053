"""The ward's acts when the stay begins: need, notice, estimate, move."""

from uuid import UUID

from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.core.clock import day_of
from naravard.discharge import services
from naravard.discharge.rows import PartyRow
from naravard.discharge.rules.history import Event, EventType
from naravard.people.queries import (
    UnitRow,
    units_by_id,
    units_for_municipality,
    units_of_kind,
)
from naravard.people.roles import CareUnitKind
from naravard.web.staff.acts.asking import names_of, unit_options
from naravard.web.staff.acts.definition import Act, Doing, Setting, Shown, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import moment_field, one_of, some_of
from naravard.web.words.days import moment_words

NEEDED_KINDS = (
    CareUnitKind.OPEN_CARE,
    CareUnitKind.MUNICIPAL_HEALTH_CARE,
    CareUnitKind.SOCIAL_SERVICES,
)


def _assess_need_form(setting: Setting) -> type[ActForm]:
    units = some_of(
        gettext_lazy("Vilka kan behövas efter utskrivningen?"),
        unit_options(_units_near(setting)),
        missing=gettext_lazy("Välj minst en enhet"),
        help_text=gettext_lazy(
            "Behövs kommunens hälso- och sjukvård ska vårdcentralen också vara med"
            " (LUS 2 kap. 1 §)."
        ),
    )
    return type("AssessNeedForm", (ActForm,), {"units": units})


def _units_near(setting: Setting) -> list[UnitRow]:
    """The person's health centre first, then the units of those who would pay."""
    today = day_of(setting.now)
    listed = setting.person.listed_unit_id
    codes = dict.fromkeys((setting.case.placed_by, setting.case.registered_in))
    near = [
        unit
        for code in codes
        if code
        for kind in NEEDED_KINDS
        for unit in units_for_municipality(code, kind, today)
    ]
    first = list(units_by_id([listed]).values()) if listed else []
    return [*first, *near]


def _needed_already(setting: Setting) -> dict[str, object]:
    told = [str(p.unit_id) for p in _outside(setting)]
    listed = setting.person.listed_unit_id
    return {"units": told or ([str(listed)] if listed else [])}


def _assess_need(doing: Doing) -> None:
    services.assess_need(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        unit_ids=tuple(UUID(key) for key in doing.entered["units"]),
        when=doing.when,
    )


def _need_event(setting: Setting) -> Event:
    return Event(type=EventType.NEED_ASSESSED, at=setting.now)


def _outside(setting: Setting) -> list[PartyRow]:
    return [p for p in setting.view.parties if p.kind != CareUnitKind.INPATIENT]


def _untold(setting: Setting) -> list[PartyRow]:
    return [p for p in _outside(setting) if not p.is_told and not p.has_left]


def _notice_shown(setting: Setting) -> tuple[Shown, ...]:
    """Exactly what LUS 2:2 lets the notice say, and to whom it goes."""
    person = setting.person
    return (
        Shown(term=gettext("Namn"), text=person.name),
        Shown(term=gettext("Personnummer"), text=person.number),
        Shown(
            term=gettext("Folkbokföringsadress"),
            text=person.address or gettext("Saknas"),
        ),
        Shown(term=gettext("Går till"), text=names_of(_untold(setting))),
    )


def _estimate_form(_setting: Setting) -> type[ActForm]:
    field = moment_field(
        gettext_lazy("Beräknad utskrivning"),
        help_text=gettext_lazy("Den går att ändra senare."),
    )
    return type("EstimateForm", (ActForm,), {"estimated_at": field})


def _estimate_now(setting: Setting) -> dict[str, object]:
    return {"estimated_at": setting.case.estimated_at}


def _notice_event(setting: Setting) -> Event | None:
    return Event(
        type=EventType.ADMISSION_NOTICE,
        at=setting.now,
        to=tuple(str(party.unit_id) for party in _untold(setting)),
        estimated_discharge=setting.now,
    )


def _send_notice(doing: Doing) -> None:
    services.send_admission_notice(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        estimated_at=doing.entered["estimated_at"],
        when=doing.when,
    )


def _estimate_event(setting: Setting) -> Event:
    return Event(
        type=EventType.NEW_ESTIMATE, at=setting.now, estimated_discharge=setting.now
    )


def _change_estimate(doing: Doing) -> None:
    services.change_estimate(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        estimated_at=doing.entered["estimated_at"],
        when=doing.when,
    )


def _estimate_shown(setting: Setting) -> tuple[Shown, ...]:
    before = setting.case.estimated_at
    return (
        Shown(
            term=gettext("Hittills"),
            text=moment_words(before, setting.now) if before else gettext("Saknas"),
        ),
    )


def _transfer_form(setting: Setting) -> type[ActForm]:
    wards = [
        unit
        for unit in units_of_kind(CareUnitKind.INPATIENT, day_of(setting.now))
        if unit.id != setting.case.ward_id
    ]
    field = one_of(
        gettext_lazy("Till vilken avdelning?"),
        unit_options(wards),
        missing=gettext_lazy("Välj en avdelning"),
    )
    return type("TransferForm", (ActForm,), {"unit": field})


def _transfer_event(setting: Setting) -> Event:
    return Event(
        type=EventType.TRANSFER, at=setting.now, unit=str(setting.case.ward_id)
    )


def _transfer(doing: Doing) -> None:
    services.transfer(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        ward_id=UUID(doing.entered["unit"]),
        when=doing.when,
    )


ASSESS_NEED = Act(
    slug="behov",
    verb=gettext_lazy("Spara bedömningen"),
    title=gettext_lazy("Bedöm vilka som behövs"),
    help_text=gettext_lazy(
        "Den behandlande läkaren bedömer vilka som kan behövas efter utskrivningen."
        " Inom 24 timmar ska de få ett inskrivningsmeddelande."
    ),
    action=Action.ASSESS_NEED,
    event=_need_event,
    form=_assess_need_form,
    initial=_needed_already,
    perform=_assess_need,
    told=Told(
        title=gettext_lazy("Bedömningen är sparad"),
        consequence=gettext_lazy(
            "Enheterna får veta det när inskrivningsmeddelandet skickas."
        ),
    ),
)
SEND_NOTICE = Act(
    slug="inskrivningsmeddelande",
    verb=gettext_lazy("Skicka inskrivningsmeddelandet"),
    title=gettext_lazy("Skicka inskrivningsmeddelande"),
    help_text=gettext_lazy(
        "Mottagarna får fem uppgifter och inget mer. Samtycke behövs inte"
        " (LUS 2 kap. 2 §)."
    ),
    action=Action.SEND_ADMISSION_NOTICE,
    event=_notice_event,
    fits=lambda setting: bool(_untold(setting)),
    form=_estimate_form,
    initial=_estimate_now,
    shown=_notice_shown,
    perform=_send_notice,
    told=Told(
        title=gettext_lazy("Inskrivningsmeddelandet är skickat"),
        consequence=gettext_lazy("Mottagarna börjar planera när de har tagit emot."),
    ),
)
CHANGE_ESTIMATE = Act(
    slug="beraknad-utskrivning",
    verb=gettext_lazy("Skicka den nya tiden"),
    title=gettext_lazy("Ändra beräknad utskrivning"),
    help_text=gettext_lazy("Alla som fått inskrivningsmeddelandet får den nya tiden."),
    action=Action.CHANGE_ESTIMATE,
    event=_estimate_event,
    form=_estimate_form,
    initial=_estimate_now,
    shown=_estimate_shown,
    perform=_change_estimate,
    told=Told(
        title=gettext_lazy("Den nya tiden är skickad"),
        consequence=gettext_lazy("Alla som planerar ser den nu."),
    ),
)
TRANSFER = Act(
    slug="flytta",
    verb=gettext_lazy("Flytta"),
    title=gettext_lazy("Flytta till annan avdelning"),
    help_text=gettext_lazy(
        "Den nya avdelningen tar över ärendet. Tidsgränserna ändras inte."
    ),
    action=Action.TRANSFER_WARD,
    event=_transfer_event,
    form=_transfer_form,
    perform=_transfer,
    told=Told(
        title=gettext_lazy("Personen är flyttad"),
        consequence=gettext_lazy("Den nya avdelningen har ärendet på sin lista."),
    ),
)
