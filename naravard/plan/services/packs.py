"""The pack that goes with the person: a code is printed, and lets one unit in, once."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from naravard.access import services as access
from naravard.access.rules import Action, OpenRecord, RelationKind
from naravard.core.errors import DomainError
from naravard.people.models import CareUnit
from naravard.plan.models import PackCode
from naravard.plan.rules.codes import OPENS_FOR, code_from, digest_of_code
from naravard.plan.services.file import check_may, log, take_working
from naravard.plan.stored import principal_of

OPEN_PACK = "SELECT lock_open_pack(%s, %s, %s, %s)"


class CodeDoesNotOpen(DomainError):
    """A code opens once, within its time, for the person it was printed for."""

    rule = "HSL 16 kap. 4 §, SoL 10 kap. 9 §: andra deltar med personens tillåtelse"


@transaction.atomic
def make_pack_code(*, record: OpenRecord, plan_id: UUID, now: datetime) -> str:
    """A code to print on the pack; it is told here and never again.

    Raises AccessDenied, ConsentFirst and NotStartedYet.
    """
    file = take_working(record, plan_id, Action.ANSWER_IN_PLAN)
    code = code_from(secrets.choice)
    assert record.actor.unit_id is not None
    assert record.actor.assignment_id is not None
    made = PackCode(
        plan=file.plan,
        person_id=record.person_id,
        digest=digest_of_code(code),
        made_at=now,
        expires_at=now + OPENS_FOR,
        unit_id=record.actor.unit_id,
        assignment_id=record.actor.assignment_id,
    )
    made.save(force_insert=True)
    log(record, Action.ANSWER_IN_PLAN, now, made.pk)
    return code


@transaction.atomic
def use_pack_code(*, record: OpenRecord, code: str, now: datetime) -> UUID:
    """The receiving unit takes part in the plan from now on; returns which plan.

    The person has handed over the paper: that is her invitation. The record may be
    opened for anything. Raises CodeDoesNotOpen and AccessDenied.
    """
    check_may(record, Action.ANSWER_IN_PLAN)
    assert record.actor.unit_id is not None
    unit = CareUnit.objects.select_related("organisation").get(pk=record.actor.unit_id)
    principal = principal_of(unit.organisation.kind, unit.kind)
    with connection.cursor() as cursor:
        cursor.execute(
            OPEN_PACK, [record.person_id, digest_of_code(code), now, principal]
        )
        plan_id: UUID | None = cursor.fetchone()[0]
    if plan_id is None:
        raise CodeDoesNotOpen(
            "Koden öppnar inte planen. Den kan vara använd, för gammal eller fel"
            " skriven.",
            remedy="Läs koden igen, eller be den som samordnar planen bjuda in er.",
        )
    access.relate(
        person_id=record.person_id,
        unit_ids=(unit.pk,),
        kind=RelationKind.PLAN,
        source=plan_id,
        starts_at=now,
    )
    log(record, Action.ANSWER_IN_PLAN, now, plan_id)
    return plan_id
