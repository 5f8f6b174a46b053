"""The acts around the planning meeting: call everyone, and answer the call."""

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.discharge.rules.history import (
    Event,
    EventType,
)
from naravard.messages.catalogue.planning_call import PlanningCall
from naravard.web.staff.acts.asking import to_others
from naravard.web.staff.acts.definition import Act, Doing, Setting, Shown, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import Option, one_of
from naravard.web.staff.forms.payload import payload_form, payload_of
from naravard.web.staff.words.planning import (
    meeting_words,
)

COMES, OTHER_TIME = "ja", "annan-tid"


def _call_event(setting: Setting) -> Event:
    return Event(type=EventType.SIP_CALL, at=setting.now, by=setting.unit)


def _call_known(setting: Setting) -> dict[str, object]:
    return {
        "participants": [
            {"name": setting.person.name, "role": ""},
            *(
                {"name": related.name, "role": related.relation}
                for related in setting.person.related
                if related.may_read
            ),
        ],
        "person_takes_part": "yes",
    }


def _call(doing: Doing) -> None:
    services.call_to_planning(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(PlanningCall, doing.form),
        when=doing.when,
    )


def _answer_event(setting: Setting) -> Event:
    return Event(type=EventType.SIP_ANSWERED, at=setting.now, by=setting.unit)


def _is_called(setting: Setting) -> bool:
    calls = setting.folded.sip_calls
    return bool(calls) and calls[-1].by != setting.unit


def _answer_form(_setting: Setting) -> type[ActForm]:
    return type(
        "AnswerForm",
        (ActForm,),
        {
            "answer": one_of(
                gettext_lazy("Vårt svar"),
                [
                    Option(value=COMES, text=gettext("Vi kommer")),
                    Option(value=OTHER_TIME, text=gettext("Vi föreslår en annan tid")),
                ],
                missing=gettext_lazy("Välj ett svar"),
                radios=True,
            ),
            "note": forms.CharField(
                label=gettext_lazy("Vem som kommer, eller vilken tid som passar"),
                required=False,
                max_length=300,
                widget=forms.Textarea(attrs={"rows": 2}),
            ),
        },
    )


def _answer(doing: Doing) -> None:
    services.answer_call(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        comes=doing.entered["answer"] == COMES,
        note=doing.entered["note"],
        when=doing.when,
    )


def _meeting_shown(setting: Setting) -> tuple[Shown, ...]:
    words = meeting_words(setting.view, setting.now)
    return (Shown(term=gettext("Mötet"), text=words),) if words else ()


CALL = Act(
    slug="kallelse",
    verb=gettext_lazy("Skicka kallelsen"),
    title=gettext_lazy("Kalla till planeringsmöte (SIP)"),
    help_text=gettext_lazy(
        "Den fasta vårdkontakten kallar, senast tre dagar efter underrättelsen om"
        " utskrivningsklar (LUS 4 kap. 3 §)."
    ),
    action=Action.CALL_TO_PLANNING,
    event=_call_event,
    form=lambda _setting: payload_form(PlanningCall),
    initial=_call_known,
    shown=to_others,
    perform=_call,
    told=Told(
        title=gettext_lazy("Kallelsen är skickad"),
        consequence=gettext_lazy("Alla i ärendet får svara på den."),
    ),
)


ANSWER = Act(
    slug="svar-pa-kallelse",
    verb=gettext_lazy("Skicka svaret"),
    title=gettext_lazy("Svara på kallelsen"),
    help_text=gettext_lazy("Den som kallade ser ert svar."),
    action=Action.ANSWER_CALL,
    event=_answer_event,
    fits=_is_called,
    form=_answer_form,
    initial=lambda _setting: {"answer": COMES},
    shown=_meeting_shown,
    perform=_answer,
    told=Told(
        title=gettext_lazy("Svaret är skickat"),
        consequence=gettext_lazy("Den som kallade ser det nu."),
    ),
)
