"""Who has read about oneself: page by page, and all of it to take home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from naravard.access import queries as access_queries
from naravard.access.queries import (
    LogLine,
    Readers,
)
from naravard.access.rules import (
    EMERGENCY_GROUNDS,
    Action,
    Actor,
    Category,
)
from naravard.discharge.services.inhabitant.opening import (
    Opened,
    open_record,
    opened_by,
    read_by_others,
)
from naravard.people.queries import (
    person_header,
)
from naravard.review.queries import reviewed_entries
from naravard.review.rules import Status

OWN_READINGS = 20  # rows
ROWS_OF_EXTRACT = 2_000  # rows; some seventy pages of paper


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReaders:
    """Who has read: others, page by page, and the person herself apart."""

    opened: Opened
    others: tuple[LogLine, ...]
    herself: tuple[LogLine, ...]
    goes_on_before: int | None  # the place in the log where the next page begins
    emergencies: tuple[LogLine, ...]
    reviews: Mapping[int, Status]  # which rows are or have been reviewed, by number


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLogExtract:
    """The whole log about the person, to keep; `is_cut` when there is even more."""

    opened: Opened
    lines: tuple[LogLine, ...]
    reviews: dict[int, Status]
    is_cut: bool


@transaction.atomic
def open_own_readers(
    *, actor: Actor, now: datetime, before: int | None = None
) -> OwnReaders:
    """Who has read (PDL 8 kap. 5 §, SVOD 4 kap. 5 §); refused attempts are left out.

    Raises AccessDenied and NotAnInhabitant.
    """
    record = open_record(actor, now, category=Category.ACCESS_LOG)
    others = read_by_others(record, access_queries.PAGE, before)
    is_full = len(others) == access_queries.PAGE
    return OwnReaders(
        opened=opened_by(record, person_header(record), now),
        others=others,
        herself=access_queries.who_has_read(
            record, OWN_READINGS, readers=Readers.HERSELF, refusals=False
        ),
        goes_on_before=others[-1].id if is_full else None,
        emergencies=tuple(line for line in others if line.ground in EMERGENCY_GROUNDS),
        reviews=reviewed_entries(record),
    )


@transaction.atomic
def extract_own_log(*, actor: Actor, now: datetime) -> OwnLogExtract:
    """Who has read, all of it, to take home (PDL 8 kap. 5 §); logged as an export.

    Raises AccessDenied and NotAnInhabitant.
    """
    record = open_record(actor, now, category=Category.ACCESS_LOG, action=Action.EXPORT)
    lines = access_queries.who_has_read(record, ROWS_OF_EXTRACT, refusals=False)
    return OwnLogExtract(
        opened=opened_by(record, person_header(record), now),
        lines=lines,
        reviews=reviewed_entries(record),
        is_cut=len(lines) == ROWS_OF_EXTRACT,
    )
