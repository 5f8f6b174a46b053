"""What happened in a case, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.discharge.rows import EventRow
from naravard.discharge.rules.history import EventType

EVENTS: dict[str, Promise] = {
    EventType.ADMIT: gettext_lazy("Inskriven"),
    EventType.NEED_ASSESSED: gettext_lazy("Behov efter utskrivningen bedömt"),
    EventType.ADMISSION_NOTICE: gettext_lazy("Inskrivningsmeddelande skickat"),
    EventType.NEW_ESTIMATE: gettext_lazy("Ny beräknad utskrivning"),
    EventType.ACKNOWLEDGE: gettext_lazy("Inskrivning mottagen"),
    EventType.APPOINT_NAMED_CONTACT: gettext_lazy("Fast vårdkontakt utsedd"),
    EventType.CONSENT: gettext_lazy("Svar om gemensam planering"),
    EventType.READY_DECISION: gettext_lazy("Läkaren bedömde utskrivningsklar"),
    EventType.READY_NOTICE: gettext_lazy("Utskrivningsklar"),
    EventType.READY_WITHDRAWN: gettext_lazy("Utskrivningsklar återtaget"),
    EventType.SIP_CALL: gettext_lazy("Kallelse till planeringsmöte"),
    EventType.REGION_BLOCKER: gettext_lazy("Hinder i den öppna vården"),
    EventType.TRANSFER: gettext_lazy("Flyttad till annan avdelning"),
    EventType.INFORMATION_TRANSFERRED: gettext_lazy("Information överlämnad"),
    EventType.DISCHARGE: gettext_lazy("Lämnade sjukhuset"),
    EventType.DEATH: gettext_lazy("Avliden"),
    EventType.ABORT: gettext_lazy("Ärendet avbrutet"),
    EventType.OPT_NOTICE: gettext_lazy("Utskrivningsklar till öppen tvångsvård"),
    EventType.PLANNING_INPUT: gettext_lazy("Planeringsunderlag skickat"),
    EventType.SIP_ANSWERED: gettext_lazy("Svar på kallelsen"),
    EventType.FORWARDED: gettext_lazy("Ärendet skickat vidare"),
    EventType.PATIENT_INFORMED: gettext_lazy("Personen har fått information"),
    EventType.FOLLOWED_UP: gettext_lazy("Hemgången uppföljd"),
    EventType.TRACK_SET: gettext_lazy("Spår valt"),
    EventType.HOSPITAL_LEAVE: gettext_lazy("Permission"),
}
OUTCOMES: dict[str, Promise] = {
    "well": gettext_lazy("Bra, inget mer behövs"),
    "needs_help": gettext_lazy("Behöver mer hjälp, åtgärd bestämd"),
    "not_reached": gettext_lazy("Nåddes inte, besök bokat"),
    "readmitted": gettext_lazy("Tillbaka på sjukhus"),
}


def event_words(row: EventRow) -> str:
    """The event as a short phrase; what turns its meaning around is said.

    Where an owner has erased what its staff wrote beside it, that is said too.
    """
    if row.details.get("erased"):
        return gettext("%(what)s (uppgifterna är gallrade)") % {
            "what": EVENTS.get(row.type, row.type)
        }
    if row.type == EventType.REGION_BLOCKER and row.data.get("on") is False:
        return gettext("Hindret i den öppna vården löst")
    if row.type == EventType.HOSPITAL_LEAVE and row.data.get("on") is False:
        return gettext("Tillbaka från permission")
    if row.type == EventType.SIP_ANSWERED:
        return _answer_words(row)
    return str(EVENTS.get(row.type, row.type))


def _answer_words(row: EventRow) -> str:
    if row.details.get("comes") is False:
        return gettext("Föreslår annan tid för mötet")
    return gettext("Kommer till mötet")
