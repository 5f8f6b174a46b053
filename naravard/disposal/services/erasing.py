"""Erases what has been approved, some records at a time; begun again, it goes on.

Each record is erased, counted and taken off the decision in one transaction: a process
that is killed has erased it wholly or not at all, and no record is counted twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from naravard.core.clock import day_of
from naravard.disposal.models import Decision, Item, Protocol, Tally
from naravard.disposal.rules import DecisionState
from naravard.operation.retention import RECORDS

AT_A_TIME = 50  # records in one transaction
ERASE = "SELECT disposal_erase(i.id, %s::date) FROM unnest(%s::bigint[]) AS i (id)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """How many records have been gone through so far of one decision."""

    number: int
    records: int


def erase(*, now: datetime) -> Iterator[Erased]:
    """Carry out every approved decision about records; yields after each batch."""
    approved = Decision.objects.filter(state=DecisionState.APPROVED, kept__in=RECORDS)
    for number in list(approved.order_by("pk").values_list("pk", flat=True)):
        gone = 0
        while taken := _batch(number, now):
            gone += taken
            yield Erased(number=number, records=gone)
        finish(number=number, now=now)


@transaction.atomic
def _batch(number: int, now: datetime) -> int:
    Decision.objects.filter(pk=number, began_at=None).update(began_at=now)
    items = list(
        Item.objects.select_for_update(skip_locked=True)
        .filter(decision_id=number)
        .order_by("pk")
        .values_list("pk", flat=True)[:AT_A_TIME]
    )
    if items:
        with connection.cursor() as cursor:
            cursor.execute(ERASE, [day_of(now), items])
    return len(items)


@transaction.atomic
def finish(*, number: int, now: datetime) -> None:
    """Write the protocol when nothing of the decision is left; once."""
    decision = (
        Decision.objects.select_for_update(of=["self"])
        .select_related("organisation")
        .get(pk=number)
    )
    left = Item.objects.filter(decision=decision).exists()
    if left or decision.approved_at is None or decision.state == DecisionState.DONE:
        return
    tallies = Tally.objects.filter(decision=decision)
    Protocol.objects.create(
        decision_number=decision.pk,
        owner=decision.organisation.name,
        kept=decision.kept,
        ground=decision.ground,
        source=decision.source,
        before=decision.before,
        oldest=decision.oldest,
        newest=decision.newest,
        erased=dict(tallies.order_by("what").values_list("what", "number")),
        approved_by=decision.approved_by,
        approved_at=decision.approved_at,
        reference=decision.reference,
        reason=decision.reason,
        began_at=decision.began_at or now,
        finished_at=now,
    )
    tallies.delete()
    decision.state = DecisionState.DONE
    decision.save(update_fields=["state"])
