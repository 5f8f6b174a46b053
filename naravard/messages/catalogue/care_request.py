"""M13, vårdbegäran: from home to hospital, told as SBAR."""

from dataclasses import dataclass
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind


class ConsentState(Choice):
    """What the person has said about passing information on."""

    GIVEN = "given", "Personen har samtyckt"
    DECLINED = "declined", "Personen har sagt nej"
    CANNOT = "cannot", "Personen kan inte svara"
    NOT_ASKED = "not_asked", "Inte frågad ännu"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareRequest(Payload):
    """Situation, background, assessment, recommendation, and what goes along."""

    situation: Annotated[str, Shown("Situation", Content.CARE)]
    background: Annotated[str, Shown("Bakgrund", Content.CARE)]
    assessment: Annotated[str, Shown("Aktuellt tillstånd", Content.CARE)]
    recommendation: Annotated[str, Shown("Vad jag vill", Content.CARE)]
    decision_support: Annotated[str, Shown("Beslutsstödets råd", Content.CARE)] = ""
    medicines: Annotated[str, Shown("Läkemedel och allergier", Content.CARE)] = ""
    contacts: Annotated[str, Shown("Kontakter", Content.PROCESS)] = ""
    consent_state: Annotated[ConsentState, Shown("Samtycke", Content.PROCESS)]
    read_back: Annotated[
        bool | None, Shown("Mottagaren har upprepat", Content.PROCESS)
    ] = None


MESSAGE_TYPE = MessageType(
    code="care-request",
    number="M13",
    title="Vårdbegäran",
    says="Den som är hos personen ber sjukhuset ta emot, och berättar hur det står "
    "till.",
    law="OSL 25 kap. 13 § eller samtycke; meddelandet är praxis",
    deadline="Tillsammans med transporten.",
    senders=frozenset(
        {
            CareUnitKind.OPEN_CARE,
            CareUnitKind.MUNICIPAL_HEALTH_CARE,
            CareUnitKind.MOBILE_TEAM,
        }
    ),
    recipients=frozenset(
        {
            CareUnitKind.INPATIENT,
            CareUnitKind.OPEN_CARE,
            CareUnitKind.MOBILE_TEAM,
        }
    ),
    legal_grounds=RICH_GROUNDS,
    payload=CareRequest,
    example=CareRequest(
        situation="Kommunens sjuksköterska hos Karin Holm. Andfådd sedan i morse.",
        background="Hjärtsvikt. Hemma sedan en vecka efter höftoperation.",
        assessment="Andningsfrekvens 22, syremättnad 94 %, puls 96, temp 38,4. Trött.",
        recommendation="Läkarbedömning inom en timme. Gärna direktinläggning.",
        decision_support="Läkare inom 60 minuter",
        medicines="Listan följer med. Tål inte penicillin.",
        contacts="Dottern Eva, 070-174 06 08, är underrättad.",
        consent_state=ConsentState.GIVEN,
        read_back=True,
    ),
)
