"""Decides, logs and opens: the only way to a person's data."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from naravard.access.queries.emergency import EmergencyRow, running_emergency
from naravard.access.queries.subject import subject_facts
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    ActorKind,
    Category,
    Circumstances,
    Decision,
    GlassStep,
    Ground,
    OpenRecord,
    PartyKind,
    Purpose,
    RecordFacts,
    RelationKind,
    SubjectFacts,
    decide,
    decide_list,
    lives_until,
    may_do,
    usual_purpose,
    usual_record,
)
from naravard.access.rules.emergency import EMERGENCY_GROUNDS
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
    asked = _Asked(
        actor=actor,
        subject=subject_facts(actor, person_id, now),
        record=record or usual_record(category, actor),
        now=now,
    )
    decision = asked.answer(replace(situation, reason=stated))
    running = None
    if not decision.allowed and circumstances is None:
        running = _running(asked, category)
    if running is not None:
        stated = running.reason
        decision = asked.answer(in_emergency(actor, stated, GlassStep.OPEN))
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
    related = any(relation.in_force(now) for relation in asked.subject.relations)
    in_danger = decision.ground in EMERGENCY_GROUNDS
    if stated and not (related or in_danger) and actor.kind is ActorKind.STAFF:
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
        emergency_until=running.ends_at if running else None,
    )


def would_open(
    *,
    actor: Actor,
    person_id: UUID,
    now: datetime,
    category: Category = Category.DISCHARGE_CASE,
    circumstances: Circumstances | None = None,
) -> Decision:
    """What the answer would be if a reason were stated; opens and logs nothing."""
    situation = circumstances or Circumstances(purpose=usual_purpose(actor))
    return decide(
        actor=actor,
        subject=subject_facts(actor, person_id, now),
        record=usual_record(category, actor),
        circumstances=replace(situation, reason="?"),
        now=now,
    )


def in_emergency(actor: Actor, reason: str, glass: GlassStep | None) -> Circumstances:
    """The circumstances of one who states danger to life, at one step of it."""
    return Circumstances(
        purpose=usual_purpose(actor), reason=reason, emergency=True, glass=glass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One question, which may be put again in other circumstances."""

    actor: Actor
    subject: SubjectFacts
    record: RecordFacts
    now: datetime

    def answer(self, circumstances: Circumstances) -> Decision:
        """What the rules say."""
        return decide(
            actor=self.actor,
            subject=self.subject,
            record=self.record,
            circumstances=circumstances,
            now=self.now,
        )


def _running(asked: _Asked, category: Category) -> EmergencyRow | None:
    if asked.actor.kind is not ActorKind.STAFF:
        return None
    return running_emergency(asked.actor, asked.subject.person_id, category, asked.now)


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
