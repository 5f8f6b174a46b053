"""A plan by LPT 7 a § or LRV 12 a §, which note her attitude and ask for no consent."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Action, OpenRecord
from naravard.core.errors import DomainError
from naravard.people.models import CareUnit
from naravard.plan.models import Plan, PlanParty
from naravard.plan.rules.content import EMPTY
from naravard.plan.rules.kinds import View
from naravard.plan.rules.process import (
    BEFORE_CONSENT,
    EndedBecause,
    MoveFacts,
    PlanStatus,
)
from naravard.plan.services.file import (
    PlanFile,
    check_may,
    known_of,
    lock_plan,
    log,
    move,
)
from naravard.plan.services.parties import add_party, is_of_care
from naravard.plan.services.writing import write
from naravard.plan.stored import author_of

BY_LAW = "LPT 7 a §, LRV 12 a §"
NOT_OF_CARE = "Planen görs enligt LPT eller LRV, utan samtycke."
BEGUN_ANEW = "En vårdplan enligt LPT eller LRV börjar, utan det som stod här."


class CompulsoryCareHasAReason(DomainError):
    """Without consent only what LPT 7 a § asks for is planned, and it is said why."""

    rule = BY_LAW


@transaction.atomic
def plan_compulsory_care(
    *, record: OpenRecord, plan_id: UUID, because: str, now: datetime
) -> UUID:
    """Begin a plan that rests on the act alone; returns which plan.

    It begins empty: what stood in a plan that the person has taken her yes back from
    stays closed to all. Units that are not authorities of health care or social
    services have no part in it. Raises AccessDenied and CompulsoryCareHasAReason.
    """
    check_may(record, Action.PLAN_COMPULSORY_CARE)
    before = lock_plan(record, plan_id)
    _check_can_begin(before, because)
    plan = _emptied(record, before, now)
    _rests_on_the_act(record, plan, now)
    _keep_parties(record, plan, now)
    move(
        record=record,
        plan=plan,
        after=PlanStatus.PREPARING,
        facts=known_of(plan),
        now=now,
        because=because,
    )
    header = replace(EMPTY.header, views=(View.LPT7A,), compulsory_care=True)
    write(
        record=record,
        file=PlanFile(plan=plan, content=EMPTY),
        after=replace(EMPTY, header=header),
        now=now,
        because=because,
    )
    log(record, Action.PLAN_COMPULSORY_CARE, now, plan.pk)
    return plan.pk


def _check_can_begin(plan: Plan, because: str) -> None:
    if not because.strip():
        raise CompulsoryCareHasAReason(
            "Det behöver stå varför planen görs utan samtycke.",
            remedy="Skriv vilket beslut om tvångsvård det gäller.",
        )
    if PlanStatus(plan.status) not in BEFORE_CONSENT | {PlanStatus.WITHDRAWN}:
        raise CompulsoryCareHasAReason(
            "Personen har redan en plan som gäller.",
            remedy="Lägg till vårdplanen enligt LPT eller LRV under Ansvar för planen.",
        )


def _emptied(record: OpenRecord, before: Plan, now: datetime) -> Plan:
    """The plan itself while nothing is written in it; else it ends and a new begins."""
    if before.status != PlanStatus.WITHDRAWN:
        return before
    before.ended_at = now
    before.ended_because = EndedBecause.PERSON_ENDS
    move(
        record=record,
        plan=before,
        after=PlanStatus.CLOSED,
        facts=MoveFacts(evaluated=True),
        now=now,
        because=BEGUN_ANEW,
    )
    plan = Plan(
        person_id=record.person_id,
        flagged_at=now,
        flagged_by=author_of(record.actor),
        flagged_unit_id=record.actor.unit_id,
        source=before.source,
        changed_at=now,
    )
    plan.save(force_insert=True)
    return plan


def _rests_on_the_act(record: OpenRecord, plan: Plan, now: datetime) -> None:
    """The need is the physician's from now on; the steps keep who saw it first."""
    plan.flagged_unit_id = record.actor.unit_id
    plan.compulsory_since = now
    plan.started_at = now
    plan.save(update_fields=["flagged_unit", "compulsory_since", "started_at"])


def _keep_parties(record: OpenRecord, plan: Plan, now: datetime) -> None:
    """Units of care go on in the plan, with whoever begins it; others leave."""
    parties = PlanParty.objects.filter(plan=plan, left_at=None)
    units = CareUnit.objects.select_related("organisation").filter(
        pk__in=parties.values("unit")
    )
    own = record.actor.unit_id
    assert own is not None
    stay = (own, *(unit.pk for unit in units if is_of_care(unit)))
    for unit_id in dict.fromkeys(stay):
        add_party(plan=plan, unit_id=unit_id, now=now)
    parties.exclude(unit_id__in=stay).update(left_at=now, left_because=NOT_OF_CARE)
