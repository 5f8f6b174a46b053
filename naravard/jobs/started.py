"""How long ago this program was started, so that a time limit holds from then on."""

import os
import time
from pathlib import Path

OWN_LINE = Path("/proc/self/stat")  # Linux; see proc(5)
STARTED = 19  # ticks from the machine's start, counted from behind the program's name


def seconds_since_start() -> float:
    """Seconds since the program began, its loading included; 0 where nobody tells."""
    try:
        line = OWN_LINE.read_text(encoding="utf-8")
    except OSError:
        return 0.0
    ticks = int(line.rpartition(")")[2].split()[STARTED])
    up = time.clock_gettime(time.CLOCK_BOOTTIME)
    return max(0.0, up - ticks / os.sysconf("SC_CLK_TCK"))
