"""What a change costs, told from what it touched."""

from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.layout import (
    BALANCE_PRICE,
    BEFORE,
    CAREGIVERS,
    COST,
    FIRST_WINDOW,
    IDLE_PRICE,
    LATE,
    LATE_PRICE,
    LEAVES_WHEN_NEEDED,
    LENGTH,
    LOGGED,
    MATE_FROM,
    MATE_TO,
    MEAL,
    MEAL_ALLOWED,
    MEAL_LAST,
    MEAL_LENGTH,
    MISSED,
    MISSED_PRICE,
    NEXT,
    NOBODY,
    NOW,
    READY_AGAIN,
    ROUTE,
    ROUTE_COLUMNS,
    ROUTE_LATE,
    ROUTE_STAMP,
    SHIFT_ENDS,
    SHIFT_STARTS,
    START,
    TASKS,
    TOUCHED,
    WAIT_PRICE,
    WAITED,
    WHOLE_COST,
    WHOLE_ROUTES,
    WINDOWS,
    WORKED,
    WORST,
    WORST_PRICE,
    WORST_ROUTE,
    Day,
    State,
)
from naravard.mobile.routing.kernel.schedule import ready_at, travel_time

# A break that begins too late is worse than none: the search must not count on it.
TOO_LATE = 1000


@compiled
def lateness_change(p: Day, s: State) -> int:
    """The change in the cost of lateness of what was logged."""
    change = 0
    for at in range(s.mark[LOGGED]):
        i = s.log[at, 0]
        change += (s.node[i, LATE] - s.log[at, 2]) * p.task[i, LATE_PRICE]
    return change


@compiled
def worst_after(p: Day, s: State) -> int:
    """The largest lateness of any task after the change."""
    worst = 0
    route = s.mark[WORST_ROUTE]
    eased = False
    now = s.mark[WORST]
    for at in range(s.mark[LOGGED]):
        i = s.log[at, 0]
        if i < p.rule[TASKS]:
            eased = eased or (s.log[at, 2] == now and s.node[i, LATE] < now)
            if s.node[i, LATE] > worst:
                worst = s.node[i, LATE]
                route = s.node[i, ROUTE]
    if worst >= now:
        s.mark[WORST_ROUTE] = route
        return worst
    return worst_of_all(p, s) if eased else now


@compiled
def worst_of_all(p: Day, s: State) -> int:
    """The largest lateness of any planned task; its route is marked."""
    worst = 0
    s.mark[WORST_ROUTE] = NOBODY
    for i in range(p.rule[TASKS]):
        if s.node[i, LATE] > worst:
            worst = s.node[i, LATE]
            s.mark[WORST_ROUTE] = s.node[i, ROUTE]
    return worst


@compiled
def touch(s: State, c: int) -> None:
    """Remember that route c must be read again."""
    if c == NOBODY or s.route[c, ROUTE_STAMP] == s.mark[NOW]:
        return
    s.route[c, ROUTE_STAMP] = s.mark[NOW]
    at = s.mark[TOUCHED]
    s.route_log[at, ROUTE_COLUMNS] = c
    s.route_log[at, WAITED] = s.route[c, WAITED]
    s.route_log[at, WORKED] = s.route[c, WORKED]
    s.route_log[at, MISSED] = s.route[c, MISSED]
    s.mark[TOUCHED] = at + 1


@compiled
def untouch(s: State) -> None:
    """Every route read as it was before the change."""
    for at in range(s.mark[TOUCHED]):
        c = s.route_log[at, ROUTE_COLUMNS]
        s.route[c, WAITED] = s.route_log[at, WAITED]
        s.route[c, WORKED] = s.route_log[at, WORKED]
        s.route[c, MISSED] = s.route_log[at, MISSED]
    s.mark[TOUCHED] = 0


