"""The words of mobile teams in the reader's language."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from naravard.mobile.routing.replanning.options import Kind
from naravard.mobile.rules.news2 import Consciousness
from naravard.mobile.rules.resources import ResourceKind, TeamAct
from naravard.mobile.rules.states import (
    OrderKind,
    OrderState,
    Outcome,
    RequestState,
    Source,
    TeamKind,
    TeamState,
    Urgency,
    VisitState,
)

URGENCIES: Mapping[Urgency, Promise] = {
    Urgency.NOW: gettext_lazy("Inom två timmar"),
    Urgency.TODAY: gettext_lazy("I dag"),
    Urgency.DAYS: gettext_lazy("Inom tre dagar"),
    Urgency.PLANNED: gettext_lazy("Planerat"),
}
USUAL = {Urgency.NOW: timedelta(hours=2), Urgency.DAYS: timedelta(days=3)}
HOURS_TO_SAY = 48  # from here on it is said in days


def urgency_within(urgency: Urgency, within: timedelta | None) -> str | Promise:
    """How soon, where the county's longest wait may be another than the usual."""
    if within is None or within == USUAL.get(urgency, within):
        return URGENCIES[urgency]
    return gettext("Inom %(time)s") % {"time": so_long(within)}


def so_long(time: timedelta) -> str:
    """`15 minuter`, `2 timmar` or `3 dagar`, rounded down to whole ones."""
    minutes = int(time.total_seconds()) // 60
    hours = minutes // 60
    if not hours or minutes % 60:
        told = ngettext("%(count)s minut", "%(count)s minuter", minutes)
        return told % {"count": minutes}
    if hours < HOURS_TO_SAY:
        return ngettext("%(count)s timme", "%(count)s timmar", hours) % {"count": hours}
    days = hours // 24
    return ngettext("%(count)s dag", "%(count)s dagar", days) % {"count": days}


