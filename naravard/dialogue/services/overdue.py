"""What nobody has answered in time is read by the reserve."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from naravard.dialogue.models import Talk, TalkLine
from naravard.dialogue.rules.routing import Because, answer_by
from naravard.dialogue.rules.talks import Waits, WrittenBy
from naravard.plan.models import PlanParty
from naravard.plan.rules.process import WORKED_ON

AT_MOST = 500  # talks at a time


@transaction.atomic
def lead_on_late_talks(*, now: datetime) -> int:
    """Let the reserve read what is past its last day; returns how many. For the clock.

    Only while the reserve still may: it takes part in a plan she says yes to, or is
    where she is listed. What has no reserve stays, and is late in its unit's list.
    """
    late = list(
        Talk.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("reserve_unit", "person")
        .filter(waits=Waits.FOR_CARE, answer_by__lt=now, reserve_unit__isnull=False)[
            :AT_MOST
        ]
    )
    led = [talk for talk in late if _may_read(talk)]
    for talk in led:
        _lead_on(talk, now)
    return len(led)


def _lead_on(talk: Talk, now: datetime) -> None:
    assert talk.reserve_unit is not None
    TalkLine(
        pk=uuid4(),
        talk=talk,
        at=now,
        written_by=WrittenBy.HOUSE,
        text=f"Ingen svarade i tid. {talk.reserve_unit.name} läser i stället.",
    ).save(force_insert=True)
    talk.to_unit_id = talk.reserve_unit_id  # type: ignore[assignment]
    talk.to_name = ""
    talk.because = Because.LATE
    talk.reserve_unit = None
    talk.answer_by = answer_by(now)
    talk.changed_at = now
    talk.save()


def _may_read(talk: Talk) -> bool:
    if talk.person.listed_unit_id == talk.reserve_unit_id:
        return True
    return PlanParty.objects.filter(
        plan__person_id=talk.person_id,
        plan__consented=True,
        plan__status__in=WORKED_ON,
        unit_id=talk.reserve_unit_id,
        left_at=None,
    ).exists()
