"""M14, generellt meddelande: a question or an answer that fits no other form."""

from dataclasses import dataclass
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import EVERY_KIND, Content
from naravard.messages.rich_grounds import RICH_GROUNDS


@dataclass(frozen=True, slots=True, kw_only=True)
class General(Payload):
    """A subject and free text; free text may hold anything, so it needs a ground."""

    subject: Annotated[str, Shown("Ämne", Content.FREE_TEXT)]
    text: Annotated[str, Shown("Meddelande", Content.FREE_TEXT)]


MESSAGE_TYPE = MessageType(
    code="general",
    number="M14",
    title="Generellt meddelande",
    says="En fråga eller ett svar mellan enheter som arbetar med samma person.",
    law="OSL 10 kap. 1 § eller annan grund; meddelandet är praxis",
    deadline="Vid behov.",
    senders=EVERY_KIND,
    recipients=EVERY_KIND,
    legal_grounds=RICH_GROUNDS,
    payload=General,
    example=General(
        subject="Nyckel till lägenheten",
        text="Vem har nyckeln till Karins lägenhet? Vi behöver komma in på torsdag.",
    ),
)
