"""What it costs to always write down who has read: with and without, side by side.

`python benchmarks/audit.py [--times 400]`: the same pages are asked for in turns in one
process, five with the row of the access log and five without it; only here can it be
left out. CPU is the application's and its database process's, by the kernel's own count
in nanoseconds. The pages must be as good as the same, and the row may cost at most a
tenth. Turns in which the machine did something else are told apart by the median.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.speed import _signed_in
from benchmarks.world import World, as_pages, build, set_up

BAR = 0.10  # of the CPU of the page
IN_TURN = 5  # requests of one kind before the other


def main() -> int:
    """Measure both pages both ways and print them; 1 when the bar is passed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=400)
    arguments.add_argument("--municipalities", type=int, default=5)
    chosen = arguments.parse_args()
    set_up("audit")
    from naravard.config.memory import settle_memory

    world = build(chosen.municipalities)
    settle_memory()
    as_pages()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} kärnor")
    costs = [
        _cost(world, name, path, chosen.times) for name, path in _pages(world).items()
    ]
    return 0 if max(costs) <= BAR else 1


def _pages(world: World) -> dict[str, Callable[[int], str]]:
    persons = world.person_ids
    return {
        "personsidan": lambda number: f"/personer/{persons[number % len(persons)]}/",
        "worklistan": lambda _number: "/utskrivningar/",
    }


def _cost(world: World, name: str, path: Callable[[int], str], times: int) -> float:
    from django.db import connection

    client = _signed_in(world)
    for number in range(4 * IN_TURN):
        _get(client, path(number))
    connection.ensure_connection()
    backend = connection.connection.info.backend_pid
    spent: dict[bool, list[float]] = {True: [], False: []}
    sizes: dict[bool, int] = {True: 0, False: 0}
    for turn in range(2 * times // IN_TURN):
        # Each goes first every other time: ab ba ab …
        written = turn % 4 in {0, 3}
        with _log(written=written):
            began = _cpu(backend)
            for step in range(IN_TURN):
                sizes[written] += _get(client, path(turn // 2 * IN_TURN + step))
            spent[written].append((_cpu(backend) - began) / IN_TURN)
    return _told(name, spent, sizes)


def _cpu(backend: int) -> float:
    """Milliseconds that this process and its database process have worked."""
    served = Path(f"/proc/{backend}/schedstat").read_text().split()[0]
    return (time.process_time_ns() + int(served)) / 1e6


@contextmanager
def _log(*, written: bool) -> Iterator[None]:
    """The house as it is, or with the writing of the row left out."""
    if written:
        yield
        return
    with patch("naravard.access.services.trace._add", lambda _entry: None):
        yield


def _get(client: object, path: str) -> int:
    response = client.get(path)
    if response.status_code != 200:
        raise SystemExit(f"{path} svarade {response.status_code}.")
    return len(response.content)


def _told(name: str, spent: dict[bool, list[float]], sizes: dict[bool, int]) -> float:
    with_log, without = median(spent[True]), median(spent[False])
    mean = sum(spent[True]) / sum(spent[False]) - 1
    share = with_log / without - 1
    print(
        f"{name:12} med logg {with_log:6.2f} ms CPU, utan {without:6.2f} ms: "
        f"{share:+.1%} av medianen, {mean:+.1%} av medelvärdet (gräns {BAR:.0%}); "
        f"sidorna {sizes[True] / sizes[False]:.3f} så långa, "
        f"{len(spent[True]) * IN_TURN} anrop vardera"
    )
    return share


if __name__ == "__main__":
    sys.exit(main())
