"""Units join, leave and hand over; the plan follows the person."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, OpenRecord, RelationKind
from naravard.core.errors import DomainError
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind, OrganisationKind
from naravard.plan.models import Plan, PlanParty
from naravard.plan.rules.kinds import LIVING
from naravard.plan.services.file import PlanFile, log, take_working
from naravard.plan.stored import principal_of


class StillResponsible(DomainError):
    """A unit does not leave while it is responsible for something: hand over first."""

    rule = "HSL 16 kap. 4 §: varje insats har en ansvarig"


class NotWithoutConsent(DomainError):
    """By law alone only authorities of health care and social services take part."""

    rule = "OSL 25 kap. 12 § 3 och 26 kap. 9 § 3"


# Secrecy between them does not hinder what a patient in compulsory care needs.
OF_CARE = frozenset(
    {
        CareUnitKind.INPATIENT,
        CareUnitKind.OPEN_CARE,
        CareUnitKind.MUNICIPAL_HEALTH_CARE,
        CareUnitKind.SOCIAL_SERVICES,
        CareUnitKind.MOBILE_TEAM,
        CareUnitKind.CHILD_AND_FAMILY,
    }
)
AUTHORITIES = frozenset({OrganisationKind.REGION, OrganisationKind.MUNICIPALITY})


def is_of_care(unit: CareUnit) -> bool:
    """Whether the unit belongs to an authority of health care or social services."""
    return unit.kind in OF_CARE and unit.organisation.kind in AUTHORITIES


def check_of_care(unit: CareUnit) -> None:
    """Raise NotWithoutConsent unless the unit may take part without her yes."""
    if not is_of_care(unit):
        raise NotWithoutConsent(
            f"{unit.name} kan inte delta i planen utan personens samtycke.",
            remedy="Fråga personen, eller skicka det enheten behöver i ett meddelande.",
        )


@transaction.atomic
def invite_unit(
    *, record: OpenRecord, plan_id: UUID, unit_id: UUID, now: datetime
) -> None:
    """Let a unit take part; it need not know the person before (SIP, SKR)."""
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    add_party(plan=file.plan, unit_id=unit_id, now=now)
    _touch(file, now)
    log(record, Action.LEAD_PLAN, now, plan_id)


@transaction.atomic
def leave(
    *,
    record: OpenRecord,
    plan_id: UUID,
    unit_id: UUID,
    because: str,
    now: datetime,
) -> None:
    """A unit takes part no more; it reads no further from this moment.

    Raises StillResponsible while it answers for something in the plan.
    """
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    _check_nothing_left(file, unit_id)
    joined_at = (
        PlanParty.objects.filter(plan=file.plan, unit_id=unit_id, left_at=None)
        .values_list("joined_at", flat=True)
        .first()
    )
    if joined_at is None:
        return
    _end_relation(file.plan, unit_id, joined_at, now)
    _touch(file, now)
    log(record, Action.LEAD_PLAN, now, plan_id)
    # Last: a unit that leaves may be one's own, and then there is no more to write.
    PlanParty.objects.filter(plan=file.plan, unit_id=unit_id).update(
        left_at=now, left_because=because
    )


def add_party(*, plan: Plan, unit_id: UUID, now: datetime) -> None:
    """Write that a unit takes part; it opens the plan when the person has said yes."""
    unit = CareUnit.objects.select_related("organisation").get(pk=unit_id)
    if relation_of(plan) is RelationKind.COMPULSORY_PLAN:
        check_of_care(unit)
    PlanParty.objects.bulk_create(
        [
            PlanParty(
                plan=plan,
                unit=unit,
                principal=principal_of(unit.organisation.kind, unit.kind),
                joined_at=now,
            )
        ],
        update_conflicts=True,
        unique_fields=["plan", "unit"],
        update_fields=["left_at", "left_because"],
    )
    access.relate(
        person_id=plan.person_id,
        unit_ids=(unit_id,),
        kind=relation_of(plan),
        source=plan.pk,
        starts_at=now,
    )


def relation_of(plan: Plan) -> RelationKind:
    """What a part in the plan rests on: her yes, or LPT 7 a § alone."""
    by_law = plan.compulsory_since is not None
    return RelationKind.COMPULSORY_PLAN if by_law else RelationKind.PLAN


def end_all_parts(*, plan: Plan, now: datetime) -> None:
    """Nobody has a relation by the plan any more, from this moment."""
    access.revoke_relations(source=plan.pk, at=now)


def _end_relation(
    plan: Plan, unit_id: UUID, joined_at: datetime, now: datetime
) -> None:
    access.relate(
        person_id=plan.person_id,
        unit_ids=(unit_id,),
        kind=relation_of(plan),
        source=plan.pk,
        starts_at=joined_at,
        ends_at=now,
    )


def _check_nothing_left(file: PlanFile, unit_id: UUID) -> None:
    owns = any(
        one.owner_unit_id == unit_id and not one.closed for one in file.content.needs
    )
    does = any(
        one.responsible_unit_id == unit_id and one.status in LIVING
        for one in file.content.activities
    )
    if owns or does:
        raise StillResponsible(
            "Enheten ansvarar fortfarande för något i planen.",
            remedy="Lämna över behov och insatser till en annan enhet först.",
        )


def _touch(file: PlanFile, now: datetime) -> None:
    file.plan.changed_at = now
    file.plan.save(update_fields=["changed_at"])
