"""Kinds of organisation and unit, and the roles people have in them (pure)."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """Who is principal (huvudman), or a private provider working for one."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    PRIVATE = "private"


class CareUnitKind(StrEnum):
    """What a unit does; the first four take part in coordinated discharge."""

    INPATIENT = "inpatient"
    OPEN_CARE = "open_care"
    MUNICIPAL_HEALTH_CARE = "municipal_health_care"
    SOCIAL_SERVICES = "social_services"
    MOBILE_TEAM = "mobile_team"
    SHORT_STAY = "short_stay"
    SCHOOL_HEALTH = "school_health"
    PUPIL_WELFARE = "pupil_welfare"
    CHILD_AND_FAMILY = "child_and_family"
    OTHER = "other"


class Role(StrEnum):
    """What a professional does under one assignment (medarbetaruppdrag)."""

    PHYSICIAN = "physician"
    WARD_NURSE = "ward_nurse"
    DISTRICT_NURSE = "district_nurse"
    HEAD_OF_UNIT = "head_of_unit"
    CARE_PLANNER = "care_planner"
    COORDINATOR = "coordinator"
    MUNICIPAL_NURSE = "municipal_nurse"
    THERAPIST = "therapist"
    HOME_CARE = "home_care"
    SOCIAL_WORKER = "social_worker"
    SCHOOL_NURSE = "school_nurse"
    PUPIL_WELFARE = "pupil_welfare"
    LOG_REVIEWER = "log_reviewer"
    DECISION_MAKER = "decision_maker"
    SYSTEM = "system"


class Protection(StrEnum):
    """Protected identity (skyddade personuppgifter)."""

    NONE = "none"
    CONFIDENTIALITY_MARK = "confidentiality_mark"  # sekretessmarkering
    PROTECTED_REGISTRATION = "protected_registration"  # skyddad folkbokföring


class RelatedKind(StrEnum):
    """How somebody stands to a person."""

    GUARDIAN = "guardian"
    RELATIVE = "relative"
    TRUSTEE = "trustee"
