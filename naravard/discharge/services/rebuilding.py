"""Makes every derived row again from the events: after a new agreement, or a repair."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.discharge.models import DischargeCase
from naravard.discharge.services.casefile import take
from naravard.discharge.services.projection import project


def rebuild_cases(*, now: datetime, ended_too: bool = False) -> Iterator[int]:
    """Project each case anew in a transaction of its own; yields how many are done."""
    cases = DischargeCase.objects.order_by("pk")
    if not ended_too:
        cases = cases.filter(ended_at__isnull=True)
    for number, case_id in enumerate(cases.values_list("pk", flat=True), start=1):
        _rebuild(case_id, now)
        yield number


@transaction.atomic
def _rebuild(case_id: UUID, now: datetime) -> None:
    file = take(case_id)
    changed_at = file.case.changed_at
    # As if nothing had been written: then everything is written again.
    file.history_as_read, file.parties_as_read = (), {}
    project(file, now=now)
    # Reading anew is not a change that anybody waits to see.
    DischargeCase.objects.filter(pk=case_id).update(changed_at=changed_at)
