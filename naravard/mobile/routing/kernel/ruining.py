"""Tear a part of the rounds down and build it up again, in one change."""

from naravard.mobile.routing.kernel.chance import below, share
from naravard.mobile.routing.kernel.compiling import compiled, entrance
from naravard.mobile.routing.kernel.cost import begin_change
from naravard.mobile.routing.kernel.evaluating import (
    evaluate,
    keep_best,
    restore,
    save,
    visit_is_planned,
)
from naravard.mobile.routing.kernel.inserting import (
    best_place,
    put_in,
    take_out,
    work_of,
)
from naravard.mobile.routing.kernel.layout import (
    BEFORE,
    CAREGIVERS,
    COST,
    EVEN,
    FAR,
    FIRST_WINDOW,
    HELPED,
    IDLEST,
    LATE_COST,
    NEXT,
    NOBODY,
    NOW,
    PATIENCE,
    PRICE,
    REMOVED,
    ROUTE,
    RUINED,
    TASK_FROM,
    TASK_TO,
    TASKS,
    UNPLANNED,
    UNPLANNED_PRICE,
    VISIT,
    VISITS,
    WHOLE_COST,
    WORKED,
    WORST,
    WORST_ROUTE,
    Day,
    State,
)
from naravard.mobile.routing.kernel.routes import give, join
from naravard.mobile.routing.kernel.schedule import propagate, roll_back

FEWEST = 2
MOST = 22
# Small ruins find as much as large ones in a third of the time; large ones get further.
OFTEN_MOST = 8
LARGE = 4  # once in so many ruins
LONGEST_STRING = 8
MOST_UNPLANNED = 30  # tasks nobody has yet, tried again in one change
TAKES_MATE = 0.7
STRINGS = 0.7  # of the ruins take strings of tasks, the rest single ones
# The orders of putting back; none of these is by chance.
ORDERS = 4
HELPS = 2  # once in so many rebuildings the most idle person is helped
EARLIEST = 1
LATEST = 2
FEWEST_ABLE = 3


@compiled
def ruin_and_recreate(p: Day, s: State, limit: int) -> bool:
    """Take out related tasks, put them back where they cost least; keep it or not."""
    before = s.mark[COST]
    worst, whole, unplanned = s.mark[WORST], s.mark[WHOLE_COST], s.mark[UNPLANNED]
    worst_route, even = s.mark[WORST_ROUTE], s.mark[EVEN]
    late = s.mark[LATE_COST]
    save(s)
    s.mark[REMOVED] = 0
    s.mark[HELPED] = s.mark[IDLEST] if below(s, HELPS) == 0 else NOBODY
    s.mark[PATIENCE] = before >> 1
    begin_change(s)
    gather_unplanned(p, s)
    ruin(p, s, FEWEST + below(s, MOST if below(s, LARGE) == 0 else OFTEN_MOST))
    propagate(p, s, FAR)
    recreate(p, s)
    if evaluate(p, s) <= before + limit:
        return True
    restore(s)
    s.mark[COST], s.mark[WORST] = before, worst
    s.mark[WHOLE_COST], s.mark[UNPLANNED] = whole, unplanned
    s.mark[WORST_ROUTE], s.mark[EVEN] = worst_route, even
    s.mark[LATE_COST] = late
    return False


@compiled
def gather_unplanned(p: Day, s: State) -> None:
    """Let some tasks that nobody has be tried again."""
    if s.mark[UNPLANNED] == 0:
        return
    many = p.rule[TASKS]
    first = below(s, many)
    for step in range(many):
        i = (first + step) % many
        if s.node[i, ROUTE] == NOBODY and s.mark[REMOVED] < MOST_UNPLANNED:
            note_removed(s, i)


@compiled
def note_removed(s: State, i: int) -> None:
    """Remember that task i is to be put back."""
    at = s.mark[REMOVED]
    s.removed[at, 0] = i
    s.mark[REMOVED] = at + 1


@compiled
def remove(p: Day, s: State, i: int, with_mates: bool) -> None:
    """Take out task i, and the rest of its visit if wished."""
    if s.node[i, ROUTE] == NOBODY:
        return
    take_out(p, s, i)
    note_removed(s, i)
    if with_mates:
        v = p.task[i, VISIT]
        for j in range(p.visit[v, TASK_FROM], p.visit[v, TASK_TO]):
            if s.node[j, ROUTE] != NOBODY:
                take_out(p, s, j)
                note_removed(s, j)


@compiled
def ruin(p: Day, s: State, many: int) -> None:
    """Take out about `many` tasks near a task drawn by chance."""
    center = below(s, p.rule[TASKS])
    enough = s.mark[REMOVED] + many
    with_mates = share(s) < TAKES_MATE
    strings = share(s) < STRINGS
    visit_near(p, s, center, center, strings, with_mates)
    for at in range(p.near.shape[1]):
        if s.mark[REMOVED] >= enough:
            return
        if below(s, 5) != 0:
            visit_near(p, s, p.near[center, at], center, strings, with_mates)


