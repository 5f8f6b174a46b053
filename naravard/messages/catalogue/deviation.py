"""A1, avvikelse: something went wrong between us, and we want to learn from it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import EVERY_KIND, Content
from naravard.messages.rich_grounds import RICH_GROUNDS


class ProcessStep(Choice):
    """The step of the coordination where it went wrong."""

    CARE_REQUEST = "care_request", "Vårdbegäran och väg in"
    ADMISSION_NOTICE = "admission_notice", "Inskrivningsmeddelande"
    PLANNING = "planning", "Planering och planeringsunderlag"
    NAMED_CONTACT = "named_contact", "Fast vårdkontakt"
    PLANNING_CALL = "planning_call", "Kallelse och planeringsmöte"
    READY_NOTICE = "ready_notice", "Underrättelse om utskrivningsklar"
    MEDICINES = "medicines", "Läkemedel vid utskrivning"
    INFORMATION_TRANSFER = "information_transfer", "Informationsöverföring"
    AIDS = "aids", "Hjälpmedel"
    TRANSPORT = "transport", "Transport hem"
    HOMECOMING = "homecoming", "Mottagande hemma"
    FOLLOW_UP = "follow_up", "Uppföljning"
    OTHER = "other", "Annat"


class Effect(Choice):
    """What it led to for the person or for us."""

    NONE = "none", "Ingen märkbar följd"
    EXTRA_WORK = "extra_work", "Merarbete"
    DELAY = "delay", "Försening för personen"
    RISK = "risk", "Risk för skada"
    HARM = "harm", "Skada"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation(Payload):
    """What happened, where in the process, its effect, and what we wish for."""

    what_happened: Annotated[str, Shown("Det här hände", Content.FREE_TEXT)]
    happened_at: Annotated[datetime | None, Shown("När det hände", Content.PROCESS)] = (
        None
    )
    step: Annotated[ProcessStep, Shown("Steg", Content.PROCESS)]
    effect: Annotated[Effect, Shown("Följd", Content.PROCESS)]
    wish: Annotated[str, Shown("Vi önskar", Content.FREE_TEXT)]


MESSAGE_TYPE = MessageType(
    code="deviation",
    number="A1",
    title="Avvikelse",
    says="En enhet berättar för en annan vad som gick fel och hur det kan bli bättre. "
    "Båda hållen, för att lära och inte för att skylla på någon.",
    law="HSL 5 kap. 4 § och SOSFS 2011:9; formen är praxis",
    deadline="Så snart det går, medan alla minns.",
    senders=EVERY_KIND,
    recipients=EVERY_KIND,
    legal_grounds=RICH_GROUNDS,
    payload=Deviation,
    example=Deviation(
        what_happened="Läkemedelslistan kom dagen efter hemgången.",
        happened_at=datetime(2026, 3, 6, 8, 15, tzinfo=UTC),
        step=ProcessStep.MEDICINES,
        effect=Effect.RISK,
        wish="Att listan följer med hem, också när utskrivningen tidigareläggs.",
    ),
)
