"""Talking in a case: free messages, forwarding, mis-sent, withdrawn, deviations."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, RelationKind
from naravard.discharge.rules.history import Event, EventType
from naravard.discharge.services.casefile import CaseFile, take
from naravard.discharge.services.letters import rich_letter
from naravard.discharge.services.performing import (
    Deed,
    When,
    check_takes_part,
    keep_harm_test,
    note,
    perform,
)
from naravard.messages import services as messages
from naravard.messages.catalogue.deviation import Deviation
from naravard.messages.catalogue.deviation_answer import DeviationAnswer
from naravard.messages.catalogue.general import General
from naravard.people.models import CareUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """To whom a free message goes, and why it may when consent is missing."""

    to: tuple[UUID, ...] = ()  # empty: all others in the case
    harm_test: str = ""


EVERYONE = Envelope()


@transaction.atomic
def write(
    *,
    actor: Actor,
    case_id: UUID,
    payload: General,
    when: When,
    envelope: Envelope = EVERYONE,
) -> None:
    """Send a free message to the others in the case (M14). Twice is once."""
    file = take(case_id, actor)
    check_takes_part(actor=actor, action=Action.SEND_MESSAGE, file=file)
    letter = rich_letter(
        file,
        code="general",
        payload=payload,
        to=envelope.to or file.told_others(actor.unit_id),
        at=when.happened_at,
        harm_test=envelope.harm_test,
    )
    message = messages.send(
        code=letter.code,
        thread=case_id,
        person_id=file.case.person_id,
        sender_unit_id=_unit(actor),
        sender_assignment_id=actor.assignment_id,
        recipient_unit_ids=letter.to,
        ground=letter.ground,
        payload=payload,
        sent_at=when.happened_at,
        now=when.now,
        message_id=when.request_id,
    )
    keep_harm_test(actor=actor, letter=letter, message=message, now=when.now)
    note(actor=actor, action=Action.SEND_MESSAGE, file=file, when=when)


def forward(
    *,
    actor: Actor,
    case_id: UUID,
    message_id: UUID,
    to_unit_id: UUID,
    reason: str,
    when: When,
) -> None:
    """Pass a message on inside the organisation; the unit then takes part too."""

    def deed(file: CaseFile) -> Deed:
        messages.forward(
            actor=actor,
            message_id=message_id,
            to_unit_id=to_unit_id,
            reason=reason,
            now=when.now,
        )
        unit = CareUnit.objects.select_related("organisation").get(pk=to_unit_id)
        party = file.add_party(unit)
        party.told_at = party.told_at or when.happened_at
        party.left_at = None
        access.relate(
            person_id=file.case.person_id,
            unit_ids=(to_unit_id,),
            kind=RelationKind.CASE,
            source=file.case.pk,
            starts_at=when.happened_at,
            reason=reason,
        )
        return Deed(
            action=Action.FORWARD_MESSAGE,
            event=Event(
                type=EventType.FORWARDED,
                at=when.happened_at,
                by=str(actor.unit_id),
                to=(str(to_unit_id),),
            ),
            details={"message": str(message_id), "reason": reason},
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


@transaction.atomic
def mark_missent(
    *, actor: Actor, case_id: UUID, message_id: UUID, reason: str, when: When
) -> None:
    """Say that a message is not ours; the sender sees it and chooses again."""
    file = take(case_id, actor)
    check_takes_part(actor=actor, action=Action.MARK_MISSENT, file=file)
    messages.mark_missent(
        actor=actor, message_id=message_id, reason=reason, now=when.now
    )
    note(actor=actor, action=Action.MARK_MISSENT, file=file, when=when)


@transaction.atomic
def withdraw_message(
    *, actor: Actor, case_id: UUID, message_id: UUID, reason: str, when: When
) -> None:
    """Take back a message our unit sent; it stays readable as withdrawn."""
    file = take(case_id, actor)
    check_takes_part(actor=actor, action=Action.WITHDRAW_MESSAGE, file=file)
    messages.withdraw(actor=actor, message_id=message_id, reason=reason, now=when.now)
    note(actor=actor, action=Action.WITHDRAW_MESSAGE, file=file, when=when)


@transaction.atomic
def report_deviation(
    *,
    actor: Actor,
    case_id: UUID,
    to_unit_id: UUID,
    payload: Deviation,
    when: When,
    harm_test: str = "",
) -> None:
    """Tell another unit in the case what went wrong, to learn from it (avvikelse)."""
    file = take(case_id, actor)
    check_takes_part(actor=actor, action=Action.REPORT_DEVIATION, file=file)
    letter = rich_letter(
        file,
        code="deviation",
        payload=payload,
        to=(to_unit_id,),
        at=when.happened_at,
        harm_test=harm_test,
    )
    message = messages.report_deviation(
        actor=actor,
        thread=case_id,
        person_id=file.case.person_id,
        to_unit_ids=letter.to,
        payload=payload,
        ground=letter.ground,
        now=when.now,
        message_id=when.request_id,
    )
    keep_harm_test(actor=actor, letter=letter, message=message, now=when.now)
    note(actor=actor, action=Action.REPORT_DEVIATION, file=file, when=when)


@transaction.atomic
def answer_deviation(
    *,
    actor: Actor,
    case_id: UUID,
    deviation_id: UUID,
    to_unit_id: UUID,
    payload: DeviationAnswer,
    when: When,
    harm_test: str = "",
) -> None:
    """Answer a deviation: what we found, and what we change."""
    file = take(case_id, actor)
    check_takes_part(actor=actor, action=Action.ANSWER_DEVIATION, file=file)
    letter = rich_letter(
        file,
        code="deviation-answer",
        payload=payload,
        to=(to_unit_id,),
        at=when.happened_at,
        harm_test=harm_test,
    )
    message = messages.answer_deviation(
        actor=actor,
        deviation_id=deviation_id,
        payload=payload,
        ground=letter.ground,
        now=when.now,
        message_id=when.request_id,
    )
    keep_harm_test(actor=actor, letter=letter, message=message, now=when.now)
    note(actor=actor, action=Action.ANSWER_DEVIATION, file=file, when=when)


def _unit(actor: Actor) -> UUID:
    assert actor.unit_id is not None  # check_takes_part has seen to it
    return actor.unit_id