@compiled
def slack(p: Day, s: State, i: int) -> int:
    """How much later task i could begin and be no later than now; 0 if it is bound."""
    if p.task[i, MATE_TO] > p.task[i, MATE_FROM]:
        return 0
    at = FIRST_WINDOW + 2 * (p.task[i, WINDOWS] - 1)
    while at > FIRST_WINDOW and s.node[i, START] < p.task[i, at]:
        at -= 2
    return max(0, p.task[i, at + 1] - s.node[i, START])


@compiled
def wait_at(p: Day, s: State, c: int, i: int) -> int:
    """How long c stands still before task i begins, a break not counted."""
    u = s.node[i, BEFORE]
    waited = s.node[i, START] - s.node[u, READY_AGAIN] - travel_time(p, c, u, i)
    return waited - p.rule[MEAL_LENGTH] if s.route[c, MEAL] == i else waited


@compiled
def wait_at_first(p: Day, s: State, c: int, i: int) -> int:
    """The wait at the first task, which a later departure makes shorter or none."""
    if p.rule[LEAVES_WHEN_NEEDED] == 0:
        return wait_at(p, s, c, i)
    if s.route[c, MEAL] != i:
        return 0
    return max(0, s.node[i, START] - p.rule[MEAL_LENGTH] - p.rule[MEAL_LAST])


@compiled
def read_route(p: Day, s: State, c: int) -> None:
    """Waiting, work and a missed break of route c, from its starts."""
    depot = p.rule[TASKS] + c
    s.route[c, MISSED] = missed_break(p, s, c)
    worked = 0
    waited = 0
    i = s.node[depot, NEXT]
    while i < p.rule[TASKS]:
        worked += travel_time(p, c, s.node[i, BEFORE], i) + p.task[i, LENGTH]
        first = s.node[i, BEFORE] == depot
        waited += wait_at_first(p, s, c, i) if first else wait_at(p, s, c, i)
        i = s.node[i, NEXT]
    s.route[c, WORKED] = worked + road_home(p, s, c)
    if waited > 0 and p.rule[LEAVES_WHEN_NEEDED] == 1:
        waited -= later_departure(p, s, c)
    s.route[c, WAITED] = waited


@compiled
def road_home(p: Day, s: State, c: int) -> int:
    """From the last task to where c ends; none when c goes nowhere."""
    depot = p.rule[TASKS] + c
    last = s.node[depot, BEFORE]
    return 0 if last == depot else travel_time(p, c, last, depot)


@compiled
def later_departure(p: Day, s: State, c: int) -> int:
    """How much later c can leave the start and meet the last task as before."""
    depot = p.rule[TASKS] + c
    room = 0
    i = s.node[depot, BEFORE]
    while i < p.rule[TASKS]:
        after = s.node[i, NEXT]
        room = 0 if after == depot else room + wait_at(p, s, c, after)
        room = min(room, slack(p, s, i))
        if s.route[c, MEAL] == after:
            room = min(room, max(0, p.rule[MEAL_LAST] - s.node[i, READY_AGAIN]))
        i = s.node[i, BEFORE]
    first = s.node[depot, NEXT]
    if first != depot and s.route[c, MEAL] == first:
        begins = s.node[first, START] - p.rule[MEAL_LENGTH]
        room = min(room, max(0, p.rule[MEAL_LAST] - begins))
    return room


@compiled
def leave_later(p: Day, s: State, c: int) -> None:
    """Move the first starts of route c so that nobody waits in vain."""
    move = later_departure(p, s, c)
    i = s.node[p.rule[TASKS] + c, NEXT]
    while i < p.rule[TASKS] and move > 0:
        after = s.node[i, NEXT]
        wait = wait_at(p, s, c, after) if after < p.rule[TASKS] else 0
        s.node[i, START] += move
        s.node[i, READY_AGAIN] += move
        move = max(0, move - wait)
        i = after


