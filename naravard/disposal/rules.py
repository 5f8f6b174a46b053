"""Why something may be erased, how far it has come, and what must be said first."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from naravard.core.errors import Conflict, DomainError, NotAllowed, NotFound
from naravard.people.roles import Role

# Who stands for the owner; the one who decides signs, and nobody else's unit.
MAY_APPROVE = frozenset({Role.DECISION_MAKER, Role.HEAD_OF_UNIT})


class Ground(StrEnum):
    """Why it goes."""

    TIME = "time"  # kept for as long as it must
    DESTRUCTION = "destruction"  # IVO's decision, patientdatalagen 8 kap. 4 §
    WRONG_PERSON = "wrong_person"  # it was never about her


class DecisionState(StrEnum):
    """How far a decision to erase has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DONE = "done"


class Stays(StrEnum):
    """Why a record whose time is up stays all the same."""

    ONGOING = "ongoing"
    PLACED = "placed"
    CHILD = "child"
    PRESERVED = "preserved"
    ENTERED = "entered"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who approves that it is erased, under which reference of the owner, and why."""

    hsa_id: str
    reference: str
    reason: str


class NoSuchDecision(NotFound):
    """There is no such proposal to erase."""

    def __init__(self) -> None:
        """Say how to see those there are."""
        super().__init__(
            "Gallringsförslaget finns inte.",
            remedy="Visa dem som finns med: naravard retention list",
        )


class AlreadyDecided(Conflict):
    """The proposal has been approved before."""

    def __init__(self) -> None:
        """Say what to do instead."""
        super().__init__(
            "Gallringen är redan beslutad.",
            remedy="Verkställ den med: naravard retention erase",
        )


class NotOwnersOfficer(NotAllowed):
    """Only somebody who decides for the owner of the records approves."""

    rule = "Socialtjänstlagen (2025:400) 16 kap. 1 §; patientdatalagen 3 kap. 17 §"

    def __init__(self) -> None:
        """Say who can."""
        super().__init__(
            "Bara den som beslutar hos den ansvarige får godkänna gallringen.",
            remedy=(
                "Ange HSA-id för en beslutsfattare eller verksamhetschef med "
                "pågående uppdrag i organisationen."
            ),
        )


class ReferenceMissing(DomainError):
    """A decision to erase names its reference and its reason."""

    def __init__(self) -> None:
        """Say what to write."""
        super().__init__(
            "Beslutet saknar diarienummer eller skäl.",
            remedy='Ange --reference "Dnr …" och --reason "…".',
        )


class NothingToErase(NotFound):
    """The owner holds no such record about the person."""

    def __init__(self) -> None:
        """Say where to look."""
        super().__init__(
            "Den ansvarige har inget sådant om personen.",
            remedy="Kontrollera person, organisation och slag.",
        )


def check_said(approval: Approval) -> None:
    """A reference and a reason. Raises ReferenceMissing."""
    if not (approval.reference.strip() and approval.reason.strip()):
        raise ReferenceMissing


def month_after(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def months_to_take(months: tuple[date, ...], before: date) -> tuple[date, ...]:
    """The whole months that ended before the day, the oldest first."""
    return tuple(sorted(month for month in months if month_after(month) <= before))
