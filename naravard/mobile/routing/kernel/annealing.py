"""Many small changes, good ones kept and bad ones ever more seldom."""

import math

from naravard.mobile.routing.kernel.chance import below, share
from naravard.mobile.routing.kernel.compiling import compiled, entrance
from naravard.mobile.routing.kernel.evaluating import keep_best
from naravard.mobile.routing.kernel.larger_moves import (
    cross,
    move_meal,
    relocate_both,
)
from naravard.mobile.routing.kernel.layout import (
    CAREGIVERS,
    MATE_FROM,
    MATE_TO,
    MEAL_ALLOWED,
    NOBODY,
    ROUTE,
    TASKS,
    Day,
    State,
)
from naravard.mobile.routing.kernel.moves import relocate
from naravard.mobile.routing.kernel.ruining import ruin_and_recreate
from naravard.mobile.routing.kernel.swapping import swap

# Out of a hundred small changes; what is left crosses two rounds.
RELOCATE = 40
RELOCATE_SEVERAL = 50
SWAP = 70
SWAP_SEVERAL = 76
BOTH = 84
MEALS = 3  # of a hundred, where breaks are planned
LONGEST = 3


@entrance
def anneal(
    p: Day, s: State, steps: int, heat: float, by_chance: float, by_ruin: float
) -> None:
    """Try `steps` changes at one temperature (in cost); the best stays remembered."""
    for _ in range(steps):
        limit = int(-heat * math.log(1.0 - share(s)))
        if share(s) < by_ruin:
            kept = ruin_and_recreate(p, s, limit)
        else:
            kept = small_change(p, s, limit, by_chance)
        if kept:
            keep_best(s)


@compiled
def small_change(p: Day, s: State, limit: int, by_chance: float) -> bool:
    """Let some task follow another it goes well with, in one of several ways."""
    u = below(s, p.rule[TASKS])
    if s.node[u, ROUTE] == NOBODY:
        return False
    w = wished_place(p, s, u, by_chance)
    if w == NOBODY or w == u or s.node[w, ROUTE] == NOBODY:
        return False
    kind = below(s, 100)
    if kind < SWAP:
        return shift(p, s, u, w, kind, limit)
    if kind < SWAP_SEVERAL:
        return swap(p, s, u, w, 1 + below(s, LONGEST), 1 + below(s, LONGEST), limit)
    if kind < BOTH:
        return with_mate(p, s, u, w, limit, by_chance)
    return meal_or_cross(p, s, u, w, kind, limit)


@compiled
def shift(p: Day, s: State, u: int, w: int, kind: int, limit: int) -> bool:
    """The small changes of one or two tasks."""
    if kind < RELOCATE:
        return relocate(p, s, u, w, 1, limit)
    if kind < RELOCATE_SEVERAL:
        return relocate(p, s, u, w, 2 + below(s, LONGEST), limit)
    return swap(p, s, u, w, 1, 1, limit)


@compiled
def wished_place(p: Day, s: State, u: int, by_chance: float) -> int:
    """A node for u to follow: a good one of its own, or any."""
    if share(s) < by_chance:
        return below(s, p.rule[TASKS] + p.rule[CAREGIVERS])
    return p.near[u, below(s, 1 + below(s, p.near.shape[1]))]


@compiled
def with_mate(p: Day, s: State, u: int, w: int, limit: int, by_chance: float) -> bool:
    """Move u and a task bound to it; or u alone when it is free."""
    first, many = p.task[u, MATE_FROM], p.task[u, MATE_TO] - p.task[u, MATE_FROM]
    if many == 0:
        return relocate(p, s, u, w, 1, limit)
    mate = p.mate[first + below(s, many)]
    if mate == u or s.node[mate, ROUTE] == NOBODY:
        return False
    mate_w = wished_place(p, s, mate, by_chance)
    if mate_w == NOBODY or s.node[mate_w, ROUTE] == NOBODY:
        return False
    return relocate_both(p, s, u, w, mate, mate_w, limit)


@compiled
def meal_or_cross(p: Day, s: State, u: int, w: int, kind: int, limit: int) -> bool:
    """Move somebody's break to stand before u, or cross two rounds."""
    c = s.node[u, ROUTE]
    if kind < BOTH + MEALS and s.route[c, MEAL_ALLOWED] == 1:
        place = u
        if below(s, 4) == 0:
            place = p.rule[TASKS] + c
        if below(s, 8) == 0:
            place = NOBODY
        return move_meal(p, s, c, place, limit)
    return cross(p, s, u, w, limit)
