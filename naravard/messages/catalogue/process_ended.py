"""M12, avbrott eller avslut: the coordination stops, and why."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind

PARTIES = CONCERNED | {CareUnitKind.INPATIENT}


class WhyEnded(Choice):
    """Why the coordination stops."""

    DECEASED = "deceased", "Personen har avlidit"
    NEED_CEASED = "need_ceased", "Behovet har upphört"
    WRONG_PERSON = "wrong_person", "Fel person"
    FINISHED = "finished", "Allt är klart"
    OTHER = "other", "Annat skäl"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessEnded(Payload):
    """When and why, as a class; the details only where the ground opens them."""

    ended_at: Annotated[datetime, Shown("Avslutat", Content.PROCESS)]
    reason: Annotated[WhyEnded, Shown("Skäl", Content.PROCESS)]
    note: Annotated[str, Shown("Mer om skälet", Content.FREE_TEXT)] = ""


MESSAGE_TYPE = MessageType(
    code="process-ended",
    number="M12",
    title="Ärendet avslutat eller avbrutet",
    says="Samordningen slutar här. Ni som planerat insatser behöver se över dem.",
    law="LUS 1 kap. 1 §; meddelandet är praxis",
    deadline="När det händer.",
    senders=PARTIES,
    recipients=PARTIES,
    legal_grounds=RICH_GROUNDS,
    payload=ProcessEnded,
    example=ProcessEnded(
        ended_at=datetime(2026, 3, 3, 10, 0, tzinfo=UTC),
        reason=WhyEnded.NEED_CEASED,
        note="Klarar sig med sin ordinarie hemtjänst.",
    ),
)
