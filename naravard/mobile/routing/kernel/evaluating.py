"""The whole cost of the rounds, counted from nothing; and keeping a copy of them."""

from naravard.mobile.routing.kernel.compiling import compiled, entrance
from naravard.mobile.routing.kernel.cost import most_idle, whole_cost, worst_of_all
from naravard.mobile.routing.kernel.day import leave_later, read_route, road_home
from naravard.mobile.routing.kernel.layout import (
    BEFORE,
    BEST,
    CAREGIVERS,
    COST,
    EVEN,
    EVEN_AFTER,
    EVEN_MEASURE,
    EVEN_PRICE,
    EVEN_SWING,
    LATE,
    LATE_COST,
    LATE_PRICE,
    LEAVES_WHEN_NEEDED,
    MISSED,
    MISSED_PRICE,
    NEXT,
    NOBODY,
    ROUTE,
    ROUTE_LATE,
    TASK_FROM,
    TASK_TO,
    TASKS,
    TRAVEL_PRICE,
    UNPLANNED,
    UNPLANNED_PRICE,
    VISITS,
    WAIT_PRICE,
    WAITED,
    WHOLE_COST,
    WHOLE_ROUTES,
    WORST,
    WORST_PRICE,
    Day,
    State,
    Whole,
)
from naravard.mobile.routing.kernel.schedule import travel_time


@compiled
def evaluate(p: Day, s: State) -> int:
    """Count everything that the marks and routes hold; the starts are taken as true."""
    cost = 0
    s.mark[LATE_COST] = 0
    for c in range(p.rule[CAREGIVERS]):
        cost += cost_of_route(p, s, c)
        s.mark[LATE_COST] += s.route[c, ROUTE_LATE]
    s.mark[WORST] = worst_of_all(p, s)
    cost += p.rule[WORST_PRICE] * s.mark[WORST]
    s.mark[WHOLE_COST] = whole_cost(p, s) if p.rule[WHOLE_ROUTES] == 1 else 0
    s.mark[EVEN] = s.mark[EVEN_AFTER]
    s.mark[UNPLANNED] = cost_of_unplanned(p, s)
    s.mark[COST] = cost + s.mark[WHOLE_COST] + s.mark[UNPLANNED]
    return s.mark[COST]


@compiled
def cost_of_route(p: Day, s: State, c: int) -> int:
    """Travel, persons, lateness, waiting and a missed break of route c."""
    depot = p.rule[TASKS] + c
    late = s.node[depot, LATE] * p.task[depot, LATE_PRICE]
    cost = 0
    i = s.node[depot, NEXT]
    while i != depot:
        cost += p.rule[TRAVEL_PRICE] * travel_time(p, c, s.node[i, BEFORE], i)
        cost += p.price[i, c]
        late += s.node[i, LATE] * p.task[i, LATE_PRICE]
        i = s.node[i, NEXT]
    cost += p.rule[TRAVEL_PRICE] * road_home(p, s, c)
    s.route[c, ROUTE_LATE] = late
    if p.rule[WHOLE_ROUTES] == 1:
        read_route(p, s, c)
        cost += p.rule[WAIT_PRICE] * s.route[c, WAITED]
        cost += p.rule[MISSED_PRICE] * s.route[c, MISSED]
    return cost + late


@compiled
def visit_is_planned(p: Day, s: State, v: int) -> bool:
    """Whether every service of visit v has somebody."""
    for i in range(p.visit[v, TASK_FROM], p.visit[v, TASK_TO]):
        if s.node[i, ROUTE] == NOBODY:
            return False
    return True


@compiled
def cost_of_unplanned(p: Day, s: State) -> int:
    """What the visits that nobody makes cost."""
    cost = 0
    for v in range(p.rule[VISITS]):
        if not visit_is_planned(p, s, v):
            cost += p.visit[v, UNPLANNED_PRICE]
    return cost


@compiled
def copy(source: Whole, target: Whole) -> None:
    """Let one table hold what another does."""
    for row in range(source.shape[0]):
        for column in range(source.shape[1]):
            target[row, column] = source[row, column]


@compiled
def save(s: State) -> None:
    """Keep a copy to come back to."""
    copy(s.node, s.saved_node)
    copy(s.route, s.saved_route)


@compiled
def restore(s: State) -> None:
    """Come back to the copy kept."""
    copy(s.saved_node, s.node)
    copy(s.saved_route, s.route)


@compiled
def keep_best(s: State) -> None:
    """Remember the rounds if they are the cheapest so far."""
    if s.mark[COST] - s.mark[EVEN] < s.mark[BEST]:
        s.mark[BEST] = s.mark[COST] - s.mark[EVEN]
        copy(s.node, s.best_node)
        copy(s.route, s.best_route)


@entrance
def leave_when_needed(p: Day, s: State) -> None:
    """Let everybody leave the start as late as is free, where waiting has a price."""
    if p.rule[WHOLE_ROUTES] == 1 and p.rule[LEAVES_WHEN_NEEDED] == 1:
        for c in range(p.rule[CAREGIVERS]):
            leave_later(p, s, c)


@entrance
def return_to_best(p: Day, s: State) -> None:
    """Go on from the cheapest rounds so far."""
    copy(s.best_node, s.node)
    copy(s.best_route, s.route)
    evaluate(p, s)


@entrance
def prefer_even(p: Day, s: State, price: int, swing: int) -> None:
    """Let the search see every idle minute from now on; at a price of 0 no longer."""
    s.mark[EVEN_PRICE] = price
    s.mark[EVEN_MEASURE] = max(1, most_idle(p, s))
    s.mark[EVEN_SWING] = swing
    s.mark[EVEN_AFTER] = 0
    evaluate(p, s)
