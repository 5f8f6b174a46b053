"""A need of a plan is flagged, and the person is asked."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import (
    Action,
    OpenRecord,
)
from naravard.core.errors import Conflict
from naravard.people.models import Person
from naravard.plan.models import Plan
from naravard.plan.rules.consent import (
    GuardianRule,
)
from naravard.plan.rules.kinds import Principal
from naravard.plan.rules.process import MoveFacts, PlanStatus
from naravard.plan.rules.tasks import SIP_DUE_WORKING_DAYS, working_days_after
from naravard.plan.services.file import (
    check_may,
    lock_plan,
    log,
    move,
    note_step,
)
from naravard.plan.services.parties import add_party
from naravard.plan.services.speaking import NotAskedToSpeak
from naravard.plan.stored import author_of


class PlanAlreadyThere(Conflict):
    """There is one plan around one person."""


@transaction.atomic
def flag_need(
    *,
    record: OpenRecord,
    because: str,
    now: datetime,
    principal: Principal | None = None,
    source: UUID | None = None,
) -> UUID:
    """Say that somebody needs a plan; any staff, the person and those close may.

    The record may be opened for anything, such as the person's card. Asked for by the
    person, it lands with the unit where she is listed. Raises PlanAlreadyThere.
    """
    check_may(record, Action.FLAG_PLAN_NEED)
    _check_none(record)
    actor = record.actor
    plan = Plan(
        person_id=record.person_id,
        flagged_at=now,
        flagged_by=author_of(actor),
        flagged_unit_id=actor.unit_id,
        principal=principal or "",
        due_at=working_days_after(now, SIP_DUE_WORKING_DAYS),
        source=source,
        changed_at=now,
    )
    plan.save(force_insert=True)
    note_step(record=record, plan=plan, before="", now=now, because=because)
    unit_id = actor.unit_id or _listed_unit(record.person_id)
    if unit_id:
        add_party(plan=plan, unit_id=unit_id, now=now)
    log(record, Action.FLAG_PLAN_NEED, now, plan.pk)
    return plan.pk


@transaction.atomic
def ask_consent(*, record: OpenRecord, plan_id: UUID, now: datetime) -> None:
    """Note that the person has been asked and thinks about it."""
    check_may(record, Action.RECORD_CONSENT)
    plan = lock_plan(record, plan_id)
    move(
        record=record,
        plan=plan,
        after=PlanStatus.CONSENT_PENDING,
        facts=MoveFacts(),
        now=now,
    )


@transaction.atomic
def decide_who_speaks(
    *,
    record: OpenRecord,
    plan_id: UUID,
    because: str,
    now: datetime,
    guardian_rule: GuardianRule | None = None,
    child_decides: bool | None = None,
) -> None:
    """Judge that one guardian is enough, or that a child of 13 to 15 decides alone.

    The reason is kept. FB 6 kap. 11, 13 and 13 a §§.
    """
    check_may(record, Action.LEAD_PLAN)
    if not because.strip():
        raise NotAskedToSpeak(
            "Bedömningen behöver ett skäl.", remedy="Skriv varför ni bedömer så."
        )
    plan = lock_plan(record, plan_id)
    if guardian_rule is not None:
        plan.guardian_rule = guardian_rule
    if child_decides is not None:
        plan.child_decides = child_decides
    plan.changed_at = now
    plan.save(update_fields=["guardian_rule", "child_decides", "changed_at"])
    note_step(record=record, plan=plan, before=plan.status, now=now, because=because)


def _check_none(record: OpenRecord) -> None:
    if (
        Plan.objects.filter(person_id=record.person_id)
        .exclude(status=PlanStatus.CLOSED)
        .exists()
    ):
        raise PlanAlreadyThere(
            "Det finns redan en plan runt personen.",
            remedy="Öppna den plan som finns. Har personen sagt nej eller tagit"
            " tillbaka sitt ja kan ni fråga igen där.",
        )


def _listed_unit(person_id: UUID) -> UUID | None:
    return Person.objects.values_list("listed_unit_id", flat=True).get(pk=person_id)
