"""Small changes of the rounds, each tried, priced, and kept or taken back.

Each makes a wished-for arc: u comes right after w. Most are refused before anything is
touched, on travel and on the lateness that could at best disappear.
"""

from naravard.mobile.routing.kernel.chance import below
from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.cost import begin_change, keep_or_not, untouch
from naravard.mobile.routing.kernel.foreseeing import (
    NOTHING,
    TRUSTING,
    foreseen,
)
from naravard.mobile.routing.kernel.layout import (
    BALANCE_PRICE,
    BEFORE,
    EVEN_PRICE,
    EVEN_SWING,
    IDLEST,
    LATE,
    LATE_COST,
    LATE_PRICE,
    MEAL,
    NEXT,
    READY_AGAIN,
    ROUTE,
    ROUTE_LATE,
    TASKS,
    TRAVEL_PRICE,
    WAIT_PRICE,
    WAITED,
    WHOLE_COST,
    WHOLE_ROUTES,
    WORST,
    WORST_PRICE,
    Day,
    State,
)
from naravard.mobile.routing.kernel.routes import (
    any_meets_itself,
    ask_about_break,
    ask_again,
    carry,
    one_mode,
    overloaded,
    price_of_person,
    road_inside,
)
from naravard.mobile.routing.kernel.schedule import (
    begin,
    lateness,
    propagate,
    roll_back,
    travel_time,
)

REFUSED = 1 << 60
# The worst lateness of another round is counted on once in so many changes.
GENEROUS = 4


@compiled
def settle(p: Day, s: State, change: int, limit: int, gain: int) -> bool:
    """Count the schedule again and keep the change if it costs at most the limit."""
    if propagate(p, s, limit + gain - change) and keep_or_not(p, s, change, limit):
        return True
    roll_back(p, s)
    untouch(s)
    return False


@compiled
def could_gain(p: Day, s: State, a: int, b: int) -> int:
    """The cost that a change of routes a and b could at best make disappear.

    Now and then the worst lateness counts wherever it is: it may be bound to them.
    """
    gain = s.mark[LATE_COST] + p.rule[WORST_PRICE] * s.mark[WORST]
    return gain + whole_gain(p, s, a, b) if p.rule[WHOLE_ROUTES] == 1 else gain


@compiled
def whole_gain(p: Day, s: State, a: int, b: int) -> int:
    """The same of waiting, of the most idle, and of uneven loads."""
    gain = p.rule[WAIT_PRICE] * (s.route[a, WAITED] + s.route[b, WAITED])
    gain += 2 * s.mark[EVEN_PRICE] * s.mark[EVEN_SWING]
    if p.rule[BALANCE_PRICE] > 0:
        return gain + (s.mark[WHOLE_COST] >> 2)
    if s.mark[IDLEST] == a or s.mark[IDLEST] == b or below(s, GENEROUS) == 0:
        gain += s.mark[WHOLE_COST]
    return gain


@compiled
def lateness_at(p: Day, s: State, w: int, u: int, c: int) -> int:
    """What u's lateness would cost more than now, if u followed w as w is now."""
    start = begin(p, u, s.node[w, READY_AGAIN] + travel_time(p, c, w, u))
    return (lateness(p, u, start) - s.node[u, LATE]) * p.task[u, LATE_PRICE]


@compiled
def segment_end(p: Day, s: State, u: int, length: int) -> int:
    """The last of up to `length` tasks from u on in its route."""
    end = u
    for _ in range(length - 1):
        if s.node[end, NEXT] >= p.rule[TASKS]:
            break
        end = s.node[end, NEXT]
    return end


@compiled
def inside(s: State, first: int, last: int, w: int) -> bool:
    """Whether w is one of first … last."""
    i = first
    while i != last:
        if i == w:
            return True
        i = s.node[i, NEXT]
    return last == w


@compiled
def relocate(p: Day, s: State, u: int, w: int, length: int, limit: int) -> bool:
    """Move u and up to length - 1 tasks behind it to stand after w."""
    last = segment_end(p, s, u, length)
    if s.node[u, BEFORE] == w or inside(s, u, last, w):
        return False
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    change = 0
    if a != b:
        change = change_of_person(p, s, u, s.node[last, NEXT], a, b)
        if change == REFUSED:
            return False
    change += p.rule[TRAVEL_PRICE] * road_of_relocation(p, s, u, last, w)
    if too_dear(p, s, u, last, w, change, limit):
        return False
    return carry_and_settle(p, s, u, last, w, change, limit)


@compiled
def change_of_person(p: Day, s: State, first: int, beyond: int, a: int, b: int) -> int:
    """What it costs more that b does the tasks instead of a; REFUSED if b may not."""
    new = price_of_person(p, s, first, beyond, b)
    if new < 0:
        return REFUSED
    return new - price_of_person(p, s, first, beyond, a)


@compiled
def road_of_relocation(p: Day, s: State, u: int, last: int, w: int) -> int:
    """The change in travel when u … last moves to stand after w."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    before, beyond, behind = s.node[u, BEFORE], s.node[last, NEXT], s.node[w, NEXT]
    road = travel_time(p, a, before, beyond) - travel_time(p, a, before, u)
    road += travel_time(p, b, w, u) - travel_time(p, a, last, beyond)
    road += travel_time(p, b, last, behind) - travel_time(p, b, w, behind)
    if not one_mode(p):
        road += road_inside(p, s, b, u, last) - road_inside(p, s, a, u, last)
    return road


@compiled
def too_dear(
    p: Day, s: State, u: int, last: int, w: int, change: int, limit: int
) -> bool:
    """Whether moving u … last to w costs more than it could gain elsewhere."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    room = limit + could_gain(p, s, a, b)
    if change > room or change + lateness_at(p, s, w, u, b) > room:
        return True
    if a == b or below(s, TRUSTING) == 0:
        return False
    room -= s.route[a, ROUTE_LATE] + s.route[b, ROUTE_LATE]
    change += foreseen(p, s, b, w, u, last, s.node[w, NEXT])
    if change - s.route[a, ROUTE_LATE] > room:
        return True
    before, beyond = s.node[u, BEFORE], s.node[last, NEXT]
    return change + foreseen(p, s, a, before, NOTHING, NOTHING, beyond) > room


@compiled
def carry_and_settle(
    p: Day, s: State, u: int, last: int, w: int, change: int, limit: int
) -> bool:
    """Carry u … last to w, and back again if it does not pay."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    before, beyond = s.node[u, BEFORE], s.node[last, NEXT]
    meal_a, meal_b = s.route[a, MEAL], s.route[b, MEAL]
    gain = could_gain(p, s, a, b)
    begin_change(s)
    carry(p, s, u, last, w)
    if a == b or not (overloaded(p, s, b) or any_meets_itself(p, s, u, last)):
        ask_again(p, s, u)
        ask_again(p, s, beyond)
        ask_again(p, s, s.node[last, NEXT])
        ask_about_break(p, s, a, meal_a)
        if settle(p, s, change, limit, gain):
            return True
    carry(p, s, u, last, before)
    s.route[a, MEAL], s.route[b, MEAL] = meal_a, meal_b
    return False
