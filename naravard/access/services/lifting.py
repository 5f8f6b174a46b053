"""A unit that meets a block asks the person; she answers, and it holds at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.models import LiftRequest
from naravard.access.queries.lifting import (
    LiftRow,
    blocks_closing,
    has_inner_blocks,
    question_of_unit,
    questions_to,
)
from naravard.access.queries.subject import subject_facts
from naravard.access.rules import (
    Action,
    Actor,
    ActorKind,
    Category,
    ConsentHow,
    ConsentScope,
    Ground,
    OpenRecord,
)
from naravard.access.rules.errors import NothingToLift, check_reason
from naravard.access.rules.lifting import STANDS_FOR, LiftAnswer, is_closed_by_her
from naravard.access.services.opening import open_record, require, would_open
from naravard.access.services.saying import decline_consent, give_consent, lift_block
from naravard.access.services.speaking import Asker, check_may_speak, refuse_guardians
from naravard.access.services.trace import log
from naravard.core.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedQuestions:
    """What waits for the person's answer."""

    record: OpenRecord
    questions: tuple[LiftRow, ...]


def asking_to_lift(*, actor: Actor, person_id: UUID, now: datetime) -> LiftRow | None:
    """The unit's own question, if one stands; else None, when there is one to put.

    Opens nothing of the person. Raises AccessDenied and NothingToLift.
    """
    require(actor=actor, action=Action.RECORD_CONSENT, person_id=person_id)
    asked = question_of_unit(actor, person_id, now)
    if asked is None:
        _check_closed(actor, person_id, now)
    return asked


@transaction.atomic
def ask_person_to_lift(
    *, actor: Actor, person_id: UUID, reason: str, now: datetime
) -> UUID:
    """Ask the person to open what she has closed; asked twice, it is one question.

    Tells nothing of whose data it is. The reason opens her card, as when any record is
    opened, and she reads it. Raises AccessDenied, NothingToLift and ReasonTooLong.
    """
    asked = asking_to_lift(actor=actor, person_id=person_id, now=now)
    if asked is not None and asked.answer is LiftAnswer.WAITING:
        return asked.id
    _check_closed(actor, person_id, now)
    stated = check_reason(reason)
    if not stated:
        raise NothingToLift(
            "Det står inte varför ni behöver uppgifterna.",
            remedy="Skriv det så att personen förstår. Det är personen som läser.",
        )
    record = _card(actor, person_id, now, stated)
    assert actor.unit_id is not None
    assert actor.assignment_id is not None
    made = LiftRequest(
        person_id=person_id,
        unit_id=actor.unit_id,
        assignment_id=actor.assignment_id,
        reason=stated,
        asked_at=now,
        ends_at=now + STANDS_FOR,
    )
    made.save(force_insert=True)
    _log(record, Action.ASK_TO_LIFT, now, made.pk, reason=stated)
    return made.pk


@transaction.atomic
def open_lift_questions(
    *, actor: Actor, person_id: UUID, now: datetime
) -> OpenedQuestions:
    """What units ask the person. Raises AccessDenied.

    Not for those who read because the person lets them.
    """
    record = _card(actor, person_id, now)
    check_may_speak(record, Action.LIFT_BLOCK)
    return OpenedQuestions(record=record, questions=questions_to(record))


@transaction.atomic
def answer_lift(
    *, actor: Actor, person_id: UUID, request_id: UUID, yes: bool, now: datetime
) -> LiftRow:
    """The person's answer, which holds at once; returns the question.

    A yes opens what units of the asking unit's own provider have written, to that unit
    alone, and takes away her blocks against other providers. A no lets everything be.
    Raises AccessDenied, GuardianCannotBlock and NotFound.
    """
    record = _card(actor, person_id, now)
    refuse_guardians(record, Asker.PERSON)
    check_may_speak(record, Action.LIFT_BLOCK)
    question = _waiting(record, request_id)
    if yes:
        _open_to(record, question, now)
    else:
        decline_consent(
            record=record,
            scope=ConsentScope.LIFT_BLOCK,
            how=_how(actor),
            now=now,
            unit_id=question.unit_id,
        )
    LiftRequest.objects.filter(pk=request_id).update(
        answer=LiftAnswer.YES if yes else LiftAnswer.NO, answered_at=now
    )
    _log(record, Action.LIFT_BLOCK, now, request_id)
    return question


def _open_to(record: OpenRecord, question: LiftRow, now: datetime) -> None:
    if has_inner_blocks(record, question):
        give_consent(
            record=record,
            scope=ConsentScope.LIFT_BLOCK,
            how=_how(record.actor),
            now=now,
            unit_id=question.unit_id,
        )
    for block_id in blocks_closing(record, question):
        lift_block(
            record=record,
            block_id=block_id,
            because=f"Personen svarade ja till {question.unit_name}.",
            now=now,
        )


def _how(actor: Actor) -> ConsentHow:
    own = actor.kind is not ActorKind.STAFF
    return ConsentHow.ONLINE if own else ConsentHow.SPOKEN


def _waiting(record: OpenRecord, request_id: UUID) -> LiftRow:
    list(LiftRequest.objects.select_for_update().filter(pk=request_id))
    for question in questions_to(record):
        if question.id == request_id:
            return question
    raise NotFound(
        "Frågan finns inte, eller är redan besvarad.",
        remedy="Läs sidan igen och se vilka frågor som väntar.",
    )


def _check_closed(actor: Actor, person_id: UUID, now: datetime) -> None:
    decision = would_open(actor=actor, person_id=person_id, now=now)
    blocks = subject_facts(actor, person_id, now).blocks
    if not is_closed_by_her(decision, has_blocks=bool(blocks)):
        raise NothingToLift(
            "Det finns ingen spärr att be personen häva.",
            remedy="Öppna personens sida. Säger den nej står där vad du kan göra.",
        )


def _card(actor: Actor, person_id: UUID, now: datetime, reason: str = "") -> OpenRecord:
    return open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PERSON_CARD,
        reason=reason,
    )


def _log(
    record: OpenRecord, action: Action, now: datetime, about: UUID, reason: str = ""
) -> None:
    log(
        actor=record.actor,
        action=action,
        person_ids=(record.person_id,),
        now=now,
        category=record.category,
        ground=Ground(record.ground),
        rule=record.rule,
        reason=reason,
        about=about,
    )
