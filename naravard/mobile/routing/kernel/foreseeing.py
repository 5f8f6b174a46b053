"""What a change would cost in lateness, foreseen without touching the rounds.

Walking along a round costs a tenth of making a change, counting it and taking it back.
Bonds to other rounds are foreseen as they stand: who waits for a mate waits on.
"""

from typing import Final

from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.layout import (
    BEFORE,
    LATE,
    LATE_PRICE,
    LENGTH,
    MATE_FROM,
    MATE_TO,
    MEAL,
    MEAL_LENGTH,
    MEAL_OPENS,
    NEXT,
    NOBODY,
    READY_AGAIN,
    ROUTE,
    ROUTE_LATE,
    START,
    TASKS,
    Day,
    State,
)
from naravard.mobile.routing.kernel.schedule import (
    begin,
    lateness,
    ready_at,
    travel_time,
)

NOTHING: Final = -1  # in the place of a first task: no tasks between
# It is not asked for once in so many changes: bonds between rounds may surprise.
TRUSTING: Final = 6


@compiled
def foreseen_swap(p: Day, s: State, u: int, u_last: int, x: int, x_last: int) -> int:
    """What lateness costs more when two segments of different rounds change places."""
    a, b = s.node[u, ROUTE], s.node[x, ROUTE]
    one = foreseen(p, s, a, s.node[u, BEFORE], x, x_last, s.node[u_last, NEXT])
    return one + foreseen(p, s, b, s.node[x, BEFORE], u, u_last, s.node[x_last, NEXT])


@compiled
def foreseen_tails(p: Day, s: State, u: int, w: int) -> int:
    """What lateness costs more when what follows u and w change rounds."""
    a, b = s.node[u, ROUTE], s.node[w, ROUTE]
    return foreseen_tail(p, s, a, u, b, w) + foreseen_tail(p, s, b, w, a, u)


@compiled
def foreseen_tail(p: Day, s: State, c: int, u: int, other: int, w: int) -> int:
    """The same for c, who goes on from u with what the other did after w."""
    end, first = p.rule[TASKS] + c, s.node[w, NEXT]
    if first >= p.rule[TASKS]:
        return foreseen(p, s, c, u, NOTHING, NOTHING, end)
    last = s.node[p.rule[TASKS] + other, BEFORE]
    return foreseen(p, s, c, u, first, last, end)


@compiled
def foreseen(
    p: Day, s: State, c: int, u: int, first: int, last: int, beyond: int
) -> int:
    """How much dearer lateness becomes when c goes from u by first … last to beyond."""
    change = 0
    leaves = s.node[u, READY_AGAIN]
    i = first
    while i != NOTHING:
        start = start_of(p, s, i, leaves + travel_time(p, c, u, i))
        change += dearer(p, s, i, start)
        leaves = start + p.task[i, LENGTH]
        u = i
        i = s.node[i, NEXT] if i != last else NOTHING
    return change + foreseen_beyond(p, s, c, u, leaves, beyond)


@compiled
def foreseen_beyond(p: Day, s: State, c: int, u: int, leaves: int, i: int) -> int:
    """The same for the rest of the round, as far as anything changes in it."""
    change = 0
    while True:
        start = start_of(p, s, i, arrival(p, s, c, u, leaves, i))
        if start == s.node[i, START]:
            return change
        change += dearer(p, s, i, start)
        if i >= p.rule[TASKS]:
            return change
        leaves = start + p.task[i, LENGTH]
        u = i
        i = s.node[i, NEXT]


@compiled
def arrival(p: Day, s: State, c: int, u: int, leaves: int, i: int) -> int:
    """When c, who leaves u at a moment, can begin at i, with the break before it."""
    road = travel_time(p, c, u, i)
    if s.route[c, MEAL] != i:
        return leaves + road
    if i < p.rule[TASKS]:
        return max(leaves + road, p.rule[MEAL_OPENS]) + p.rule[MEAL_LENGTH]
    return max(leaves, p.rule[MEAL_OPENS]) + p.rule[MEAL_LENGTH] + road


@compiled
def start_of(p: Day, s: State, i: int, ready: int) -> int:
    """When i begins if its person is ready then; not earlier than a mate it waits for.

    The depots have no windows that open, and no mates.
    """
    start = begin(p, i, ready)
    if start < s.node[i, START] and waits_for_mate(p, s, i):
        return s.node[i, START]
    return start


@compiled
def waits_for_mate(p: Day, s: State, i: int) -> bool:
    """Whether i begins later than its own person and windows ask for."""
    if p.task[i, MATE_TO] == p.task[i, MATE_FROM]:
        return False
    return begin(p, i, ready_at(p, s, i)) < s.node[i, START]


@compiled
def dearer(p: Day, s: State, i: int, start: int) -> int:
    """What the lateness of i costs more, with all that its mates could at best gain."""
    change = (lateness(p, i, start) - s.node[i, LATE]) * p.task[i, LATE_PRICE]
    if start < s.node[i, START]:
        for at in range(p.task[i, MATE_FROM], p.task[i, MATE_TO]):
            c = s.node[p.mate[at], ROUTE]
            if c != NOBODY and p.mate[at] != i:
                change -= s.route[c, ROUTE_LATE]
    return change
