"""People of the tests who ask, and the person they ask about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from naravard.access.rules import (
    Actor,
    ActorKind,
    BlockFacts,
    BlockKind,
    Category,
    Circumstances,
    ConsentFacts,
    ConsentScope,
    Decision,
    Domain,
    RecordFacts,
    RelatedFacts,
    RelationFacts,
    RelationKind,
    SubjectFacts,
    decide,
    usual_purpose,
    usual_record,
)
from naravard.people.roles import (
    CareUnitKind,
    OrganisationKind,
    RelatedKind,
    Role,
)

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
YESTERDAY = MONDAY - timedelta(days=1)

KARIN = UUID(int=1)
HER_DAUGHTER = UUID(int=2)
REGION = UUID(int=10)
SALA = UUID(int=11)
PRIVATE = UUID(int=12)
OTHER_MUNICIPALITY = UUID(int=13)
MEDICINE = UUID(int=20)
SURGERY = UUID(int=21)
HOME_NURSING = UUID(int=22)
HOME_HELP = UUID(int=23)

BORN_1943 = date(1943, 2, 14)


def staff(
    role: Role,
    unit_kind: CareUnitKind,
    organisation_kind: OrganisationKind,
    *,
    organisation_id: UUID = REGION,
    unit_id: UUID = MEDICINE,
) -> Actor:
    return Actor(
        kind=ActorKind.STAFF,
        name="Ali Rahimi",
        professional_id=UUID(int=30),
        assignment_id=UUID(int=31),
        unit_id=unit_id,
        unit_kind=unit_kind,
        organisation_id=organisation_id,
        organisation_kind=organisation_kind,
        role=role,
    )


WARD_NURSE = staff(Role.WARD_NURSE, CareUnitKind.INPATIENT, OrganisationKind.REGION)
PHYSICIAN = staff(Role.PHYSICIAN, CareUnitKind.INPATIENT, OrganisationKind.REGION)
PRIVATE_NURSE = staff(
    Role.DISTRICT_NURSE,
    CareUnitKind.OPEN_CARE,
    OrganisationKind.PRIVATE,
    organisation_id=PRIVATE,
)
MUNICIPAL_NURSE = staff(
    Role.MUNICIPAL_NURSE,
    CareUnitKind.MUNICIPAL_HEALTH_CARE,
    OrganisationKind.MUNICIPALITY,
    organisation_id=SALA,
    unit_id=HOME_NURSING,
)
CARE_PLANNER = staff(
    Role.CARE_PLANNER,
    CareUnitKind.SOCIAL_SERVICES,
    OrganisationKind.MUNICIPALITY,
    organisation_id=SALA,
    unit_id=HOME_HELP,
)
HOME_CARE = replace(CARE_PLANNER, role=Role.HOME_CARE)
FAMILY_WORKER = staff(
    Role.SOCIAL_WORKER,
    CareUnitKind.CHILD_AND_FAMILY,
    OrganisationKind.MUNICIPALITY,
    organisation_id=SALA,
)
SCHOOL_NURSE = staff(
    Role.SCHOOL_NURSE,
    CareUnitKind.SCHOOL_HEALTH,
    OrganisationKind.MUNICIPALITY,
    organisation_id=SALA,
)
SCHOOL_COUNSELLOR = staff(
    Role.PUPIL_WELFARE,
    CareUnitKind.PUPIL_WELFARE,
    OrganisationKind.MUNICIPALITY,
    organisation_id=SALA,
)
HEAD_OF_UNIT = replace(WARD_NURSE, role=Role.HEAD_OF_UNIT)
LOG_REVIEWER = replace(WARD_NURSE, role=Role.LOG_REVIEWER, unit_kind=CareUnitKind.OTHER)
DECISION_MAKER = replace(WARD_NURSE, role=Role.DECISION_MAKER)
KARIN_HERSELF = Actor(kind=ActorKind.PERSON, name="Karin Holm", person_id=KARIN)
DAUGHTER = Actor(
    kind=ActorKind.RELATIVE,
    name="Eva Holm",
    person_id=HER_DAUGHTER,
    on_behalf_of=KARIN,
)
SYSTEM = Actor(kind=ActorKind.SYSTEM, name="Nära")

KARIN_UNRELATED = SubjectFacts(person_id=KARIN, birth_date=BORN_1943)


def relation(
    kind: RelationKind = RelationKind.CASE, *, ends_at: datetime | None = None
) -> RelationFacts:
    return RelationFacts(
        kind=kind, starts_at=MONDAY - timedelta(days=30), ends_at=ends_at
    )


KARIN_IN_CARE = replace(
    KARIN_UNRELATED, relations=(relation(RelationKind.APPOINTMENT),)
)
KARIN_IN_A_CASE = replace(KARIN_UNRELATED, relations=(relation(),))
KARIN_WITHOUT_CAPACITY = replace(KARIN_IN_CARE, lacks_capacity=True)


def said(scope: ConsentScope, *, given: bool = True) -> tuple[ConsentFacts, ...]:
    return (ConsentFacts(scope=scope, given=given, at=YESTERDAY),)


YES_TO_READING = said(ConsentScope.SHARED_READ)
NO_TO_READING = said(ConsentScope.SHARED_READ, given=False)


def related_as(
    kind: RelatedKind, born: date, *, may_read: bool = False
) -> SubjectFacts:
    return SubjectFacts(
        person_id=KARIN,
        birth_date=born,
        related=(RelatedFacts(kind=kind, may_read=may_read),),
    )


def record(
    category: Category,
    owner: UUID,
    *,
    domain: Domain | None = None,
    unit: UUID | None = None,
    made_available: bool = True,
) -> RecordFacts:
    usual = usual_record(category, SYSTEM)
    return RecordFacts(
        category=category,
        owner_domain=domain or usual.owner_domain,
        owner_organisation_id=owner,
        owner_unit_id=unit,
        made_available=made_available,
    )


REGION_JOURNAL = record(Category.REGION_RECORD, REGION)
SURGERYS_JOURNAL = record(Category.REGION_RECORD, REGION, unit=SURGERY)
MUNICIPAL_JOURNAL = record(Category.MUNICIPAL_HEALTH_RECORD, SALA)
SOCIAL_JOURNAL = record(Category.SOCIAL_RECORD, SALA)

BLOCKED_BY_SURGERY = BlockFacts(
    kind=BlockKind.INNER, organisation_id=REGION, unit_id=SURGERY
)
BLOCKED_BY_SALA = BlockFacts(kind=BlockKind.OUTER, organisation_id=SALA)
BLOCKED_BY_REGION = BlockFacts(kind=BlockKind.OUTER, organisation_id=REGION)


def decision(
    actor: Actor,
    subject: SubjectFacts,
    wanted: RecordFacts | Category,
    circumstances: Circumstances | None = None,
    *,
    now: datetime = MONDAY,
) -> Decision:
    situation = circumstances or Circumstances()
    if situation.purpose == Circumstances().purpose:
        situation = replace(situation, purpose=usual_purpose(actor))
    return decide(
        actor=actor,
        subject=subject,
        record=usual_record(wanted, actor) if isinstance(wanted, Category) else wanted,
        circumstances=situation,
        now=now,
    )
