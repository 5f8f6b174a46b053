"""Chance that can be repeated: the same seed gives the same draws on every machine."""

import numpy as np

from naravard.mobile.routing.kernel.compiling import compiled
from naravard.mobile.routing.kernel.layout import State

# Marsaglia's xorshift with Vigna's multiplier (xorshift64*).
MULTIPLIER = np.uint64(2685821657736338717)
RIGHT_FIRST = np.uint64(12)
LEFT = np.uint64(25)
RIGHT_LAST = np.uint64(27)
TOP_BITS = np.uint64(11)
LOW_BITS = np.uint64(32)
ONE_OF = 1.0 / (1 << 53)


@compiled
def draw(s: State) -> np.uint64:
    """64 random bits."""
    x = s.seed[0]
    x ^= x >> RIGHT_FIRST
    x ^= x << LEFT
    x ^= x >> RIGHT_LAST
    s.seed[0] = x
    return np.uint64(x * MULTIPLIER)


@compiled
def share(s: State) -> float:
    """A number from 0 up to, not including, 1."""
    return float(draw(s) >> TOP_BITS) * ONE_OF


@compiled
def below(s: State, limit: int) -> int:
    """A whole number from 0 up to, not including, `limit` (under 2 to the 32nd)."""
    # Signed before it is whole: an unsigned number plus a signed one has decimals.
    return int(np.int64(((draw(s) >> LOW_BITS) * np.uint64(limit)) >> LOW_BITS))
