"""Who does it, as the five letters and as units people know."""

from naravard.discharge.own import Doer
from naravard.people.roles import CareUnitKind
from naravard.web.caregivers import Caregiver

LETTERS = {
    Doer.PERSON: Caregiver.PERSON,
    Doer.HOSPITAL: Caregiver.HOSPITAL,
    Doer.HEALTH_CENTRE: Caregiver.HEALTH_CENTRE,
    Doer.MUNICIPALITY: Caregiver.MUNICIPALITY,
    Doer.EVERYONE: Caregiver.EVERYONE,
}
LETTER_OF_UNIT = {
    CareUnitKind.INPATIENT.value: Caregiver.HOSPITAL,
    CareUnitKind.OPEN_CARE.value: Caregiver.HEALTH_CENTRE,
    CareUnitKind.MOBILE_TEAM.value: Caregiver.HEALTH_CENTRE,
    CareUnitKind.OTHER.value: Caregiver.EVERYONE,
}


def letter_of_unit(kind: str) -> Caregiver:
    """The letter of a unit; what is neither hospital nor open care is the town's."""
    return LETTER_OF_UNIT.get(kind, Caregiver.MUNICIPALITY)


def place_name(ward: str, hospital: str) -> str:
    """`Medicin, Sjukhuset`, or whichever of them is known."""
    return ", ".join(part for part in (ward, hospital) if part)


def first_name(name: str) -> str:
    """The first word of a name, to greet somebody by."""
    words = name.split(maxsplit=1)
    return words[0] if words else ""
