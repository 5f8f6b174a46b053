"""What must be known to decide: about the person, the record and the situation."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from naravard.access.rules.actors import Actor, Domain, domain_of
from naravard.access.rules.data import Category, Depth, GlassStep, Purpose
from naravard.access.rules.relations import RelationFacts
from naravard.people.roles import OrganisationKind, Protection, RelatedKind

# 1177's practice: guardians read until the day the child turns 13, and the child
# reads herself from the day she turns 16; between them nobody reads online.
GUARDIAN_READS_BEFORE = 13
CHILD_READS_FROM = 16
# A child who cannot herself consent (SVOD 3 kap. 1–2 §§). The act says maturity, not
# age; 13 is our reading, to be tried by a lawyer.
CHILD_CONSENTS_FROM = 13


class ConsentScope(StrEnum):
    """What a consent is about; nothing else can be consented to (SVOD 3 kap. 7 §)."""

    SHARED_READ = "shared_read"  # läsa i sammanhållen dokumentation
    SIP = "sip"
    DISCHARGE_PLANNING = "discharge_planning"
    MESSAGE = "message"
    LIFT_BLOCK = "lift_block"
    SENSOR = "sensor"


class ConsentHow(StrEnum):
    """How a person said yes or no."""

    SPOKEN = "spoken"
    BY_PHONE = "by_phone"
    WRITTEN = "written"
    IN_REFERRAL = "in_referral"
    ONLINE = "online"


class BlockKind(StrEnum):
    """Which others may not read: own provider's units, or other providers."""

    INNER = "inner"
    OUTER = "outer"


# How long a consent lasts when nothing else is said. Our choice, not the law's. A yes
# to the plan lasts until it is taken back: a plan that shut itself after a year would
# leave the person without one, and nobody with a task to ask her again.
CONSENT_DAYS = {
    ConsentScope.SHARED_READ: 365,
    ConsentScope.DISCHARGE_PLANNING: 90,
    ConsentScope.MESSAGE: 30,
    ConsentScope.LIFT_BLOCK: 30,
    ConsentScope.SENSOR: 365,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFacts:
    """One yes or no that concerns the asking unit."""

    scope: ConsentScope
    given: bool
    at: datetime
    valid_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockFacts:
    """One block in force: what this unit or this provider wrote is closed."""

    kind: BlockKind
    organisation_id: UUID
    unit_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedFacts:
    """How the asking relative stands to the person today."""

    kind: RelatedKind
    may_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFacts:
    """The person asked about, seen from the asking unit or relative."""

    person_id: UUID
    birth_date: date | None = None
    deceased: bool = False
    protection: Protection = Protection.NONE
    lacks_capacity: bool = False  # and not only for the moment
    relations: tuple[RelationFacts, ...] = ()
    consents: tuple[ConsentFacts, ...] = ()
    blocks: tuple[BlockFacts, ...] = ()
    related: tuple[RelatedFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFacts:
    """The data asked for and who keeps it; an unknown keeper counts as another."""

    category: Category
    owner_domain: Domain
    owner_organisation_id: UUID | None = None
    owner_unit_id: UUID | None = None
    made_available: bool = True  # informed of, not opposed (SVOD 2 kap. 2–3 §§)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the asking person states and has chosen, step by step."""

    purpose: Purpose = Purpose.CARE
    reason: str = ""
    depth: Depth = Depth.CONTENT
    active_choice: bool = False
    emergency: bool = False  # danger to life or health, and she cannot be asked
    glass: GlassStep | None = None
    attitude_clarified: bool = False  # as far as possible, and nothing speaks against
    strongly_signed_in: bool = True


OWNER_OF_CATEGORY = {
    Category.PERSON_CARD: Domain.OUTSIDE,
    Category.REGION_RECORD: Domain.REGION_HEALTH,
    Category.MUNICIPAL_HEALTH_RECORD: Domain.MUNICIPAL_HEALTH,
    Category.SOCIAL_RECORD: Domain.ELDERLY_AND_DISABILITY,
    Category.PLAN: Domain.OUTSIDE,
    Category.DISCHARGE_CASE: Domain.REGION_HEALTH,  # the hospital opened it
    Category.VISIT: Domain.REGION_HEALTH,  # the team writes; others take part
    Category.CHILD_AND_FAMILY_RECORD: Domain.CHILD_AND_FAMILY,
    Category.SCHOOL_HEALTH_RECORD: Domain.SCHOOL_HEALTH,
    Category.SENSOR: Domain.ELDERLY_AND_DISABILITY,
    Category.ACCESS_LOG: Domain.OUTSIDE,
}

PURPOSE_OF_DOMAIN = {
    Domain.REGION_HEALTH: Purpose.CARE,
    Domain.MUNICIPAL_HEALTH: Purpose.CARE,
    Domain.ELDERLY_AND_DISABILITY: Purpose.SERVICES,
    Domain.CHILD_AND_FAMILY: Purpose.CHILD_AND_FAMILY,
    Domain.SCHOOL_HEALTH: Purpose.CARE,
    Domain.PUPIL_WELFARE: Purpose.PUPIL_SUPPORT,
    Domain.OUTSIDE: Purpose.FOLLOW_UP,
}


def usual_record(category: Category, actor: Actor) -> RecordFacts:
    """The record a unit means when it names none: its own, if it keeps such data.

    The discharge case is the region's: a private unit must be party to it.
    """
    owner = OWNER_OF_CATEGORY[category]
    own = owner is domain_of(actor.unit_kind, actor.organisation_kind)
    if category is Category.DISCHARGE_CASE:
        own = own and actor.organisation_kind is OrganisationKind.REGION
    return RecordFacts(
        category=category,
        owner_domain=owner,
        owner_organisation_id=actor.organisation_id if own else None,
    )


def usual_purpose(actor: Actor) -> Purpose:
    """The purpose that goes with the actor's unit."""
    return PURPOSE_OF_DOMAIN[domain_of(actor.unit_kind, actor.organisation_kind)]


def age_on(birth_date: date | None, day: date) -> int | None:
    """Whole years on a Swedish day; one born on 29 February turns older on 1 March."""
    if birth_date is None:
        return None
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (0 if had_birthday else 1)


def consent_to(
    scope: ConsentScope, consents: tuple[ConsentFacts, ...], now: datetime
) -> bool | None:
    """The latest word in force on the matter: yes, no, or nothing said."""
    in_force = [
        consent
        for consent in consents
        if consent.scope is scope
        and consent.at <= now
        and (consent.valid_to is None or now < consent.valid_to)
    ]
    # Said at the same moment, a no weighs more than a yes.
    latest = max(
        in_force, key=lambda consent: (consent.at, not consent.given), default=None
    )
    return latest.given if latest else None


def consent_lasts_until(scope: ConsentScope, at: datetime) -> datetime | None:
    """When a consent ends by itself, if nothing else was said; None for never."""
    days = CONSENT_DAYS.get(scope)
    return None if days is None else at + timedelta(days=days)
