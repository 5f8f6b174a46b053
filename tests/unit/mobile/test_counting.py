"""What the search counts change by change is what it counts from nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.mobile.routing.kernel import layout as at
from naravard.mobile.routing.kernel.annealing import anneal
from naravard.mobile.routing.kernel.evaluating import prefer_even
from naravard.mobile.routing.kernel.placing import count_all
from naravard.mobile.routing.kernel.ruining import build
from naravard.mobile.routing.search import Search, Steps
from tests.unit.mobile.days import drawn_day

seeds = st.integers(0, 10_000)
# Kept up to date by the changes themselves; the rest is room to work in.
OF_A_NODE = (at.START, at.READY_AGAIN, at.LATE)
OF_A_ROUTE = (at.ROUTE_LATE, at.LOAD)
OF_WHOLE_ROUTES = (at.WAITED, at.WORKED, at.MISSED)
MARKS = (at.COST, at.WORST, at.UNPLANNED, at.WHOLE_COST)


def changed(
    seed: int, *, rich: bool, changes: int, by_ruin: float, even: int = 0
) -> Search:
    """A plan after many changes by chance, good and bad."""
    search = Search(drawn_day(seed, visits=12, rich=rich), Steps(allowed=1), seed)
    build(search.numbers.day, search.state)
    prefer_even(search.numbers.day, search.state, even, 60)
    heat = 30.0 * search.numbers.cost_units
    anneal(search.numbers.day, search.state, changes, heat, 0.5, by_ruin)
    return search


def counted(search: Search, *, whole_routes: bool) -> dict[str, list]:
    state, tasks = search.state, len(search.numbers.tasks)
    planned = state.node[:, at.ROUTE] != at.NOBODY
    columns = (*OF_A_ROUTE, *(OF_WHOLE_ROUTES if whole_routes else ()))
    return {
        "nodes": state.node[:tasks][planned[:tasks]][:, OF_A_NODE].tolist(),
        "ends": state.node[tasks:, at.LATE].tolist(),
        "routes": state.route[:, columns].tolist(),
        "marks": state.mark[list(MARKS)].tolist(),
    }


def from_nothing(search: Search, *, whole_routes: bool) -> dict[str, list]:
    """The same rounds with every time forgotten, and counted again."""
    state, tasks = search.state, len(search.numbers.tasks)
    state.node[:tasks, OF_A_NODE] = 0
    # Before the day begins: what may start at once is to be counted, too.
    state.node[:tasks, at.START] = -1
    state.node[tasks:, at.LATE] = 0
    state.node[tasks:, at.START] = 0
    state.route[:, OF_WHOLE_ROUTES] = 0
    assert count_all(search.numbers.day, state)
    return counted(search, whole_routes=whole_routes)


@pytest.mark.parametrize(("rich", "even"), [(False, 0), (True, 0), (True, 9)])
@pytest.mark.parametrize("by_ruin", [0.0, 0.1])
@settings(max_examples=40, deadline=None)
@given(seed=seeds, changes=st.integers(1, 3_000))
def test_after_any_changes_all_times_and_costs_are_as_counted_from_nothing(
    rich, even, by_ruin, seed, changes
):
    search = changed(seed, rich=rich, changes=changes, by_ruin=by_ruin, even=even)

    by_changes = counted(search, whole_routes=rich)

    assert by_changes == from_nothing(search, whole_routes=rich)


@settings(max_examples=20, deadline=None)
@given(seed=seeds)
def test_rings_hold_every_planned_task_once_and_in_both_directions(seed):
    search = changed(seed, rich=True, changes=2_000, by_ruin=0.05)
    node, tasks = search.state.node, len(search.numbers.tasks)

    planned = [i for i in range(tasks) if node[i, at.ROUTE] != at.NOBODY]
    on_rings = [*planned, *range(tasks, len(node))]

    assert [int(node[node[i, at.NEXT], at.BEFORE]) for i in on_rings] == on_rings
    assert [int(node[node[i, at.NEXT], at.ROUTE]) for i in on_rings] == [
        int(node[i, at.ROUTE]) for i in on_rings
    ]
