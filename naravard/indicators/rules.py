"""Who may see the county's figures, and how a figure's stretch of time is called."""

from enum import StrEnum
from uuid import UUID

from naravard.access.rules import Actor, ActorKind
from naravard.core.errors import DomainError, NotAllowed
from naravard.people.roles import Role

PER_ASSIGNMENT = 40  # subscriptions, so that a list can still be read
# Whose errand the figures are (aggregates, never a person).
MAY_SEE = "medarbetare i region och kommuner, och förtroendevalda"


class Span(StrEnum):
    """How long a stretch of time a value is about."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"  # twelve months, ending with any
    PUBLISHED = "published"  # a calendar year, from its owner


class SignalWhen(StrEnum):
    """What it takes for a followed measure to become a signal."""

    CHANGE = "change"  # it has surely changed, whichever way
    WORSE = "worse"  # it has surely become worse
    ABOVE = "above"  # its latest value is above the limit
    BELOW = "below"  # its latest value is below the limit

    @property
    def has_limit(self) -> bool:
        """Whether it is held against a limit of one's own."""
        return self in {SignalWhen.ABOVE, SignalWhen.BELOW}


class OnlyForDecisionMakers(NotAllowed):
    """The county's figures are shown to those who work in it or govern it."""


class OnlyManagersSeeCases(NotAllowed):
    """A figure's cases are opened by whoever heads the unit that has them."""


class LimitMissing(DomainError):
    """A measure that is held against a limit needs one."""


class NotAnAddress(DomainError):
    """A signal is sent to an address that post can be sent to."""


class TooManySubscriptions(NotAllowed):
    """A list of signals that nobody can read is no list."""


def check_may_see_figures(actor: Actor) -> None:
    """Aggregates: any assignment in region or municipality. Raises NotAllowed."""
    if actor.kind is not ActorKind.STAFF:
        raise OnlyForDecisionMakers(
            "Sidan är gjord för dem som arbetar i vården och omsorgen eller styr den.",
            rule="Behörighet efter uppdrag",
            remedy=f"Talen visas för {MAY_SEE}.",
        )


def assignment_of(actor: Actor) -> UUID:
    """The assignment that acts. Raises OnlyForDecisionMakers when there is none."""
    check_may_see_figures(actor)
    if actor.assignment_id is None:
        raise OnlyForDecisionMakers("Du har inget uppdrag att följa mått i.")
    return actor.assignment_id


def check_may_see_cases(actor: Actor) -> None:
    """The cases behind a figure: the head of the unit, never a politician.

    Raises OnlyManagersSeeCases.
    """
    check_may_see_figures(actor)
    if actor.role is not Role.HEAD_OF_UNIT:
        raise OnlyManagersSeeCases(
            "Du får se talen, men inte ärendena bakom dem.",
            rule="Patientdatalagen (2008:355) 4 kap. 1 §: den som behöver uppgifterna "
            "i sitt arbete",
            remedy="Be enhetens chef gå igenom ärendena och berätta vad de visar.",
        )
