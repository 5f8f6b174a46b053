"""The earliest schedule that the routes and the bonds between visits allow.

Every rule is a lower bound on a start, so the least starts that keep them all exist and
are best for punctuality. After a change only what it reaches is counted again.
"""

from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.layout import (
    ARRIVE_PLACE,
    BEFORE,
    FIRST_WINDOW,
    HAS_SHIFTS,
    HEAPED,
    LAG_FROM,
    LAG_TO,
    LATE,
    LATE_PRICE,
    LEAVE_PLACE,
    LENGTH,
    LOGGED,
    MATE_FROM,
    MATE_TO,
    MEAL,
    MEAL_LENGTH,
    MEAL_OPENS,
    MODE_ROW,
    NEXT,
    NOBODY,
    NOW,
    QUEUED,
    READY_AGAIN,
    ROUTE,
    STAMP,
    START,
    TASKS,
    WAIT_PRICE,
    WINDOWS,
    Day,
    State,
)

# A task is counted again at most this many times each, on average; more is a deadlock.
ROUNDS = 6
FEWEST_COUNTS = 200
GROUP_ROUNDS = 12


@compiled
def travel_time(p: Day, c: int, u: int, v: int) -> int:
    """From node u to node v as caregiver c travels."""
    return p.travel[
        p.staff[c, MODE_ROW] + p.task[u, LEAVE_PLACE], p.task[v, ARRIVE_PLACE]
    ]


@compiled
def ready_at(p: Day, s: State, i: int) -> int:
    """When the person of the route can begin at node i, its windows aside.

    A break before a task is taken where the task is; one before the depot, at the last
    task.
    """
    c = s.node[i, ROUTE]
    u = s.node[i, BEFORE]
    road = travel_time(p, c, u, i)
    at = s.node[u, READY_AGAIN]
    if s.route[c, MEAL] != i:
        return at + road
    if i < p.rule[TASKS]:
        return max(at + road, p.rule[MEAL_OPENS]) + p.rule[MEAL_LENGTH]
    return max(at, p.rule[MEAL_OPENS]) + p.rule[MEAL_LENGTH] + road


@compiled
def begin(p: Day, i: int, ready: int) -> int:
    """When task i begins: at once, or when a window opens if waiting costs less."""
    last = FIRST_WINDOW + 2 * (p.task[i, WINDOWS] - 1)
    at = FIRST_WINDOW
    while at < last and ready > p.task[i, at + 1]:
        opens = p.task[i, at + 2]
        late = (ready - p.task[i, at + 1]) * p.task[i, LATE_PRICE]
        if ready < opens and late < (opens - ready) * p.rule[WAIT_PRICE]:
            return ready
        at += 2
    return max(ready, p.task[i, at])


@compiled
def lateness(p: Day, i: int, start: int) -> int:
    """How late a start is, against the window it begins in or after."""
    at = FIRST_WINDOW + 2 * (p.task[i, WINDOWS] - 1)
    while at > FIRST_WINDOW and start < p.task[i, at]:
        at -= 2
    return max(0, start - p.task[i, at + 1])


@compiled
def push(s: State, i: int) -> None:
    """Ask for node i to be counted again, in order of the old starts."""
    if s.node[i, QUEUED] == 1:
        return
    s.node[i, QUEUED] = 1
    at = s.mark[HEAPED]
    s.mark[HEAPED] = at + 1
    key = s.node[i, START]
    while at > 0:
        above = (at - 1) >> 1
        if s.heap[above, 0] <= key:
            break
        s.heap[at, 0] = s.heap[above, 0]
        s.heap[at, 1] = s.heap[above, 1]
        at = above
    s.heap[at, 0] = key
    s.heap[at, 1] = i


@compiled
def pop(s: State) -> int:
    """The node to count next."""
    top = s.heap[0, 1]
    s.node[top, QUEUED] = 0
    size = s.mark[HEAPED] - 1
    s.mark[HEAPED] = size
    key = s.heap[size, 0]
    node = s.heap[size, 1]
    at = 0
    child = 1
    while child < size:
        if child + 1 < size and s.heap[child + 1, 0] < s.heap[child, 0]:
            child += 1
        if s.heap[child, 0] >= key:
            break
        s.heap[at, 0] = s.heap[child, 0]
        s.heap[at, 1] = s.heap[child, 1]
        at = child
        child = 2 * at + 1
    s.heap[at, 0] = key
    s.heap[at, 1] = node
    return top


