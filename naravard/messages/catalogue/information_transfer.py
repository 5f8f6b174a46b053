"""M9, informationsöverföring vid utskrivning: what the next carer needs to know."""

from dataclasses import dataclass
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind


class MedicineChange(Choice):
    """What the stay did to one medicine."""

    UNCHANGED = "unchanged", "oförändrad"
    NEW = "new", "ny"
    CHANGED = "changed", "ändrad"
    STOPPED = "stopped", "utsatt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine(Payload):
    """One medicine, its dose and whether it changed."""

    name: Annotated[str, Shown("Läkemedel")]
    dose: Annotated[str, Shown("Dos")] = ""
    change: Annotated[MedicineChange, Shown("Ändring")]
    because: Annotated[str, Shown("Varför")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Payload):
    """Something somebody will do after the stay."""

    what: Annotated[str, Shown("Vad")]
    who: Annotated[str, Shown("Vem")]
    when: Annotated[str, Shown("När")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationTransfer(Payload):
    """The stay in summary, medicines, daily living, follow-ups and aids."""

    summary: Annotated[str, Shown("Sammanfattning av vården (epikris)", Content.CARE)]
    medicines: Annotated[
        tuple[Medicine, ...], Shown("Läkemedelslista", Content.CARE)
    ] = ()
    medicine_story: Annotated[str, Shown("Läkemedelsberättelse", Content.CARE)] = ""
    daily_living: Annotated[str, Shown("Vardag och förmåga", Content.SUPPORT)] = ""
    follow_ups: Annotated[tuple[FollowUp, ...], Shown("Uppföljning", Content.CARE)] = ()
    aids: Annotated[str, Shown("Hjälpmedel", Content.SUPPORT)] = ""
    ask: Annotated[str, Shown("Frågor besvaras av", Content.PROCESS)] = ""


MESSAGE_TYPE = MessageType(
    code="information-transfer",
    number="M9",
    title="Informationsöverföring vid utskrivning",
    says="Sjukhuset lämnar över det som behövs för att ge personen god vård och "
    "omsorg hemma.",
    law="LUS 3 kap. 2 §",
    deadline="Senast samma dag som personen skrivs ut.",
    senders=frozenset({CareUnitKind.INPATIENT}),
    recipients=CONCERNED,
    legal_grounds=RICH_GROUNDS,
    payload=InformationTransfer,
    example=InformationTransfer(
        summary="Opererad för höftbrott den 25 februari. Vården utan komplikationer.",
        medicines=(
            Medicine(
                name="Paracetamol 500 mg",
                dose="2 tabletter 3 gånger om dagen",
                change=MedicineChange.NEW,
                because="Smärta efter operationen",
            ),
            Medicine(
                name="Zopiklon 5 mg",
                change=MedicineChange.STOPPED,
                because="Ökar risken att falla",
            ),
        ),
        medicine_story="Sömntabletten är borttagen. Ny smärtlindring i två veckor.",
        daily_living="Går med rollator. Behöver hjälp med dusch.",
        follow_ups=(
            FollowUp(
                what="Ta bort stygn",
                who="Björkens vårdcentral",
                when="den 11 mars",
            ),
        ),
        aids="Förhöjd toalettsits levererad den 2 mars.",
        ask="Avdelning 31, 070-174 06 06",
    ),
)
