"""Where everything stands in the arrays of the search.

A node is a task (0 .. tasks-1) or a depot (tasks + caregiver). A route is a ring: its
depot, its tasks in order, and the depot again. Times are whole small units, costs too.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Small = NDArray[np.int32]

# Columns of Day.task, one row a node.
ARRIVE_PLACE: Final = 0
LEAVE_PLACE: Final = 1
LENGTH: Final = 2
LATE_PRICE: Final = 3
LAG_FROM: Final = 4
LAG_TO: Final = 5
MATE_FROM: Final = 6
MATE_TO: Final = 7
VISIT: Final = 8
WINDOWS: Final = 9
TAKES: Final = 10
FIRST_WINDOW: Final = 11  # opens, closes, opens, closes …

# Columns of Day.visit: its tasks, what leaving it out costs, and whether staff differ.
TASK_FROM: Final = 0
TASK_TO: Final = 1
UNPLANNED_PRICE: Final = 2
APART: Final = 3

# Columns of Day.staff, one row a caregiver.
MODE_ROW: Final = 0
SHIFT_STARTS: Final = 1
SHIFT_ENDS: Final = 2
TAKES_BREAK: Final = 3
CARRIES: Final = 4
STAFF_COLUMNS: Final = 5

# Places in Day.rule.
TASKS: Final = 0
CAREGIVERS: Final = 1
HAS_SHIFTS: Final = 2
TRAVEL_PRICE: Final = 3
WORST_PRICE: Final = 4
WAIT_PRICE: Final = 5
IDLE_PRICE: Final = 6
BALANCE_PRICE: Final = 7
MISSED_PRICE: Final = 8
MEAL_OPENS: Final = 9
MEAL_LAST: Final = 10
MEAL_LENGTH: Final = 11
WHOLE_ROUTES: Final = 12  # some price needs a whole route to be read
LEAVES_WHEN_NEEDED: Final = 13
MODES: Final = 14
VISITS: Final = 15
RULES: Final = 16

# Columns of State.node.
NEXT: Final = 0
BEFORE: Final = 1
ROUTE: Final = 2
START: Final = 3
READY_AGAIN: Final = 4  # when the person leaves: the end, or the shift's start
LATE: Final = 5
STAMP: Final = 6
QUEUED: Final = 7
NODE_COLUMNS: Final = 8

# Columns of State.route.
MEAL: Final = 0  # the node the break is taken before, or -1
ROUTE_LATE: Final = 1  # cost of lateness
WAITED: Final = 2
WORKED: Final = 3
MISSED: Final = 4
ROUTE_STAMP: Final = 5
MEAL_ALLOWED: Final = 6
RUINED: Final = 7
LOAD: Final = 8
ROUTE_COLUMNS: Final = 9

# Places in State.mark.
COST: Final = 0
WORST: Final = 1
LOGGED: Final = 2
HEAPED: Final = 3
NOW: Final = 4
TOUCHED: Final = 5
UNPLANNED: Final = 6
WHOLE_COST: Final = 7
REMOVED: Final = 8
BEST: Final = 9
WORST_ROUTE: Final = 10
PATIENCE: Final = 11  # dearer lateness than this while building is a deadlock
PRICE: Final = 12  # of the place found last
IDLEST: Final = 13  # who is idle most
HELPED: Final = 14  # whose idleness counts in a rebuilding, or NOBODY
WHOLE_AFTER: Final = 15  # what WHOLE_COST becomes if the change is kept
EVEN: Final = 16  # what uneven idleness costs the search, though nobody else
EVEN_AFTER: Final = 17  # what EVEN becomes if the change is kept
EVEN_PRICE: Final = 18
EVEN_MEASURE: Final = 19  # idleness at which EVEN_PRICE is paid in full
EVEN_SWING: Final = 20  # the idleness that a small change may take away
LATE_COST: Final = 21  # what all lateness costs
MARKS: Final = 22

# Columns of what is found when a task is tried after each node.
FOUND_POSSIBLE: Final = 0
FOUND_COST: Final = 1
FOUND_ROAD: Final = 2
FOUND_MOVED: Final = 3  # visits that come later than promised because of it
FOUND_LATER: Final = 4  # the most that any of them does
FOUND_START: Final = 5
FOUND_COLUMNS: Final = 6

NOBODY: Final = -1
FAR: Final = 1 << 60


class Day(NamedTuple):
    """What is given."""

    travel: Small
    task: Whole
    visit: Whole
    staff: Whole
    price: Whole  # of each task by each caregiver, or -1 where it may not be
    near: Small  # good predecessors of each task
    lag: Whole  # (other task, least minutes from this start to that start)
    mate: Small  # the tasks bound to each other by lags, group by group
    rule: Whole


class State(NamedTuple):
    """What the search has so far, and room to work in."""

    node: Whole
    route: Whole
    heap: Whole
    log: Whole  # (node, start, late) as they were
    route_log: Whole
    mark: Whole
    removed: Whole
    seed: NDArray[np.uint64]
    saved_node: Whole
    saved_route: Whole
    best_node: Whole
    best_route: Whole
