"""The longest wait as a promise: held, not held yet, or not held, and then said."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from naravard.core.clock import day_of
from naravard.core.errors import DomainError

LONGEST_REASON = 200  # characters of why a visit is moved or cancelled


class Wait(StrEnum):
    """How it goes with the longest wait that a request gives."""

    NONE = "none"  # nothing is promised, as for a visit that the team prescribes
    HOLDS = "holds"
    AT_RISK = "at_risk"  # planned too late, or nobody has it, and there is still time
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By when a visit was to begin, when it is planned to, and when it did."""

    by: datetime | None
    planned_at: datetime | None
    begun_at: datetime | None


class LaterThanPromised(DomainError):
    """A team that comes later than the longest wait tells whoever asked."""

    def __init__(self, by: date) -> None:
        """Say the last day."""
        super().__init__(
            f"Den längsta väntan går ut {by.isoformat()}, och dagen du har valt är"
            " senare.",
            rule="Väntetiden följer av hur bråttom den som frågade sa att det var.",
            remedy="Välj en tidigare dag, eller skriv i svaret varför det dröjer och"
            " vad som gäller till dess.",
        )


class ReasonIsNeeded(DomainError):
    """Whoever moves or cancels a visit says why."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Skriv varför besöket flyttas eller ställs in.",
            remedy="Personen läser det på sin sida. Fyll i skälet och spara igen.",
        )


def waits(due: Due, now: datetime) -> Wait:
    """How it goes with the promise, as far as is known now."""
    if due.by is None:
        return Wait.NONE
    if due.begun_at is not None:
        return Wait.HOLDS if due.begun_at <= due.by else Wait.BROKEN
    if now > due.by:
        return Wait.BROKEN
    is_in_time = due.planned_at is not None and due.planned_at <= due.by
    return Wait.HOLDS if is_in_time else Wait.AT_RISK


def check_told(*, day: date, visit_by: datetime, answer: str) -> None:
    """Whether whoever asked is told that it takes longer. Raises LaterThanPromised."""
    last = day_of(visit_by)
    if day > last and not answer.strip():
        raise LaterThanPromised(last)