@compiled
def visit_near(
    p: Day, s: State, i: int, center: int, strings: bool, with_mates: bool
) -> None:
    """Take out a near task, or a string of its route that holds it."""
    if i < 0 or i >= p.rule[TASKS] or s.node[i, ROUTE] == NOBODY:
        return
    if strings:
        remove_string(p, s, i, with_mates)
    else:
        remove(p, s, i, with_mates)


@compiled
def remove_string(p: Day, s: State, i: int, with_mates: bool) -> None:
    """Take out some tasks in a row around i, once from each route."""
    c = s.node[i, ROUTE]
    if s.route[c, RUINED] == s.mark[NOW]:
        return
    s.route[c, RUINED] = s.mark[NOW]
    many = 1 + below(s, LONGEST_STRING)
    back = below(s, many)
    first = i
    for _ in range(back):
        if s.node[first, BEFORE] >= p.rule[TASKS]:
            break
        first = s.node[first, BEFORE]
    for _ in range(many):
        after = s.node[first, NEXT]
        remove(p, s, first, with_mates)
        # A mate in the same route may have stood next, and is gone by now.
        if after >= p.rule[TASKS] or s.node[after, ROUTE] != c:
            return
        first = after


@compiled
def order_of(p: Day, s: State, i: int, kind: int) -> int:
    """A task's place in the order of putting back: smaller first."""
    if kind == EARLIEST:
        return p.task[i, FIRST_WINDOW]
    if kind == LATEST:
        return -p.task[i, FIRST_WINDOW]
    if kind == FEWEST_ABLE:
        able = 0
        for c in range(p.rule[CAREGIVERS]):
            if p.price[i, c] >= 0:
                able += 1
        return able
    return below(s, 1 << 20)


@compiled
def sort_removed(p: Day, s: State) -> None:
    """Put the removed tasks in one of four orders; a visit's tasks stay together."""
    kind = below(s, ORDERS)
    for at in range(s.mark[REMOVED]):
        i = s.removed[at, 0]
        key = order_of(p, s, i, kind)
        if at > 0 and p.task[s.removed[at - 1, 0], VISIT] == p.task[i, VISIT]:
            key = s.removed[at - 1, 2]
        s.removed[at, 2] = key
        s.removed[at, 1] = key
    for at in range(1, s.mark[REMOVED]):
        insert_sorted(s, at)


@compiled
def insert_sorted(s: State, at: int) -> None:
    """Let the entry at `at` sink to its place among those before it."""
    i, key = s.removed[at, 0], s.removed[at, 1]
    while at > 0 and s.removed[at - 1, 1] > key:
        s.removed[at, 0] = s.removed[at - 1, 0]
        s.removed[at, 1] = s.removed[at - 1, 1]
        at -= 1
    s.removed[at, 0] = i
    s.removed[at, 1] = key


@compiled
def recreate(p: Day, s: State) -> None:
    """Put every removed task where it costs least now, or leave it out if dearer."""
    sort_removed(p, s)
    for at in range(s.mark[REMOVED]):
        i = s.removed[at, 0]
        w = best_place(p, s, i)
        if w != NOBODY and s.mark[PRICE] <= p.visit[p.task[i, VISIT], UNPLANNED_PRICE]:
            insert(p, s, i, w)
    drop_half_planned(p, s)


@compiled
def insert(p: Day, s: State, i: int, w: int) -> None:
    """Put i after w; take it out again if that is a deadlock."""
    begin_change(s)
    c, after = s.node[w, ROUTE], s.node[w, NEXT]
    put_in(p, s, i, w)
    s.route[c, WORKED] += work_of(p, s, c, w, i, after)
    if not propagate(p, s, s.mark[PATIENCE]):
        s.route[c, WORKED] -= work_of(p, s, c, w, i, after)
        roll_back(p, s)
        join(s, s.node[i, BEFORE], s.node[i, NEXT])
        give(p, s, i, NOBODY)


@compiled
def drop_half_planned(p: Day, s: State) -> None:
    """Take out the services of visits that miss another service."""
    begin_change(s)
    for v in range(p.rule[VISITS]):
        if visit_is_planned(p, s, v):
            continue
        for i in range(p.visit[v, TASK_FROM], p.visit[v, TASK_TO]):
            if s.node[i, ROUTE] != NOBODY:
                take_out(p, s, i)
    propagate(p, s, FAR)


@entrance
def build(p: Day, s: State) -> int:
    """A first plan: every task put in where it costs least; the cost of it."""
    for i in range(p.rule[TASKS]):
        s.removed[i, 0] = i
    s.mark[REMOVED] = p.rule[TASKS]
    s.mark[PATIENCE] = FAR
    s.mark[HELPED] = NOBODY
    recreate(p, s)
    evaluate(p, s)
    keep_best(s)
    return s.mark[COST]
