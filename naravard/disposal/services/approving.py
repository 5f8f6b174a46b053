"""An owner's officer approves a proposal, by name and under a reference."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from naravard.access.models import ChangeEntry
from naravard.core.clock import day_of
from naravard.disposal.models import Decision
from naravard.disposal.rules import (
    MAY_APPROVE,
    AlreadyDecided,
    Approval,
    DecisionState,
    NoSuchDecision,
    NotOwnersOfficer,
    check_said,
)
from naravard.people.models import Assignment, Organisation


@transaction.atomic
def approve(*, number: int, approval: Approval, now: datetime) -> None:
    """Approve one proposal.

    Raises NoSuchDecision, AlreadyDecided, ReferenceMissing and NotOwnersOfficer.
    """
    check_said(approval)
    decision = Decision.objects.select_for_update().filter(pk=number).first()
    if decision is None:
        raise NoSuchDecision
    if decision.state != DecisionState.PROPOSED:
        raise AlreadyDecided
    sign(decision=decision, approval=approval, now=now)
    decision.save()


def sign(*, decision: Decision, approval: Approval, now: datetime) -> None:
    """Put the officer's name on it, unsaved. Raises NotOwnersOfficer."""
    officer = _officer(decision.organisation, approval.hsa_id, now)
    by = officer.professional
    decision.state = DecisionState.APPROVED
    decision.approved_at = now
    decision.approved_by = (
        f"{by.given_name} {by.family_name}, {by.title}, {officer.unit.name}"
    )
    decision.reference = approval.reference.strip()
    decision.reason = approval.reason.strip()
    ChangeEntry.objects.create(
        at=now,
        assignment_id=officer.pk,
        what="disposal_approved",
        details={"reference": decision.reference, "kept": decision.kept},
    )


def _officer(owner: Organisation, hsa_id: str, now: datetime) -> Assignment:
    today = day_of(now)
    found = (
        Assignment.objects.select_related("professional", "unit")
        .filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=today),
            professional__hsa_id=hsa_id,
            unit__organisation=owner,
            role__in=MAY_APPROVE,
            valid_from__lte=today,
        )
        .order_by("pk")
        .first()
    )
    if not hsa_id or found is None:
        raise NotOwnersOfficer
    return found
