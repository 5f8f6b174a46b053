"""M8, kallelse till samordnad individuell planering: when, where, who, why."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from naravard.messages.definition import Choice, MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind


class MeetingForm(Choice):
    """How the parties meet."""

    AT_HOME = "at_home", "Hemma hos personen"
    AT_HOSPITAL = "at_hospital", "På sjukhuset"
    AT_UNIT = "at_unit", "Hos en av enheterna"
    VIDEO = "video", "Videomöte"
    PHONE = "phone", "Telefon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Payload):
    """Somebody called to the meeting."""

    name: Annotated[str, Shown("Namn")]
    role: Annotated[str, Shown("Roll")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningCall(Payload):
    """The meeting that the named contact calls to."""

    meets_at: Annotated[datetime, Shown("Tid", Content.PROCESS)]
    form: Annotated[MeetingForm, Shown("Mötesform", Content.PROCESS)]
    place: Annotated[str, Shown("Plats eller länk", Content.PROCESS)] = ""
    participants: Annotated[
        tuple[Participant, ...], Shown("Kallade", Content.PROCESS)
    ] = ()
    purpose: Annotated[str, Shown("Syfte", Content.SUPPORT)]
    person_takes_part: Annotated[
        bool | None, Shown("Personen är med", Content.PROCESS)
    ] = None


MESSAGE_TYPE = MessageType(
    code="planning-call",
    number="M8",
    title="Kallelse till samordnad individuell planering",
    says="Den fasta vårdkontakten kallar alla som behövs till ett gemensamt möte om "
    "personens plan.",
    law="LUS 4 kap. 3 §",
    deadline="Senast tre dagar efter underrättelsen om utskrivningsklar. Är den dagen "
    "en helgdag, lördag eller liknande gäller nästa vardag.",
    senders=frozenset({CareUnitKind.OPEN_CARE, CareUnitKind.MOBILE_TEAM}),
    recipients=CONCERNED
    | {
        CareUnitKind.INPATIENT,
        CareUnitKind.SCHOOL_HEALTH,
        CareUnitKind.PUPIL_WELFARE,
    },
    legal_grounds=RICH_GROUNDS,
    payload=PlanningCall,
    example=PlanningCall(
        meets_at=datetime(2026, 3, 4, 12, 0, tzinfo=UTC),
        form=MeetingForm.AT_HOSPITAL,
        place="Samtalsrum 2, avdelning 31",
        participants=(
            Participant(name="Karin Holm"),
            Participant(name="Eva Holm", role="dotter"),
            Participant(name="Ali Demir", role="biståndshandläggare"),
        ),
        purpose="Enas om hjälpen hemma den första månaden.",
        person_takes_part=True,
    ),
)
