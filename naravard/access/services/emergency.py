"""Breaking the glass, one step at a time: see who, then open or ask them to lift."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from naravard.access.models import Emergency
from naravard.access.queries.emergency import (
    EmergencyRow,
    OwnerRow,
    begun_emergency,
    owners,
)
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    Category,
    Decision,
    GlassStep,
    Outcome,
    Rule,
)
from naravard.access.rules.emergency import (
    TIME_TO_CHOOSE,
    TIME_TO_READ,
    first_step,
    next_step,
)
from naravard.access.rules.errors import EmergencyNotBegun, check_reason
from naravard.access.services.opening import (
    in_emergency,
    open_record,
    require,
    would_open,
)
from naravard.access.services.trace import log


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """An emergency that has begun: who closed or holds the data, and what comes next.

    `owners` is empty where the first step already is to open (särskild behörighet).
    """

    emergency_id: UUID
    rule: Rule
    owners: tuple[OwnerRow, ...]
    next: GlassStep
    ends_at: datetime


def emergency_way(
    *,
    actor: Actor,
    person_id: UUID,
    now: datetime,
    category: Category = Category.DISCHARGE_CASE,
) -> GlassStep | None:
    """The first step an emergency would offer; None when it would open nothing."""
    return first_step(_asked(actor, person_id, category, now))


@transaction.atomic
def begin_emergency(
    *,
    actor: Actor,
    person_id: UUID,
    reason: str,
    now: datetime,
    category: Category = Category.DISCHARGE_CASE,
) -> Begun:
    """State the danger and see who has closed, or who holds, the data.

    Raises AccessDenied when an emergency opens nothing, ReasonTooLong and
    EmergencyNotBegun without a reason (PDL 4 kap. 5 §, SVOD 3 kap. 5-6 §§).
    """
    stated = check_reason(reason)
    if not stated:
        raise EmergencyNotBegun(
            "Det står inte vilken fara det är.",
            remedy="Skriv vilken fara det är för liv eller hälsa.",
        )
    decision = _asked(actor, person_id, category, now)
    step = first_step(decision)
    if step is None:
        raise _denied(decision, actor, person_id, category, stated)
    shown: tuple[OwnerRow, ...] = ()
    if step is GlassStep.SEE_WHO:
        shown = owners(
            open_record(
                actor=actor,
                person_id=person_id,
                now=now,
                category=category,
                circumstances=in_emergency(actor, stated, GlassStep.SEE_WHO),
            )
        )
    assert actor.assignment_id is not None  # A01: staff have one, others are refused
    begun = Emergency.objects.create(
        person_id=person_id,
        assignment_id=actor.assignment_id,
        category=category,
        rule=decision.rule,
        reason=stated,
        began_at=now,
        ends_at=now + TIME_TO_CHOOSE,
    )
    return Begun(
        emergency_id=begun.pk,
        rule=decision.rule,
        owners=shown,
        next=next_step(decision.rule),
        ends_at=begun.ends_at,
    )


@transaction.atomic
def break_glass(*, actor: Actor, emergency_id: UUID, now: datetime) -> EmergencyRow:
    """Open the data for some hours; every reading is reviewed. Raises as `begin`.

    Another provider's block is never opened (SVOD 3 kap. 5 §).
    """
    begun = _begun(actor, emergency_id, now)
    open_record(
        actor=actor,
        person_id=begun.person_id,
        now=now,
        category=begun.category,
        circumstances=in_emergency(actor, begun.reason, GlassStep.OPEN),
        about=begun.id,
    )
    Emergency.objects.filter(pk=begun.id).update(
        opened_at=now, ends_at=now + TIME_TO_READ
    )
    return _begun(actor, emergency_id, now)


@transaction.atomic
def ask_to_lift(*, actor: Actor, emergency_id: UUID, now: datetime) -> None:
    """Note that those who closed have been asked to lift (SVOD 3 kap. 5 §)."""
    begun = _begun(actor, emergency_id, now)
    require(actor=actor, action=Action.ASK_TO_LIFT, person_id=begun.person_id)
    log(
        actor=actor,
        action=Action.ASK_TO_LIFT,
        person_ids=(begun.person_id,),
        now=now,
        category=begun.category,
        rule=begun.rule,
        reason=begun.reason,
        review=True,
        about=begun.id,
    )


@transaction.atomic
def end_emergency(*, actor: Actor, person_id: UUID, now: datetime) -> int:
    """Open nothing more; returns how many emergencies were under way."""
    require(actor=actor, action=Action.END_EMERGENCY, person_id=person_id)
    ended = Emergency.objects.filter(
        Q(assignment_id=actor.assignment_id), person_id=person_id, ends_at__gt=now
    ).update(ends_at=now)
    if ended:
        log(actor=actor, action=Action.END_EMERGENCY, person_ids=(person_id,), now=now)
    return ended


def _begun(actor: Actor, emergency_id: UUID, now: datetime) -> EmergencyRow:
    begun = begun_emergency(actor, emergency_id, now)
    if begun is None:
        raise EmergencyNotBegun(
            "Nödläget är avslutat, eller har inte börjat.",
            remedy="Gå till personen igen och ange vilken fara det är.",
        )
    return begun


def _asked(
    actor: Actor, person_id: UUID, category: Category, now: datetime
) -> Decision:
    return would_open(
        actor=actor,
        person_id=person_id,
        now=now,
        category=category,
        circumstances=in_emergency(actor, "", None),
    )


def _denied(
    decision: Decision,
    actor: Actor,
    person_id: UUID,
    category: Category,
    reason: str,
) -> AccessDenied | EmergencyNotBegun:
    if decision.outcome is Outcome.ALLOW:
        return EmergencyNotBegun(
            "Uppgifterna är inte stängda för dig.",
            remedy="Öppna personens sida. Anger du ett skäl räcker det.",
        )
    return AccessDenied(
        decision,
        actor=actor,
        action=Action.READ,
        person_ids=(person_id,),
        category=category,
        reason=reason,
    )
