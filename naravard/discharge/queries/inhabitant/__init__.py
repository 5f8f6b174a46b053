"""What the person is shown of her own discharge; each asks for an opened record."""

from datetime import datetime
from uuid import UUID

from naravard.access.rules import OpenRecord
from naravard.discharge.own import (
    Happening,
    NextForYou,
    Paper,
    PaperRow,
    PlanningAnswer,
    WhoToCall,
)
from naravard.discharge.queries.inhabitant.contacts import calls_for
from naravard.discharge.queries.inhabitant.happening import happenings_for
from naravard.discharge.queries.inhabitant.next import next_for
from naravard.discharge.queries.inhabitant.papers import paper_from, paper_rows
from naravard.discharge.queries.inhabitant.planning import planning_answer_for
from naravard.discharge.queries.inhabitant.reading import OwnCase, read_own

__all__ = [
    "OwnCase",
    "my_paper",
    "my_papers",
    "my_planning_answer",
    "read_own",
    "what_happens_next",
    "what_is_happening",
    "who_to_call",
]


def what_happens_next(record: OpenRecord, now: datetime) -> NextForYou:
    """The one thing that happens next."""
    return next_for(read_own(record, now), now)


def what_is_happening(record: OpenRecord, now: datetime) -> tuple[Happening, ...]:
    """What is done and what remains on the way home; nothing without a stay."""
    return happenings_for(read_own(record, now), now)


def who_to_call(record: OpenRecord, now: datetime) -> WhoToCall:
    """The person's one contact first, then the rest of the team (patientkontrakt)."""
    return calls_for(read_own(record, now), now)


def my_papers(record: OpenRecord, now: datetime) -> tuple[PaperRow, ...]:
    """The papers the hospital has given the person, newest first."""
    return paper_rows(read_own(record, now))


def my_paper(record: OpenRecord, paper_id: UUID, now: datetime) -> Paper:
    """One of them, as much of it as the reader may see. Raises NotFound."""
    return paper_from(read_own(record, now), paper_id)


def my_planning_answer(record: OpenRecord, now: datetime) -> PlanningAnswer | None:
    """What the person says about planning together; None when there is no stay."""
    return planning_answer_for(read_own(record, now), now)
