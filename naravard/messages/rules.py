"""When a message may be sent, and when the post tries again (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.messages.definition import MessageType, Payload, closed_fields
from naravard.messages.grounds import GROUNDS, Ground, Party
from naravard.messages.payloads import checked, payload_to_dict, texts_in

ADULT_AT = 18  # years (OSL 25:12 speaks of the underage)
HIDDEN_ADDRESS = "skyddad"

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
# 30 s, 1, 2, 4, 8 and 16 minutes: after half an hour somebody must know.
ATTEMPTS_BEFORE_ALARM = 6


class Notice(StrEnum):
    """What the post carries: a message, or the news that one is withdrawn."""

    MESSAGE = "message"
    WITHDRAWAL = "withdrawal"


class SenderMayNotSend(DomainError):
    """Units of this kind do not send this message."""


class RecipientMayNotReceive(DomainError):
    """The message has no recipient, or one that it is not meant for."""


class GroundDoesNotAllow(DomainError):
    """The legal ground does not open the message, a field or a recipient."""

    rule = "OSL 25 kap. 1 § och 26 kap. 1 §"


class UnitHasClosed(DomainError):
    """The recipient no longer takes messages."""


class ProtectedAddressInMessage(DomainError):
    """A protected person's address stands in the text."""

    rule = "OSL 21 kap. 3 § och 22 kap. 1–2 §§"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the rules need to know of the person a message is about."""

    birth_date: date | None
    protected: bool
    street: str = ""


def check_may_send(
    *,
    message_type: MessageType,
    ground: str,
    sender: Party,
    recipients: Iterable[Party],
    subject: Subject,
    sent_at: datetime,
) -> Ground:
    """The ground, when type, sender, recipients and person all agree with it.

    Raises SenderMayNotSend, RecipientMayNotReceive, UnitHasClosed or
    GroundDoesNotAllow.
    """
    check_sender(message_type, sender)
    known = check_ground(message_type, ground, subject, sent_at)
    recipients = tuple(recipients)
    if bool(recipients) is message_type.to_person:
        raise RecipientMayNotReceive(
            f"{message_type.title} går till personen själv."
            if message_type.to_person
            else f"{message_type.title} har ingen mottagare.",
            rule=message_type.law,
            remedy="Ta bort enheterna som mottagare."
            if message_type.to_person
            else "Välj minst en enhet som ska få meddelandet.",
        )
    for recipient in recipients:
        check_recipient(message_type, known, sender, recipient)
        check_open(recipient, sent_at)
    return known


def check_sender(message_type: MessageType, sender: Party) -> None:
    """Raise SenderMayNotSend unless such a unit sends such a message."""
    if sender.kind not in message_type.senders:
        raise SenderMayNotSend(
            f"{sender.name} kan inte skicka {message_type.title.lower()}.",
            rule=message_type.law,
            remedy="Be den enhet som ansvarar för steget att skicka det.",
        )


def check_ground(
    message_type: MessageType, ground: str, subject: Subject, sent_at: datetime
) -> Ground:
    """The ground as a known one, open to this message and this person."""
    if ground not in {allowed.value for allowed in message_type.legal_grounds}:
        raise GroundDoesNotAllow(
            f"{message_type.title} kan inte skickas på den rättsliga grund som angavs.",
            rule=message_type.law,
            remedy="Fråga personen om samtycke, eller ange en annan grund: "
            + "; ".join(sorted(GROUNDS[g].title for g in message_type.legal_grounds))
            + ".",
        )
    if ground == Ground.MINOR and not _is_minor(subject.birth_date, day_of(sent_at)):
        raise GroundDoesNotAllow(
            "Personen är inte under 18 år.",
            rule=GROUNDS[Ground.MINOR].law,
            remedy="Fråga personen om samtycke.",
        )
    return Ground(ground)


def _is_minor(birth_date: date | None, today: date) -> bool:
    if birth_date is None:
        return False
    birthday_to_come = (today.month, today.day) < (birth_date.month, birth_date.day)
    return today.year - birth_date.year - birthday_to_come < ADULT_AT


def check_recipient(
    message_type: MessageType, ground: Ground, sender: Party, recipient: Party
) -> None:
    """Raise unless the message is meant for such a unit and the ground reaches it."""
    if (
        recipient.kind not in message_type.recipients
        or recipient.unit_id == sender.unit_id
    ):
        raise RecipientMayNotReceive(
            f"{message_type.title} är inte till för {recipient.name}.",
            rule=message_type.law,
            remedy="Välj en enhet som deltar i samordningen.",
        )
    rule = GROUNDS[ground]
    if not rule.between(sender, recipient):
        raise GroundDoesNotAllow(
            f"Grunden ”{rule.title}” gäller inte från {sender.name} till "
            f"{recipient.name}.",
            rule=rule.law,
            remedy="Fråga personen om samtycke, eller låt en ansvarig göra en "
            "menprövning.",
        )


def check_open(recipient: Party, sent_at: datetime) -> None:
    """Raise UnitHasClosed, naming the successor, when the unit ended before."""
    if recipient.closed_after and recipient.closed_after < day_of(sent_at):
        raise UnitHasClosed(
            f"{recipient.name} tar inte längre emot meddelanden.",
            remedy=f"Skicka till {recipient.succeeded_by}."
            if recipient.succeeded_by
            else "Välj en annan enhet.",
        )


def content_to_send(
    *, message_type: MessageType, payload: Payload, ground: Ground, subject: Subject
) -> dict[str, object]:
    """The payload as it will be stored and sent, and nothing the ground keeps shut.

    A protected person's registered address is replaced; any other mention of her
    street is refused. Raises PayloadRefused, GroundDoesNotAllow or
    ProtectedAddressInMessage.
    """
    if not isinstance(payload, message_type.payload):
        raise TypeError(f"{message_type.code} carries {message_type.payload.__name__}")
    content = payload_to_dict(checked(payload))
    closed = closed_fields(message_type.payload, frozenset(content), ground)
    if closed:
        raise GroundDoesNotAllow(
            f"Grunden ”{GROUNDS[ground].title}” räcker inte för: {', '.join(closed)}.",
            rule=GROUNDS[ground].law,
            remedy="Ta bort uppgifterna eller ange en grund som räcker.",
        )
    return (
        _without_protected_address(content, subject) if subject.protected else content
    )


def _without_protected_address(
    content: Mapping[str, object], subject: Subject
) -> dict[str, object]:
    hidden = {
        name: HIDDEN_ADDRESS if name == "registered_address" else value
        for name, value in content.items()
    }
    street = subject.street.casefold().strip()
    if street and any(street in text.casefold() for text in texts_in(hidden)):
        raise ProtectedAddressInMessage(
            "Personen har skyddade uppgifter, och adressen står i meddelandet.",
            remedy="Ta bort adressen och ring mottagaren i stället.",
        )
    return hidden


def next_attempt_at(*, attempts: int, now: datetime) -> datetime:
    """When to try again after so many failed attempts: doubled waits, one hour most."""
    doublings = min(attempts - 1, ATTEMPTS_BEFORE_ALARM + 1)
    return now + min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def reaches_not(*, attempts: int, delivered: bool) -> bool:
    """Somebody must know that the message does not get through (når inte fram)."""
    return not delivered and attempts >= ATTEMPTS_BEFORE_ALARM
