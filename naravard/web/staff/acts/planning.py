"""Acts of planning together: receive, contact, consent, input, track."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action, ConsentHow
from naravard.core.clock import day_of
from naravard.discharge import services
from naravard.discharge.rules.history import (
    Event,
    EventType,
    PlanningConsent,
    Track,
)
from naravard.discharge.services import ConsentAnswer
from naravard.messages.catalogue.planning_input import PlanningInput
from naravard.people.queries import professionals_of_unit
from naravard.web.staff.acts.asking import harm_test, to_others
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import Option, one_of
from naravard.web.staff.forms.payload import payload_form, payload_of
from naravard.web.staff.words.planning import (
    CONSENT_HOW,
    CONSENTS,
    TRACKS,
)


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
