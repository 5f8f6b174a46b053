"""Taking tasks out of their rounds, and finding the best place for one."""

from naravard.mobile.routing.kernel.chance import below
from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.cost import idle_time
from naravard.mobile.routing.kernel.layout import (
    APART,
    BEFORE,
    CAREGIVERS,
    CARRIES,
    EVEN_MEASURE,
    EVEN_PRICE,
    FAR,
    FIRST_WINDOW,
    HELPED,
    IDLE_PRICE,
    LAG_FROM,
    LAG_TO,
    LATE,
    LATE_PRICE,
    LENGTH,
    LOAD,
    MEAL,
    MEAL_LENGTH,
    MEAL_OPENS,
    NEXT,
    NOBODY,
    PRICE,
    READY_AGAIN,
    ROUTE,
    START,
    TAKES,
    TASK_FROM,
    TASK_TO,
    TASKS,
    TRAVEL_PRICE,
    VISIT,
    WINDOWS,
    WORKED,
    Day,
    State,
)
from naravard.mobile.routing.kernel.routes import ask_again, give, join
from naravard.mobile.routing.kernel.schedule import begin, lateness, travel_time

# A place is passed over once in this many, so that ruins do not heal alike.
BLINK = 50


@compiled
def take_out(p: Day, s: State, i: int) -> None:
    """Take task i out of its route; what followed it is to be counted again."""
    c = s.node[i, ROUTE]
    before, after = s.node[i, BEFORE], s.node[i, NEXT]
    if s.route[c, MEAL] == i:
        s.route[c, MEAL] = after
    s.route[c, WORKED] -= work_of(p, s, c, before, i, after)
    join(s, before, after)
    give(p, s, i, NOBODY)
    s.node[i, LATE] = 0
    ask_again(p, s, after)
    ask_mates(p, s, i)


@compiled
def work_of(p: Day, s: State, c: int, before: int, i: int, after: int) -> int:
    """How much task i between two nodes adds to what c works."""
    road = travel_time(p, c, before, i) + travel_time(p, c, i, after)
    return road - travel_time(p, c, before, after) + p.task[i, LENGTH]


@compiled
def ask_mates(p: Day, s: State, i: int) -> None:
    """Count again the planned tasks that i is bound to."""
    for at in range(p.task[i, LAG_FROM], p.task[i, LAG_TO]):
        if s.node[p.lag[at, 0], ROUTE] != NOBODY:
            ask_again(p, s, p.lag[at, 0])


@compiled
def put_in(p: Day, s: State, i: int, w: int) -> None:
    """Put task i after node w; it is to be counted, not yet propagated."""
    c = s.node[w, ROUTE]
    after = s.node[w, NEXT]
    give(p, s, i, c)
    join(s, w, i)
    join(s, i, after)
    # Earlier than it can be, so that it is always counted, next door as well.
    s.node[i, START] = max(s.node[w, READY_AGAIN], 0) - 1
    ask_again(p, s, i)
    ask_again(p, s, after)


@compiled
def has_mate_in(p: Day, s: State, i: int, c: int) -> bool:
    """Whether caregiver c already makes another service of a visit that wants two."""
    v = p.task[i, VISIT]
    if p.visit[v, APART] == 0:
        return False
    for j in range(p.visit[v, TASK_FROM], p.visit[v, TASK_TO]):
        if s.node[j, ROUTE] == c:
            return True
    return False


@compiled
def too_full(p: Day, s: State, i: int, c: int) -> bool:
    """Whether c cannot carry what task i takes."""
    return s.route[c, LOAD] + p.task[i, TAKES] > p.staff[c, CARRIES]


@compiled
def bound_by_mates(p: Day, s: State, i: int) -> int:
    """The earliest start that the planned tasks bound to i allow."""
    bound = 0
    for at in range(p.task[i, LAG_FROM], p.task[i, LAG_TO]):
        j = p.lag[at, 0]
        if s.node[j, ROUTE] == NOBODY:
            continue
        for back in range(p.task[j, LAG_FROM], p.task[j, LAG_TO]):
            if p.lag[back, 0] == i:
                bound = max(bound, s.node[j, START] + p.lag[back, 1])
    return bound


@compiled
def push_on_mates(p: Day, s: State, i: int, start: int) -> int:
    """What it costs that a start of i moves the planned tasks bound to it."""
    cost = 0
    for at in range(p.task[i, LAG_FROM], p.task[i, LAG_TO]):
        j = p.lag[at, 0]
        moved = start + p.lag[at, 1]
        if s.node[j, ROUTE] == NOBODY or moved <= s.node[j, START]:
            continue
        cost += (lateness(p, j, moved) - s.node[j, LATE]) * p.task[j, LATE_PRICE]
        cost += push_from(p, s, s.node[j, NEXT], moved + p.task[j, LENGTH], j)
    return cost


