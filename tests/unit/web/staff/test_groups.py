"""Late first, then today, tomorrow and later; nobody is lost between them."""

from datetime import datetime, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.web.staff.worklist.groups import DueGroup, due_group, grouped
from tests.house import at
from tests.unit.web.staff.rows import NOW, row

moments = st.none() | st.timedeltas(
    min_value=timedelta(days=-40), max_value=timedelta(days=40)
).map(lambda shift: NOW + shift)


@pytest.mark.parametrize(
    ("due_at", "group"),
    [
        ("2026-03-02 09:41", DueGroup.LATE),
        ("2026-03-02 09:42", DueGroup.TODAY),
        ("2026-03-02 23:59", DueGroup.TODAY),
        ("2026-03-03 00:00", DueGroup.TOMORROW),
        ("2026-03-03 23:59", DueGroup.TOMORROW),
        ("2026-03-04 00:00", DueGroup.LATER),
    ],
)
def test_row_stands_where_its_deadline_falls(due_at: str, group: DueGroup) -> None:
    assert due_group(row(due_at=at(due_at)), NOW) is group


def test_what_is_ours_without_a_deadline_is_due_today() -> None:
    assert due_group(row(due_at=None, ours=True), NOW) is DueGroup.TODAY


def test_what_others_do_without_a_deadline_comes_last() -> None:
    assert due_group(row(due_at=None, ours=False), NOW) is DueGroup.LATER


def test_day_is_swedish_when_the_clocks_change() -> None:
    before_midnight = at("2026-03-28 23:30")

    group = due_group(row(due_at=at("2026-03-29 03:30")), before_midnight)

    assert group is DueGroup.TOMORROW


def test_group_without_rows_is_not_shown() -> None:
    groups = grouped([row(due_at=at("2026-03-01 09:00"))], NOW)

    assert [group.group for group in groups] == [DueGroup.LATE]


@given(st.lists(st.tuples(moments, st.booleans()), max_size=12))
def test_every_row_stands_in_exactly_one_group_in_the_given_order(
    given_rows: list[tuple[datetime | None, bool]],
) -> None:
    rows = [
        row(name=f"{place:02}", due_at=due_at, ours=ours)
        for place, (due_at, ours) in enumerate(given_rows)
    ]

    groups = grouped(rows, NOW)

    names = [[each.name for each in group.rows] for group in groups]
    assert sorted(chain.from_iterable(names)) == [each.name for each in rows]
    assert names == [sorted(group) for group in names]
