"""Every ground in law for telling something to another, and for reading it."""

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """G-… opens an outgoing message; R-… opens a record for reading."""

    CONSENT = "G-CONSENT"
    DUTY_LUS = "G-DUTY-LSU2"
    SHARED_RECORD = "G-SVOD"
    SAME_REGION = "G-SAME-REGION"
    SAME_MUNICIPAL_HEALTH = "G-SAME-KOMMUN-HSV"
    MUNICIPAL_CARE = "G-KOMMUN-OMSORG"
    MINOR = "G-MINOR"
    ABUSE = "G-ABUSE"
    COMPULSORY_CARE = "G-LPT"
    UNBORN = "G-UNBORN"
    CANNOT_CONSENT = "G-CANNOT-CONSENT"
    SCHOOL_HEALTH = "G-EMI-EH"
    NECESSARY = "G-NECESSARY"
    HARM_TEST = "G-HARMTEST"
    CONCERN = "G-OROSANMALAN"
    REGISTRY = "G-REGISTRY"

    READ_LISTED = "R-LISTED"
    READ_ADMISSION = "R-ADMISSION"
    READ_CASE = "R-CASE"
    READ_NAMED_CONTACT = "R-NAMED-CONTACT"
    READ_PLAN = "R-PLAN"
    READ_COMPULSORY_PLAN = "R-COMPULSORY-PLAN"
    READ_APPOINTMENT = "R-APPOINTMENT"
    READ_REFERRAL = "R-REFERRAL"
    READ_SERVICE = "R-SERVICE"
    READ_INVESTIGATION = "R-INVESTIGATION"
    READ_ENROLLED = "R-ENROLLED"
    READ_SCHOOL = "R-SCHOOL"
    READ_STATED = "R-STATED"
    READ_CERTIFICATE = "R-CERTIFICATE"
    READ_SHARED = "R-SHARED"
    READ_SHARED_CHILD = "R-SHARED-CHILD"
    READ_INCAPACITY = "R-INCAPACITY"
    READ_EMERGENCY = "R-EMERGENCY"
    READ_LIFTED = "R-LIFTED"
    READ_BLOCKER = "R-BLOCKER"
    READ_EXISTENCE = "R-EXISTENCE"
    READ_SCHOOL_SUPPORT = "R-SCHOOL-SUPPORT"
    READ_OWN = "R-OWN"
    READ_GUARDIAN = "R-GUARDIAN"
    READ_MANDATE = "R-MANDATE"
    READ_LOG_REVIEW = "R-LOG-REVIEW"
    READ_LIST = "R-LIST"
    READ_TECHNICAL = "R-TECHNICAL"
    ACT = "R-ACT"


@dataclass(frozen=True, slots=True)
class MessageGround:
    """A ground for telling: the act, who may tell whom, and what must hold."""

    law: str
    between: str
    guard: str


@dataclass(frozen=True, slots=True)
class ReadingGround:
    """A ground for reading: the act, and the reason as the person may read it."""

    law: str
    why: str


_HEALTH_AND_SOCIAL = "myndigheter i hälso- och sjukvården och socialtjänsten"