@compiled
def record(p: Day, s: State, i: int, start: int) -> int:
    """Move node i to `start`, remember what it was; how much dearer its lateness is."""
    if s.node[i, STAMP] != s.mark[NOW]:
        s.node[i, STAMP] = s.mark[NOW]
        at = s.mark[LOGGED]
        s.log[at, 0] = i
        s.log[at, 1] = s.node[i, START]
        s.log[at, 2] = s.node[i, LATE]
        s.mark[LOGGED] = at + 1
    late = lateness(p, i, start)
    dearer = (late - s.node[i, LATE]) * p.task[i, LATE_PRICE]
    s.node[i, START] = start
    s.node[i, LATE] = late
    if i < p.rule[TASKS]:
        s.node[i, READY_AGAIN] = start + p.task[i, LENGTH]
        after = s.node[i, NEXT]
        if after < p.rule[TASKS] or p.rule[HAS_SHIFTS] == 1:
            push(s, after)
    return dearer


@compiled
def roll_back(p: Day, s: State) -> None:
    """Every start as it was before the change."""
    for at in range(s.mark[LOGGED]):
        i = s.log[at, 0]
        s.node[i, START] = s.log[at, 1]
        s.node[i, LATE] = s.log[at, 2]
        if i < p.rule[TASKS]:
            s.node[i, READY_AGAIN] = s.log[at, 1] + p.task[i, LENGTH]
    s.mark[LOGGED] = 0


@compiled
def settle_group(p: Day, s: State, i: int) -> None:
    """Put in each mate's place in the heap's spare column when the group can begin."""
    first, last = p.task[i, MATE_FROM], p.task[i, MATE_TO]
    for at in range(first, last):
        j = p.mate[at]
        if s.node[j, ROUTE] != NOBODY:
            s.heap[j, 2] = begin(p, j, ready_at(p, s, j))
    for _ in range(GROUP_ROUNDS):
        if not widen_group(p, s, first, last):
            return


@compiled
def widen_group(p: Day, s: State, first: int, last: int) -> bool:
    """Let every lag between mates push once; whether any did."""
    moved = False
    for at in range(first, last):
        j = p.mate[at]
        if s.node[j, ROUTE] == NOBODY:
            continue
        for lag in range(p.task[j, LAG_FROM], p.task[j, LAG_TO]):
            other = p.lag[lag, 0]
            bound = s.heap[j, 2] + p.lag[lag, 1]
            if s.node[other, ROUTE] != NOBODY and bound > s.heap[other, 2]:
                s.heap[other, 2] = begin(p, other, bound)
                moved = True
    return moved


@compiled
def count_group(p: Day, s: State, i: int) -> int:
    """Count task i together with its mates; how much dearer their lateness became."""
    settle_group(p, s, i)
    dearer = 0
    for at in range(p.task[i, MATE_FROM], p.task[i, MATE_TO]):
        j = p.mate[at]
        if s.node[j, ROUTE] != NOBODY and s.heap[j, 2] != s.node[j, START]:
            dearer += record(p, s, j, s.heap[j, 2])
    return dearer


@compiled
def count_alone(p: Day, s: State, i: int) -> int:
    """Count a node bound to no other; how much dearer its lateness became."""
    start = begin(p, i, ready_at(p, s, i))
    if start == s.node[i, START]:
        return 0
    return record(p, s, i, start)


@compiled
def propagate(p: Day, s: State, room: int) -> bool:
    """Count all that is asked for; False when lateness grows dearer than the room.

    A deadlock between rounds shows as starts that never stop growing.
    """
    left = ROUNDS * p.rule[TASKS] + FEWEST_COUNTS
    while s.mark[HEAPED] > 0:
        i = pop(s)
        left -= 1
        if p.task[i, MATE_TO] > p.task[i, MATE_FROM]:
            room -= count_group(p, s, i)
        else:
            room -= count_alone(p, s, i)
        if room < 0 or left < 0:
            empty_heap(s)
            return False
    return True


@compiled
def empty_heap(s: State) -> None:
    """Forget what was asked for."""
    for at in range(s.mark[HEAPED]):
        s.node[s.heap[at, 1], QUEUED] = 0
    s.mark[HEAPED] = 0