@compiled
def push_from(p: Day, s: State, first: int, leaves: int, before: int) -> int:
    """What lateness costs more from `first` on when `before` is left at `leaves`."""
    cost = 0
    i = first
    u = before
    while True:
        c = s.node[i, ROUTE]
        at = leaves + travel_time(p, c, u, i)
        if s.route[c, MEAL] == i:
            at = max(at, p.rule[MEAL_OPENS]) + p.rule[MEAL_LENGTH]
        start = begin(p, i, at)
        if start <= s.node[i, START]:
            return cost
        cost += (lateness(p, i, start) - s.node[i, LATE]) * p.task[i, LATE_PRICE]
        if i >= p.rule[TASKS]:
            return cost
        leaves = start + p.task[i, LENGTH]
        u = i
        i = s.node[i, NEXT]


@compiled
def price_of_place(p: Day, s: State, i: int, w: int, bound: int, best: int) -> int:
    """What it costs to let i follow w, or FAR when it is not below `best`."""
    c = s.node[w, ROUTE]
    after = s.node[w, NEXT]
    there = travel_time(p, c, w, i)
    road = there + travel_time(p, c, i, after) - travel_time(p, c, w, after)
    cost = p.rule[TRAVEL_PRICE] * road + p.price[i, c]
    if s.mark[HELPED] == c:
        cost -= p.rule[IDLE_PRICE] * (road + p.task[i, LENGTH])
    if s.mark[EVEN_PRICE] > 0:
        helped = 2 * idle_time(p, s, c) * (road + p.task[i, LENGTH])
        cost -= s.mark[EVEN_PRICE] * (helped // s.mark[EVEN_MEASURE])
    if cost >= best:
        return FAR
    start = begin(p, i, max(s.node[w, READY_AGAIN] + there, bound))
    late = lateness(p, i, start) * p.task[i, LATE_PRICE]
    if cost + late >= best:
        return FAR
    cost += late
    cost += push_from(p, s, after, start + p.task[i, LENGTH], i)
    cost += push_on_mates(p, s, i, start)
    return cost


@compiled
def may_take(p: Day, s: State, i: int, c: int) -> bool:
    """Whether caregiver c may have task i in the round."""
    if p.price[i, c] < 0:
        return False
    return not (has_mate_in(p, s, i, c) or too_full(p, s, i, c))


@compiled
def best_place(p: Day, s: State, i: int) -> int:
    """The node that i had best follow, or NOBODY; its price is left in mark[PRICE]."""
    s.mark[PRICE] = FAR
    place = NOBODY
    bound = bound_by_mates(p, s, i)
    for c in range(p.rule[CAREGIVERS]):
        if may_take(p, s, i, c):
            found = best_place_in(p, s, i, c, bound)
            place = found if found != NOBODY else place
    return place


@compiled
def best_place_in(p: Day, s: State, i: int, c: int, bound: int) -> int:
    """The node of route c that i had best follow if that beats mark[PRICE].

    Most places are refused on what their two neighbours tell at once.
    """
    place = NOBODY
    opens = max(bound, p.task[i, FIRST_WINDOW]) + p.task[i, LENGTH]
    last = last_start(p, i, s.mark[PRICE])
    passed_over = below(s, BLINK)
    w = p.rule[TASKS] + c
    while s.node[w, READY_AGAIN] <= last:
        after = s.node[w, NEXT]
        if passed_over != 0 and not delays(p, s, after, opens):
            cost = price_of_place(p, s, i, w, bound, s.mark[PRICE])
            if cost < s.mark[PRICE]:
                s.mark[PRICE], place = cost, w
                last = last_start(p, i, cost)
        passed_over -= 1
        w = after
        if w >= p.rule[TASKS]:
            break
    return place


@compiled
def last_start(p: Day, i: int, price: int) -> int:
    """The latest start of i whose lateness alone is not dearer than a price."""
    if p.task[i, LATE_PRICE] == 0 or price == FAR or p.rule[IDLE_PRICE] > 0:
        return FAR
    closes = p.task[i, FIRST_WINDOW + 2 * p.task[i, WINDOWS] - 1]
    return closes + price // p.task[i, LATE_PRICE]


@compiled
def delays(p: Day, s: State, i: int, ready: int) -> bool:
    """Whether what i comes later costs more than mark[PRICE] if it waits so long.

    Where idleness has a price any work may be a gain, and nothing is told at once.
    """
    closes = p.task[i, FIRST_WINDOW + 2 * p.task[i, WINDOWS] - 1]
    later = ready - max(closes, s.node[i, START])
    if later <= 0 or p.rule[IDLE_PRICE] > 0:
        return False
    return later * p.task[i, LATE_PRICE] > s.mark[PRICE]
