"""What a plan is made of, in words: sections, kinds of text, roles, grounds."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.plan.rules.kinds import (
    ActivityKind,
    ActivityStatus,
    Author,
    LegalBasis,
    LifeArea,
    Mode,
    PalliativePhase,
    PassageKind,
    Principal,
    ReviewOf,
    SafetyStep,
    TeamRole,
    TimeStatus,
    View,
)

Words = dict[str, Promise]

SECTION: Words = {
    "header": gettext_lazy("Ansvar för planen"),
    "passages": gettext_lazy("Text"),
    "needs": gettext_lazy("Behov"),
    "goals": gettext_lazy("Mål"),
    "activities": gettext_lazy("Insats"),
    "contingencies": gettext_lazy("Om det blir sämre"),
    "limits": gettext_lazy("Behandlingsbegränsning"),
    "talks": gettext_lazy("Brytpunktssamtal"),
    "palliative": gettext_lazy("Palliativ vård"),
    "safety": gettext_lazy("Säkerhetsplan"),
    "self_care": gettext_lazy("Egenvård"),
    "team": gettext_lazy("Person i teamet"),
    "times": gettext_lazy("Överenskommen tid"),
    "reviews": gettext_lazy("Uppföljning"),
}
PASSAGE: Words = {
    PassageKind.WHAT_MATTERS: gettext_lazy("Det viktigaste för mig"),
    PassageKind.STRENGTHS: gettext_lazy("Mina styrkor"),
    PassageKind.OWN_QUESTIONS: gettext_lazy("Det vill jag prata om"),
    PassageKind.CHILDS_VIEW: gettext_lazy("Barnets egen åsikt"),
    PassageKind.OWN_SUMMARY: gettext_lazy("Min sammanfattning"),
    PassageKind.CRISIS_SIGNS: gettext_lazy("Krisplan: mina tecken"),
    PassageKind.CRISIS_HELPS: gettext_lazy("Krisplan: det hjälper mig"),
    PassageKind.CRISIS_AVOID: gettext_lazy("Krisplan: gör inte så här"),
    PassageKind.CRISIS_CALL: gettext_lazy("Krisplan: ring då"),
    PassageKind.AGREEMENT: gettext_lazy("Överenskommelse"),
    PassageKind.OTHERS_MEASURES: gettext_lazy("Det andra gör"),
    PassageKind.WHY_ONE_PRINCIPAL: gettext_lazy("Varför bara en huvudman"),
    PassageKind.WHY_NOT_TAKING_PART: gettext_lazy("Varför personen inte var med"),
    PassageKind.ATTITUDE: gettext_lazy("Patientens inställning"),
    PassageKind.EVALUATION: gettext_lazy("Personens utvärdering"),
    PassageKind.DISAGREES: gettext_lazy("Det håller jag inte med om"),
}
AUTHOR: Words = {
    Author.PERSON: gettext_lazy("Personens egna ord"),
    Author.TOLD: gettext_lazy("Personens ord, nedskrivna av personal"),
    Author.PROXY: gettext_lazy("Sagt av den som företräder personen"),
    Author.STAFF: gettext_lazy("Skrivet av personal"),
}
ACTIVITY_STATUS: Words = {
    ActivityStatus.PROPOSED: gettext_lazy("Förslag"),
    ActivityStatus.ASKED: gettext_lazy("Svar väntas"),
    ActivityStatus.ACCEPTED: gettext_lazy("Beslutad"),
    ActivityStatus.ONGOING: gettext_lazy("Pågår"),
    ActivityStatus.DONE: gettext_lazy("Klar"),
    ActivityStatus.DECLINED: gettext_lazy("Avböjd"),
    ActivityStatus.STOPPED: gettext_lazy("Upphört"),
}
ACTIVITY_TONES: dict[str, str] = {
    ActivityStatus.PROPOSED: "plain",
    ActivityStatus.ASKED: "warning",
    ActivityStatus.ACCEPTED: "good",
    ActivityStatus.ONGOING: "info",
    ActivityStatus.DONE: "good",
    ActivityStatus.DECLINED: "warning",
    ActivityStatus.STOPPED: "plain",
}
ACTIVITY_KIND: Words = {
    ActivityKind.SERVICE: gettext_lazy("Stöd eller omsorg"),
    ActivityKind.TREATMENT: gettext_lazy("Vård och behandling"),
    ActivityKind.REHABILITATION: gettext_lazy("Träning och rehabilitering"),
    ActivityKind.AID: gettext_lazy("Hjälpmedel"),
    ActivityKind.FOLLOW_UP: gettext_lazy("Uppföljning"),
    ActivityKind.CONTACT: gettext_lazy("Kontakt"),
    ActivityKind.OWN: gettext_lazy("Det personen gör själv"),
    ActivityKind.OTHER: gettext_lazy("Annat"),
}
BASIS: Words = {
    LegalBasis.HSL: gettext_lazy("Hälso- och sjukvårdslagen"),
    LegalBasis.SOL: gettext_lazy("Socialtjänstlagen"),
    LegalBasis.LSS: gettext_lazy("LSS"),
    LegalBasis.LPT: gettext_lazy("Lagen om psykiatrisk tvångsvård"),
    LegalBasis.SCHOOL: gettext_lazy("Skollagen"),
    LegalBasis.SELF_CARE: gettext_lazy("Egenvård"),
    LegalBasis.VOLUNTARY: gettext_lazy("Frivilligt"),
}
AREA: Words = {
    LifeArea.LEARNING: gettext_lazy("Lära och tänka"),
    LifeArea.TASKS: gettext_lazy("Uppgifter och krav"),
    LifeArea.COMMUNICATION: gettext_lazy("Kommunikation"),
    LifeArea.MOVING: gettext_lazy("Förflytta sig"),
    LifeArea.SELF_CARE: gettext_lazy("Sköta sig själv"),
    LifeArea.HOME: gettext_lazy("Hemmet"),
    LifeArea.RELATIONS: gettext_lazy("Relationer"),
    LifeArea.SCHOOL_WORK_ECONOMY: gettext_lazy("Skola, arbete, ekonomi"),
    LifeArea.COMMUNITY: gettext_lazy("Fritid och samhälle"),
    LifeArea.SAFETY: gettext_lazy("Trygghet"),
    LifeArea.SUPPORT_FROM_OTHERS: gettext_lazy("Stöd från närstående"),
}
ROLE: Words = {
    TeamRole.NAMED_CONTACT: gettext_lazy("Fast vårdkontakt"),
    TeamRole.NAMED_PHYSICIAN: gettext_lazy("Fast läkarkontakt"),
    TeamRole.NAMED_CARE_WORKER: gettext_lazy("Fast omsorgskontakt"),
    TeamRole.SIP_COORDINATOR: gettext_lazy("Samordnare av planen"),
    TeamRole.RESPONSIBLE_NURSE: gettext_lazy("Ansvarig sjuksköterska"),
    TeamRole.NURSE: gettext_lazy("Sjuksköterska"),
    TeamRole.OCCUPATIONAL_THERAPIST: gettext_lazy("Arbetsterapeut"),
    TeamRole.PHYSIOTHERAPIST: gettext_lazy("Fysioterapeut"),
    TeamRole.CARE_PLANNER: gettext_lazy("Biståndshandläggare"),
    TeamRole.SCHOOL_HEALTH: gettext_lazy("Elevhälsan"),
    TeamRole.TEACHER: gettext_lazy("Lärare"),
    TeamRole.COUNSELLOR: gettext_lazy("Kurator"),
    TeamRole.CHIEF_PHYSICIAN: gettext_lazy("Chefsöverläkare"),
    TeamRole.RELATED: gettext_lazy("Närstående"),
    TeamRole.OTHER: gettext_lazy("Annan i teamet"),
}
MODE: Words = {
    Mode.VIDEO: gettext_lazy("Video"),
    Mode.PHONE: gettext_lazy("Telefon"),
    Mode.HOME: gettext_lazy("Hemma"),
    Mode.SCHOOL: gettext_lazy("I skolan"),
    Mode.VISIT: gettext_lazy("Besök"),
    Mode.OTHER: gettext_lazy("Annat sätt"),
}
TIME: Words = {
    TimeStatus.WISHED: gettext_lazy("Önskas"),
    TimeStatus.AGREED: gettext_lazy("Bestämd"),
    TimeStatus.CHANGED: gettext_lazy("Ändrad"),
    TimeStatus.CANCELLED: gettext_lazy("Avbokad"),
    TimeStatus.KEPT: gettext_lazy("Har varit"),
}
SAFETY: Words = {
    SafetyStep.WARNING_SIGN: gettext_lazy("Varningstecken"),
    SafetyStep.OWN_WAY: gettext_lazy("Det jag kan göra själv"),
    SafetyStep.COMPANY: gettext_lazy("Sällskap och platser"),
    SafetyStep.CLOSE_PERSON: gettext_lazy("Någon jag litar på"),
    SafetyStep.PROFESSIONAL: gettext_lazy("Vården"),
    SafetyStep.SAFE_HOME: gettext_lazy("Ett tryggt hem"),
    SafetyStep.REASON_TO_LIVE: gettext_lazy("Det jag lever för"),
}
PHASE: Words = {
    PalliativePhase.EARLY: gettext_lazy("Tidig fas"),
    PalliativePhase.LATE: gettext_lazy("Sen fas"),
    PalliativePhase.END_OF_LIFE: gettext_lazy("Livets sista dagar"),
}
REVIEW: Words = {
    ReviewOf.PLAN: gettext_lazy("Hela planen"),
    ReviewOf.SELF_CARE: gettext_lazy("Egenvård"),
    ReviewOf.TREATMENT_LIMIT: gettext_lazy("Behandlingsbegränsning"),
    ReviewOf.LSS: gettext_lazy("LSS-planen"),
    ReviewOf.COURT_PERIOD: gettext_lazy("Tid enligt domstol"),
}
PRINCIPAL: Words = {
    Principal.REGION: gettext_lazy("Regionen"),
    Principal.MUNICIPALITY: gettext_lazy("Kommunen"),
    Principal.OTHER: gettext_lazy("Andra"),
    Principal.SELF: gettext_lazy("Personen själv"),
}
VIEW: Words = {
    View.SIP: gettext_lazy("SIP"),
    View.PATIENTKONTRAKT: gettext_lazy("Patientkontrakt"),
    View.SVOP: gettext_lazy("SVOP"),
    View.LSS10: gettext_lazy("Plan enligt LSS"),
    View.LPT7A: gettext_lazy("Plan vid öppen tvångsvård"),
    View.REHAB: gettext_lazy("Rehabilitering och hjälpmedel"),
    View.EGENVARD: gettext_lazy("Egenvård"),
}
