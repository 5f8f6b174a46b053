"""A night's round is drawn in the order that it is made, also after midnight."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

from naravard.mobile.routing.model import Caregiver, Prices, Problem, Visit
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.replanning.standing import Standing
from naravard.web.staff.visits.lanes import hours
from tests.house import at

MONDAY = date(2026, 3, 2)
TEN = at("2026-03-02 22:00")
SHIFT = uuid4()


def row(starts_at):
    return SimpleNamespace(id=uuid4(), starts_at=starts_at, minutes=30)


def test_a_visit_after_midnight_stands_after_one_before():
    before = row(at("2026-03-02 23:00"))
    after = row(at("2026-03-03 01:00"))
    standing = Standing(
        problem=Problem(
            name="",
            visits=tuple(
                Visit(id=str(each.id), place=0, services=(), windows=())
                for each in (before, after)
            ),
            caregivers=(Caregiver(id=str(SHIFT), can=frozenset()),),
            travel=(((0.0,),),),
            prices=Prices(),
        ),
        plan=Plan(
            rounds=(
                Round(
                    caregiver=str(SHIFT),
                    stops=(Stop(visit=str(after.id), service=0, start=1, end=2),),
                ),
            )
        ),
        now=0,
    )
    night = SimpleNamespace(
        shift_id=SHIFT,
        starts_at=TEN,
        ends_at=TEN + timedelta(hours=9),
        visits=(before, after),
    )
    day = SimpleNamespace(day=MONDAY, rounds=(night,), standing=standing)

    drawn = hours(day, at("2026-03-03 02:00"))

    [first, second] = drawn.lanes[0].bars
    assert [each.text for each in drawn.headings[:4]] == [
        "22.00",
        "23.00",
        "0.00",
        "1.00",
    ]
    assert second.begins - first.begins == 24  # two hours, in columns of five minutes
    assert drawn.now == 1 + 4 * 12
