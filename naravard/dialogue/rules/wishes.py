"""How somebody wants to be met: language, way of contact, place, who helps (pure)."""

from dataclasses import dataclass
from enum import StrEnum

from naravard.core.errors import DomainError


class Channel(StrEnum):
    """How care is to reach her; what is written is always to be read here as well."""

    HERE = "here"  # on her own page
    LETTER = "letter"  # printed and posted
    SMS = "sms"  # a word by phone that there is something to read
    PHONE = "phone"  # somebody calls


class PlaceOfCare(StrEnum):
    """Where she wants care when there is a choice; a wish, never a promise."""

    NOT_SAID = "not_said"
    HOME = "home"
    CLINIC = "clinic"  # at the health centre or the clinic
    BY_VIDEO = "by_video"
    OTHER = "other"


class Mandate(StrEnum):
    """What she lets somebody close to her do here (fullmakt)."""

    NONE = "none"
    READS = "reads"
    ACTS = "acts"  # reads, proposes times and writes goals in the plan

    @property
    def may_read(self) -> bool:
        """Whether it lets somebody read."""
        return self is not Mandate.NONE

    @property
    def may_act(self) -> bool:
        """Whether it lets somebody do something too."""
        return self is Mandate.ACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What somebody has told; `interpreter_about` says which and how, in her words."""

    language: str = "sv"
    interpreter: bool = False
    interpreter_about: str = ""
    easy_to_read: bool = False
    channel: Channel = Channel.HERE
    place: PlaceOfCare = PlaceOfCare.NOT_SAID
    place_about: str = ""


class PlaceNotSaid(DomainError):
    """Another place than those named is said in words."""


def check_wishes(wishes: Wishes) -> None:
    """Raise PlaceNotSaid when the place is another and not said which."""
    if wishes.place is PlaceOfCare.OTHER and not wishes.place_about.strip():
        raise PlaceNotSaid(
            "Det står inte vilken plats.", remedy="Skriv var du vill få vård."
        )


def mandate_of(*, may_read: bool, may_act: bool) -> Mandate:
    """The mandate two columns say; to act without reading is no mandate."""
    if not may_read:
        return Mandate.NONE
    return Mandate.ACTS if may_act else Mandate.READS
