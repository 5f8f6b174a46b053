"""Ready to leave: the physician decides, the ward tells, or takes it back."""

from django import forms
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.discharge.rules.history import Event, EventType
from naravard.messages.catalogue.ready_notice import ReadyNotice
from naravard.messages.catalogue.ready_withdrawn import ReadyWithdrawn
from naravard.people.roles import Role
from naravard.web.staff.acts.asking import harm_test, to_others
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.payload import payload_form, payload_of

PSYCHIATRIC = "psychiatric"


def _decided(setting: Setting) -> Event:
    return Event(type=EventType.READY_DECISION, at=setting.now)


def _decide(doing: Doing) -> None:
    services.decide_ready(
        actor=doing.setting.actor, case_id=doing.case_id, when=doing.when
    )


def _not_yet_decided(setting: Setting) -> bool:
    folded = setting.folded
    return folded.active_notice is None and folded.decision_to_announce is None


def _ready_event(setting: Setting) -> Event:
    return Event(
        type=EventType.READY_NOTICE,
        at=setting.now,
        to=tuple(str(party.unit_id) for party in setting.others),
    )


def _ready_fits(setting: Setting) -> bool:
    return bool(setting.others) and setting.folded.active_notice is None


def _ready_form(setting: Setting) -> type[ActForm]:
    return payload_form(ReadyNotice, extra=_care_plan(setting) | harm_test(setting))


def _care_plan(setting: Setting) -> dict[str, forms.Field]:
    """Compulsory psychiatric care may go on outside hospital, by a plan of its own."""
    if not (setting.case.compulsory and setting.case.care == PSYCHIATRIC):
        return {}
    return {
        "care_plan": forms.BooleanField(
            label=gettext_lazy(
                "Personen går till öppen psykiatrisk tvångsvård. Underrättelsen görs"
                " med den samordnade vårdplanen (LPT 7 a §)."
            ),
            required=False,
        )
    }


def _ready_known(setting: Setting) -> dict[str, object]:
    """The decision's time, and the physician when it is she who writes."""
    physician = setting.actor.role is Role.PHYSICIAN
    decided = setting.folded.decisions
    return {
        "decided_at": decided[-1] if decided else None,
        "physician": setting.actor.name if physician else _who_decided(setting),
    }


def _who_decided(setting: Setting) -> str:
    decisions = [
        row.by for row in setting.view.events if row.type == EventType.READY_DECISION
    ]
    return decisions[-1] if decisions else ""


def _send_ready(doing: Doing) -> None:
    services.send_ready_notice(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(ReadyNotice, doing.form),
        when=doing.when,
        harm_test=doing.entered.get("harm_test", ""),
        towards_open_compulsory_care=doing.entered.get("care_plan", False),
    )


def _withdrawn_event(setting: Setting) -> Event:
    return Event(type=EventType.READY_WITHDRAWN, at=setting.now)


def _withdraw_form(_setting: Setting) -> type[ActForm]:
    return payload_form(ReadyWithdrawn, leave_out=frozenset({"decided_at"}))


def _withdraw(doing: Doing) -> None:
    services.withdraw_ready(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(
            ReadyWithdrawn, doing.form, decided_at=doing.when.happened_at
        ),
        when=doing.when,
    )


DECIDE_READY = Act(
    slug="beslut-utskrivningsklar",
    verb=gettext_lazy("Personen är utskrivningsklar"),
    title=gettext_lazy("Besluta att personen är utskrivningsklar"),
    help_text=gettext_lazy(
        "Du bedömer som behandlande läkare att personen inte längre behöver vård på"
        " sjukhus. Sedan skickar avdelningen underrättelsen."
    ),
    action=Action.DECIDE_READY,
    event=_decided,
    fits=_not_yet_decided,
    perform=_decide,
    told=Told(
        title=gettext_lazy("Beslutet är sparat"),
        consequence=gettext_lazy(
            "Skicka nu underrättelsen. Först då börjar dagarna räknas."
        ),
    ),
)


SEND_READY = Act(
    slug="utskrivningsklar",
    verb=gettext_lazy("Skicka underrättelsen"),
    title=gettext_lazy("Meddela att personen är utskrivningsklar"),
    help_text=gettext_lazy(
        "Underrättelsen startar dagarna fram till kommunens betalningsansvar. Skickas"
        " den efter klockan 12 räknas en dag till (LUS 5 kap. 4 §)."
    ),
    action=Action.ANNOUNCE_READY,
    event=_ready_event,
    fits=_ready_fits,
    form=_ready_form,
    initial=_ready_known,
    shown=to_others,
    perform=_send_ready,
    told=Told(
        title=gettext_lazy("Underrättelsen är skickad"),
        consequence=gettext_lazy(
            "Kommunen och vårdcentralen vet nu att personen kan gå hem."
        ),
    ),
)


WITHDRAW_READY = Act(
    slug="aterta-utskrivningsklar",
    verb=gettext_lazy("Återta underrättelsen"),
    title=gettext_lazy("Återta utskrivningsklar"),
    help_text=gettext_lazy(
        "Dagarna slutar räknas. En ny underrättelse börjar om från början."
    ),
    action=Action.WITHDRAW_READY,
    event=_withdrawn_event,
    form=_withdraw_form,
    shown=to_others,
    perform=_withdraw,
    grave=True,
    told=Told(
        title=gettext_lazy("Underrättelsen är återtagen"),
        consequence=gettext_lazy("Alla som planerar har fått veta det."),
    ),
)
