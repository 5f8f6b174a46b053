"""M6, underrättelse om utskrivningsklar: the physician has judged the stay done."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyNotice(Payload):
    """The decision, its moment and who made it."""

    decided_at: Annotated[
        datetime, Shown("Läkaren bedömde utskrivningsklar", Content.PROCESS)
    ]
    physician: Annotated[str, Shown("Läkare", Content.PROCESS)]
    can_leave_from: Annotated[
        datetime | None, Shown("Kan lämna sjukhuset från", Content.PROCESS)
    ] = None
    note: Annotated[str, Shown("Att tänka på", Content.FREE_TEXT)] = ""


MESSAGE_TYPE = MessageType(
    code="ready-notice",
    number="M6",
    title="Underrättelse om utskrivningsklar",
    says="Läkaren har bedömt att personen inte längre behöver vård på sjukhus. "
    "Meddelandet startar dagarna fram till kommunens betalningsansvar.",
    law="LUS 3 kap. 1 §",
    deadline="Så snart som möjligt efter läkarens beslut.",
    senders=frozenset({CareUnitKind.INPATIENT}),
    recipients=CONCERNED,
    legal_grounds=RICH_GROUNDS,
    payload=ReadyNotice,
    example=ReadyNotice(
        decided_at=datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
        physician="Sara Wiklund",
        can_leave_from=datetime(2026, 3, 3, 9, 0, tzinfo=UTC),
        note="Behöver sällskap hem.",
    ),
)
