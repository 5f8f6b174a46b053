"""What the messages of an invented case say: short, plain, and from its condition."""

from datetime import datetime
from random import Random

from naravard.demo.course.conditions import Condition
from naravard.demo.people import Colleague
from naravard.messages.catalogue.general import General
from naravard.messages.catalogue.information_transfer import (
    FollowUp,
    InformationTransfer,
    Medicine,
    MedicineChange,
)
from naravard.messages.catalogue.patient_information import PatientInformation
from naravard.messages.catalogue.planning_call import (
    MeetingForm,
    Participant,
    PlanningCall,
)
from naravard.messages.catalogue.planning_input import PlanningInput
from naravard.people.queries import UnitRow

HOMES = (
    "Bor ensam i lägenhet med hiss.",
    "Bor med sin make i villa med trappa.",
    "Bor med sin fru i lägenhet en trappa upp utan hiss.",
    "Bor ensam i radhus. Grannen tittar till.",
    "Bor i servicehus, har hjälp sedan tidigare.",
    "Bor med vuxen son som arbetar på dagarna.",
)
WISHES = (
    "Vill hem och sova i sin egen säng.",
    "Vill klara duschen själv igen.",
    "Vill kunna gå till brevlådan.",
    "Vill ha samma personal så långt det går.",
    "Vill att dottern är med på mötet.",
    "Vill slippa ringa runt för att få svar.",
    "Vill komma ut med hunden igen.",
)
PURPOSES = (
    "Enas om hjälpen hemma den första månaden.",
    "Bestämma vem som gör vad vid hemgång.",
    "Gå igenom vad som är viktigt för personen och planera stödet.",
)
REPLIES = (
    "Vi löser det. Personalen är informerad.",
    "Ja, det går bra från första dagen.",
    "Vi återkommer före lunch i morgon.",
    "Tack, det är ordnat nu.",
    "Vi ringer er på eftermiddagen och stämmer av.",
    "Bra att du frågar. Vi tar upp det på mötet.",
    "Vi har skrivit in det i planeringen. Ring om något ändras.",
)
SUBJECTS = ("Inför hemgång", "Fråga om planeringen", "En fråga från oss")
ANSWERS_TO_CALL = (
    "Vi kommer.",
    "Vi är med på video.",
    "Kommer, och tar med arbetsterapeut.",
    "Passar bra.",
)
DECIDED_ELSEWHERE = "Kan inte. Föreslår samma tid dagen efter."
FOLLOW_UPS = (
    ("good", "Mår bra. Har fått sina mediciner och hemtjänsten fungerar."),
    ("good", "Orkar mer för var dag. Inga frågor."),
    ("good", "Nöjd med hemgången. Vet vem hon eller han ska ringa."),
    ("needs_more", "Lite osäker på medicinerna. Hembesök är bokat."),
    ("needs_more", "Behöver mer hjälp vid dusch. Kommunen är kontaktad."),
    ("worse", "Mer trött än väntat. Läkartid i morgon."),
)
NO_CONTACT_YET = "Vårdcentralen har inte hunnit utse någon. Personen vill hem i dag."


def planning_input(
    condition: Condition, random: Random, *, from_ward: bool
) -> PlanningInput:
    """What the ward sees, or what the municipality plans."""
    if from_ward:
        return PlanningInput(
            needs=random.choice(condition.needs),
            daily_living=" ".join(condition.daily_living),
            aids=condition.aids,
            health_care_needs=condition.nursing,
            matters_to_person=random.choice(WISHES),
        )
    return PlanningInput(
        needs=" ".join(condition.needs),
        home_situation=random.choice(HOMES),
        matters_to_person=random.choice(WISHES),
        planned_services=" ".join(condition.services),
    )


def planning_call(
    meets_at: datetime, ward: UnitRow, named: Colleague, random: Random
) -> PlanningCall:
    """A call to a meeting on the ward, at home or by video."""
    form = random.choice(
        (MeetingForm.AT_HOSPITAL, MeetingForm.VIDEO, MeetingForm.AT_HOME)
    )
    place = ward.name if form is MeetingForm.AT_HOSPITAL else ""
    return PlanningCall(
        meets_at=meets_at,
        form=form,
        place=place,
        participants=(
            Participant(name=named.name, role="fast vårdkontakt"),
            Participant(name="Personen själv"),
        ),
        purpose=random.choice(PURPOSES),
        person_takes_part=True,
    )


def patient_information(
    condition: Condition, ward: UnitRow, named: Colleague | None
) -> PatientInformation:
    """What the person takes home in writing."""
    name, dose, because = condition.medicine
    by_day = f"{named.name}, {named.phone}" if named else f"{ward.name}, {ward.phone}"
    return PatientInformation(
        what_was_done=condition.told_patient,
        medicines=f"{name}, {dose}.",
        medicine_changes=f"{name}: {because}.",
        call_by_day=by_day,
        call_by_night="1177. Vid fara för livet, ring 112.",
        appointments=(condition.check_up,),
        warning_signs=condition.warning_signs,
        if_warning_signs="Ring numret för dagen. På natten, ring 1177.",
        self_care=condition.self_care,
        named_contact=f"{named.name}, {named.title}" if named else "",
    )


def information_transfer(condition: Condition, ward: UnitRow) -> InformationTransfer:
    """What the ward hands over to those who take on the care."""
    name, dose, because = condition.medicine
    return InformationTransfer(
        summary=condition.summary,
        medicines=(
            Medicine(
                name=name, dose=dose, change=MedicineChange.CHANGED, because=because
            ),
        ),
        medicine_story=f"{name} är {because}. Övriga läkemedel är oförändrade.",
        daily_living=" ".join(condition.daily_living),
        follow_ups=(
            FollowUp(what=condition.check_up, who="Vårdcentral eller mottagning"),
        ),
        aids=condition.aids,
        ask=f"{ward.name}, {ward.phone}",
    )


def question(condition: Condition, random: Random) -> General:
    """A free question from the ward."""
    return General(
        subject=random.choice(SUBJECTS), text=random.choice(condition.questions)
    )


def reply(subject: str, random: Random) -> General:
    """An answer to it."""
    return General(subject=subject, text=random.choice(REPLIES))
