"""A plan's parts and stories, shared by tests."""

from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from naravard.access import services as access
from naravard.access.rules import Actor, Category, OpenRecord
from naravard.plan import services
from naravard.plan.rules.content import Header
from naravard.plan.rules.edits import Edit, Put, SetHeader
from naravard.plan.rules.kinds import (
    ActivityKind,
    ActivityStatus,
    Author,
    LegalBasis,
    LifeArea,
    PassageKind,
    Principal,
    ResponsibleKind,
    ReviewOf,
    TeamRole,
    View,
)
from naravard.plan.rules.parts import (
    Activity,
    Goal,
    Need,
    Part,
    Passage,
    Review,
    TeamMember,
)
from naravard.plan.services import Said
from tests.house import House, at

NAMES = UUID("00000000-0000-4000-8000-000000000000")
MONDAY = at("2026-03-02 09:00")
TUESDAY = at("2026-03-03 09:00")


def the(name: str) -> UUID:
    """The same id for the same name."""
    return uuid5(NAMES, name)


def passage(kind: PassageKind, text: str, author: Author = Author.TOLD) -> Passage:
    return Passage(id=the(kind), kind=kind, text=text, author=author)


def need(name: str = "behov", owner: UUID | None = None) -> Need:
    return Need(
        id=the(name),
        text="Hon blir andfådd av att gå i trappan.",
        area=LifeArea.MOVING,
        severity=2,
        owner_unit_id=owner,
    )


def goal(name: str = "mål", *needs: str) -> Goal:
    return Goal(
        id=the(name),
        text="Jag vill kunna gå till brevlådan själv.",
        need_ids=tuple(the(one) for one in needs),
    )


def activity(
    name: str,
    principal: Principal,
    unit_id: UUID | None = None,
    **said: object,
) -> Activity:
    """By a unit when one is given, by herself when she is the principal."""
    responsible = ResponsibleKind.UNIT if unit_id else ResponsibleKind.PERSON
    usual: dict[str, object] = {
        "id": the(name),
        "text": name,
        "principal": principal,
        "responsible": responsible,
        "responsible_unit_id": unit_id,
        "status": ActivityStatus.ACCEPTED,
        "kind": ActivityKind.SERVICE,
        "basis": LegalBasis.HSL,
    }
    return Activity(**(usual | said))  # type: ignore[arg-type]


def contact(house: House) -> TeamMember:
    return TeamMember(
        id=the("kontakt"),
        role=TeamRole.NAMED_CONTACT,
        name="Sara Blom",
        title="Distriktssköterska",
        unit_id=house.health_centre,
        assignment_id=house.district_nurse_assignment,
        principal=Principal.REGION,
        in_primary_care=True,
        phone="070-174 06 14",
    )


def whole_sip(house: House) -> tuple[Edit, ...]:
    """All that a SIP must have, written by staff together with Karin."""
    parts: tuple[Part, ...] = (
        passage(PassageKind.WHAT_MATTERS, "Att få bo hemma med min katt."),
        need("behov", house.health_centre),
        goal("mål", "behov"),
        activity(
            "Följer upp vikten",
            Principal.REGION,
            house.health_centre,
            goal_ids=(the("mål"),),
        ),
        activity(
            "Hjälper till med dusch",
            Principal.MUNICIPALITY,
            house.homecoming,
            basis=LegalBasis.SOL,
        ),
        activity("Går till brevlådan", Principal.SELF),
        contact(house),
        Review(id=the("uppföljning"), of=ReviewOf.PLAN, due_on=date(2026, 6, 1)),
    )
    header = Header(
        views=(View.SIP, View.PATIENTKONTRAKT),
        overall_principal=Principal.REGION,
        coordinator_id=the("kontakt"),
        took_part=True,
        others_listed=True,
    )
    return (*(Put(part=part) for part in parts), SetHeader(header=header))


def card(actor: Actor, person_id: UUID, now: datetime = MONDAY) -> OpenRecord:
    """Her card, opened before there is a plan to read."""
    return access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PERSON_CARD,
    )


def opened(actor: Actor, person_id: UUID, now: datetime = TUESDAY) -> OpenRecord:
    """Her plan."""
    return access.open_record(
        actor=actor, person_id=person_id, now=now, category=Category.PLAN
    )


def flagged(actor: Actor, person_id: UUID, now: datetime = MONDAY) -> UUID:
    return services.flag_need(
        record=card(actor, person_id, now),
        because="Hon har hjälp av både vårdcentral och hemtjänst.",
        now=now,
    )


def agreed(house: House, person_id: UUID, now: datetime = MONDAY) -> UUID:
    """The district nurse has flagged, she said yes, the municipality is invited."""
    nurse = house.district_nurse
    plan_id = flagged(nurse, person_id, now)
    services.say(
        record=card(nurse, person_id, now),
        plan_id=plan_id,
        said=Said(yes=True),
        now=now,
    )
    services.invite_unit(
        record=opened(nurse, person_id, now),
        plan_id=plan_id,
        unit_id=house.homecoming,
        now=now,
    )
    return plan_id


def written(
    actor: Actor,
    person_id: UUID,
    plan_id: UUID,
    *edits: Edit,
    read: int = 0,
    now: datetime = TUESDAY,
) -> int:
    return services.change(
        record=opened(actor, person_id, now),
        plan_id=plan_id,
        read_version=read,
        edits=edits,
        now=now,
        request_id=uuid4(),
    )
