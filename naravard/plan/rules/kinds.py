"""The words a plan is made of: kinds, principals, areas of life, grounds."""

from enum import StrEnum


class View(StrEnum):
    """The legal plans that the one plan can be read as."""

    SIP = "sip"
    PATIENTKONTRAKT = "patientkontrakt"
    SVOP = "svop"
    LSS10 = "lss10"
    LPT7A = "lpt7a"
    REHAB = "rehab"
    EGENVARD = "egenvard"


class Principal(StrEnum):
    """Who answers for something (huvudman), or that somebody else does."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    OTHER = "other"  # school, employment service, voluntary organisation
    SELF = "self"  # the person herself or those close to her


class LegalBasis(StrEnum):
    """What law something done rests on."""

    HSL = "hsl"
    SOL = "sol"
    LSS = "lss"
    LPT = "lpt"
    SCHOOL = "school"  # skollagen
    SELF_CARE = "self_care"  # lag (2022:1250) om egenvård
    VOLUNTARY = "voluntary"


class LifeArea(StrEnum):
    """Where in life a need is felt: ICF's nine areas, and two of our own."""

    LEARNING = "d1"
    TASKS = "d2"
    COMMUNICATION = "d3"
    MOVING = "d4"
    SELF_CARE = "d5"
    HOME = "d6"
    RELATIONS = "d7"
    SCHOOL_WORK_ECONOMY = "d8"
    COMMUNITY = "d9"
    SAFETY = "safety"
    SUPPORT_FROM_OTHERS = "support"


class Author(StrEnum):
    """Whose words a text is."""

    PERSON = "person"  # she wrote it herself
    TOLD = "told"  # her words, written down by somebody else
    PROXY = "proxy"  # a guardian or trustee speaks for her
    STAFF = "staff"


HER_OWN_WORDS = frozenset({Author.PERSON, Author.TOLD})


class PassageKind(StrEnum):
    """What a text in the plan is about; `OWN_WORDS` are hers alone."""

    WHAT_MATTERS = "what_matters"  # vad som är viktigt för mig
    STRENGTHS = "strengths"
    OWN_QUESTIONS = "own_questions"  # what she wants to talk about
    CHILDS_VIEW = "childs_view"  # barnets röst
    OWN_SUMMARY = "own_summary"  # her own summary of what was agreed
    CRISIS_SIGNS = "crisis_signs"
    CRISIS_HELPS = "crisis_helps"
    CRISIS_AVOID = "crisis_avoid"
    CRISIS_CALL = "crisis_call"
    AGREEMENT = "agreement"  # överenskommelsen i patientkontraktet
    OTHERS_MEASURES = "others_measures"  # what others than the principals do
    WHY_ONE_PRINCIPAL = "why_one_principal"
    WHY_NOT_TAKING_PART = "why_not_taking_part"
    ATTITUDE = "attitude"  # her attitude to the care (LPT 7 a §)
    EVALUATION = "evaluation"
    DISAGREES = "disagrees"  # PDL 3 kap. 8 §, SoL 14 kap. 6 §


OWN_WORDS = frozenset(
    {
        PassageKind.WHAT_MATTERS,
        PassageKind.OWN_QUESTIONS,
        PassageKind.CHILDS_VIEW,
        PassageKind.OWN_SUMMARY,
        PassageKind.CRISIS_SIGNS,
        PassageKind.CRISIS_HELPS,
        PassageKind.CRISIS_AVOID,
        PassageKind.CRISIS_CALL,
        PassageKind.DISAGREES,
    }
)
CRISIS_PLAN = (
    PassageKind.CRISIS_SIGNS,
    PassageKind.CRISIS_HELPS,
    PassageKind.CRISIS_AVOID,
    PassageKind.CRISIS_CALL,
)


class ActivityStatus(StrEnum):
    """How far something to be done has come; a pause is not a status (`absences`)."""

    PROPOSED = "proposed"
    ASKED = "asked"
    ACCEPTED = "accepted"
    ONGOING = "ongoing"
    DONE = "done"
    DECLINED = "declined"
    STOPPED = "stopped"


LIVING = frozenset(
    {
        ActivityStatus.PROPOSED,
        ActivityStatus.ASKED,
        ActivityStatus.ACCEPTED,
        ActivityStatus.ONGOING,
    }
)


class ActivityKind(StrEnum):
    """What sort of thing is done."""

    SERVICE = "service"  # a decided service (insats)
    TREATMENT = "treatment"
    REHABILITATION = "rehabilitation"
    AID = "aid"  # hjälpmedel
    FOLLOW_UP = "follow_up"
    CONTACT = "contact"
    OWN = "own"  # what the person does herself
    OTHER = "other"


class ResponsibleKind(StrEnum):
    """Who is responsible: exactly one of these for each thing done."""

    UNIT = "unit"
    PERSON = "person"  # herself
    RELATED = "related"
    OUTSIDE = "outside"  # somebody who is not in Nära


class TeamRole(StrEnum):
    """A part in the team around a person."""

    NAMED_CONTACT = "named_contact"  # fast vårdkontakt
    NAMED_PHYSICIAN = "named_physician"  # fast läkarkontakt
    NAMED_CARE_WORKER = "named_care_worker"  # fast omsorgskontakt
    SIP_COORDINATOR = "sip_coordinator"
    RESPONSIBLE_NURSE = "responsible_nurse"  # patient- eller omvårdnadsansvarig
    NURSE = "nurse"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    PHYSIOTHERAPIST = "physiotherapist"
    CARE_PLANNER = "care_planner"  # biståndshandläggare
    SCHOOL_HEALTH = "school_health"
    TEACHER = "teacher"
    COUNSELLOR = "counsellor"
    CHIEF_PHYSICIAN = "chief_physician"  # chefsöverläkare
    RELATED = "related"
    OTHER = "other"


class Mode(StrEnum):
    """How people meet."""

    VIDEO = "video"
    PHONE = "phone"
    HOME = "home"
    SCHOOL = "school"
    VISIT = "visit"
    OTHER = "other"


class TimeStatus(StrEnum):
    """What has become of an agreed time."""

    WISHED = "wished"  # another time is asked for
    AGREED = "agreed"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    KEPT = "kept"


class SafetyStep(StrEnum):
    """The steps of a safety plan, in the order they are tried."""

    WARNING_SIGN = "warning_sign"
    OWN_WAY = "own_way"
    COMPANY = "company"
    CLOSE_PERSON = "close_person"
    PROFESSIONAL = "professional"
    SAFE_HOME = "safe_home"
    REASON_TO_LIVE = "reason_to_live"


class PalliativePhase(StrEnum):
    """Where in palliative care somebody is."""

    EARLY = "early"
    LATE = "late"
    END_OF_LIFE = "end_of_life"


class ReviewOf(StrEnum):
    """What is looked at again on a review day."""

    PLAN = "plan"
    SELF_CARE = "self_care"
    TREATMENT_LIMIT = "treatment_limit"
    LSS = "lss"
    COURT_PERIOD = "court_period"  # LPT, LRV
