"""M2, ändrad beräknad utskrivning: the stay becomes longer or shorter."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content, Ground
from naravard.people.roles import CareUnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedEstimate(Payload):
    """The new time alone: the thread already says whom it is about."""

    estimated_discharge_at: Annotated[
        datetime, Shown("Ny beräknad utskrivning", Content.NOTICE)
    ]


MESSAGE_TYPE = MessageType(
    code="changed-estimate",
    number="M2",
    title="Ändrad beräknad utskrivning",
    says="Sjukhuset berättar att utskrivningen väntas vid en annan tid än förut.",
    law="LUS 2 kap. 4 §",
    deadline="Så snart det är möjligt.",
    senders=frozenset({CareUnitKind.INPATIENT}),
    recipients=CONCERNED,
    legal_grounds=frozenset({Ground.DUTY_LUS}),
    payload=ChangedEstimate,
    whitelist=True,
    example=ChangedEstimate(
        estimated_discharge_at=datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
    ),
)