MESSAGE_GROUNDS: dict[Ground, MessageGround] = {
    Ground.CONSENT: MessageGround(
        "OSL 10 kap. 1 § och 12 kap. 2 §",
        "alla till alla",
        "Personens samtycke gäller, för det här och till den här mottagaren.",
    ),
    Ground.DUTY_LUS: MessageGround(
        "OSL 10 kap. 28 §, LUS 2 kap. 1–4 §§; till privata OSL 25 kap. 11 § 6",
        "slutenvården till berörda enheter",
        "Bara namn, personnummer, folkbokföringsadress och beräknad utskrivning.",
    ),
    Ground.SHARED_RECORD: MessageGround(
        "OSL 25 kap. 11 § 3 och 26 kap. 9 d §, SVOD",
        "vårdgivare och omsorgsgivare emellan",
        "Reglerna för sammanhållen vård- och omsorgsdokumentation är uppfyllda.",
    ),
    Ground.SAME_REGION: MessageGround(
        "OSL 25 kap. 11 § 2",
        "regionens myndigheter för hälso- och sjukvård emellan",
        "Båda hör till samma region.",
    ),
    Ground.SAME_MUNICIPAL_HEALTH: MessageGround(
        "OSL 25 kap. 11 § 1",
        "kommunens myndigheter för hälso- och sjukvård emellan",
        "Båda hör till samma kommun.",
    ),
    Ground.MUNICIPAL_CARE: MessageGround(
        "OSL 26 kap. 9 c §",
        "kommunens omsorg om äldre och personer med funktionsnedsättning",
        "Båda hör till samma kommun.",
    ),
    Ground.MINOR: MessageGround(
        "OSL 25 kap. 12 § 1 och 26 kap. 9 § 1",
        _HEALTH_AND_SOCIAL,
        "Personen är under 18 år och det står varför uppgiften behövs.",
    ),
    Ground.ABUSE: MessageGround(
        "OSL 25 kap. 12 § 2 och 26 kap. 9 § 2",
        _HEALTH_AND_SOCIAL,
        "Personen har ett pågående missbruk och uppgiften behövs för vård eller stöd.",
    ),
    Ground.COMPULSORY_CARE: MessageGround(
        "OSL 25 kap. 12 § 3 och 26 kap. 9 § 3",
        _HEALTH_AND_SOCIAL,
        "Personen vårdas enligt LPT eller LRV.",
    ),
    Ground.UNBORN: MessageGround(
        "OSL 25 kap. 12 § andra stycket och 26 kap. 9 § andra stycket",
        _HEALTH_AND_SOCIAL,
        "Personen är gravid och barnet som väntas behöver skydd.",
    ),
    Ground.CANNOT_CONSENT: MessageGround(
        "OSL 25 kap. 13 §",
        "hälso- och sjukvården till hälso- och sjukvård eller socialtjänst",
        "Personen kan inte samtycka och behöver uppgiften för nödvändig vård"
        " eller omsorg.",
    ),
    Ground.SCHOOL_HEALTH: MessageGround(
        "OSL 25 kap. 13 a §",
        "skolhälsan till övrig elevhälsa i samma myndighet",
        "Eleven behöver uppgiften för att få nödvändigt stöd.",
    ),
    Ground.NECESSARY: MessageGround(
        "OSL 10 kap. 2 §",
        "en myndighet som annars inte kan göra sitt arbete",
        "Två personer har tillsammans prövat att det är nödvändigt.",
    ),
    Ground.HARM_TEST: MessageGround(
        "OSL 25 kap. 1 § och 26 kap. 1 §",
        "alla till alla",
        "En ansvarig har prövat och skrivit ner att ingen lider men.",
    ),
    Ground.CONCERN: MessageGround(
        "OSL 10 kap. 28 § och SoL 19 kap. 1 §",
        "all personal till socialnämnden",
        "Alltid tillåtet när ett barn kan fara illa. Inget samtycke behövs.",
    ),
    Ground.REGISTRY: MessageGround(
        "OSL 25 kap. 11 § 4 och PDL 7 kap. 2 §",
        "vårdgivare till kvalitetsregister",
        "Personen är informerad och har inte sagt nej.",
    ),
}

_CARE = "PDL 4 kap. 1 §"