@compiled
def missed_break(p: Day, s: State, c: int) -> int:
    """1 when somebody who takes a break has none that begins in time."""
    if s.route[c, MEAL_ALLOWED] == 0:
        return 0
    i = s.route[c, MEAL]
    if i == NOBODY:
        return 1
    if s.node[p.rule[TASKS] + c, NEXT] >= p.rule[TASKS]:
        return 1
    leaves = s.node[s.node[i, BEFORE], READY_AGAIN]
    return 0 if leaves <= p.rule[MEAL_LAST] else TOO_LATE


@compiled
def whole_cost(p: Day, s: State) -> int:
    """The cost of the most idle and of uneven loads, over all caregivers."""
    many = p.rule[CAREGIVERS]
    cost = 0
    if p.rule[IDLE_PRICE] > 0:
        most = 0
        for c in range(many):
            most = max(most, idle_time(p, s, c))
        cost += p.rule[IDLE_PRICE] * most
    if p.rule[BALANCE_PRICE] > 0:
        total = 0
        for c in range(many):
            total += s.route[c, WORKED]
        spread = 0
        for c in range(many):
            spread += abs(s.route[c, WORKED] * many - total)
        cost += p.rule[BALANCE_PRICE] * (spread // many)
    return cost


@compiled
def idle_time(p: Day, s: State, c: int) -> int:
    """The part of c's shift that is neither travel, work nor break."""
    idle = p.staff[c, SHIFT_ENDS] - p.staff[c, SHIFT_STARTS] - s.route[c, WORKED]
    if s.route[c, MISSED] == 0 and s.route[c, MEAL] != NOBODY:
        idle -= p.rule[MEAL_LENGTH]
    return idle + s.node[p.rule[TASKS] + c, LATE]


@compiled
def whole_change(p: Day, s: State) -> int:
    """The change in every price that needs whole routes to be read."""
    for at in range(s.mark[LOGGED]):
        touch(s, s.node[s.log[at, 0], ROUTE])
    change = whole_cost_after_reading(p, s) - s.mark[WHOLE_COST]
    for at in range(s.mark[TOUCHED]):
        c = s.route_log[at, ROUTE_COLUMNS]
        waited = s.route[c, WAITED] - s.route_log[at, WAITED]
        missed = s.route[c, MISSED] - s.route_log[at, MISSED]
        change += p.rule[WAIT_PRICE] * waited + p.rule[MISSED_PRICE] * missed
    return change


@compiled
def whole_cost_after_reading(p: Day, s: State) -> int:
    """Read what was touched, and count what concerns everybody."""
    for at in range(s.mark[TOUCHED]):
        read_route(p, s, s.route_log[at, ROUTE_COLUMNS])
    return whole_cost(p, s)


@compiled
def begin_change(s: State) -> None:
    """Nothing is logged yet."""
    s.mark[NOW] += 1
    s.mark[LOGGED] = 0
    s.mark[TOUCHED] = 0


@compiled
def keep_or_not(p: Day, s: State, change: int, limit: int) -> bool:
    """After propagation: keep the change if its whole cost is within the limit."""
    change += lateness_change(p, s)
    worst = s.mark[WORST]
    if p.rule[WORST_PRICE] > 0:
        worst = worst_after(p, s)
        change += p.rule[WORST_PRICE] * (worst - s.mark[WORST])
    if change > limit and p.rule[WHOLE_ROUTES] == 0:
        return False
    whole = 0
    if p.rule[WHOLE_ROUTES] == 1:
        change += whole_change(p, s)
        whole = whole_cost(p, s)
        if change > limit:
            return False
    s.mark[WORST] = worst
    s.mark[COST] += change
    s.mark[WHOLE_COST] = whole
    keep_route_lateness(p, s)
    return True


@compiled
def keep_route_lateness(p: Day, s: State) -> None:
    """Carry logged lateness over to the routes; tasks keep their route in between."""
    for at in range(s.mark[LOGGED]):
        i = s.log[at, 0]
        c = s.node[i, ROUTE]
        s.route[c, ROUTE_LATE] += (s.node[i, LATE] - s.log[at, 2]) * p.task[i, LATE_PRICE]
