"""M10, utskrivningsinformation: what the person takes home, in words that help."""

from dataclasses import dataclass
from typing import Annotated

from naravard.messages.definition import MessageType, Payload, Shown
from naravard.messages.grounds import Content, Ground
from naravard.people.roles import CareUnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientInformation(Payload):
    """The blocks of the letter, in the order the person reads them (PatL 3:2 b)."""

    what_was_done: Annotated[str, Shown("Det här har vi gjort", Content.CARE)]
    medicines: Annotated[str, Shown("Dina läkemedel", Content.CARE)] = ""
    medicine_changes: Annotated[
        str, Shown("Det som är ändrat i dina läkemedel", Content.CARE)
    ] = ""
    call_by_day: Annotated[str, Shown("Ring på dagen", Content.PROCESS)]
    call_by_night: Annotated[str, Shown("Ring på kvällen och natten", Content.PROCESS)]
    appointments: Annotated[
        tuple[str, ...], Shown("Dina nästa besök", Content.CARE)
    ] = ()
    warning_signs: Annotated[
        tuple[str, ...], Shown("Var uppmärksam på", Content.CARE)
    ] = ()
    if_warning_signs: Annotated[str, Shown("Gör så här då", Content.CARE)] = ""
    self_care: Annotated[
        tuple[str, ...], Shown("Det här kan du göra själv", Content.CARE)
    ] = ()
    named_contact: Annotated[str, Shown("Din fasta vårdkontakt", Content.PROCESS)] = ""
    planning_meeting: Annotated[str, Shown("Ditt planeringsmöte", Content.PROCESS)] = ""
    plans: Annotated[tuple[str, ...], Shown("Dina planer", Content.SUPPORT)] = ()


MESSAGE_TYPE = MessageType(
    code="patient-information",
    number="M10",
    title="Utskrivningsinformation till personen",
    says="Personen får skriftligt veta vad som gjorts, vad som händer nu och vem hon "
    "kan ringa.",
    law="LUS 3 kap. 3 § och patientlagen 3 kap. 2 b §",
    deadline="När personen skrivs ut.",
    senders=frozenset({CareUnitKind.INPATIENT}),
    recipients=frozenset(),
    to_person=True,
    legal_grounds=frozenset({Ground.OWN}),
    payload=PatientInformation,
    example=PatientInformation(
        what_was_done="Du bröt höften och opererades den 25 februari.",
        medicines="Paracetamol, två tabletter morgon, middag och kväll.",
        medicine_changes="Din sömntablett är borttagen. Den kunde få dig att falla.",
        call_by_day="Maja Lind på Björkens vårdcentral, 070-174 06 05",
        call_by_night="Sjuksköterskan i kommunen, 070-174 06 07",
        appointments=("Den 11 mars klockan 10: stygnen tas bort på vårdcentralen.",),
        warning_signs=("Feber över 38 grader", "Såret blir rött eller vätskar"),
        if_warning_signs="Ring numret för dagen eller natten här ovanför.",
        self_care=("Res dig upp och gå en stund varje timme.",),
        named_contact="Maja Lind, distriktssköterska",
        planning_meeting="Den 4 mars klockan 13, hemma hos dig.",
        plans=("Samordnad individuell plan", "Rehabiliteringsplan"),
    ),
)
