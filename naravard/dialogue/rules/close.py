"""Whom a person names as close to her, and when she can let them in (pure)."""

from dataclasses import dataclass
from datetime import date

from naravard.core.errors import DomainError, NotAllowed
from naravard.dialogue.rules.wishes import Mandate

# A child reads, and lets others read, from this age (years); as access has it.
GIVES_MANDATE_FROM = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOne:
    """Somebody close to her: who, what to her, and how to reach them."""

    name: str
    relation: str
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A mandate as it is given; `last_day` is None until she takes it back."""

    mandate: Mandate
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GiverFacts:
    """What must be known of her who gives; age in whole years, None when unknown."""

    age: int | None
    lacks_capacity: bool
    can_sign_in: bool  # whether the one close to her can


class NotHersToGive(NotAllowed):
    """A person gives a mandate herself; a guardian or trustee has it from elsewhere."""

    rule = "FB 6 kap. 11 §, FB 11 kap. 4 §"


class TooYoungToGive(NotAllowed):
    """From 16 she reads herself, and decides who else does."""

    rule = "OSL 12 kap. 3 §, FB 6 kap. 11 §"


class CapacityToGive(NotAllowed):
    """A mandate is given by somebody who can understand what it means."""

    rule = "OSL 12 kap. 2 §, FB 11 kap. 4 §"


class CannotBeLetIn(DomainError):
    """Only somebody who can sign in can be let in; others are to call."""


class EndedBeforeItBegan(DomainError):
    """The last day of a mandate is today or later."""


class NotKnownTogether(DomainError):
    """The number and the name belong to one who can sign in here."""


class NobodyElse(DomainError):
    """Somebody close to her is somebody else than herself, and stands there once."""


def check_mandate(given: Given, giver: GiverFacts, today: date) -> None:
    """To take a mandate back is always possible; to give one has its conditions.

    Raises CannotBeLetIn, TooYoungToGive, CapacityToGive and EndedBeforeItBegan.
    """
    if not given.mandate.may_read:
        return
    if not giver.can_sign_in:
        raise CannotBeLetIn(
            "Personen kan inte logga in här och är bara en kontakt.",
            remedy="Lägg till personen med personnummer, så kan hon eller han logga"
            " in.",
        )
    if giver.age is None or giver.age < GIVES_MANDATE_FROM:
        raise TooYoungToGive(
            "Den som är under 16 år kan inte ge någon rätt att läsa här.",
            remedy="Prata med den enhet som ger vården.",
        )
    if giver.lacks_capacity:
        raise CapacityToGive(
            "Det är antecknat att personen inte själv kan ta ställning. Då går det"
            " inte att ge en ny fullmakt.",
            remedy="En god man, en förvaltare eller en framtidsfullmakt kan behövas."
            " Kontakta överförmyndaren i kommunen.",
        )
    if given.last_day is not None and given.last_day < today:
        raise EndedBeforeItBegan(
            "Den sista dagen har redan varit.",
            remedy="Välj en dag från och med i dag, eller lämna tomt.",
        )
