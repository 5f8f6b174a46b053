"""The clock steps back, stands still, or has an hour twice: noted once all the same."""

from collections import Counter
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from naravard.access.services import make_months
from naravard.core import events
from naravard.discharge import services
from naravard.discharge.events import DeadlinePassed
from naravard.discharge.models import Deadline
from naravard.discharge.services import Admission
from naravard.discharge.services.tick import tick
from tests.house import House, at
from tests.integration.discharge.steps import on

TEN_MINUTES = timedelta(minutes=10)
# The days after which an hour is missing, and an hour comes twice.
NIGHTS = ("2026-03-28 02:30", "2026-10-24 02:30")


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, UUID]]:
    """How often each deadline was said to have passed."""
    heard: Counter[tuple[str, UUID]] = Counter()
    monkeypatch.setitem(
        events._subscribers,
        DeadlinePassed,
        [lambda event: heard.update([(event.code, event.unit_id)])],
    )
    return heard


@pytest.mark.parametrize("evening", NIGHTS)
def test_a_deadline_in_the_night_of_the_clock_change_passes_once(
    house: House, karin: UUID, passed: Counter[tuple[str, UUID]], evening: str
) -> None:
    make_months(first=date(2026, 3, 1), last=date(2026, 11, 1))
    _assessed(house, karin, evening)
    steps = [at(evening) + TEN_MINUTES * number for number in range(26 * 6)]
    back = [steps[-1] - timedelta(hours=3), *steps[-12:]]

    _tick_twice_at([*steps, *back])

    assert passed
    assert set(passed.values()) == {1}
    late = Deadline.objects.exclude(noted_late_at=None)
    assert all(row.due_at < row.noted_late_at for row in late)
    assert all(row.noted_late_at - row.due_at <= TEN_MINUTES for row in late)


def _assessed(house: House, person: UUID, text: str) -> None:
    case_id = services.admit(
        actor=house.ward_nurse,
        admission=Admission(
            person_id=person, ward_id=house.ward, estimated_at=at(text) + timedelta(9)
        ),
        when=on(text),
    )
    services.assess_need(
        actor=house.physician,
        case_id=case_id,
        unit_ids=(house.health_centre, house.homecoming),
        when=on(text),
    )


def _tick_twice_at(moments: list[datetime]) -> None:
    for now in moments:
        tick(now=now)
        tick(now=now)
