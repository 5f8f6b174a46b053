"""What somebody who leads a team may write: delegations and shifts (pure)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from naravard.core.errors import DomainError
from naravard.mobile.rules.skills import SKILL_OF_ROLE

# Socialstyrelsens föreskrifter (SOSFS 1997:14) om delegering: at most a year.
LONGEST_DELEGATION = timedelta(days=365)
LONGEST_SHIFT = timedelta(hours=13)  # arbetstidslagen 13 §: eleven hours of rest
OF_A_PROFESSION = frozenset().union(*SKILL_OF_ROLE.values())
DELEGATION = "PSL 6 kap. 3 §, SOSFS 1997:14"


class NotToBeDelegated(DomainError):
    """A whole profession is not delegated, only a task."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Ett yrke kan inte delegeras, bara en uppgift.",
            rule=DELEGATION,
            remedy="Välj en uppgift, till exempel dropp.",
        )


class DelegationTooLong(DomainError):
    """A delegation has an end, within a year."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "En delegering gäller högst ett år, och den har ett slutdatum.",
            rule=DELEGATION,
            remedy="Välj ett slutdatum inom ett år.",
        )


class CanNotDelegateThat(DomainError):
    """Only whoever has the competence herself delegates it, and to somebody else."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Du kan bara delegera en uppgift som du själv har behörighet för, och till"
            " någon annan.",
            rule=DELEGATION,
            remedy="Be en kollega som har behörigheten att delegera den.",
        )


class ShiftNotPossible(DomainError):
    """A shift ends after it begins, is not too long, and overlaps no other."""

    def __init__(self, why: str) -> None:
        """Say why."""
        super().__init__(
            why, remedy="Ändra tiderna.", rule="Arbetstidslagen (1982:673) 13 §"
        )


class ShiftHasBegun(DomainError):
    """What has been worked is not changed afterwards."""

    def __init__(self) -> None:
        """Say so, and what to do instead."""
        super().__init__(
            "Passet har redan börjat, eller är slut.",
            rule="Arbetad tid ändras inte i efterhand.",
            remedy="Är medarbetaren sen eller har gått hem? Notera det under Planera"
            " dagen. Slutet på ett pass som pågår kan du ändra.",
        )


def check_delegation(
    *,
    skill: str,
    own: Iterable[str],
    to_oneself: bool,
    valid_from: date,
    valid_to: date | None,
) -> None:
    """Whether a task may be delegated; `own` are skills that the giver has herself.

    Raises NotToBeDelegated, CanNotDelegateThat and DelegationTooLong.
    """
    if skill in OF_A_PROFESSION:
        raise NotToBeDelegated
    if to_oneself or skill not in own:
        raise CanNotDelegateThat
    if (
        valid_to is None
        or not valid_from <= valid_to <= valid_from + LONGEST_DELEGATION
    ):
        raise DelegationTooLong


def check_may_change(
    was: tuple[datetime, datetime],
    becomes: tuple[datetime, datetime] | None,
    now: datetime,
) -> None:
    """Whether a planned shift may become another, or be taken away (None).

    What has begun keeps its beginning, and ends after now. Raises ShiftHasBegun.
    """
    begins, ends = was
    if now < begins:
        if becomes is not None and becomes[0] < now:
            raise ShiftHasBegun
        return
    if becomes is None or now >= ends or becomes[0] != begins or becomes[1] <= now:
        raise ShiftHasBegun


def check_shift(
    starts_at: datetime,
    ends_at: datetime,
    others: Iterable[tuple[datetime, datetime]],
) -> None:
    """Whether somebody can work then. Raises ShiftNotPossible."""
    if ends_at <= starts_at:
        raise ShiftNotPossible("Passet slutar innan det börjar.")
    if ends_at - starts_at > LONGEST_SHIFT:
        raise ShiftNotPossible("Passet är längre än 13 timmar.")
    if any(starts_at < ends and begins < ends_at for begins, ends in others):
        raise ShiftNotPossible("Personen har redan ett pass då.")
