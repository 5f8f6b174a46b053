"""Moving tasks between the rings, and back again."""

from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.cost import touch
from naravard.mobile.routing.kernel.layout import (
    APART,
    BEFORE,
    CARRIES,
    LATE,
    LATE_PRICE,
    LOAD,
    MEAL,
    MODES,
    NEXT,
    NOBODY,
    ROUTE,
    ROUTE_LATE,
    TAKES,
    TASK_FROM,
    TASK_TO,
    TASKS,
    VISIT,
    WHOLE_ROUTES,
    Day,
    State,
)
from naravard.mobile.routing.kernel.schedule import push, travel_time


@compiled
def join(s: State, u: int, v: int) -> None:
    """Let v follow u."""
    s.node[u, NEXT] = v
    s.node[v, BEFORE] = u


@compiled
def give(p: Day, s: State, i: int, c: int) -> None:
    """Let task i belong to route c, and take its lateness along."""
    old = s.node[i, ROUTE]
    late = s.node[i, LATE] * p.task[i, LATE_PRICE]
    if old != NOBODY:
        s.route[old, ROUTE_LATE] -= late
        s.route[old, LOAD] -= p.task[i, TAKES]
    if c != NOBODY:
        s.route[c, ROUTE_LATE] += late
        s.route[c, LOAD] += p.task[i, TAKES]
    s.node[i, ROUTE] = c


@compiled
def overloaded(p: Day, s: State, c: int) -> bool:
    """Whether route c takes more than its caregiver can carry."""
    return s.route[c, LOAD] > p.staff[c, CARRIES]


@compiled
def carry(p: Day, s: State, first: int, last: int, after: int) -> None:
    """Move the tasks first … last to stand after another node, in any route."""
    old = s.node[first, ROUTE]
    new = s.node[after, ROUTE]
    beyond = s.node[last, NEXT]
    if s.route[old, MEAL] != NOBODY:
        leave_meal(s, old, first, beyond)
    join(s, s.node[first, BEFORE], beyond)
    join_behind = s.node[after, NEXT]
    join(s, after, first)
    join(s, last, join_behind)
    if old != new:
        i = first
        while i != join_behind:
            give(p, s, i, new)
            i = s.node[i, NEXT]


@compiled
def leave_meal(s: State, c: int, first: int, beyond: int) -> None:
    """Let the break stay in its route when the task it stands before leaves."""
    i = first
    while i != beyond:
        if s.route[c, MEAL] == i:
            s.route[c, MEAL] = beyond
            return
        i = s.node[i, NEXT]


@compiled
def exchange_tails(p: Day, s: State, u: int, w: int) -> None:
    """Let what follows u and what follows w change routes; they are different."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    one, two = s.node[u, NEXT], s.node[w, NEXT]
    one_last, two_last = (
        s.node[p.rule[TASKS] + a, BEFORE],
        s.node[p.rule[TASKS] + b, BEFORE],
    )
    append(p, s, u, two, two_last, a)
    append(p, s, w, one, one_last, b)


@compiled
def append(p: Day, s: State, u: int, first: int, last: int, c: int) -> None:
    """Let route c end with u, first … last; first is a depot when there are none."""
    depot = p.rule[TASKS] + c
    if first >= p.rule[TASKS]:
        join(s, u, depot)
        return
    join(s, u, first)
    i = first
    while True:
        give(p, s, i, c)
        if i == last:
            break
        i = s.node[i, NEXT]
    join(s, last, depot)


@compiled
def road_inside(p: Day, s: State, c: int, first: int, last: int) -> int:
    """Travel from first to last along the ring, as c travels."""
    road = 0
    i = first
    while i != last:
        road += travel_time(p, c, i, s.node[i, NEXT])
        i = s.node[i, NEXT]
    return road


@compiled
def price_of_person(p: Day, s: State, first: int, beyond: int, c: int) -> int:
    """What tasks from first up to beyond cost with caregiver c; -1 if c may not."""
    total = 0
    i = first
    while i != beyond:
        price = p.price[i, c]
        if price < 0:
            return -1
        total += price
        i = s.node[i, NEXT]
    return total


@compiled
def meets_itself(p: Day, s: State, i: int) -> bool:
    """Whether i shares its route with another task of a visit that wants two people."""
    v = p.task[i, VISIT]
    if p.visit[v, APART] == 0:
        return False
    for j in range(p.visit[v, TASK_FROM], p.visit[v, TASK_TO]):
        if j != i and s.node[j, ROUTE] == s.node[i, ROUTE]:
            return True
    return False


@compiled
def any_meets_itself(p: Day, s: State, first: int, last: int) -> bool:
    """Whether any of first … last shares its route with a mate it must not."""
    i = first
    while True:
        if meets_itself(p, s, i):
            return True
        if i == last:
            return False
        i = s.node[i, NEXT]


@compiled
def ask_again(p: Day, s: State, i: int) -> None:
    """Count node i again, and read its route again if that is priced."""
    push(s, i)
    if p.rule[WHOLE_ROUTES] == 1:
        touch(s, s.node[i, ROUTE])


@compiled
def ask_about_break(p: Day, s: State, c: int, was: int) -> None:
    """Count again the node that the break of route c stood before, and where it is."""
    now = s.route[c, MEAL]
    if now == was:
        return
    if was != NOBODY:
        ask_again(p, s, was)
    if now != NOBODY:
        ask_again(p, s, now)


@compiled
def one_mode(p: Day) -> bool:
    """Whether everybody travels alike."""
    return p.rule[MODES] == 1


@compiled
def stands_in_tail(s: State, c: int, first: int) -> bool:
    """Whether the break of route c is taken before `first` or something after it."""
    i = first
    while True:
        if s.route[c, MEAL] == i:
            return True
        if s.node[i, ROUTE] == NOBODY or s.node[i, NEXT] == i:
            return False
        if i >= s.node.shape[0] - s.route.shape[0]:
            return False
        i = s.node[i, NEXT]


@compiled
def as_end_of(p: Day, node: int, c: int) -> int:
    """The same task in route c, or the depot of c for any depot."""
    return node if node < p.rule[TASKS] else p.rule[TASKS] + c


@compiled
def exchange_meals(p: Day, s: State, u: int, w: int) -> None:
    """Let both routes keep a break when their tails are about to be exchanged."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    if s.route[a, MEAL] == NOBODY and s.route[b, MEAL] == NOBODY:
        return
    one, two = s.node[u, NEXT], s.node[w, NEXT]
    in_one, in_two = stands_in_tail(s, a, one), stands_in_tail(s, b, two)
    first, second = s.route[a, MEAL], s.route[b, MEAL]
    if (in_one and second != NOBODY) or (in_one and in_two):
        s.route[a, MEAL] = as_end_of(p, second if in_two else two, a)
    elif in_one:
        s.route[a, MEAL] = as_end_of(p, two, a)
    if in_two:
        s.route[b, MEAL] = as_end_of(p, first if in_one else one, b)
