"""Where what a person writes is read: her contact's unit, or the reserve (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.plan.rules.contacts import YOUR_CONTACT, answers, in_team, opens_next
from naravard.plan.rules.parts import TeamMember
from naravard.plan.rules.tasks import working_days_after

# The person is told that she has an answer by then; our choice. [DES]
ANSWER_WORKING_DAYS = 2


class Because(StrEnum):
    """Why it was read there."""

    CONTACT = "contact"  # «Din kontakt» works there
    RESERVE = "reserve"  # her contact can not be reached in time
    LISTED = "listed"  # she has no contact: her health centre
    LATE = "late"  # nobody answered in time
    PASSED_ON = "passed_on"  # somebody knew who answers better


class NobodyToWriteTo(DomainError):
    """Somebody with neither a contact nor a health centre has nobody to write to."""

    rule = "PatL 6 kap. 2–3 §§"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A unit that can read, and who in it she knows."""

    unit_id: UUID
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Who reads, why there, by when she has an answer, and who does if nobody else."""

    reader: Reader
    because: Because
    answer_by: datetime
    reserve_id: UUID | None


def answer_by(at: datetime) -> datetime:
    """The end of office hours two working days later."""
    return working_days_after(at, ANSWER_WORKING_DAYS)


def route(
    *,
    team: tuple[TeamMember, ...],
    unit_ids: Iterable[UUID],
    listed_unit_id: UUID | None,
    now: datetime,
) -> Route:
    """Her contact by the one rule, when reachable; else the next; else where listed.

    `unit_ids` are those that take part in a plan she has said yes to: nobody else in
    the team reads what she writes. Raises NobodyToWriteTo.
    """
    last = answer_by(now)
    contacts = _contacts(team, frozenset(unit_ids), now)
    reachable = [one for one in contacts if is_reachable(one, now, last)]
    readers = [_reader(one) for one in (*reachable, *contacts)]
    if listed_unit_id is not None:
        # Closed or on leave for longer than she should wait: her health centre first.
        readers.insert(len(reachable), Reader(unit_id=listed_unit_id))
    if not readers:
        raise NobodyToWriteTo(
            "Det finns ingen mottagning att skriva till här.",
            remedy="Ring 1177 så hjälper de dig vidare.",
        )
    first = readers[0]
    others = (one.unit_id for one in readers if one.unit_id != first.unit_id)
    return Route(
        reader=first,
        because=_because(first, contacts),
        answer_by=last,
        reserve_id=next(others, None),
    )


def is_reachable(member: TeamMember, now: datetime, last: datetime) -> bool:
    """Whether she works and can be reached before somebody must have answered.

    Who has told no hours is reached as her unit is.
    """
    if member.to_on is not None and member.to_on < day_of(last):
        return False
    if not member.hours or answers(member.hours, now):
        return True
    opens = opens_next(member.hours, now)
    return opens is not None and opens <= last


def _contacts(
    team: tuple[TeamMember, ...], unit_ids: frozenset[UUID], now: datetime
) -> list[TeamMember]:
    """Everybody who could be «Din kontakt», in the order of the rule."""
    present = [one for one in in_team(team, now) if one.unit_id in unit_ids]
    ordered = [one for wanted in YOUR_CONTACT for one in present if wanted(one)]
    return list({one.id: one for one in ordered}.values())


def _reader(member: TeamMember) -> Reader:
    assert member.unit_id is not None  # `_contacts` keeps only those at a unit
    return Reader(unit_id=member.unit_id, name=member.name)


def _because(first: Reader, contacts: list[TeamMember]) -> Because:
    if not contacts:
        return Because.LISTED
    is_contact = first == _reader(contacts[0])
    return Because.CONTACT if is_contact else Because.RESERVE
