"""M3, kvittens: the receiver has read and takes it on."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import EVERY_KIND, Content, Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(Payload):
    """Who acknowledged and when; which message stands in the envelope."""

    acknowledged_at: Annotated[datetime, Shown("Kvitterat", Content.PROCESS)]
    acknowledged_by: Annotated[str, Shown("Kvitterat av", Content.PROCESS)]


# The answer goes back to the unit that told us, and says nothing of the person. It is
# therefore clear that nobody comes to harm, for every acknowledgement alike.
MESSAGE_TYPE = MessageType(
    code="acknowledgement",
    number="M3",
    title="Kvittens",
    says="Mottagaren har läst meddelandet och tar hand om det. Är något oklart "
    "skickar mottagaren ett generellt meddelande.",
    law="OSL 25 kap. 1 § och 26 kap. 1 §; kvittens är praxis",
    deadline="Enligt lokal rutin.",
    senders=EVERY_KIND,
    recipients=EVERY_KIND,
    legal_grounds=frozenset({Ground.HARM_TEST}),
    payload=Acknowledgement,
    example=Acknowledgement(
        acknowledged_at=datetime(2026, 3, 2, 14, 5, tzinfo=UTC),
        acknowledged_by="Ali Demir, biståndshandläggare",
    ),
)
