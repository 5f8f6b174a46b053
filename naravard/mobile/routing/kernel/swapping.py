"""Two segments of the rounds that change places, priced and taken back if dear."""

from naravard.mobile.routing.kernel.chance import below
from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.cost import begin_change
from naravard.mobile.routing.kernel.foreseeing import TRUSTING, foreseen_swap
from naravard.mobile.routing.kernel.layout import (
    BEFORE,
    MEAL,
    NEXT,
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
    inside,
    lateness_at,
    segment_end,
    settle,
)
from naravard.mobile.routing.kernel.routes import (
    any_meets_itself,
    ask_about_break,
    ask_again,
    carry,
    one_mode,
    overloaded,
    road_inside,
)
from naravard.mobile.routing.kernel.schedule import travel_time


@compiled
def swap(
    p: Day, s: State, u: int, w: int, length: int, other_length: int, limit: int
) -> bool:
    """Exchange the tasks from u on with those that follow w now."""
    x = s.node[w, NEXT]
    if x >= p.rule[TASKS] or x == u or w == u:
        return False
    u_last = segment_end(p, s, u, length)
    x_last = segment_end(p, s, x, other_length)
    if overlap(s, u, u_last, x, x_last):
        return False
    change = change_of_persons(p, s, u, u_last, x, x_last)
    if change == REFUSED:
        return False
    change += p.rule[TRAVEL_PRICE] * road_of_swap(p, s, u, u_last, x, x_last)
    if swap_too_dear(p, s, u, u_last, x, x_last, change, limit):
        return False
    return swap_and_settle(p, s, u, u_last, x, x_last, change, limit)


@compiled
def swap_too_dear(
    p: Day, s: State, u: int, u_last: int, x: int, x_last: int, change: int, limit: int
) -> bool:
    """Whether exchanging two segments costs more than it could gain elsewhere."""
    a, b = s.node[u, ROUTE], s.node[x, ROUTE]
    room = limit + could_gain(p, s, a, b)
    if change > room:
        return True
    late = lateness_at(p, s, s.node[x, BEFORE], u, b)
    if change + late + lateness_at(p, s, s.node[u, BEFORE], x, a) > room:
        return True
    if a == b or below(s, TRUSTING) == 0:
        return False
    room -= s.route[a, ROUTE_LATE] + s.route[b, ROUTE_LATE]
    return change + foreseen_swap(p, s, u, u_last, x, x_last) > room


@compiled
def overlap(s: State, u: int, u_last: int, x: int, x_last: int) -> bool:
    """Whether two segments share a task, or one stands right behind the other."""
    if s.node[u, ROUTE] != s.node[x, ROUTE]:
        return False
    if inside(s, u, u_last, x) or inside(s, x, x_last, u):
        return True
    return s.node[u_last, NEXT] == x or s.node[x_last, NEXT] == u


@compiled
def change_of_persons(
    p: Day, s: State, u: int, u_last: int, x: int, x_last: int
) -> int:
    """What it costs that two segments change persons; REFUSED if one may not."""
    a, b = s.node[u, ROUTE], s.node[x, ROUTE]
    if a == b:
        return 0
    one = change_of_person(p, s, u, s.node[u_last, NEXT], a, b)
    if one == REFUSED:
        return REFUSED
    two = change_of_person(p, s, x, s.node[x_last, NEXT], b, a)
    return REFUSED if two == REFUSED else one + two


@compiled
def road_of_swap(p: Day, s: State, u: int, u_last: int, x: int, x_last: int) -> int:
    """The change in travel when two segments that do not touch change places."""
    a, b = s.node[u, ROUTE], s.node[x, ROUTE]
    before_u, behind_u = s.node[u, BEFORE], s.node[u_last, NEXT]
    before_x, behind_x = s.node[x, BEFORE], s.node[x_last, NEXT]
    road = travel_time(p, a, before_u, x) + travel_time(p, a, x_last, behind_u)
    road -= travel_time(p, a, before_u, u) + travel_time(p, a, u_last, behind_u)
    road += travel_time(p, b, before_x, u) + travel_time(p, b, u_last, behind_x)
    road -= travel_time(p, b, before_x, x) + travel_time(p, b, x_last, behind_x)
    if not one_mode(p):
        road += road_inside(p, s, b, u, u_last) - road_inside(p, s, a, u, u_last)
        road += road_inside(p, s, a, x, x_last) - road_inside(p, s, b, x, x_last)
    return road


@compiled
def swap_and_settle(
    p: Day, s: State, u: int, u_last: int, x: int, x_last: int, change: int, limit: int
) -> bool:
    """Let two segments change places, and back again if it does not pay."""
    a, b = s.node[u, ROUTE], s.node[x, ROUTE]
    before_u, before_x = s.node[u, BEFORE], s.node[x, BEFORE]
    meal_a, meal_b = s.route[a, MEAL], s.route[b, MEAL]
    gain = could_gain(p, s, a, b)
    begin_change(s)
    carry(p, s, u, u_last, before_x)
    carry(p, s, x, x_last, before_u)
    if a == b or not swap_is_forbidden(p, s, u, u_last, x, x_last):
        ask_again(p, s, u)
        ask_again(p, s, x)
        ask_again(p, s, s.node[u_last, NEXT])
        ask_again(p, s, s.node[x_last, NEXT])
        ask_about_break(p, s, a, meal_a)
        ask_about_break(p, s, b, meal_b)
        if settle(p, s, change, limit, gain):
            return True
    carry(p, s, x, x_last, before_x)
    carry(p, s, u, u_last, before_u)
    s.route[a, MEAL], s.route[b, MEAL] = meal_a, meal_b
    return False


@compiled
def swap_is_forbidden(
    p: Day, s: State, u: int, u_last: int, x: int, x_last: int
) -> bool:
    """Whether two segments that changed routes may not stand where they stand now."""
    if overloaded(p, s, s.node[u, ROUTE]) or overloaded(p, s, s.node[x, ROUTE]):
        return True
    return any_meets_itself(p, s, u, u_last) or any_meets_itself(p, s, x, x_last)
