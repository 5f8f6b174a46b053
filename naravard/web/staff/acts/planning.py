"""Acts of planning together: receive, contact, consent, input, call, blockers."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action, ConsentHow
from naravard.core.clock import day_of
from naravard.discharge import services
from naravard.discharge.rules.history import (
    BlockerReason,
    Event,
    EventType,
    PlanningConsent,
    Track,
)
from naravard.discharge.services import ConsentAnswer
from naravard.messages.catalogue.planning_call import PlanningCall
from naravard.messages.catalogue.planning_input import PlanningInput
from naravard.people.queries import professionals_of_unit
from naravard.people.roles import CareUnitKind
from naravard.web.staff.acts.asking import harm_test, to_others
from naravard.web.staff.acts.definition import Act, Doing, Setting, Shown, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import Option, one_of
from naravard.web.staff.forms.payload import payload_form, payload_of
from naravard.web.staff.words.planning import (
    BLOCKER_REASONS,
    CONSENT_HOW,
    CONSENTS,
    TRACKS,
    meeting_words,
)

OPEN_CARE_KINDS = frozenset({CareUnitKind.OPEN_CARE, CareUnitKind.MOBILE_TEAM})
COMES, OTHER_TIME = "ja", "annan-tid"


def _acknowledged(setting: Setting) -> Event:
    return Event(type=EventType.ACKNOWLEDGE, at=setting.now, by=setting.unit)


def _not_yet_acknowledged(setting: Setting) -> bool:
    answered = {each.by for each in setting.folded.acknowledgements}
    return setting.unit in setting.folded.told_units and setting.unit not in answered


def _acknowledge(doing: Doing) -> None:
    services.acknowledge(
        actor=doing.setting.actor, case_id=doing.case_id, when=doing.when
    )


def _contact_event(setting: Setting) -> Event:
    return Event(type=EventType.APPOINT_NAMED_CONTACT, at=setting.now, by=setting.unit)


def _contact_form(setting: Setting) -> type[ActForm]:
    unit_id = setting.actor.unit_id
    staff = professionals_of_unit(unit_id, day_of(setting.now)) if unit_id else ()
    field = one_of(
        gettext_lazy("Vem blir fast vårdkontakt?"),
        [
            Option(
                value=str(person.assignment_id),
                text=", ".join(part for part in (person.name, person.title) if part),
            )
            for person in staff
        ],
        missing=gettext_lazy("Välj en person"),
    )
    return type("NamedContactForm", (ActForm,), {"assignment": field})


def _appoint(doing: Doing) -> None:
    services.appoint_named_contact(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        assignment_id=UUID(doing.entered["assignment"]),
        when=doing.when,
    )


def _consent_event(setting: Setting) -> Event:
    return Event(type=EventType.CONSENT, at=setting.now, planning=PlanningConsent.GIVEN)


def _consent_form(setting: Setting) -> type[ActForm]:
    answers = [
        Option(value=value, text=str(text))
        for value, text in CONSENTS.items()
        if value != PlanningConsent.WITHDRAWN or setting.consented
    ]
    return type(
        "ConsentForm",
        (ActForm,),
        {
            "planning": one_of(
                gettext_lazy("Vad säger personen?"),
                answers,
                missing=gettext_lazy("Välj vad personen säger"),
                radios=True,
            ),
            "how": one_of(
                gettext_lazy("Hur sade personen det?"),
                [Option(value=v, text=str(t)) for v, t in CONSENT_HOW.items()],
                missing=gettext_lazy("Välj hur"),
                radios=True,
            ),
            "given_by": forms.CharField(
                label=gettext_lazy("Genom vem"),
                help_text=gettext_lazy(
                    "Om vårdnadshavare eller annan med rätt att svara gjorde det."
                ),
                required=False,
                max_length=120,
            ),
        },
    )


def _consent_now(setting: Setting) -> dict[str, object]:
    return {"planning": setting.case.planning_consent, "how": ConsentHow.SPOKEN}


def _record_consent(doing: Doing) -> None:
    services.record_consent(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        answer=ConsentAnswer(
            planning=PlanningConsent(doing.entered["planning"]),
            how=ConsentHow(doing.entered["how"]),
            given_by=doing.entered["given_by"],
        ),
        when=doing.when,
    )


def _input_event(setting: Setting) -> Event:
    return Event(type=EventType.PLANNING_INPUT, at=setting.now, by=setting.unit)


def _input_form(setting: Setting) -> type[ActForm]:
    return payload_form(PlanningInput, extra=harm_test(setting))


def _send_input(doing: Doing) -> None:
    services.send_planning_input(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(PlanningInput, doing.form),
        when=doing.when,
        harm_test=doing.entered.get("harm_test", ""),
    )


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


def _blocker_form(_setting: Setting) -> type[ActForm]:
    field = one_of(
        gettext_lazy("Vad hindrar hemgången?"),
        [Option(value=v, text=str(t)) for v, t in BLOCKER_REASONS.items()],
        missing=gettext_lazy("Välj vad som hindrar"),
        radios=True,
    )
    return type("BlockerForm", (ActForm,), {"reason": field})


def _blocker_on(setting: Setting) -> Event:
    return Event(
        type=EventType.REGION_BLOCKER,
        at=setting.now,
        by=setting.unit,
        on=True,
        reason=BlockerReason.NOT_AVAILABLE,
    )


def _blocker_off(setting: Setting) -> Event | None:
    blockers = setting.folded.open_blockers
    return Event(
        type=EventType.REGION_BLOCKER,
        at=setting.now,
        by=setting.unit,
        on=False,
        reason=blockers[0].reason if blockers else None,
    )


def _lift_form(setting: Setting) -> type[ActForm]:
    # The same form sent twice comes back when the blocker is already lifted.
    open_now = [b.reason for b in setting.folded.open_blockers]
    reasons = dict.fromkeys(open_now or BLOCKER_REASONS)
    field = one_of(
        gettext_lazy("Vilket hinder är löst?"),
        [Option(value=r, text=str(BLOCKER_REASONS[r])) for r in reasons],
        missing=gettext_lazy("Välj vilket hinder som är löst"),
        radios=True,
    )
    return type("LiftBlockerForm", (ActForm,), {"reason": field})


def _lift_known(setting: Setting) -> dict[str, object]:
    return {"reason": setting.folded.open_blockers[0].reason}


def _set_blocker(doing: Doing) -> None:
    _change_blocker(doing, on=True)


def _lift_blocker(doing: Doing) -> None:
    _change_blocker(doing, on=False)


def _change_blocker(doing: Doing, *, on: bool) -> None:
    services.set_blocker(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        on=on,
        reason=BlockerReason(doing.entered["reason"]),
        when=doing.when,
    )


def _track_event(setting: Setting) -> Event:
    return Event(type=EventType.TRACK_SET, at=setting.now, by=setting.unit)


def _track_form(_setting: Setting) -> type[ActForm]:
    field = one_of(
        gettext_lazy("Hur mycket behöver planeras?"),
        [Option(value=v, text=str(t)) for v, t in TRACKS.items()],
        missing=gettext_lazy("Välj ett spår"),
        radios=True,
    )
    return type("TrackForm", (ActForm,), {"track": field})


def _set_track(doing: Doing) -> None:
    services.set_track(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        track=Track(doing.entered["track"]),
        when=doing.when,
    )


ACKNOWLEDGE = Act(
    slug="ta-emot",
    verb=gettext_lazy("Ta emot"),
    title=gettext_lazy("Ta emot inskrivningen"),
    help_text=gettext_lazy(
        "Ni har läst och börjar planera. Avdelningen ser att ni har tagit emot."
    ),
    action=Action.ACKNOWLEDGE,
    event=_acknowledged,
    fits=_not_yet_acknowledged,
    perform=_acknowledge,
    told=Told(
        title=gettext_lazy("Inskrivningen är mottagen"),
        consequence=gettext_lazy("Avdelningen ser att ni planerar."),
    ),
)
APPOINT = Act(
    slug="fast-vardkontakt",
    verb=gettext_lazy("Utse"),
    title=gettext_lazy("Utse fast vårdkontakt"),
    help_text=gettext_lazy(
        "Alla i ärendet får namn och telefon. Den fasta vårdkontakten kallar till"
        " planeringsmöte om det behövs (LUS 2 kap. 5 §)."
    ),
    action=Action.APPOINT_NAMED_CONTACT,
    event=_contact_event,
    form=_contact_form,
    perform=_appoint,
    told=Told(
        title=gettext_lazy("Fast vårdkontakt är utsedd"),
        consequence=gettext_lazy("Alla i ärendet har fått namn och telefon."),
    ),
)
CONSENT = Act(
    slug="samtycke",
    verb=gettext_lazy("Spara svaret"),
    title=gettext_lazy("Skriv in vad personen säger om gemensam planering"),
    help_text=gettext_lazy(
        "Fråga om ni får planera tillsammans och dela det som behövs. Svaret gäller"
        " genast, och personen kan när som helst ändra sig."
    ),
    action=Action.RECORD_CONSENT,
    event=_consent_event,
    form=_consent_form,
    initial=_consent_now,
    perform=_record_consent,
    told=Told(
        title=gettext_lazy("Svaret är sparat"),
        consequence=gettext_lazy("Det gäller för alla i ärendet från nu."),
    ),
)
PLANNING_INPUT = Act(
    slug="planeringsunderlag",
    verb=gettext_lazy("Skicka underlaget"),
    title=gettext_lazy("Skriv planeringsunderlag"),
    help_text=gettext_lazy("Berätta vad personen behöver och vad ni själva planerar."),
    action=Action.GIVE_PLANNING_INPUT,
    event=_input_event,
    fits=lambda setting: bool(setting.others),
    form=_input_form,
    shown=to_others,
    perform=_send_input,
    told=Told(
        title=gettext_lazy("Underlaget är skickat"),
        consequence=gettext_lazy("Alla i ärendet kan läsa det nu."),
    ),
)
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
SET_BLOCKER = Act(
    slug="hinder",
    verb=gettext_lazy("Anmäl hindret"),
    title=gettext_lazy("Anmäl hinder i den öppna vården"),
    help_text=gettext_lazy(
        "Så länge den öppna vårdens insatser saknas eller är oklara betalar kommunen"
        " inte (LUS 5 kap. 5 §)."
    ),
    action=Action.SET_BLOCKER,
    event=_blocker_on,
    fits=lambda setting: not setting.folded.open_blockers,
    form=_blocker_form,
    perform=_set_blocker,
    told=Told(
        title=gettext_lazy("Hindret är anmält"),
        consequence=gettext_lazy("Vårdcentralen ska lösa det. Alla i ärendet ser det."),
    ),
)
LIFT_BLOCKER = Act(
    slug="hava-hinder",
    verb=gettext_lazy("Hindret är löst"),
    title=gettext_lazy("Häv hindret"),
    help_text=gettext_lazy("Den öppna vårdens insatser finns nu. Dagarna räknas igen."),
    action=Action.CLEAR_BLOCKER,
    event=_blocker_off,
    fits=lambda setting: bool(setting.folded.open_blockers),
    form=_lift_form,
    initial=_lift_known,
    perform=_lift_blocker,
    told=Told(
        title=gettext_lazy("Hindret är hävt"),
        consequence=gettext_lazy("Alla i ärendet ser det nu."),
    ),
)
SET_TRACK = Act(
    slug="spar",
    verb=gettext_lazy("Spara spåret"),
    title=gettext_lazy("Välj spår"),
    help_text=gettext_lazy("Spåret säger hur mycket som behöver planeras tillsammans."),
    action=Action.SET_TRACK,
    event=_track_event,
    form=_track_form,
    initial=lambda setting: {"track": setting.case.track},
    perform=_set_track,
    told=Told(
        title=gettext_lazy("Spåret är sparat"),
        consequence=gettext_lazy("Alla i ärendet ser det nu."),
    ),
)
