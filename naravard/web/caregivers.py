"""Who does what: the five letters that follow every action."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


class Caregiver(StrEnum):
    """The person, the hospital, the health centre, the municipality, or all of them."""

    PERSON = "P"
    HOSPITAL = "S"
    HEALTH_CENTRE = "V"
    MUNICIPALITY = "K"
    EVERYONE = "A"


NAMES: dict[Caregiver, str | Promise] = {
    Caregiver.PERSON: gettext_lazy("Personen"),
    Caregiver.HOSPITAL: gettext_lazy("Sjukhuset"),
    Caregiver.HEALTH_CENTRE: gettext_lazy("Vårdcentralen"),
    Caregiver.MUNICIPALITY: gettext_lazy("Kommunen"),
    Caregiver.EVERYONE: gettext_lazy("Alla"),
}


def caregiver_name(caregiver: Caregiver) -> str:
    """The word that goes with the letter, in the active language."""
    return str(NAMES[caregiver])