SOURCES: Mapping[Source, Promise] = {
    Source.MUNICIPAL_NURSE: gettext_lazy("kommunens sjuksköterska"),
    Source.PRIMARY_CARE: gettext_lazy("vårdcentralen"),
    Source.WARD: gettext_lazy("avdelningen"),
    Source.EMERGENCY: gettext_lazy("akutmottagningen"),
    Source.PLAN: gettext_lazy("personens plan"),
    Source.ALERT: gettext_lazy("larm från egenmonitorering"),
    Source.TEAM: gettext_lazy("teamet självt"),
}
REQUEST_STATES: Mapping[RequestState, Promise] = {
    RequestState.ASKED: gettext_lazy("Väntar på svar"),
    RequestState.ACCEPTED: gettext_lazy("Teamet kommer"),
    RequestState.REDIRECTED: gettext_lazy("Hänvisad till en annan enhet"),
    RequestState.DECLINED: gettext_lazy("Teamet kommer inte"),
    RequestState.WITHDRAWN: gettext_lazy("Återtagen"),
}
VISIT_STATES: Mapping[VisitState, Promise] = {
    VisitState.WAITING: gettext_lazy("Inte planerat"),
    VisitState.PLANNED: gettext_lazy("Planerat"),
    VisitState.BEGUN: gettext_lazy("Pågår"),
    VisitState.DONE: gettext_lazy("Gjort"),
    VisitState.CANCELLED: gettext_lazy("Inställt"),
}
OUTCOMES: Mapping[Outcome, Promise] = {
    Outcome.STAYS_HOME: gettext_lazy("Stannar hemma"),
    Outcome.NEW_VISIT: gettext_lazy("Nytt besök av teamet"),
    Outcome.PRIMARY_CARE: gettext_lazy("Vårdcentralen tar vid"),
    Outcome.DIRECT_ADMISSION: gettext_lazy("Direkt till vårdplats"),
    Outcome.EMERGENCY: gettext_lazy("Till akutmottagning"),
    Outcome.NOT_HOME: gettext_lazy("Var inte hemma"),
}
ORDER_KINDS: Mapping[OrderKind, Promise] = {
    OrderKind.XRAY: gettext_lazy("Mobil röntgen"),
    OrderKind.EQUIPMENT: gettext_lazy("Hjälpmedel eller utrustning"),
}
ORDER_STATES: Mapping[OrderState, Promise] = {
    OrderState.ORDERED: gettext_lazy("Beställd"),
    OrderState.ACCEPTED: gettext_lazy("Tid är satt"),
    OrderState.ON_THE_WAY: gettext_lazy("På väg"),
    OrderState.DONE: gettext_lazy("Klar"),
    OrderState.DECLINED: gettext_lazy("Avböjd"),
}
ORDER_VERBS: Mapping[OrderState, Promise] = {
    OrderState.ORDERED: gettext_lazy("Beställ"),
    OrderState.ACCEPTED: gettext_lazy("Ta emot"),
    OrderState.ON_THE_WAY: gettext_lazy("På väg"),
    OrderState.DONE: gettext_lazy("Klar"),
    OrderState.DECLINED: gettext_lazy("Avböj"),
}
TEAM_KINDS: Mapping[TeamKind, Promise] = {
    TeamKind.CLOSE_CARE: gettext_lazy("Närvårdsteam"),
    TeamKind.PSYCHIATRY: gettext_lazy("Mobil psykiatri"),
    TeamKind.XRAY: gettext_lazy("Mobil röntgen"),
    TeamKind.PALLIATIVE: gettext_lazy("Avancerad sjukvård i hemmet"),
    TeamKind.HOME_NURSING: gettext_lazy("Hemsjukvård"),
}
TEAM_STATES: Mapping[TeamState, Promise] = {
    TeamState.PLANNED: gettext_lazy("Planerat, tar inte emot än"),
    TeamState.ACTIVE: gettext_lazy("I drift"),
    TeamState.CLOSED: gettext_lazy("Stängt"),
}
RESOURCES: Mapping[ResourceKind, Promise] = {
    ResourceKind.CAR: gettext_lazy("Bil"),
    ResourceKind.BAG: gettext_lazy("Väska"),
    ResourceKind.XRAY: gettext_lazy("Röntgenapparat"),
    ResourceKind.ULTRASOUND: gettext_lazy("Ultraljud"),
    ResourceKind.PUMP: gettext_lazy("Pump"),
    ResourceKind.OTHER: gettext_lazy("Annat"),
}
RESOURCE_STATES: Mapping[TeamState, Promise] = {
    TeamState.PLANNED: gettext_lazy("Planerad"),
    TeamState.ACTIVE: gettext_lazy("I bruk"),
    TeamState.CLOSED: gettext_lazy("Avslutad"),
}
TEAM_ACTS: Mapping[TeamAct, Promise] = {
    TeamAct.BEGUN: gettext_lazy("Teamet började"),
    TeamAct.STATE: gettext_lazy("Läge"),
    TeamAct.ROOM: gettext_lazy("Plats"),
    TeamAct.CRITERIA: gettext_lazy("Kriterier"),
    TeamAct.SHIFTS: gettext_lazy("Pass"),
    TeamAct.SHIFT_LATE: gettext_lazy("Försenad"),
    TeamAct.SHIFT_LEFT: gettext_lazy("Gick hem"),
    TeamAct.COMPETENCE: gettext_lazy("Kompetens"),
    TeamAct.DELEGATED: gettext_lazy("Delegering"),
    TeamAct.COMPETENCE_ENDED: gettext_lazy("Behörighet avslutad"),
    TeamAct.RESOURCE: gettext_lazy("Ny resurs"),
    TeamAct.RESOURCE_CHANGED: gettext_lazy("Resurs"),
}
WAKEFULNESS: Mapping[Consciousness, Promise] = {
    Consciousness.ALERT: gettext_lazy("Vaken (A)"),
    Consciousness.CONFUSED: gettext_lazy("Nytillkommen förvirring (C)"),
    Consciousness.VOICE: gettext_lazy("Svarar på tilltal (V)"),
    Consciousness.PAIN: gettext_lazy("Svarar på smärta (P)"),
    Consciousness.UNRESPONSIVE: gettext_lazy("Svarar inte (U)"),
}
SKILLS: Mapping[str, Promise] = {
    "nurse": gettext_lazy("Sjuksköterska"),
    "physician": gettext_lazy("Läkare"),
    "rehab": gettext_lazy("Arbetsterapeut eller fysioterapeut"),
    "infusion": gettext_lazy("Dropp och intravenösa läkemedel"),
    "transfusion": gettext_lazy("Blodtransfusion"),
    "palliative": gettext_lazy("Palliativ vård"),
    "psychiatry": gettext_lazy("Psykiatri"),
    "radiographer": gettext_lazy("Röntgensjuksköterska"),
}
OPTION_KINDS: Mapping[Kind, Promise] = {
    Kind.CHEAPEST: gettext_lazy("Kortast väg"),
    Kind.FEWEST_CHANGES: gettext_lazy("Minst ändrat"),
    Kind.NAMED_CONTACT: gettext_lazy("Känt ansikte"),
}
