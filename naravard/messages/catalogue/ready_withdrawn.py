"""M7, återtagande av utskrivningsklar: the person needs the hospital after all."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind


class WhyWithdrawn(Choice):
    """Why the person is no longer ready to leave."""

    HEALTH_CHANGED = "health_changed", "Hälsan har ändrats"
    SENT_BY_MISTAKE = "sent_by_mistake", "Underrättelsen skickades av misstag"
    OTHER = "other", "Annat skäl"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyWithdrawn(Payload):
    """When and why, as a class; the details only where the ground opens them."""

    decided_at: Annotated[datetime, Shown("Återtaget", Content.PROCESS)]
    reason: Annotated[WhyWithdrawn, Shown("Skäl", Content.PROCESS)]
    note: Annotated[str, Shown("Mer om skälet", Content.FREE_TEXT)] = ""


MESSAGE_TYPE = MessageType(
    code="ready-withdrawn",
    number="M7",
    title="Återtagande av utskrivningsklar",
    says="Personen är inte längre utskrivningsklar. Dagarna slutar räknas, och en ny "
    "underrättelse börjar om från början.",
    law="LUS 3 kap. 1 §; återtagande är praxis",
    deadline="Genast när hälsan ändrats.",
    senders=frozenset({CareUnitKind.INPATIENT}),
    recipients=CONCERNED,
    legal_grounds=RICH_GROUNDS,
    payload=ReadyWithdrawn,
    example=ReadyWithdrawn(
        decided_at=datetime(2026, 3, 3, 6, 30, tzinfo=UTC),
        reason=WhyWithdrawn.HEALTH_CHANGED,
        note="Feber i natt, behandlas för lunginflammation.",
    ),
)
