"""The legal grounds a message may rest on, and how much each one opens (pure).

Secrecy is the rule (OSL 25:1 and 26:1); every row here is an exception to it, with the
parties it holds between and the classes of information it lets through. What a table
cannot know, such as whether a consent still holds, the caller answers for by naming
the ground.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from naravard.people.roles import CareUnitKind, OrganisationKind


class Content(StrEnum):
    """Classes of information; a ground opens some of them and no others."""

    NOTICE = "notice"  # the five facts of LUS 2:2
    PROCESS = "process"  # times, contacts and steps of the coordination
    SUPPORT = "support"  # needs of support, daily living, home
    CARE = "care"  # health, care and treatment
    FREE_TEXT = "free_text"  # may hold anything, so it asks for the widest ground


class Ground(StrEnum):
    """Why a message may be sent although secrecy is the rule."""

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
    OWN = "G-OWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One unit as a sender or recipient, and whose it is."""

    unit_id: UUID
    name: str
    kind: CareUnitKind
    organisation_id: UUID
    organisation_kind: OrganisationKind
    delivery_url: str = ""
    closed_after: date | None = None
    succeeded_by: str = ""


Kinds = frozenset[CareUnitKind]
HEALTH_CARE: Kinds = frozenset(
    {
        CareUnitKind.INPATIENT,
        CareUnitKind.OPEN_CARE,
        CareUnitKind.MUNICIPAL_HEALTH_CARE,
        CareUnitKind.MOBILE_TEAM,
        CareUnitKind.SCHOOL_HEALTH,
    }
)
CARE_SERVICES: Kinds = frozenset(
    {CareUnitKind.SOCIAL_SERVICES, CareUnitKind.SHORT_STAY}
)
SOCIAL_SERVICES: Kinds = CARE_SERVICES | {CareUnitKind.CHILD_AND_FAMILY}
# LUS 1:1: units that may have to give services after the stay (berörda enheter).
CONCERNED: Kinds = SOCIAL_SERVICES | {
    CareUnitKind.OPEN_CARE,
    CareUnitKind.MUNICIPAL_HEALTH_CARE,
    CareUnitKind.MOBILE_TEAM,
}
EVERY_KIND: Kinds = frozenset(CareUnitKind)
PUBLIC = frozenset({OrganisationKind.REGION, OrganisationKind.MUNICIPALITY})

Between = Callable[[Party, Party], bool]


def _anyone(_sender: Party, _recipient: Party) -> bool:
    return True


def _nobody(_sender: Party, _recipient: Party) -> bool:
    return False


def _hospital_to_concerned(sender: Party, recipient: Party) -> bool:
    return sender.kind is CareUnitKind.INPATIENT and recipient.kind in CONCERNED


def _within_shared_record(sender: Party, recipient: Party) -> bool:
    return {sender.kind, recipient.kind} <= HEALTH_CARE | CARE_SERVICES


def _health_care_of_one_region(sender: Party, recipient: Party) -> bool:
    return _same(sender, recipient, OrganisationKind.REGION, HEALTH_CARE)


def _health_care_of_one_municipality(sender: Party, recipient: Party) -> bool:
    return _same(sender, recipient, OrganisationKind.MUNICIPALITY, HEALTH_CARE)


def _care_services_of_one_municipality(sender: Party, recipient: Party) -> bool:
    return _same(sender, recipient, OrganisationKind.MUNICIPALITY, CARE_SERVICES)


def _same(
    sender: Party, recipient: Party, principal: OrganisationKind, kinds: Kinds
) -> bool:
    return (
        sender.organisation_id == recipient.organisation_id
        and sender.organisation_kind is principal
        and {sender.kind, recipient.kind} <= kinds
    )


def _health_and_social_authorities(sender: Party, recipient: Party) -> bool:
    return {sender.organisation_kind, recipient.organisation_kind} <= PUBLIC and {
        sender.kind,
        recipient.kind,
    } <= HEALTH_CARE | SOCIAL_SERVICES


def _from_health_care(sender: Party, recipient: Party) -> bool:
    return sender.kind in HEALTH_CARE and recipient.kind in (
        HEALTH_CARE | SOCIAL_SERVICES
    )


