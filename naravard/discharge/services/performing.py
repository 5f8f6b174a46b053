"""The one way anything happens in a case: check, record, send, work out, log, tell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, PartyKind
from naravard.core import events
from naravard.core.errors import DomainError
from naravard.discharge.events import CaseChanged
from naravard.discharge.models import CaseEvent
from naravard.discharge.rules.absences import MOVES_HER, absences
from naravard.discharge.rules.guards import check_can
from naravard.discharge.rules.history import Event
from naravard.discharge.services.casefile import CaseFile, take
from naravard.discharge.services.projection import project
from naravard.discharge.stored import data_of
from naravard.messages import services as messages
from naravard.messages.definition import Payload
from naravard.messages.grounds import Ground
from naravard.messages.models import Message
from naravard.plan import services as plan


class NotInTheFuture(DomainError):
    """What has not happened yet cannot be recorded as having happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When it happened, when Nära learns of it, and which form said so."""

    now: datetime
    at: datetime | None = None
    request_id: UUID | None = None

    @property
    def happened_at(self) -> datetime:
        """The true moment; raises NotInTheFuture."""
        if self.at is not None and self.at > self.now:
            raise NotInTheFuture(
                "Tiden ligger framåt.",
                remedy="Skriv när det hände. Planerade tider skrivs i planen.",
            )
        return self.at or self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The message that goes with an event; `harm_test` is why no one comes to harm."""

    code: str
    to: tuple[UUID, ...]
    ground: Ground
    payload: Payload
    harm_test: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody does in a case: the event, what was written, and whom it tells."""

    action: Action
    event: Event
    details: dict[str, object] = field(default_factory=dict)
    letter: Letter | None = None


@transaction.atomic
def perform(
    *,
    actor: Actor,
    case_id: UUID,
    when: When,
    deed: Callable[[CaseFile], Deed],
) -> CaseFile:
    """Do the deed in one transaction under the case's lock.

    A form that was sent twice does nothing the second time. Raises AccessDenied,
    and whatever the guards of LUS say no to.
    """
    file = take(case_id, actor)
    if file.holds_request(when.request_id):
        return file
    # Judged before the deed, which may move the actor's own unit out of the case.
    part = _part_of(actor, file)
    done = deed(file)
    _require(actor, done.action, file, part)
    check_can(done.event, file.history, file.units)
    _carry_out(actor, file, done, when)
    return file


def record_first(*, actor: Actor, file: CaseFile, event: Event, when: When) -> None:
    """Record the admission, which has no case before it to be checked against."""
    check_can(event, (), file.units)
    _carry_out(actor, file, Deed(action=Action.ADMIT, event=event), when)


def check_takes_part(*, actor: Actor, action: Action, file: CaseFile) -> None:
    """Raise AccessDenied unless the actor's unit and role may do this in the case."""
    _require(actor, action, file, _part_of(actor, file))


def _require(actor: Actor, action: Action, file: CaseFile, part: PartyKind) -> None:
    access.require(
        actor=actor,
        action=action,
        party_kind=part,
        person_id=file.case.person_id,
        about=file.case.pk,
    )


def _part_of(actor: Actor, file: CaseFile) -> PartyKind:
    party = file.party_of(actor.unit_id)
    if party is None or party.told_at is None or party.left_at is not None:
        return PartyKind.NONE
    if party.unit_id == file.case.ward_id:
        return PartyKind.SENDER
    contact = file.case.named_contact
    if contact is not None and contact.unit_id == party.unit_id:
        return PartyKind.NAMED_CONTACT
    return PartyKind.RECIPIENT


def note(*, actor: Actor, action: Action, file: CaseFile, when: When) -> None:
    """Log what was done, and mark the case as changed for those who watch it."""
    access.log(
        actor=actor,
        action=action,
        person_ids=(file.case.person_id,),
        about=file.case.pk,
        now=when.now,
    )
    if file.case.changed_at != when.now:
        file.case.changed_at = when.now
        file.case.save(update_fields=["changed_at"])


def _carry_out(actor: Actor, file: CaseFile, done: Deed, when: When) -> None:
    _store(actor, file, done, when)
    project(file, now=when.now)
    if done.event.type in MOVES_HER:
        _tell_absences(file)
    note(actor=actor, action=done.action, file=file, when=when)
    events.publish(
        CaseChanged(
            case_id=file.case.pk,
            person_id=file.case.person_id,
            type=done.event.type,
            at=done.event.at,
        )
    )


def _tell_absences(file: CaseFile) -> None:
    """What the municipality does at home rests while she is here, not on leave."""
    plan.keep_absences(
        person_id=file.case.person_id,
        unit_id=file.case.ward_id,
        source=file.case.pk,
        stays=tuple(
            plan.Stay(starts_at=away.starts_at, ends_at=away.ends_at)
            for away in absences(file.history)
        ),
    )


def _store(actor: Actor, file: CaseFile, done: Deed, when: When) -> None:
    message_id = _send(actor, file, done, when) if done.letter else None
    row = CaseEvent(
        case=file.case,
        sequence=file.next_sequence,
        type=done.event.type,
        at=done.event.at,
        recorded_at=when.now,
        unit_id=actor.unit_id,
        assignment_id=actor.assignment_id,
        data=data_of(done.event),
        details=done.details,
        message_id=message_id,
        request_id=when.request_id,
    )
    row.save(force_insert=True)
    file.rows.append(row)
    file.history.append(done.event)


def _send(actor: Actor, file: CaseFile, done: Deed, when: When) -> UUID:
    letter = done.letter
    assert letter is not None
    assert actor.unit_id is not None
    message = messages.send(
        code=letter.code,
        thread=file.case.pk,
        person_id=file.case.person_id,
        sender_unit_id=actor.unit_id,
        sender_assignment_id=actor.assignment_id,
        recipient_unit_ids=letter.to,
        ground=letter.ground,
        payload=letter.payload,
        sent_at=done.event.at,
        now=when.now,
    )
    keep_harm_test(actor=actor, letter=letter, message=message, now=when.now)
    return message.pk


def keep_harm_test(
    *, actor: Actor, letter: Letter, message: Message, now: datetime
) -> None:
    """Write who judged that nobody comes to harm, and why (OSL 25:1 and 26:1)."""
    if letter.harm_test:
        access.note_change(
            actor=actor,
            person_id=message.person_id,
            what="harm_test",
            object_id=message.pk,
            now=now,
            details={"reason": letter.harm_test},
        )
