"""Larger small changes: whole tails, two bound visits at once, and the break."""

from naravard.mobile.routing.kernel.chance import below
from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.cost import begin_change
from naravard.mobile.routing.kernel.foreseeing import TRUSTING, foreseen_tails
from naravard.mobile.routing.kernel.layout import (
    BEFORE,
    MEAL,
    NEXT,
    NOBODY,
    ROUTE,
    ROUTE_LATE,
    TASKS,
    TRAVEL_PRICE,
    Day,
    State,
)
from naravard.mobile.routing.kernel.moves import (
    REFUSED,
    change_of_person,
    could_gain,
    lateness_at,
    road_of_relocation,
    settle,
)
from naravard.mobile.routing.kernel.routes import (
    any_meets_itself,
    ask_about_break,
    ask_again,
    carry,
    exchange_meals,
    exchange_tails,
    meets_itself,
    one_mode,
    overloaded,
    road_inside,
)
from naravard.mobile.routing.kernel.schedule import travel_time


@compiled
def cross(p: Day, s: State, u: int, w: int, limit: int) -> bool:
    """Let u and all behind it follow w, and what followed w follow u's predecessor."""
    before = s.node[u, BEFORE]
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    if a == b:
        return False
    x = s.node[w, NEXT]
    end_a, end_b = p.rule[TASKS] + a, p.rule[TASKS] + b
    road = road_of_crossing(p, s, before, w)
    change = p.rule[TRAVEL_PRICE] * road
    room = limit + could_gain(p, s, a, b)
    if change > room or change + lateness_at(p, s, w, u, b) > room:
        return False
    one = change_of_person(p, s, u, end_a, a, b)
    two = change_of_person(p, s, x, end_b, b, a)
    if one == REFUSED or two == REFUSED or change + one + two > room:
        return False
    change += one + two
    if below(s, TRUSTING) != 0:
        room -= s.route[a, ROUTE_LATE] + s.route[b, ROUTE_LATE]
        if change + foreseen_tails(p, s, before, w) > room:
            return False
    return cross_and_settle(p, s, before, w, change, limit)


@compiled
def road_of_crossing(p: Day, s: State, u: int, w: int) -> int:
    """The change in travel when what follows u and w change routes."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    one, two = s.node[u, NEXT], s.node[w, NEXT]
    end_a, end_b = p.rule[TASKS] + a, p.rule[TASKS] + b
    road = crossing_arc(p, a, u, two, end_a) + crossing_arc(p, b, w, one, end_b)
    road -= travel_time(p, a, u, one) + travel_time(p, b, w, two)
    last_one, last_two = s.node[end_a, BEFORE], s.node[end_b, BEFORE]
    if one != end_a:
        road += travel_time(p, b, last_one, end_b) - travel_time(p, a, last_one, end_a)
    if two != end_b:
        road += travel_time(p, a, last_two, end_a) - travel_time(p, b, last_two, end_b)
    if not one_mode(p):
        road += road_of_tails(p, s, u, w)
    return road


@compiled
def crossing_arc(p: Day, c: int, u: int, v: int, end: int) -> int:
    """From u to v, or to the depot of the route when v is another's depot."""
    return travel_time(p, c, u, v if v < p.rule[TASKS] else end)


@compiled
def road_of_tails(p: Day, s: State, u: int, w: int) -> int:
    """The change in travel inside two tails when those who drive travel differently."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    one, two = s.node[u, NEXT], s.node[w, NEXT]
    road = 0
    if one < p.rule[TASKS]:
        last = s.node[p.rule[TASKS] + a, BEFORE]
        road += road_inside(p, s, b, one, last) - road_inside(p, s, a, one, last)
    if two < p.rule[TASKS]:
        last = s.node[p.rule[TASKS] + b, BEFORE]
        road += road_inside(p, s, a, two, last) - road_inside(p, s, b, two, last)
    return road


@compiled
def cross_and_settle(p: Day, s: State, u: int, w: int, change: int, limit: int) -> bool:
    """Exchange the tails behind u and w, and back again if it does not pay."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    meal_a, meal_b = s.route[a, MEAL], s.route[b, MEAL]
    gain = could_gain(p, s, a, b)
    begin_change(s)
    exchange_meals(p, s, u, w)
    exchange_tails(p, s, u, w)
    if not crossing_is_forbidden(p, s, u, w):
        ask_tail(p, s, u, a)
        ask_tail(p, s, w, b)
        ask_about_break(p, s, a, meal_a)
        ask_about_break(p, s, b, meal_b)
        if settle(p, s, change, limit, gain):
            return True
    exchange_tails(p, s, u, w)
    s.route[a, MEAL], s.route[b, MEAL] = meal_a, meal_b
    return False


