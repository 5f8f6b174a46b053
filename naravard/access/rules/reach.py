"""What each area of secrecy and each role can ever need, as two tables (A03)."""

from naravard.access.rules.actors import SHARING_DOMAINS, Domain
from naravard.access.rules.data import Category
from naravard.access.rules.question import Question
from naravard.people.roles import Role

_CARD = Category.PERSON_CARD
_REGION = Category.REGION_RECORD
_MUNICIPAL = Category.MUNICIPAL_HEALTH_RECORD
_SOCIAL = Category.SOCIAL_RECORD
_PLAN = Category.PLAN
_CASE = Category.DISCHARGE_CASE
_VISIT = Category.VISIT
_FAMILY = Category.CHILD_AND_FAMILY_RECORD
_SCHOOL = Category.SCHOOL_HEALTH_RECORD
_SENSOR = Category.SENSOR
_LOG = Category.ACCESS_LOG

REACH_OF_DOMAIN: dict[Domain, frozenset[Category]] = {
    Domain.REGION_HEALTH: frozenset(
        {_CARD, _REGION, _MUNICIPAL, _SOCIAL, _PLAN, _CASE, _VISIT, _SCHOOL, _LOG}
    ),
    Domain.MUNICIPAL_HEALTH: frozenset(
        {
            _CARD,
            _REGION,
            _MUNICIPAL,
            _SOCIAL,
            _PLAN,
            _CASE,
            _VISIT,
            _SCHOOL,
            _SENSOR,
            _LOG,
        }
    ),
    Domain.ELDERLY_AND_DISABILITY: frozenset(
        {_CARD, _REGION, _MUNICIPAL, _SOCIAL, _PLAN, _CASE, _LOG}
    ),
    Domain.CHILD_AND_FAMILY: frozenset({_CARD, _PLAN, _CASE, _FAMILY, _LOG}),
    Domain.SCHOOL_HEALTH: frozenset({_CARD, _REGION, _MUNICIPAL, _PLAN, _SCHOOL, _LOG}),
    Domain.PUPIL_WELFARE: frozenset({_CARD, _PLAN, _SCHOOL, _LOG}),
    Domain.OUTSIDE: frozenset({_LOG}),
}

_CLINICAL = frozenset(
    {_CARD, _REGION, _MUNICIPAL, _SOCIAL, _PLAN, _CASE, _VISIT, _SCHOOL, _SENSOR}
)
_SOCIAL_WORK = frozenset({_CARD, _REGION, _MUNICIPAL, _SOCIAL, _PLAN, _CASE, _FAMILY})
_COORDINATION = frozenset({_CARD, _PLAN, _CASE, _VISIT})

REACH_OF_ROLE: dict[Role, frozenset[Category]] = {
    Role.PHYSICIAN: _CLINICAL,
    Role.WARD_NURSE: _CLINICAL,
    Role.DISTRICT_NURSE: _CLINICAL,
    Role.MUNICIPAL_NURSE: _CLINICAL,
    Role.THERAPIST: _CLINICAL,
    Role.SCHOOL_NURSE: _CLINICAL,
    Role.CARE_PLANNER: _SOCIAL_WORK,
    Role.SOCIAL_WORKER: _SOCIAL_WORK,
    Role.HOME_CARE: frozenset({_CARD, _REGION, _MUNICIPAL, _SOCIAL, _PLAN, _CASE}),
    Role.COORDINATOR: _COORDINATION,
    Role.HEAD_OF_UNIT: _COORDINATION | {_LOG},
    Role.PUPIL_WELFARE: frozenset({_CARD, _PLAN, _SCHOOL}),
    Role.LOG_REVIEWER: frozenset({_LOG}),
    Role.DECISION_MAKER: frozenset(),
    Role.SYSTEM: frozenset(),
}

# Roles that see only what they do themselves and what has been shared, in the plan.
OWN_PARTS_OF_PLAN = frozenset({Role.HOME_CARE, Role.PUPIL_WELFARE})

# Data no other area of secrecy ever reads directly; it travels as a message.
_OUTSIDE_SHARING = frozenset({Domain.CHILD_AND_FAMILY, Domain.PUPIL_WELFARE})
_HEALTH_AND_CARE_RECORDS = frozenset({_REGION, _MUNICIPAL, _SOCIAL, _SCHOOL, _SENSOR})


def within_reach(question: Question) -> bool:
    """Whether both the unit's area and the role can need this kind of data."""
    role = question.actor.role
    return (
        role is not None
        and question.category in REACH_OF_DOMAIN[question.domain]
        and question.category in REACH_OF_ROLE[role]
    )


def beyond_shared_records(question: Question) -> bool:
    """Whether the question crosses a border that shared records never cross.

    SVOD 1 kap. 1 §: only health care and services to elderly and disabled persons.
    """
    if question.category is _FAMILY:
        return question.domain is not Domain.CHILD_AND_FAMILY
    return (
        question.domain in _OUTSIDE_SHARING
        and question.category in _HEALTH_AND_CARE_RECORDS
    )


def outside_all_sharing(domain: Domain) -> bool:
    """Whether the area never takes part in shared records."""
    return domain not in SHARING_DOMAINS
