"""M4, fast vårdkontakt utsedd: who in open care the person and others turn to."""

from dataclasses import dataclass
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedContact(Payload):
    """The contact and how to reach them."""

    name: Annotated[str, Shown("Namn", Content.PROCESS)]
    title: Annotated[str, Shown("Yrke", Content.PROCESS)] = ""
    unit: Annotated[str, Shown("Enhet", Content.PROCESS)]
    phone: Annotated[str, Shown("Telefon", Content.PROCESS)]
    continues: Annotated[
        bool | None, Shown("Samma kontakt som före sjukhusvistelsen", Content.PROCESS)
    ] = None


MESSAGE_TYPE = MessageType(
    code="named-contact",
    number="M4",
    title="Fast vårdkontakt utsedd",
    says="Vårdcentralen eller mottagningen berättar vem som är personens fasta "
    "vårdkontakt. Kontakten kallar till planering om det behövs.",
    law="LUS 2 kap. 5 §",
    deadline="Innan personen skrivs ut.",
    senders=frozenset({CareUnitKind.OPEN_CARE, CareUnitKind.MOBILE_TEAM}),
    recipients=CONCERNED | {CareUnitKind.INPATIENT},
    legal_grounds=RICH_GROUNDS,
    payload=NamedContact,
    example=NamedContact(
        name="Maja Lind",
        title="distriktssköterska",
        unit="Björkens vårdcentral",
        phone="070-174 06 05",
        continues=True,
    ),
)
