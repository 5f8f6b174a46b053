"""M5, planeringsunderlag: what each party knows that the others need to plan."""

from dataclasses import dataclass
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import CONCERNED, Content, Ground
from naravard.messages.rich_grounds import RICH_GROUNDS
from naravard.people.roles import CareUnitKind

PARTIES = CONCERNED | {
    CareUnitKind.INPATIENT,
    CareUnitKind.SCHOOL_HEALTH,
    CareUnitKind.PUPIL_WELFARE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningInput(Payload):
    """Needs, daily living, home and services."""

    needs: Annotated[str, Shown("Behov", Content.SUPPORT)]
    matters_to_person: Annotated[
        str, Shown("Viktigt för personen", Content.SUPPORT)
    ] = ""
    daily_living: Annotated[str, Shown("Vardag och förmåga", Content.SUPPORT)] = ""
    aids: Annotated[str, Shown("Hjälpmedel", Content.SUPPORT)] = ""
    home_situation: Annotated[str, Shown("Hemma", Content.SUPPORT)] = ""
    health_care_needs: Annotated[
        str, Shown("Behov av hälso- och sjukvård", Content.CARE)
    ] = ""
    planned_services: Annotated[str, Shown("Planerade insatser", Content.SUPPORT)] = ""
    staff_training: Annotated[
        str, Shown("Personalen behöver lära sig", Content.PROCESS)
    ] = ""


MESSAGE_TYPE = MessageType(
    code="planning-input",
    number="M5",
    title="Planeringsunderlag",
    says="Varje part berättar vad personen behöver och vad parten själv planerar.",
    law="LUS 2 kap. 6 §",
    deadline="Planeringen börjar när inskrivningsmeddelandet kommit.",
    senders=PARTIES,
    recipients=PARTIES,
    legal_grounds=RICH_GROUNDS | {Ground.SCHOOL_HEALTH},
    payload=PlanningInput,
    example=PlanningInput(
        needs="Hjälp morgon och kväll den första tiden.",
        matters_to_person="Vill hem till katten och sova i sin egen säng.",
        daily_living="Går med rollator inomhus. Klarar inte trappor ännu.",
        aids="Rollator finns hemma. Förhöjd toalettsits behövs.",
        home_situation="Bor ensam en trappa upp med hiss.",
        health_care_needs="Omläggning av höftsåret två gånger i veckan.",
        planned_services="Hemtjänst två gånger om dagen och trygghetslarm.",
        staff_training="Förflyttning efter höftoperation.",
    ),
)
