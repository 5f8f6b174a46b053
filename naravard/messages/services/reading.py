"""Reading the unit's deviations: the list and its log row in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.messages.queries import (
    DeviationCount,
    DeviationRow,
    deviation_counts,
    deviations,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDeviations:
    """What went wrong between the actor's unit and others, one by one and counted."""

    rows: tuple[DeviationRow, ...]
    counts: tuple[DeviationCount, ...]


@transaction.atomic
def open_deviations(
    *, actor: Actor, since: datetime, until: datetime, now: datetime
) -> UnitDeviations:
    """Deviations sent in [since, until); one log row. Raises AccessDenied."""
    access.require(actor=actor, action=Action.LIST)
    rows = deviations(actor, since=since, until=until)
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
    )
    return UnitDeviations(
        rows=rows, counts=deviation_counts(actor, since=since, until=until)
    )
