"""What each place for one more task would cost and move, counted exactly."""

from naravard.mobile.routing.kernel.compiling import compiled, entrance
from naravard.mobile.routing.kernel.cost import (
    begin_change,
    lateness_change,
    untouch,
    whole_change,
    worst_after,
)
from naravard.mobile.routing.kernel.evaluating import evaluate, keep_best
from naravard.mobile.routing.kernel.inserting import may_take, put_in, take_out
from naravard.mobile.routing.kernel.layout import (
    BEST,
    CAREGIVERS,
    FAR,
    FOUND_COST,
    FOUND_LATER,
    FOUND_MOVED,
    FOUND_POSSIBLE,
    FOUND_ROAD,
    FOUND_START,
    HELPED,
    IDLEST,
    LATE,
    LOGGED,
    NEXT,
    NOBODY,
    ROUTE,
    START,
    TASKS,
    TRAVEL_PRICE,
    WHOLE_ROUTES,
    WORST,
    WORST_PRICE,
    WORST_ROUTE,
    Day,
    State,
    Whole,
)
from naravard.mobile.routing.kernel.routes import give, join
from naravard.mobile.routing.kernel.schedule import (
    propagate,
    push,
    roll_back,
    travel_time,
)


@entrance
def count_all(p: Day, s: State) -> bool:
    """Count every start of rounds just written; False when they wait for each other."""
    begin_change(s)
    s.mark[HELPED] = NOBODY
    for i in range(p.rule[TASKS] + p.rule[CAREGIVERS]):
        if s.node[i, ROUTE] != NOBODY:
            push(s, i)
    if not propagate(p, s, FAR):
        return False
    evaluate(p, s)
    s.mark[BEST] = FAR
    keep_best(s)
    return True


@entrance
def try_places(p: Day, s: State, i: int, found: Whole) -> None:
    """For each node that task i could follow: price, road, what moves, and its start.

    `found` has one row a node; the rounds are left as they were.
    """
    for w in range(p.rule[TASKS] + p.rule[CAREGIVERS]):
        found[w, FOUND_POSSIBLE] = 0
        c = s.node[w, ROUTE]
        if c != NOBODY and may_take(p, s, i, c):
            try_place(p, s, i, w, found)


@compiled
def try_place(p: Day, s: State, i: int, w: int, found: Whole) -> None:
    """Let i follow w, count what that changes, and undo it."""
    c = s.node[w, ROUTE]
    after = s.node[w, NEXT]
    road = travel_time(p, c, w, i) + travel_time(p, c, i, after)
    if w < p.rule[TASKS] or after < p.rule[TASKS]:
        road -= travel_time(p, c, w, after)
    idlest, worst_route = s.mark[IDLEST], s.mark[WORST_ROUTE]
    begin_change(s)
    put_in(p, s, i, w)
    if propagate(p, s, FAR):
        found[w, FOUND_POSSIBLE] = 1
        found[w, FOUND_ROAD] = road
        found[w, FOUND_START] = s.node[i, START]
        found[w, FOUND_COST] = (
            p.rule[TRAVEL_PRICE] * road + p.price[i, c] + dearer(p, s)
        )
        count_moved(p, s, i, found[w])
    roll_back(p, s)
    untouch(s)
    join(s, w, after)
    give(p, s, i, NOBODY)
    s.mark[IDLEST], s.mark[WORST_ROUTE] = idlest, worst_route


@compiled
def dearer(p: Day, s: State) -> int:
    """What lateness, waiting and the like cost more after the change."""
    change = lateness_change(p, s)
    if p.rule[WORST_PRICE] > 0:
        change += p.rule[WORST_PRICE] * (worst_after(p, s) - s.mark[WORST])
    if p.rule[WHOLE_ROUTES] == 1:
        change += whole_change(p, s)
    return change


@compiled
def count_moved(p: Day, s: State, i: int, row: Whole) -> None:
    """How many other visits come later than promised, and the most that any does."""
    row[FOUND_MOVED] = 0
    row[FOUND_LATER] = 0
    for at in range(s.mark[LOGGED]):
        j = s.log[at, 0]
        later = s.node[j, LATE] - s.log[at, 2]
        if j != i and j < p.rule[TASKS] and later > 0:
            row[FOUND_MOVED] += 1
            row[FOUND_LATER] = max(row[FOUND_LATER], later)


@entrance
def place(p: Day, s: State, i: int, w: int) -> bool:
    """Let task i follow node w for good; False when the rounds then wait in a ring."""
    begin_change(s)
    put_in(p, s, i, w)
    if propagate(p, s, FAR):
        evaluate(p, s)
        s.mark[BEST] = FAR
        keep_best(s)
        return True
    roll_back(p, s)
    join(s, w, s.node[i, NEXT])
    give(p, s, i, NOBODY)
    return False


@entrance
def displace(p: Day, s: State, i: int) -> None:
    """Take task i out of its round for good."""
    begin_change(s)
    take_out(p, s, i)
    propagate(p, s, FAR)
    evaluate(p, s)
    s.mark[BEST] = FAR
    keep_best(s)
