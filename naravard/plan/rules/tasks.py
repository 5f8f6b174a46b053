"""Tasks between units, and the question of whose something is (pure)."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from naravard.core.calendar import next_working_day
from naravard.core.clock import day_of, moment_at
from naravard.core.errors import DomainError
from naravard.core.states import check_move

BOUNDARY_DAYS = 3  # working days to settle whose it is; our choice [DES]
SIP_DUE_WORKING_DAYS = 3  # from a flagged need to a plan begun; our choice [DES]
END_OF_WORKDAY = time(17, 0)


class TaskKind(StrEnum):
    """What is asked."""

    DO = "do"
    BOUNDARY = "boundary"  # vems är det här?
    OWN_NEED = "own_need"  # take on a need that nobody has


class TaskStatus(StrEnum):
    """What has been answered."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"
    WITHDRAWN = "withdrawn"


MOVES: dict[TaskStatus, frozenset[TaskStatus]] = {
    TaskStatus.ASKED: frozenset(
        {TaskStatus.ACCEPTED, TaskStatus.DECLINED, TaskStatus.WITHDRAWN}
    ),
    TaskStatus.ACCEPTED: frozenset({TaskStatus.DONE, TaskStatus.DECLINED}),
    TaskStatus.DECLINED: frozenset({TaskStatus.ASKED, TaskStatus.WITHDRAWN}),
    TaskStatus.DONE: frozenset(),
    TaskStatus.WITHDRAWN: frozenset(),
}


class ReasonMissing(DomainError):
    """A task is declined with a reason, so that somebody else can take it on."""


class SomebodyCares(DomainError):
    """While it is settled whose something is, somebody goes on doing it."""

    rule = "HSL 16 kap. 4 §, SoL 10 kap. 8 §; vården fortsätter tills frågan är löst"


def check_task_can(before: TaskStatus, after: TaskStatus, *, reason: str = "") -> None:
    """Raise MoveNotAllowed, or ReasonMissing when a task is declined without one."""
    check_move(MOVES, before, after)
    if after is TaskStatus.DECLINED and not reason.strip():
        raise ReasonMissing(
            "Det behövs ett skäl för att säga nej.",
            remedy="Skriv varför, och helst vem som kan ta uppgiften.",
        )


def check_boundary(*, meanwhile: object | None) -> None:
    """Raise SomebodyCares unless it is said who does it until it is settled."""
    if meanwhile is None:
        raise SomebodyCares(
            "Ingen är utsedd att göra det medan frågan avgörs.",
            remedy="Ange vilken enhet som fortsätter tills ni är överens.",
        )


def boundary_due(asked_at: datetime) -> datetime:
    """When it must be settled whose it is: the third working day, end of office."""
    return working_days_after(asked_at, BOUNDARY_DAYS)


def working_days_after(at: datetime, days: int) -> datetime:
    """The end of office hours so many working days after a moment."""
    day = day_of(at)
    for _ in range(days):
        day = next_working_day(day + timedelta(days=1))
    return moment_at(day, END_OF_WORKDAY)