READING_GROUNDS: dict[Ground, ReadingGround] = {
    Ground.READ_LISTED: ReadingGround(_CARE, "Personen är listad på enheten."),
    Ground.READ_ADMISSION: ReadingGround(
        _CARE, "Personen är eller har nyligen varit inskriven på avdelningen."
    ),
    Ground.READ_CASE: ReadingGround(
        "LUS 2 kap. 6 §", "Enheten planerar för personens utskrivning."
    ),
    Ground.READ_NAMED_CONTACT: ReadingGround(
        "LUS 2 kap. 5 §", "Personens fasta vårdkontakt arbetar på enheten."
    ),
    Ground.READ_PLAN: ReadingGround(
        "HSL 16 kap. 4 §, SoL 10 kap. 8 §", "Enheten deltar i personens plan."
    ),
    Ground.READ_COMPULSORY_PLAN: ReadingGround(
        "LPT 7 a §, LRV 12 a §, OSL 25 kap. 12 § 3 och 26 kap. 9 § 3",
        "Personen vårdas enligt LPT eller LRV, och enheten deltar i den samordnade"
        " vårdplanen. Den kräver inte samtycke.",
    ),
    Ground.READ_APPOINTMENT: ReadingGround(_CARE, "Personen har en tid på enheten."),
    Ground.READ_REFERRAL: ReadingGround(
        _CARE, "Enheten har fått en remiss för personen."
    ),
    Ground.READ_SERVICE: ReadingGround(
        "SoLPuL 10 §", "Personen får insatser från enheten."
    ),
    Ground.READ_INVESTIGATION: ReadingGround(
        "SoLPuL 10 §", "Enheten utreder vilka insatser personen behöver."
    ),
    Ground.READ_ENROLLED: ReadingGround(
        _CARE, "Personen är inskriven i hemsjukvården."
    ),
    Ground.READ_SCHOOL: ReadingGround(_CARE, "Personen är elev på skolan."),
    Ground.READ_STATED: ReadingGround(
        _CARE, "Personalen angav själv ett skäl. Skälet granskas i efterhand."
    ),
    Ground.READ_CERTIFICATE: ReadingGround(
        "SVOD 3 kap. 1 §, PDL 3 kap. 16 §", "Personalen skrev ett intyg åt personen."
    ),
    Ground.READ_SHARED: ReadingGround(
        "SVOD 3 kap. 1–2 §§", "Personen har samtyckt till att enheten läser."
    ),
    Ground.READ_SHARED_CHILD: ReadingGround(
        "SVOD 3 kap. 1–2 §§",
        "Uppgiften behövdes för ett barn som är för ungt för att själv samtycka.",
    ),
    Ground.READ_INCAPACITY: ReadingGround(
        "SVOD 3 kap. 3–4 §§",
        "Personen kunde inte själv ta ställning och behövde vård eller omsorg.",
    ),
    Ground.READ_EMERGENCY: ReadingGround(
        "SVOD 3 kap. 6 §",
        "Det var fara för liv eller hälsa och personen kunde inte tillfrågas.",
    ),
    Ground.READ_LIFTED: ReadingGround(
        "PDL 4 kap. 5 §",
        "Spärren bröts för att personen inte kunde tillfrågas och behövde vård.",
    ),
    Ground.READ_BLOCKER: ReadingGround(
        "PDL 4 kap. 5 §, SVOD 3 kap. 5 §",
        "Det var fara för liv eller hälsa. Enheten såg vem som har spärrat, inte vad"
        " som står.",
    ),
    Ground.READ_EXISTENCE: ReadingGround(
        "SVOD 2 kap. 4 §, PDL 4 kap. 4 §",
        "Enheten såg bara att det finns uppgifter, inte vad som står.",
    ),
    Ground.READ_SCHOOL_SUPPORT: ReadingGround(
        "OSL 25 kap. 13 a §", "Eleven behövde stöd och uppgiften var nödvändig."
    ),
    Ground.READ_OWN: ReadingGround(
        "PDL 5 kap. 5 §, SVOD 4 kap. 2 §", "Personen läste sina egna uppgifter."
    ),
    Ground.READ_GUARDIAN: ReadingGround(
        "OSL 12 kap. 3 §, FB 6 kap. 11 §", "Vårdnadshavaren läste om sitt barn."
    ),
    Ground.READ_MANDATE: ReadingGround(
        "OSL 12 kap. 2 §", "Personen har själv gett den närstående rätt att läsa."
    ),
    Ground.READ_LOG_REVIEW: ReadingGround(
        "PDL 4 kap. 3 §", "Enheten granskade vem som har läst."
    ),
    Ground.READ_LIST: ReadingGround(
        _CARE, "Personen stod med i en lista som enheten arbetar efter."
    ),
    Ground.READ_TECHNICAL: ReadingGround(
        "OSL 10 kap. 2 a §", "Systemet behandlade uppgiften. Ingen människa läste den."
    ),
    Ground.ACT: ReadingGround(
        "PDL 4 kap. 2 §", "Det hörde till arbetsuppgiften på enheten."
    ),
}


def why(ground: str, *, reason: str = "") -> str:
    """The ground of a log row as full Swedish sentences, for whom it concerns."""
    known = READING_GROUNDS.get(Ground(ground)) if ground in _VALUES else None
    sentence = known.why if known else "Skälet finns i enhetens egen dokumentation."
    stated = reason.strip().rstrip(".")
    return f"{sentence} Angivet skäl: {stated}." if stated else sentence


_VALUES = frozenset(ground.value for ground in Ground)
