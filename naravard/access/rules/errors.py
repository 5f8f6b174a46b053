"""Broken expectations of access, each with what is needed to log the refusal."""

from uuid import UUID

from naravard.access.rules.actors import Actor
from naravard.access.rules.data import Category
from naravard.access.rules.decisions import Decision
from naravard.core.errors import DomainError, NotAllowed

REASON_MAX = 300  # characters, as many as the log keeps


class AccessDenied(NotAllowed):
    """Not allowed, or not yet: the decision says why and what to do.

    Carries all that `services.note_denial` needs when the transaction is gone.
    """

    def __init__(
        self,
        decision: Decision,
        *,
        actor: Actor,
        action: str,
        person_ids: tuple[UUID, ...] = (),
        category: Category | None = None,
        reason: str = "",
        about: UUID | None = None,
    ) -> None:
        """Hold the decision and who asked for what."""
        super().__init__(decision.message, rule=decision.law, remedy=decision.remedy)
        self.decision = decision
        self.actor = actor
        self.action = action
        self.person_ids = person_ids
        self.category = category
        self.reason = reason
        self.about = about


class AssignmentNotInForce(NotAllowed):
    """The assignment, its unit or the person's right to act is not in force today."""

    rule = "HSLF-FS 2016:40 3 kap."


class GuardianCannotBlock(NotAllowed):
    """A guardian tried to block a child's data or oppose its sharing."""

    rule = "PDL 4 kap. 4 §, SVOD 2 kap. 3 §"


class NotYourProvidersBlock(NotAllowed):
    """Staff tried to block or open what another provider has written."""

    rule = "PDL 4 kap. 4 §, SVOD 2 kap. 3 §"


class NoInnerBlockThere(NotAllowed):
    """Somebody tried to close one unit's data where only all of it can be closed."""

    rule = "PDL 4 kap. 4 §"


class EmergencyNotBegun(DomainError):
    """The step that comes before was not taken, or was taken too long ago."""

    rule = "PDL 4 kap. 5 §, SVOD 3 kap. 5–6 §§"


class ReasonTooLong(DomainError):
    """A stated reason is longer than the log can keep whole."""


class ConsentNotSaidSo(DomainError):
    """A consent was given in a way that is not one of `ConsentHow`."""


def check_reason(reason: str) -> str:
    """The reason without surrounding space; raise ReasonTooLong over 300 characters."""
    stated = reason.strip()
    if len(stated) > REASON_MAX:
        raise ReasonTooLong(
            f"Skälet är för långt, {len(stated)} tecken.",
            rule="PDL 4 kap. 3 §",
            remedy=f"Skriv det viktigaste, högst {REASON_MAX} tecken.",
        )
    return stated


class NothingToLift(DomainError):
    """Nobody is asked to lift what is not blocked, or without being told why."""

    rule = "PDL 4 kap. 4–5 §§"


class LogCountsAnew(DomainError):
    """The database's order of transactions is lower than what is already sealed."""


class LogMonthStillNeeded(DomainError):
    """A month of the access log is too young to be taken away."""

    rule = "HSLF-FS 2016:40 4 kap. 9 §"


class LogMonthNotWhole(DomainError):
    """A month of the access log has no table of its own, or is not sealed."""
