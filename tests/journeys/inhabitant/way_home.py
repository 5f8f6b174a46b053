"""Karin's last days in hospital and her first at home, in steps."""

from uuid import UUID

from naravard.discharge import services
from naravard.messages.catalogue.left_hospital import Destination, LeftHospital
from naravard.messages.catalogue.patient_information import PatientInformation
from tests.house import House, at
from tests.integration.discharge.steps import on, planned, ready

LETTER = PatientInformation(
    what_was_done="Du hade för mycket vätska i kroppen. Du har fått vätskedrivande.",
    medicines="Furosemid 40 mg, en tablett på morgonen.",
    medicine_changes="Furosemid är nytt för dig.",
    call_by_day="Sara Blom, 070-174 06 12",
    call_by_night="Hemsjukvården i Lillby, 070-174 06 16",
    appointments=("Den 10 mars klockan 10: Sara Blom kommer hem till dig.",),
    warning_signs=("Du ökar två kilo på tre dagar",),
    if_warning_signs="Ring Sara samma dag.",
    self_care=("Väg dig varje morgon.",),
    named_contact="Sara Blom, distriktssköterska",
    plans=("Samordnad individuell plan",),
)


def given_letter(house: House, case_id: UUID, text: str = "2026-03-06 11:00") -> None:
    services.give_patient_information(
        actor=house.ward_nurse, case_id=case_id, payload=LETTER, when=on(text)
    )


def left(house: House, case_id: UUID, text: str = "2026-03-06 13:00") -> None:
    services.leave_hospital(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=LeftHospital(left_at=at(text), destination=Destination.HOME),
        when=on(text),
    )


def home(house: House, person_id: UUID) -> UUID:
    """At home since Friday afternoon, with the paper in her hand."""
    case_id = planned(house, person_id)
    ready(house, case_id)
    given_letter(house, case_id)
    left(house, case_id)
    return case_id


def followed_up(house: House, case_id: UUID) -> None:
    services.follow_up(
        actor=house.district_nurse,
        case_id=case_id,
        outcome="home_well",
        note="Karin mår bra och väger sig varje morgon.",
        when=on("2026-03-09 09:00"),
    )
