"""The next step as a sentence, as a button, and as the act that does it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.discharge.rules.states import State
from naravard.discharge.rules.steps import StepCode

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """What is to be done, the verb of its button, and the slug of its act.

    `note` says what the deadline means, where the time alone does not.
    """

    what: Text
    verb: Text
    act: str
    note: Text = ""


STEPS: dict[str, StepWords] = {
    StepCode.SEND_ADMISSION_NOTICE: StepWords(
        what=gettext_lazy("Skicka inskrivningsmeddelandet"),
        verb=gettext_lazy("Skicka"),
        act="inskrivningsmeddelande",
    ),
    StepCode.ACKNOWLEDGE_ADMISSION: StepWords(
        what=gettext_lazy("Ta emot inskrivningen och börja planera"),
        verb=gettext_lazy("Ta emot"),
        act="ta-emot",
    ),
    StepCode.APPOINT_NAMED_CONTACT: StepWords(
        what=gettext_lazy("Utse fast vårdkontakt"),
        verb=gettext_lazy("Utse kontakt"),
        act="fast-vardkontakt",
    ),
    StepCode.PLANNING_INPUT: StepWords(
        what=gettext_lazy("Skriv planeringsunderlag"),
        verb=gettext_lazy("Skriv underlag"),
        act="planeringsunderlag",
    ),
    StepCode.ASK_CONSENT: StepWords(
        what=gettext_lazy("Fråga om samtycke till gemensam planering"),
        verb=gettext_lazy("Skriv in svar"),
        act="samtycke",
    ),
    StepCode.SEND_READY_NOTICE: StepWords(
        what=gettext_lazy("Meddela att personen är utskrivningsklar"),
        verb=gettext_lazy("Meddela"),
        act="utskrivningsklar",
    ),
    StepCode.CALL_TO_SIP: StepWords(
        what=gettext_lazy("Kalla till planeringsmöte (SIP)"),
        verb=gettext_lazy("Kalla till möte"),
        act="kallelse",
        note=gettext_lazy("kallelse inom tre dagar"),
    ),
    StepCode.ANSWER_SIP_CALL: StepWords(
        what=gettext_lazy("Svara på kallelsen till planeringsmöte"),
        verb=gettext_lazy("Svara"),
        act="svar-pa-kallelse",
        note=gettext_lazy("då börjar mötet"),
    ),
    StepCode.RECEIVE_HOME: StepWords(
        what=gettext_lazy("Bekräfta när hemgången kan ske"),
        verb=gettext_lazy("Bekräfta"),
        act="bekrafta-hemgang",
        note=gettext_lazy("därefter betalar kommunen"),
    ),
    StepCode.CLEAR_BLOCKER: StepWords(
        what=gettext_lazy("Lös det som hindrar hemgången"),
        verb=gettext_lazy("Häv hindret"),
        act="hava-hinder",
    ),
    StepCode.GIVE_PATIENT_INFORMATION: StepWords(
        what=gettext_lazy("Ge personen skriftlig information"),
        verb=gettext_lazy("Ge information"),
        act="information-till-personen",
    ),
    StepCode.TRANSFER_INFORMATION: StepWords(
        what=gettext_lazy("Skicka läkemedelslista och sammanfattning"),
        verb=gettext_lazy("Skicka"),
        act="informationsoverforing",
        note=gettext_lazy("samma dag som hemgången"),
    ),
    StepCode.FOLLOW_UP: StepWords(
        what=gettext_lazy("Ring och följ upp hemgången"),
        verb=gettext_lazy("Följ upp"),
        act="uppfoljning",
        note=gettext_lazy("48–72 timmar efter hemgång"),
    ),
}
# Most stays need nobody afterwards, so this is offered and never asked for.
JUDGE_NEED = StepWords(
    what=gettext_lazy("Läkaren bedömer vilka som behövs efter utskrivningen"),
    verb=gettext_lazy("Bedöm behov"),
    act="behov",
)
WAIT_FOR_READY = StepWords(
    what=gettext_lazy("Väntar på att personen blir utskrivningsklar"),
    verb=gettext_lazy("Öppna"),
    act="",
)
WAIT_FOR_HOMEGOING = StepWords(
    what=gettext_lazy("Väntar på hemgången"), verb=gettext_lazy("Öppna"), act=""
)
NOTHING_WAITS = StepWords(
    what=gettext_lazy("Inget väntar just nu"), verb=gettext_lazy("Öppna"), act=""
)
REMIND = gettext_lazy("Påminn")
OPEN = gettext_lazy("Öppna")
REMINDER_ACT = "paminnelse"

TRACK_NAMES: tuple[Text, ...] = (
    gettext_lazy("Inskriven"),
    gettext_lazy("Mottagen"),
    gettext_lazy("Fast vårdkontakt"),
    gettext_lazy("Planering"),
    gettext_lazy("Utskrivningsklar"),
    gettext_lazy("Hemma"),
)
COLOURS: dict[str, Text] = {
    "green": gettext_lazy("Grönt spår"),
    "yellow": gettext_lazy("Gult spår"),
    "red": gettext_lazy("Rött spår"),
}


def step_words(code: str, state: str) -> StepWords:
    """The words of a step; without a step, what the case waits for."""
    return STEPS[code] if code in STEPS else _waiting(state)


def _waiting(state: str) -> StepWords:
    if state == State.OPEN:
        return JUDGE_NEED
    if state in {State.NOTIFIED, State.PLANNING}:
        return WAIT_FOR_READY
    return WAIT_FOR_HOMEGOING if state == State.READY else NOTHING_WAITS
