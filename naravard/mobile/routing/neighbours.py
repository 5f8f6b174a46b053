"""Which tasks each task had best follow, told from roads and windows alone."""

import numpy as np
from numpy.typing import NDArray

from naravard.mobile.routing.kernel.layout import (
    ARRIVE_PLACE,
    FIRST_WINDOW,
    LEAVE_PLACE,
    LENGTH,
    WINDOWS,
    Small,
    Whole,
)

MANY = 20
NEVER = np.iinfo(np.int64).max // 4
WAITING = 0.2  # of a minute of travel


def nearest(task: Whole, price: Whole, travel: Small, tasks: int) -> Small:
    """Of each task, up to twenty others that somebody could make right before it."""
    many = min(MANY, max(1, tasks - 1))
    own = task[:tasks]
    cost = _following_cost(own, travel)
    able = (price >= 0).astype(np.int32)
    cost[(able @ able.T) == 0] = NEVER
    np.fill_diagonal(cost, NEVER)
    order = np.argsort(cost, axis=0, kind="stable")[:many].T.copy()
    unfit = np.take_along_axis(cost.T, order, axis=1) >= NEVER
    order[unfit] = -1
    return order.astype(np.int32)


def _following_cost(own: Whole, travel: Small) -> NDArray[np.float64]:
    """Travel, least possible lateness and some of the least waiting from u to v."""
    places = travel.shape[1]
    opens = own[:, FIRST_WINDOW]
    last = FIRST_WINDOW + 2 * (own[:, WINDOWS] - 1) + 1
    closes = own[np.arange(len(own)), last]
    road = travel[:places][np.ix_(own[:, LEAVE_PLACE], own[:, ARRIVE_PLACE])]
    there = (own[:, LENGTH])[:, None] + road
    late = np.maximum(0, opens[:, None] + there - closes[None, :])
    waiting = np.maximum(0, opens[None, :] - closes[:, None] - there)
    cost: NDArray[np.float64] = road + late + WAITING * waiting
    return cost
