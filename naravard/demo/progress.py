"""Tells how far the building has come, in plain lines that need no terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TextIO

WIDTH = 24  # characters of the bar
STEPS_SHOWN = 4  # lines at most while one part is built


@dataclass(slots=True)
class Progress:
    """Writes a line when a part begins to show, and one when it is done."""

    stream: TextIO
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def part(self, name: str, total: int = 0) -> Iterator["Part"]:
        """One part of the building; its time is kept in `seconds`."""
        begun = monotonic()
        part = Part(self.stream, name, total)
        yield part
        self.seconds[name] = monotonic() - begun
        part.done(self.seconds[name])


@dataclass(slots=True)
class Part:
    """A part under way, of `total` things; 0 where nobody knows how many."""

    stream: TextIO
    name: str
    total: int
    count: int = 0
    shown: int = 0

    def reached(self, count: int) -> None:
        """Note how many are done, and show it now and then."""
        self.count = count
        if not self.total:
            return
        quarter = min(count * STEPS_SHOWN // self.total, STEPS_SHOWN - 1)
        if quarter > self.shown:
            self.shown = quarter
            self._write(f"{count}")

    def done(self, seconds: float) -> None:
        """Say how many there were and how long it took."""
        self.shown = STEPS_SHOWN
        self._write(f"{self.count}, {seconds:.1f} s")

    def _write(self, text: str) -> None:
        filled = WIDTH * self.shown // STEPS_SHOWN
        bar = "█" * filled + "·" * (WIDTH - filled)
        self.stream.write(f"{self.name:<24} {bar} {text}\n")
        self.stream.flush()
