"""A2, svar på avvikelse: what we saw when we looked, and what we change."""

from dataclasses import dataclass
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import EVERY_KIND, Content
from naravard.messages.rich_grounds import RICH_GROUNDS


class View(Choice):
    """How the receiving unit sees the deviation."""

    AGREED = "agreed", "Vi ser det likadant"
    PARTLY = "partly", "Vi ser det delvis likadant"
    OTHERWISE = "otherwise", "Vi ser det annorlunda"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationAnswer(Payload):
    """What the receiver found and does about it."""

    view: Annotated[View, Shown("Vår syn", Content.PROCESS)]
    answer: Annotated[str, Shown("Svar", Content.FREE_TEXT)]
    change: Annotated[str, Shown("Det här ändrar vi", Content.FREE_TEXT)] = ""


MESSAGE_TYPE = MessageType(
    code="deviation-answer",
    number="A2",
    title="Svar på avvikelse",
    says="Den som fått en avvikelse berättar vad den kom fram till.",
    law="HSL 5 kap. 4 § och SOSFS 2011:9; formen är praxis",
    deadline="Enligt lokal rutin.",
    senders=EVERY_KIND,
    recipients=EVERY_KIND,
    legal_grounds=RICH_GROUNDS,
    payload=DeviationAnswer,
    example=DeviationAnswer(
        view=View.AGREED,
        answer="Utskrivningen flyttades till förmiddagen och listan var inte klar.",
        change="Listan skrivs ut redan vid ronden dagen före hemgång.",
    ),
)
