"""What a change costs, told from what it touched."""

from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.day import read_route
from naravard.mobile.routing.kernel.layout import (
    BALANCE_PRICE,
    CAREGIVERS,
    COST,
    EVEN,
    EVEN_AFTER,
    EVEN_MEASURE,
    EVEN_PRICE,
    IDLE_PRICE,
    IDLEST,
    LATE,
    LATE_COST,
    LATE_PRICE,
    LOGGED,
    MEAL,
    MEAL_LENGTH,
    MISSED,
    MISSED_PRICE,
    NOBODY,
    NOW,
    ROUTE,
    ROUTE_COLUMNS,
    ROUTE_LATE,
    ROUTE_STAMP,
    SHIFT_ENDS,
    SHIFT_STARTS,
    TASKS,
    TOUCHED,
    WAIT_PRICE,
    WAITED,
    WHOLE_AFTER,
    WHOLE_COST,
    WHOLE_ROUTES,
    WORKED,
    WORST,
    WORST_PRICE,
    WORST_ROUTE,
    Day,
    State,
)


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
def whole_cost(p: Day, s: State) -> int:
    """The cost of the most idle and of uneven loads, over all caregivers."""
    cost = 0
    if p.rule[IDLE_PRICE] > 0:
        cost += p.rule[IDLE_PRICE] * most_idle(p, s)
    if s.mark[EVEN_PRICE] > 0:
        s.mark[EVEN_AFTER] = uneven_idleness(p, s)
        cost += s.mark[EVEN_AFTER]
    if p.rule[BALANCE_PRICE] > 0:
        cost += p.rule[BALANCE_PRICE] * imbalance(p, s)
    return cost


@compiled
def most_idle(p: Day, s: State) -> int:
    """The most that anybody is idle; who it is, is marked."""
    most = 0
    for c in range(p.rule[CAREGIVERS]):
        idle = idle_time(p, s, c)
        if idle > most:
            most = idle
            s.mark[IDLEST] = c
    return most


@compiled
def uneven_idleness(p: Day, s: State) -> int:
    """A price that the search alone sees: every idle minute, the dearer the more.

    Where only the most idle person has a price, nothing is gained by helping one of two
    who are equally idle; this shows the search that it is on its way.
    """
    total = 0
    for c in range(p.rule[CAREGIVERS]):
        idle = idle_time(p, s, c)
        total += idle * idle // s.mark[EVEN_MEASURE]
    return s.mark[EVEN_PRICE] * total


@compiled
def imbalance(p: Day, s: State) -> int:
    """How far all loads are from their mean, together."""
    many = p.rule[CAREGIVERS]
    total = 0
    for c in range(many):
        total += s.route[c, WORKED]
    spread = 0
    for c in range(many):
        spread += abs(s.route[c, WORKED] * many - total)
    return spread // many


@compiled
def idle_time(p: Day, s: State, c: int) -> int:
    """The part of c's shift that is neither travel, work nor break."""
    idle = p.staff[c, SHIFT_ENDS] - p.staff[c, SHIFT_STARTS] - s.route[c, WORKED]
    if s.route[c, MISSED] == 0 and s.route[c, MEAL] != NOBODY:
        idle -= p.rule[MEAL_LENGTH]
    return idle + s.node[p.rule[TASKS] + c, LATE]


@compiled
def whole_change(p: Day, s: State) -> int:
    """The change in every price that needs whole routes to be read.

    What the most idle and uneven loads cost after it is marked.
    """
    for at in range(s.mark[LOGGED]):
        touch(s, s.node[s.log[at, 0], ROUTE])
    s.mark[WHOLE_AFTER] = whole_cost_after_reading(p, s)
    change = s.mark[WHOLE_AFTER] - s.mark[WHOLE_COST]
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
    worst_route, idlest = s.mark[WORST_ROUTE], s.mark[IDLEST]
    if keep_within(p, s, change + lateness_change(p, s), limit):
        return True
    s.mark[WORST_ROUTE], s.mark[IDLEST] = worst_route, idlest
    return False


@compiled
def keep_within(p: Day, s: State, change: int, limit: int) -> bool:
    """Add the prices that concern everybody, and keep the change if it is cheap."""
    worst = s.mark[WORST]
    if p.rule[WORST_PRICE] > 0:
        worst = worst_after(p, s)
        change += p.rule[WORST_PRICE] * (worst - s.mark[WORST])
    if p.rule[WHOLE_ROUTES] == 1:
        change += whole_change(p, s)
    if change > limit:
        return False
    if p.rule[WHOLE_ROUTES] == 1:
        s.mark[WHOLE_COST] = s.mark[WHOLE_AFTER]
        s.mark[EVEN] = s.mark[EVEN_AFTER]
    s.mark[WORST] = worst
    s.mark[COST] += change
    keep_route_lateness(p, s)
    return True


@compiled
def keep_route_lateness(p: Day, s: State) -> None:
    """Carry logged lateness over to the routes; tasks keep their route in between."""
    for at in range(s.mark[LOGGED]):
        i = s.log[at, 0]
        dearer = (s.node[i, LATE] - s.log[at, 2]) * p.task[i, LATE_PRICE]
        s.route[s.node[i, ROUTE], ROUTE_LATE] += dearer
        s.mark[LATE_COST] += dearer