def _school_health_to_pupil_welfare(sender: Party, recipient: Party) -> bool:
    return (
        sender.kind is CareUnitKind.SCHOOL_HEALTH
        and recipient.kind is CareUnitKind.PUPIL_WELFARE
        and sender.organisation_id == recipient.organisation_id
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRule:
    """One ground: its law, what it opens and between whom."""

    title: str
    law: str
    says: str
    opens: frozenset[Content]
    between: Between


NOTICE_ONLY = frozenset({Content.NOTICE})
RICH = frozenset({Content.PROCESS, Content.SUPPORT, Content.CARE, Content.FREE_TEXT})
NOTHING: frozenset[Content] = frozenset()

GROUNDS: dict[Ground, GroundRule] = {
    Ground.CONSENT: GroundRule(
        title="Samtycke",
        law="OSL 10 kap. 1 § och 12 kap. 2 §",
        says="Personen har sagt ja till att just den här mottagaren får veta.",
        opens=RICH,
        between=_anyone,
    ),
    Ground.DUTY_LUS: GroundRule(
        title="Uppgiftsskyldighet",
        law="OSL 10 kap. 28 § och LUS 2 kap. (25 kap. 11 § 6 OSL till enskild)",
        says="Lagen kräver meddelandet, men bara med fem uppgifter.",
        opens=NOTICE_ONLY,
        between=_hospital_to_concerned,
    ),
    Ground.SHARED_RECORD: GroundRule(
        title="Sammanhållen vård- och omsorgsdokumentation",
        law="OSL 25 kap. 11 § 3 och 26 kap. 9 d §",
        says="Vård och omsorg om äldre och personer med funktionsnedsättning.",
        opens=RICH,
        between=_within_shared_record,
    ),
    Ground.SAME_REGION: GroundRule(
        title="Samma regions hälso- och sjukvård",
        law="OSL 25 kap. 11 § 1–2",
        says="Båda enheterna är samma regions egen hälso- och sjukvård.",
        opens=RICH,
        between=_health_care_of_one_region,
    ),
    Ground.SAME_MUNICIPAL_HEALTH: GroundRule(
        title="Samma kommuns hälso- och sjukvård",
        law="OSL 25 kap. 11 § 1–2",
        says="Båda enheterna är samma kommuns egen hälso- och sjukvård.",
        opens=RICH,
        between=_health_care_of_one_municipality,
    ),
    Ground.MUNICIPAL_CARE: GroundRule(
        title="Samma kommuns omsorg",
        law="OSL 26 kap. 9 c §",
        says="Båda enheterna är samma kommuns äldre- och funktionshinderomsorg.",
        opens=RICH,
        between=_care_services_of_one_municipality,
    ),
    Ground.MINOR: GroundRule(
        title="Barn under 18 år",
        law="OSL 25 kap. 12 § 1 och 26 kap. 9 § 1",
        says="Uppgiften behövs för nödvändig vård eller nödvändigt stöd till barnet.",
        opens=RICH,
        between=_health_and_social_authorities,
    ),
    Ground.ABUSE: GroundRule(
        title="Fortgående missbruk",
        law="OSL 25 kap. 12 § 2 och 26 kap. 9 § 2",
        says="Uppgiften behövs för nödvändig vård eller nödvändigt stöd vid missbruk.",
        opens=RICH,
        between=_health_and_social_authorities,
    ),
    Ground.COMPULSORY_CARE: GroundRule(
        title="Vård enligt LPT eller LRV",
        law="OSL 25 kap. 12 § 3 och 26 kap. 9 § 3",
        says="Personen vårdas enligt tvångslag och uppgiften är nödvändig.",
        opens=RICH,
        between=_health_and_social_authorities,
    ),
    Ground.UNBORN: GroundRule(
        title="Skydd för det väntade barnet",
        law="OSL 25 kap. 12 § andra stycket och 26 kap. 9 § andra stycket",
        says="Personen är gravid och barnet behöver skydd.",
        opens=RICH,
        between=_health_and_social_authorities,
    ),
    Ground.CANNOT_CONSENT: GroundRule(
        title="Kan inte samtycka",
        law="OSL 25 kap. 13 §",
        says="Hälso- och sjukvården lämnar det som behövs för nödvändig vård och "
        "omsorg när personen inte kan svara. Socialtjänsten har ingen sådan regel.",
        opens=RICH,
        between=_from_health_care,
    ),
    Ground.SCHOOL_HEALTH: GroundRule(
        title="Från skolans medicinska insats till övrig elevhälsa",
        law="OSL 25 kap. 13 a §",
        says="Eleven behöver nödvändigt stöd, och det är samma myndighet.",
        opens=frozenset({Content.PROCESS, Content.SUPPORT}),
        between=_school_health_to_pupil_welfare,
    ),
    Ground.NECESSARY: GroundRule(
        title="Nödvändigt för den egna verksamheten",
        law="OSL 10 kap. 2 §",
        says="Tolkas snävt. Inget meddelande i katalogen får vila på den.",
        opens=frozenset({Content.PROCESS}),
        between=_anyone,
    ),
    Ground.HARM_TEST: GroundRule(
        title="Menprövning",
        law="OSL 25 kap. 1 § och 26 kap. 1 §",
        says="Någon ansvarig har prövat att det står klart att ingen lider men.",
        opens=RICH,
        between=_anyone,
    ),
    Ground.CONCERN: GroundRule(
        title="Orosanmälan",
        law="OSL 10 kap. 28 § och SoL 19 kap. 1 §",
        says="Görs till socialnämnden på annan väg än meddelandena här.",
        opens=NOTHING,
        between=_nobody,
    ),
    Ground.REGISTRY: GroundRule(
        title="Kvalitetsregister",
        law="OSL 25 kap. 11 § 4 och PDL 7 kap. 2 §",
        says="Går till register, aldrig som meddelande mellan enheter.",
        opens=NOTHING,
        between=_nobody,
    ),
    Ground.OWN: GroundRule(
        title="Personens egna uppgifter",
        law="OSL 12 kap. 1 §",
        says="Den som uppgiften handlar om får den själv.",
        opens=RICH,
        between=_nobody,
    ),
}
