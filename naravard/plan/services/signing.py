"""A unit approves exactly what a legal plan says (justering)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Action, OpenRecord
from naravard.plan.catalogue import legal_plan
from naravard.plan.models import Signature
from naravard.plan.queries.heads import plan_of
from naravard.plan.queries.legal import facts_of
from naravard.plan.rules.kinds import View
from naravard.plan.rules.signing import digest_of
from naravard.plan.services.file import log, name_of, take_working


@transaction.atomic
def sign(*, record: OpenRecord, plan_id: UUID, view: View, now: datetime) -> None:
    """Sign for one's own unit what the document says now; signed twice, once.

    When what it says changes, the signature no longer holds. LPT 7 a §, LRV 12 a §.
    """
    file = take_working(record, plan_id, Action.SIGN_PLAN)
    plan = plan_of(record, now)
    unit_id, assignment_id = record.actor.unit_id, record.actor.assignment_id
    assert plan is not None
    assert unit_id is not None
    assert assignment_id is not None
    document = legal_plan(view).document(plan.content, facts_of(plan, now))
    Signature.objects.bulk_create(
        [
            Signature(
                plan=file.plan,
                version=file.plan.version,
                view=view,
                digest=digest_of(document),
                unit_id=unit_id,
                assignment_id=assignment_id,
                by_name=name_of(record.actor),
                at=now,
            )
        ],
        ignore_conflicts=True,
    )
    log(record, Action.SIGN_PLAN, now, plan_id)
