"""Kinds of data, why it is read, and how much of it may be shown."""

from enum import StrEnum


class Category(StrEnum):
    """What kind of data a record holds; each has its own border of secrecy."""

    PERSON_CARD = "person_card"  # who somebody is and how to reach her
    REGION_RECORD = "region_record"  # regionens journal
    MUNICIPAL_HEALTH_RECORD = "municipal_health_record"  # kommunal HSV-journal
    SOCIAL_RECORD = "social_record"  # hemtjänst, särskilt boende, LSS
    PLAN = "plan"  # SIP, patientkontrakt
    DISCHARGE_CASE = "discharge_case"  # the case and its messages
    VISIT = "visit"  # visits at home by a mobile team, and what they found
    CHILD_AND_FAMILY_RECORD = "child_and_family_record"  # IFO, child protection
    SCHOOL_HEALTH_RECORD = "school_health_record"  # EMI-journal
    SENSOR = "sensor"  # digital tillsyn
    ACCESS_LOG = "access_log"  # who has read


# Documentation that one provider keeps and answers for.
PROVIDER_RECORDS = frozenset(
    {
        Category.REGION_RECORD,
        Category.MUNICIPAL_HEALTH_RECORD,
        Category.SOCIAL_RECORD,
        Category.CHILD_AND_FAMILY_RECORD,
        Category.SCHOOL_HEALTH_RECORD,
        Category.SENSOR,
    }
)

CATEGORY_IN_SWEDISH = {
    Category.PERSON_CARD: "personuppgifter",
    Category.REGION_RECORD: "regionens journal",
    Category.MUNICIPAL_HEALTH_RECORD: "kommunens sjukvårdsjournal",
    Category.SOCIAL_RECORD: "omsorgens dokumentation",
    Category.PLAN: "planen",
    Category.DISCHARGE_CASE: "utskrivningsärendet",
    Category.VISIT: "besök av mobila team",
    Category.CHILD_AND_FAMILY_RECORD: "individ- och familjeomsorgens akt",
    Category.SCHOOL_HEALTH_RECORD: "skolhälsans journal",
    Category.SENSOR: "uppgifter från sensor eller kamera",
    Category.ACCESS_LOG: "listan över vem som har läst",
}


class Purpose(StrEnum):
    """Why the data is needed."""

    CARE = "care"  # förebygga, utreda eller behandla
    SERVICES = "services"  # insatser till äldre och personer med funktionsnedsättning
    SICK_LEAVE = "sick_leave"  # samordning vid sjukskrivning
    CERTIFICATE = "certificate"  # intyg; PDL 3 kap. 16 §
    PUPIL_SUPPORT = "pupil_support"
    CHILD_AND_FAMILY = "child_and_family"
    INSIGHT = "insight"  # one's own data
    LOG_REVIEW = "log_review"
    FOLLOW_UP = "follow_up"  # quality and follow-up
    TECHNICAL = "technical"  # processing and storage only


class Depth(StrEnum):
    """How far somebody wants to look; each step is an active choice."""

    EXISTENCE = "existence"  # that there is something
    CONTENT = "content"


class Extent(StrEnum):
    """How much an opened record shows."""

    ALL = "all"
    EXISTENCE = "existence"
    OWNERS = "owners"  # who holds data, not what it says
    OWN_PARTS = "own_parts"  # one's own actions and what has been shared
    SHARED_PARTS = "shared_parts"  # what the person has chosen to share
    SUMMARY = "summary"


class GlassStep(StrEnum):
    """The steps of opening in an emergency (nödöppning); none is taken for you."""

    SEE_WHO = "see_who"
    OPEN = "open"
    ASK_TO_LIFT = "ask_to_lift"


class SearchTerm(StrEnum):
    """What somebody searches persons by (PDL 2 kap. 8 §)."""

    IDENTITY_NUMBER = "identity_number"
    NAME = "name"
    HEALTH = "health"
    COMPULSORY_CARE = "compulsory_care"  # status under LPT or LRV
    SOCIAL_ASSISTANCE = "social_assistance"  # that somebody has had bistånd
    SENSITIVE = "sensitive"  # origin, faith, opinion, sexual life and the like
    OFFENCE = "offence"
    FREE_TEXT = "free_text"
