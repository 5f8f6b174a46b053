"""M1, inskrivningsmeddelande: somebody in hospital may need others afterwards."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content, Ground
from naravard.people.roles import CareUnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionNotice(Payload):
    """The facts that LUS 2:2 allows, and no other."""

    given_name: Annotated[str, Shown("Förnamn", Content.NOTICE)]
    family_name: Annotated[str, Shown("Efternamn", Content.NOTICE)]
    person_identity: Annotated[
        str, Shown("Personnummer eller reservnummer", Content.NOTICE)
    ]
    registered_address: Annotated[
        str, Shown("Folkbokföringsadress", Content.NOTICE)
    ] = ""
    estimated_discharge_at: Annotated[
        datetime, Shown("Beräknad utskrivning", Content.NOTICE)
    ]


MESSAGE_TYPE = MessageType(
    code="admission-notice",
    number="M1",
    title="Inskrivningsmeddelande",
    says="Sjukhuset berättar att en person är inskriven och kan behöva insatser "
    "efteråt. Ni som tar emot ska börja planera.",
    law="LUS 2 kap. 1–3 §§",
    deadline="Inom 24 timmar från inskrivningen, eller från att behovet bedömdes.",
    senders=frozenset({CareUnitKind.INPATIENT}),
    recipients=CONCERNED,
    legal_grounds=frozenset({Ground.DUTY_LUS}),
    payload=AdmissionNotice,
    send_within=timedelta(hours=24),
    whitelist=True,
    example=AdmissionNotice(
        given_name="Karin",
        family_name="Holm",
        person_identity="R-2026-0417",
        registered_address="Björkvägen 4, 999 99 Storängen",
        estimated_discharge_at=datetime(2026, 3, 5, 13, 0, tzinfo=UTC),
    ),
)
