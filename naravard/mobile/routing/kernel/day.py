"""How one round spends its day: work, waiting, and the break."""

from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.layout import (
    BEFORE,
    FIRST_WINDOW,
    LEAVES_WHEN_NEEDED,
    LENGTH,
    MATE_FROM,
    MATE_TO,
    MEAL,
    MEAL_ALLOWED,
    MEAL_LAST,
    MEAL_LENGTH,
    MISSED,
    NEXT,
    NOBODY,
    READY_AGAIN,
    START,
    TASKS,
    WAITED,
    WINDOWS,
    WORKED,
    Day,
    State,
)
from naravard.mobile.routing.kernel.schedule import travel_time

# A break that begins too late is worse than none: the search must not count on it.
TOO_LATE = 1000


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
def read_route(p: Day, s: State, c: int) -> None:
    """Waiting, work and a missed break of route c, from its starts."""
    depot = p.rule[TASKS] + c
    s.route[c, MISSED] = missed_break(p, s, c)
    worked = 0
    waited = 0
    i = s.node[depot, NEXT]
    while i < p.rule[TASKS]:
        worked += travel_time(p, c, s.node[i, BEFORE], i) + p.task[i, LENGTH]
        # Leaving the start just in time, nobody waits before the first visit.
        if s.node[i, BEFORE] != depot or p.rule[LEAVES_WHEN_NEEDED] == 0:
            waited += wait_at(p, s, c, i)
        i = s.node[i, NEXT]
    s.route[c, WORKED] = worked + road_home(p, s, c)
    if s.route[c, MEAL] == depot and s.node[depot, NEXT] != depot:
        waited += wait_at(p, s, c, depot)
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
        if after != depot or s.route[c, MEAL] == depot:
            room += wait_at(p, s, c, after)
        room = min(room, slack(p, s, i))
        if s.route[c, MEAL] == after:
            room = min(room, max(0, p.rule[MEAL_LAST] - s.node[i, READY_AGAIN]))
        i = s.node[i, BEFORE]
    return room


@compiled
def leave_later(p: Day, s: State, c: int) -> None:
    """Move the first starts of route c so that nobody waits in vain."""
    move = later_departure(p, s, c)
    i = s.node[p.rule[TASKS] + c, NEXT]
    while i < p.rule[TASKS] and move > 0:
        after = s.node[i, NEXT]
        wait = wait_at(p, s, c, after)
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
