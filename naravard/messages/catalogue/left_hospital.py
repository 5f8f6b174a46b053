"""M11, utskrivningsmeddelande: the person has left the hospital."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind


class Destination(Choice):
    """Where the person went."""

    HOME = "home", "Hem"
    SHORT_STAY = "short_stay", "Korttidsboende"
    CARE_HOME = "care_home", "Särskilt boende"
    OTHER_HOSPITAL = "other_hospital", "Annat sjukhus"
    OTHER = "other", "Annan plats"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftHospital(Payload):
    """When and where to; never an address."""

    left_at: Annotated[datetime, Shown("Lämnade sjukhuset", Content.PROCESS)]
    destination: Annotated[Destination, Shown("Till", Content.PROCESS)]
    destination_name: Annotated[str, Shown("Boende eller enhet", Content.PROCESS)] = ""


MESSAGE_TYPE = MessageType(
    code="left-hospital",
    number="M11",
    title="Utskrivningsmeddelande",
    says="Personen har lämnat sjukhuset.",
    law="LUS 3 kap. 1 §; meddelandet är praxis",
    deadline="När personen går.",
    senders=frozenset({CareUnitKind.INPATIENT}),
    recipients=CONCERNED,
    legal_grounds=RICH_GROUNDS,
    payload=LeftHospital,
    example=LeftHospital(
        left_at=datetime(2026, 3, 5, 12, 40, tzinfo=UTC),
        destination=Destination.SHORT_STAY,
        destination_name="Björkgården, plats 3",
    ),
)
