"""Who may belong to a mobile team: so many of the team's criteria, or a reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from naravard.core.errors import DomainError

LONGEST_CRITERION = 80  # characters
MOST_CRITERIA = 12
LAW = "HSL 5 kap. 1 § och kriterierna i länets överenskommelse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What a team asks of whom it takes in: `needed` of the texts are to hold.

    A team without texts takes in whoever it judges to need it.
    """

    texts: tuple[str, ...] = ()
    needed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Which criteria hold for a person, which do not, and whether that is enough."""

    met: tuple[str, ...]
    unmet: tuple[str, ...]
    is_enough: bool


class EnrolmentNeedsAReason(DomainError):
    """Whoever takes in somebody who meets too few criteria says why."""

    def __init__(self, judged: Judgement, needed: int) -> None:
        """Say how many hold and how many are asked for."""
        super().__init__(
            f"Personen uppfyller {len(judged.met)} av teamets kriterier, och"
            f" {needed} behövs.",
            rule=LAW,
            remedy="Skriv varför teamet tar in personen ändå, eller hänvisa vidare.",
        )


class EndNeedsAReason(DomainError):
    """Nobody stops belonging to a team without being told why."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Skriv varför inskrivningen avslutas.",
            rule="Patientlagen (2014:821) 3 kap.: personen ska få veta",
            remedy="Fyll i skälet och vem som tar vid, och spara igen.",
        )


class StillToVisit(DomainError):
    """Somebody whom the team is to visit still belongs to it."""

    def __init__(self, count: int) -> None:
        """Say how many visits there are."""
        visits = "ett besök" if count == 1 else f"{count} besök"
        super().__init__(
            f"Teamet har {visits} kvar att göra hos personen.",
            remedy="Gör besöken eller ställ in dem, och avsluta sedan.",
        )


class CriteriaNotPossible(DomainError):
    """A team can not ask for more criteria than it has written."""

    def __init__(self, count: int) -> None:
        """Say how many are written."""
        super().__init__(
            f"Teamet har {count} kriterier och kan inte kräva fler än så.",
            remedy="Skriv ett kriterium på varje rad och ändra hur många som behövs.",
        )


def judge(criteria: Criteria, met: Iterable[str]) -> Judgement:
    """Which of the team's criteria hold; what the team does not ask is left out."""
    holds = frozenset(met)
    kept = tuple(text for text in criteria.texts if text in holds)
    return Judgement(
        met=kept,
        unmet=tuple(text for text in criteria.texts if text not in holds),
        is_enough=len(kept) >= criteria.needed,
    )


def check_enrolment(criteria: Criteria, judged: Judgement, reason: str) -> None:
    """Whether a person may be taken in so. Raises EnrolmentNeedsAReason."""
    if not judged.is_enough and not reason.strip():
        raise EnrolmentNeedsAReason(judged, criteria.needed)


def check_criteria(criteria: Criteria) -> None:
    """Whether a team may ask for these. Raises CriteriaNotPossible."""
    too_long = any(len(text) > LONGEST_CRITERION for text in criteria.texts)
    count = len(criteria.texts)
    if too_long or count > MOST_CRITERIA or not 0 <= criteria.needed <= count:
        raise CriteriaNotPossible(count)


def check_end(reason: str, still: int) -> None:
    """Whether somebody may leave the team; `still` is how many visits are to make.

    Raises EndNeedsAReason and StillToVisit.
    """
    if not reason.strip():
        raise EndNeedsAReason
    if still:
        raise StillToVisit(still)
