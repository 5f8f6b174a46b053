"""Which of the five letters a unit works under."""

from naravard.people.roles import CareUnitKind
from naravard.web.caregivers import Caregiver

LETTERS: dict[str, Caregiver] = {
    CareUnitKind.INPATIENT: Caregiver.HOSPITAL,
    CareUnitKind.OPEN_CARE: Caregiver.HEALTH_CENTRE,
    CareUnitKind.MOBILE_TEAM: Caregiver.HEALTH_CENTRE,
    CareUnitKind.MUNICIPAL_HEALTH_CARE: Caregiver.MUNICIPALITY,
    CareUnitKind.SOCIAL_SERVICES: Caregiver.MUNICIPALITY,
    CareUnitKind.SHORT_STAY: Caregiver.MUNICIPALITY,
    CareUnitKind.SCHOOL_HEALTH: Caregiver.MUNICIPALITY,
    CareUnitKind.PUPIL_WELFARE: Caregiver.MUNICIPALITY,
    CareUnitKind.CHILD_AND_FAMILY: Caregiver.MUNICIPALITY,
}


def letter_of(kind: str) -> Caregiver:
    """The letter of a kind of unit; everyone's when it is not known."""
    return LETTERS.get(kind, Caregiver.EVERYONE)
