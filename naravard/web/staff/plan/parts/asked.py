"""What is asked about each kind of part, as tables."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy

from naravard.plan.rules.kinds import Author, Principal
from naravard.plan.rules.parts import (
    HIGHEST_RATING,
    HIGHEST_SEVERITY,
    Activity,
    AgreedTime,
    Contingency,
    Goal,
    Need,
    PalliativeCare,
    Part,
    Passage,
    Review,
    SafetyItem,
    SelfCareAct,
    TeamMember,
    TreatmentLimit,
    TurningPointTalk,
)
from naravard.web.staff.plan.parts import fields
from naravard.web.staff.plan.parts.fields import Asked
from naravard.web.staff.plan.parts.responsible import responsible_field
from naravard.web.staff.plan.words import kinds

HEADER = "header"
TYPES: dict[str, type[Part]] = {
    "passages": Passage,
    "needs": Need,
    "goals": Goal,
    "activities": Activity,
    "contingencies": Contingency,
    "limits": TreatmentLimit,
    "talks": TurningPointTalk,
    "palliative": PalliativeCare,
    "safety": SafetyItem,
    "self_care": SelfCareAct,
    "team": TeamMember,
    "times": AgreedTime,
    "reviews": Review,
}
WEEKDAYS = {
    "0": gettext_lazy("måndag"),
    "1": gettext_lazy("tisdag"),
    "2": gettext_lazy("onsdag"),
    "3": gettext_lazy("torsdag"),
    "4": gettext_lazy("fredag"),
    "5": gettext_lazy("lördag"),
    "6": gettext_lazy("söndag"),
}
# Section -> field -> how it is asked. A field's name is the part's own, save for
# `who`, `rating`, `weekdays`, `opens` and `closes`, which `forms` turns into it.
ASKED: Mapping[str, Mapping[str, Asked]] = {
    "header": {
        "views": fields.kinds(
            gettext_lazy("Vilka planer ska den vara?"),
            kinds.VIEW,
            required=False,
            help_text=gettext_lazy("Allt skrivs en gång och läses som var och en."),
        ),
        "overall_principal": fields.kind(
            gettext_lazy("Huvudansvarig"),
            {
                one: kinds.PRINCIPAL[one]
                for one in (Principal.REGION, Principal.MUNICIPALITY)
            },
            required=False,
        ),
        "coordinator_id": fields.member(gettext_lazy("Samordnare")),
        "took_part": fields.tick(gettext_lazy("Personen var med och gjorde planen")),
        "others_listed": fields.tick(
            gettext_lazy("Vi har frågat vad andra gör, som skola eller förening")
        ),
        "compulsory_care": fields.tick(
            gettext_lazy("Vården sker enligt LPT eller LRV")
        ),
        "lss_decided_on": fields.day(
            gettext_lazy("Dag för beslut enligt LSS"), required=False
        ),
    },
    "passages": {
        "kind": fields.kind(gettext_lazy("Vad handlar texten om?"), kinds.PASSAGE),
        "text": fields.text(gettext_lazy("Text")),
        "author": fields.kind(
            gettext_lazy("Vems ord är det?"),
            {
                one: kinds.AUTHOR[one]
                for one in (Author.TOLD, Author.PROXY, Author.STAFF)
            },
        ),
    },
    "needs": {
        "text": fields.text(gettext_lazy("Vad behöver personen?")),
        "area": fields.kind(gettext_lazy("Område i livet"), kinds.AREA),
        "severity": fields.number(
            gettext_lazy("Hur stort är behovet?"),
            0,
            HIGHEST_SEVERITY,
            help_text=gettext_lazy("0 inget, 1 lätt, 2 måttligt, 3 stort, 4 helt"),
        ),
        "owner_unit_id": fields.unit(
            gettext_lazy("Vilken enhet tar ansvar för behovet?")
        ),
        "since_on": fields.day(gettext_lazy("Sedan"), required=False),
        "closed": fields.tick(gettext_lazy("Behovet finns inte längre")),
    },
    "goals": {
        "text": fields.text(gettext_lazy("Mål, med personens ord")),
        "need_ids": fields.parts(
            gettext_lazy("Hör till behov"), lambda content: content.needs
        ),
        "measure": fields.line(gettext_lazy("Hur märks det?"), required=False),
        "target_on": fields.day(gettext_lazy("Senast"), required=False),
        "rating": fields.number(
            gettext_lazy("Hur långt har personen kommit, 0–10?"),
            0,
            HIGHEST_RATING,
            required=False,
            help_text=gettext_lazy("Personens egen siffra i dag."),
        ),
        "reached": fields.tick(gettext_lazy("Målet är nått")),
    },
    "activities": {
        "text": fields.text(gettext_lazy("Vad ska göras?")),
        "who": Asked(label=gettext_lazy("Vem ansvarar?"), build=responsible_field),
        "responsible_name": fields.line(
            gettext_lazy("Vem på enheten, eller vem utanför"), required=False
        ),
        "goal_ids": fields.parts(
            gettext_lazy("Hör till mål"), lambda content: content.goals
        ),
        "kind": fields.kind(gettext_lazy("Slag"), kinds.ACTIVITY_KIND),
        "basis": fields.kind(gettext_lazy("Enligt"), kinds.BASIS),
        "status": fields.kind(gettext_lazy("Läge"), kinds.ACTIVITY_STATUS),
        "decision": fields.line(gettext_lazy("Beslut"), required=False),
        "frequency": fields.line(gettext_lazy("Hur ofta"), required=False),
        "starts_on": fields.day(gettext_lazy("Från"), required=False),
        "ends_on": fields.day(gettext_lazy("Till"), required=False),
        "ended_because": fields.line(gettext_lazy("Varför den upphör"), required=False),
    },
    "contingencies": {
        "when": fields.line(gettext_lazy("Om det här händer")),
        "i_do": fields.text(gettext_lazy("Det här gör jag")),
        "staff_do": fields.text(gettext_lazy("Det här gör personalen")),
        "call_name": fields.line(gettext_lazy("Ring")),
        "call_phone": fields.line(gettext_lazy("Telefon")),
        "preferred_level": fields.line(gettext_lazy("Helst vård där"), required=False),
    },
    "limits": {
        "what": fields.text(gettext_lazy("Vad gäller?")),
        "decided_by": fields.line(gettext_lazy("Beslutat av läkare")),
        "decided_on": fields.day(gettext_lazy("Beslutat den")),
        "because": fields.text(gettext_lazy("Varför?")),
        "discussed_with": fields.line(gettext_lazy("Samtal med"), required=False),
    },
    "talks": {
        "held_on": fields.day(gettext_lazy("Dag")),
        "held_by": fields.line(gettext_lazy("Samtalet hölls av")),
        "present": fields.line(gettext_lazy("Vilka var med?")),
        "said": fields.text(gettext_lazy("Vad sades?")),
    },
    "palliative": {
        "phase": fields.kind(gettext_lazy("Fas"), kinds.PHASE),
        "since_on": fields.day(gettext_lazy("Sedan")),
        "wished_place": fields.line(gettext_lazy("Vill vårdas här"), required=False),
        "as_needed_medicines": fields.tick(
            gettext_lazy("Läkemedel vid behov är ordinerade")
        ),
        "call_name": fields.line(gettext_lazy("Ring"), required=False),
        "call_phone": fields.line(gettext_lazy("Telefon"), required=False),
    },
    "safety": {
        "step": fields.kind(gettext_lazy("Steg"), kinds.SAFETY),
        "text": fields.text(gettext_lazy("Med personens ord")),
        "phone": fields.line(gettext_lazy("Telefon"), required=False),
        "place": fields.number(gettext_lazy("Ordning"), 0, 99),
    },
    "self_care": {
        "act": fields.line(gettext_lazy("Åtgärd")),
        "assessed_by": fields.line(gettext_lazy("Bedömd av legitimerad personal")),
        "assessed_on": fields.day(gettext_lazy("Bedömd den")),
        "performed_by": fields.line(gettext_lazy("Vem gör det?")),
        "with_help": fields.tick(gettext_lazy("Görs med hjälp av någon")),
        "risks": fields.text(gettext_lazy("Risker"), required=False),
        "instruction": fields.text(gettext_lazy("Så här"), required=False),
        "stop_when": fields.text(
            gettext_lazy("Sluta och kontakta vården om"), required=False
        ),
        "reassess_on": fields.day(gettext_lazy("Bedöms igen"), required=False),
    },
    "team": {
        "role": fields.kind(gettext_lazy("Roll"), kinds.ROLE),
        "name": fields.line(gettext_lazy("Namn")),
        "title": fields.line(gettext_lazy("Titel"), required=False),
        "unit_id": fields.unit(gettext_lazy("Enhet")),
        "in_primary_care": fields.tick(gettext_lazy("Arbetar i primärvården")),
        "assistant_nurse": fields.tick(gettext_lazy("Är undersköterska")),
        "licensed_physician": fields.tick(gettext_lazy("Är legitimerad läkare")),
        "phone": fields.line(gettext_lazy("Telefon"), required=False),
        "weekdays": fields.kinds(gettext_lazy("Svarar på"), WEEKDAYS, required=False),
        "opens": fields.clock_time(gettext_lazy("Från klockan")),
        "closes": fields.clock_time(
            gettext_lazy("Till klockan"),
            help_text=gettext_lazy("Samma tid båda gångerna är dygnet runt."),
        ),
        "from_on": fields.day(gettext_lazy("Från och med"), required=False),
        "to_on": fields.day(gettext_lazy("Till och med"), required=False),
    },
    "times": {
        "starts_at": fields.moment(gettext_lazy("Dag och tid")),
        "purpose": fields.line(gettext_lazy("Vad ska vi göra?")),
        "mode": fields.kind(gettext_lazy("Hur ses vi?"), kinds.MODE),
        "unit_id": fields.unit(gettext_lazy("Enhet")),
        "minutes": fields.number(gettext_lazy("Minuter"), 5, 480),
        "place": fields.line(gettext_lazy("Plats"), required=False),
        "status": fields.kind(gettext_lazy("Läge"), kinds.TIME),
        "changed_because": fields.line(
            gettext_lazy("Varför den ändrades"), required=False
        ),
    },
    "reviews": {
        "of": fields.kind(gettext_lazy("Vad följs upp?"), kinds.REVIEW),
        "due_on": fields.day(gettext_lazy("Dag")),
        "done_on": fields.day(gettext_lazy("Gjord"), required=False),
        "outcome": fields.text(gettext_lazy("Hur gick det?"), required=False),
        "experience": fields.number(
            gettext_lazy("Personens omdöme, 1–5"), 1, 5, required=False
        ),
    },
}
