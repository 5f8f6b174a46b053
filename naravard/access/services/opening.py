"""Decides, logs and opens: the only way to a person's data."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from naravard.access.queries.subject import subject_facts
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    ActorKind,
    Category,
    Circumstances,
    Decision,
    Ground,
    OpenRecord,
    PartyKind,
    Purpose,
    RecordFacts,
    RelationKind,
    decide,
    decide_list,
    lives_until,
    may_do,
    usual_purpose,
    usual_record,
)
from naravard.access.rules.errors import check_reason
from naravard.access.services.relating import relate
from naravard.access.services.trace import log


def open_record(
    *,
    actor: Actor,
    person_id: UUID,
    now: datetime,
    category: Category = Category.DISCHARGE_CASE,
    reason: str = "",
    about: UUID | None = None,
    action: str = Action.READ,
    record: RecordFacts | None = None,
    circumstances: Circumstances | None = None,
) -> OpenRecord:
    """Open a person's data of one kind: decided first, then logged (two SQL).

    A stated `reason` becomes a dated care relation of the one who stated it (A02).
    `record` names the keeper when it is another; `circumstances` tells of emergency
    and chosen steps. Raises AccessDenied, NotFound or ReasonTooLong. The log row is
    written in the caller's transaction: a rollback loses both row and reading.
    """
    stated = check_reason(reason or (circumstances.reason if circumstances else ""))
    situation = circumstances or Circumstances(purpose=usual_purpose(actor))
    subject = subject_facts(actor, person_id, now)
    decision = decide(
        actor=actor,
        subject=subject,
        record=record or usual_record(category, actor),
        circumstances=replace(situation, reason=stated),
        now=now,
    )
    if not decision.allowed:
        raise AccessDenied(
            decision,
            actor=actor,
            action=action,
            person_ids=(person_id,),
            category=category,
            reason=stated,
            about=about,
        )
    related = any(relation.in_force(now) for relation in subject.relations)
    if stated and not related and actor.kind is ActorKind.STAFF:
        _relate_by_statement(actor, person_id, stated, now)
    log(
        actor=actor,
        action=action,
        person_ids=(person_id,),
        now=now,
        category=category,
        ground=_ground(decision),
        rule=decision.rule,
        reason=stated,
        review=decision.review,
        about=about,
    )
    return OpenRecord(
        person_id=person_id,
        actor=actor,
        ground=_ground(decision),
        rule=decision.rule,
        opened_at=now,
        category=category,
        extent=decision.extent,
        why=decision.message,
    )


def would_open(
    *,
    actor: Actor,
    person_id: UUID,
    now: datetime,
    category: Category = Category.DISCHARGE_CASE,
) -> Decision:
    """What the answer would be if a reason were stated; opens and logs nothing."""
    return decide(
        actor=actor,
        subject=subject_facts(actor, person_id, now),
        record=usual_record(category, actor),
        circumstances=Circumstances(purpose=usual_purpose(actor), reason="?"),
        now=now,
    )


def open_list(
    *,
    actor: Actor,
    action: str = Action.LIST,
    person_ids: Iterable[UUID],
    now: datetime,
    category: Category | None = None,
    about: UUID | None = None,
    sensitive: bool = False,
    purpose: Purpose | None = None,
) -> None:
    """Log that a list was shown: one row with every person in it (one SQL).

    The list itself must be scoped to the actor's unit. Raises AccessDenied for
    those who never see lists of persons, and for sensitive lists in social services.
    """
    decision = decide_list(
        actor, purpose=purpose or usual_purpose(actor), sensitive=sensitive
    )
    subjects = tuple(person_ids)
    if not decision.allowed:
        raise AccessDenied(
            decision,
            actor=actor,
            action=action,
            person_ids=subjects,
            category=category,
            about=about,
        )
    log(
        actor=actor,
        action=action,
        person_ids=subjects,
        now=now,
        category=category,
        ground=_ground(decision),
        rule=decision.rule,
        about=about,
    )


def require(
    *,
    actor: Actor,
    action: Action,
    party_kind: PartyKind | None = None,
    person_id: UUID | None = None,
    about: UUID | None = None,
) -> None:
    """Raise AccessDenied unless role, unit and part in the case allow the act."""
    decision = may_do(actor, action, party_kind)
    if not decision.allowed:
        raise AccessDenied(
            decision,
            actor=actor,
            action=action,
            person_ids=(person_id,) if person_id else (),
            about=about,
        )


def _relate_by_statement(
    actor: Actor, person_id: UUID, reason: str, now: datetime
) -> None:
    if actor.unit_id is None:
        return
    relate(
        person_id=person_id,
        unit_ids=(actor.unit_id,),
        kind=RelationKind.STATED,
        source=actor.assignment_id,
        starts_at=now,
        ends_at=lives_until(RelationKind.STATED, now),
        reason=reason,
    )


def _ground(decision: Decision) -> Ground:
    return decision.ground or Ground.ACT