@compiled
def crossing_is_forbidden(p: Day, s: State, u: int, w: int) -> bool:
    """Whether what follows u or w now may not stand there."""
    if overloaded(p, s, s.node[u, ROUTE]) or overloaded(p, s, s.node[w, ROUTE]):
        return True
    return tail_meets_itself(p, s, u) or tail_meets_itself(p, s, w)


@compiled
def tail_meets_itself(p: Day, s: State, u: int) -> bool:
    """Whether anything behind u shares its route with a mate it must not."""
    first = s.node[u, NEXT]
    if first >= p.rule[TASKS]:
        return False
    depot = p.rule[TASKS] + s.node[u, ROUTE]
    return any_meets_itself(p, s, first, s.node[depot, BEFORE])


@compiled
def ask_tail(p: Day, s: State, u: int, c: int) -> None:
    """Count what follows u again, and the end of its route."""
    ask_again(p, s, s.node[u, NEXT])
    ask_again(p, s, p.rule[TASKS] + c)


@compiled
def move_meal(p: Day, s: State, c: int, node: int, limit: int) -> bool:
    """Let caregiver c take the break before another node of the route, or nowhere."""
    old = s.route[c, MEAL]
    if old == node:
        return False
    begin_change(s)
    s.route[c, MEAL] = node
    if old != NOBODY:
        ask_again(p, s, old)
    if node != NOBODY:
        ask_again(p, s, node)
    if settle(p, s, 0, limit, could_gain(p, s, c, c)):
        return True
    s.route[c, MEAL] = old
    return False


@compiled
def relocate_both(
    p: Day, s: State, u: int, w: int, mate: int, mate_w: int, limit: int
) -> bool:
    """Move two tasks that are bound to each other, each after a node of its own."""
    change = price_of_relocating(p, s, u, w)
    if change == REFUSED or mate_w == u or w == mate:
        return False
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    before = s.node[u, BEFORE]
    meal_a, meal_b = s.route[a, MEAL], s.route[b, MEAL]
    begin_change(s)
    carry(p, s, u, u, w)
    if relocate_mate(p, s, u, before, mate, mate_w, change, limit):
        return True
    carry(p, s, u, u, before)
    s.route[a, MEAL], s.route[b, MEAL] = meal_a, meal_b
    return False


@compiled
def price_of_relocating(p: Day, s: State, u: int, w: int) -> int:
    """Travel and person of moving u alone to stand after w; REFUSED if it may not."""
    if s.node[u, BEFORE] == w or u == w:
        return REFUSED
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    change = 0
    if a != b:
        change = change_of_person(p, s, u, s.node[u, NEXT], a, b)
        if change == REFUSED:
            return REFUSED
    return change + p.rule[TRAVEL_PRICE] * road_of_relocation(p, s, u, u, w)


@compiled
def relocate_mate(
    p: Day, s: State, u: int, u_left: int, mate: int, w: int, change: int, limit: int
) -> bool:
    """Second half of moving two: u stands where it shall; settle both or neither."""
    more = price_of_relocating(p, s, mate, w)
    if more == REFUSED:
        return False
    a, b = s.node[mate, ROUTE], s.node[w, ROUTE]
    gain = could_gain(p, s, a, b)
    gain += could_gain(p, s, s.node[u, ROUTE], s.node[u_left, ROUTE])
    if change + more > limit + gain:
        return False
    before = s.node[mate, BEFORE]
    beyond = s.node[mate, NEXT]
    meal_a, meal_b = s.route[a, MEAL], s.route[b, MEAL]
    carry(p, s, mate, mate, w)
    if not pair_is_forbidden(p, s, u, mate):
        ask_both(p, s, u, u_left, mate, beyond)
        if settle(p, s, change + more, limit, gain):
            return True
    carry(p, s, mate, mate, before)
    s.route[a, MEAL], s.route[b, MEAL] = meal_a, meal_b
    return False


@compiled
def pair_is_forbidden(p: Day, s: State, u: int, mate: int) -> bool:
    """Whether two moved tasks may not stand where they stand now."""
    if overloaded(p, s, s.node[u, ROUTE]) or overloaded(p, s, s.node[mate, ROUTE]):
        return True
    return meets_itself(p, s, u) or meets_itself(p, s, mate)


@compiled
def ask_both(p: Day, s: State, u: int, u_left: int, mate: int, beyond: int) -> None:
    """Count again two moved tasks, what follows them, and what they left behind."""
    ask_again(p, s, u)
    ask_again(p, s, s.node[u, NEXT])
    ask_again(p, s, s.node[u_left, NEXT])
    ask_again(p, s, mate)
    ask_again(p, s, s.node[mate, NEXT])
    ask_again(p, s, beyond)
