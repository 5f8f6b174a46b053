"""The need is flagged, the person is asked, and says yes, no or no more."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action, ConsentHow
from naravard.plan import services
from naravard.plan.rules.consent import (
    DECIDES_ALONE_FROM,
    GuardianRule,
    Speaker,
)
from naravard.plan.rules.kinds import Principal
from naravard.plan.rules.process import BEFORE_CONSENT, WORKED_ON, PlanStatus
from naravard.plan.services import Said
from naravard.web.staff.forms.fields import reason_field
from naravard.web.staff.plan.acts.definition import Act, Doing, Setting, stands_at
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.fields import kind_field
from naravard.web.staff.plan.words.kinds import PRINCIPAL
from naravard.web.staff.plan.words.process import GUARDIANS, SPEAKER

HOW = {
    ConsentHow.SPOKEN: gettext_lazy("Muntligt"),
    ConsentHow.WRITTEN: gettext_lazy("Skriftligt"),
}
ANSWERS = (
    ("yes", gettext_lazy("Ja, personen vill ha en plan tillsammans")),
    ("no", gettext_lazy("Nej, inte nu")),
)
MISSING = gettext_lazy("Välj ett svar")


class FlagForm(PlanForm):
    """Why somebody needs a plan."""

    because = reason_field(
        gettext_lazy("Varför behöver personen en plan?"),
        help_text=gettext_lazy("Till exempel: har hjälp från både region och kommun."),
    )
    principal = kind_field(
        gettext_lazy("Vem har bedömt behovet?"),
        {one: PRINCIPAL[one] for one in (Principal.REGION, Principal.MUNICIPALITY)},
        required=False,
    )


class NoteForm(PlanForm):
    """Nothing more to say."""


class WhoForm(PlanForm):
    """Whose yes is needed for a child."""

    guardian_rule = kind_field(gettext_lazy("Vårdnadshavarna"), dict(GUARDIANS))
    child_decides = forms.BooleanField(
        label=gettext_lazy("Barnet är moget att bestämma själv (13–15 år)"),
        required=False,
    )
    because = reason_field(gettext_lazy("Varför bedömer ni så?"))


class WithdrawForm(PlanForm):
    """What the person said when she took her yes back."""

    because = reason_field(gettext_lazy("Vad sade personen?"), required=False)


def _answer_form(setting: Setting) -> type[PlanForm]:
    fields: dict[str, forms.Field] = {
        "speaker": forms.ChoiceField(
            label=gettext("Vem svarar?"),
            choices=_speakers(setting),
            error_messages={"required": MISSING},
        ),
        "yes": forms.ChoiceField(
            label=gettext("Vad är svaret?"),
            choices=ANSWERS,
            widget=forms.RadioSelect,
            error_messages={"required": MISSING},
        ),
        "how": kind_field(gettext_lazy("Hur lämnades svaret?"), HOW),
    }
    return type("AnswerForm", (PlanForm,), fields)


def _speakers(setting: Setting) -> list[tuple[str, str]]:
    """Those whose word is awaited, and those who may change theirs."""
    assert setting.process is not None
    found = [
        *((one.speaker, one.related_id) for one in setting.process.awaited),
        *((one.speaker, one.related_id) for one in setting.process.words),
    ]
    names = dict(setting.process.related_names)
    return [
        (
            _key(speaker, related),
            _speaker_words(setting, speaker, names[related] if related else ""),
        )
        for speaker, related in dict.fromkeys(found)
    ]


def _speaker_words(setting: Setting, speaker: Speaker, name: str) -> str:
    return f"{name or setting.person.name} ({SPEAKER[speaker]})"


def _key(speaker: Speaker, related_id: UUID | None) -> str:
    return f"{speaker}:{related_id or ''}"


def _flag(doing: Doing) -> None:
    services.flag_need(
        record=doing.setting.record,
        because=doing.entered["because"],
        principal=doing.entered["principal"],
        now=doing.setting.now,
    )


def _ask(doing: Doing) -> None:
    setting = doing.setting
    services.ask_consent(
        record=setting.record, plan_id=setting.plan_id, now=setting.now
    )


def _say(doing: Doing) -> None:
    speaker, _, related = doing.entered["speaker"].partition(":")
    said = Said(
        yes=doing.entered["yes"] == "yes",
        speaker=Speaker(speaker),
        related_id=UUID(related) if related else None,
        how=doing.entered["how"],
    )
    setting = doing.setting
    services.say(
        record=setting.record, plan_id=setting.plan_id, said=said, now=setting.now
    )


def _decide(doing: Doing) -> None:
    services.decide_who_speaks(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        because=doing.entered["because"],
        guardian_rule=GuardianRule(doing.entered["guardian_rule"]),
        child_decides=doing.entered["child_decides"],
        now=doing.setting.now,
    )


def _withdraw(doing: Doing) -> None:
    services.withdraw(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        because=doing.entered["because"],
        now=doing.setting.now,
    )


def _may_flag(setting: Setting) -> bool:
    return setting.status in {None, PlanStatus.CLOSED}


def _may_answer(setting: Setting) -> bool:
    waits = setting.status in BEFORE_CONSENT | {PlanStatus.WITHDRAWN}
    return (waits or setting.by_law) and bool(_speakers(setting))


def _is_child(setting: Setting) -> bool:
    age = setting.person.age
    waits = setting.status in BEFORE_CONSENT
    return waits and age is not None and age < DECIDES_ALONE_FROM


def _who_now(setting: Setting) -> dict[str, object]:
    assert setting.process is not None
    head = setting.process.head
    return {"guardian_rule": head.guardian_rule, "child_decides": head.child_decides}


FLAG = Act(
    slug="behov",
    verb=gettext_lazy("Flagga behov av SIP"),
    title=gettext_lazy("Behov av SIP"),
    help_text=gettext_lazy(
        "Alla som ser behovet ska säga till. Personen får frågan inom tre arbetsdagar."
    ),
    told=gettext_lazy("Nu ska personen få frågan om hon eller han vill ha en plan."),
    action=Action.FLAG_PLAN_NEED,
    form=lambda _: FlagForm,
    perform=_flag,
    fits=_may_flag,
    before_consent=True,
)
ASK = Act(
    slug="fraga",
    verb=gettext_lazy("Personen har fått frågan"),
    title=gettext_lazy("Personen har fått frågan och funderar"),
    help_text=gettext_lazy("Svaret noterar du när det kommer. Inget delas innan dess."),
    told=gettext_lazy("Frågan ligger kvar tills personen har svarat."),
    action=Action.RECORD_CONSENT,
    form=lambda _: NoteForm,
    perform=_ask,
    fits=stands_at(PlanStatus.NEED_FLAGGED, PlanStatus.DECLINED),
    before_consent=True,
)
SAY = Act(
    slug="svar",
    verb=gettext_lazy("Notera svaret"),
    title=gettext_lazy("Vad svarade personen?"),
    help_text=gettext_lazy(
        "Ett ja öppnar planen för dem som deltar. Ett nej gäller direkt, och frågan"
        " ställs igen om tre månader."
    ),
    told=gettext_lazy("Svaret gäller från och med nu."),
    action=Action.RECORD_CONSENT,
    form=_answer_form,
    perform=_say,
    fits=_may_answer,
    initial=lambda _: {"how": ConsentHow.SPOKEN},
    before_consent=True,
)
WHO = Act(
    slug="vem-bestammer",
    verb=gettext_lazy("Bedöm vem som bestämmer"),
    title=gettext_lazy("Vems ja behövs?"),
    help_text=gettext_lazy(
        "Under 13 år svarar vårdnadshavarna, från 13 även barnet, och från 16 år"
        " barnet själv. Så tolkar vi 6 kap. föräldrabalken; en jurist bör pröva det."
    ),
    told=gettext_lazy("Bedömningen och skälet är sparade."),
    action=Action.LEAD_PLAN,
    form=lambda _: WhoForm,
    perform=_decide,
    fits=_is_child,
    initial=_who_now,
    before_consent=True,
)
WITHDRAW = Act(
    slug="aterkalla",
    verb=gettext_lazy("Personen tar tillbaka sitt ja"),
    title=gettext_lazy("Personen tar tillbaka sitt ja"),
    help_text=gettext_lazy(
        "Delningen upphör genast. Varje enhet behåller sin egen dokumentation."
    ),
    told=gettext_lazy("Ingen i personalen läser planen från och med nu."),
    action=Action.WITHDRAW_CONSENT,
    form=lambda _: WithdrawForm,
    perform=_withdraw,
    fits=lambda setting: setting.status in WORKED_ON and not setting.by_law,
    grave=True,
)
ACTS = (FLAG, ASK, SAY, WHO, WITHDRAW)
