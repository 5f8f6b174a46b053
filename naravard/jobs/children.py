"""Processes that run beside each other and stop together (pure of Django)."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_TO_STOP = 10
LONGEST_PAUSE = 60  # seconds before a child that keeps dying is started again
STEADY_AFTER = 60  # seconds a child has lived to be trusted again
PR_SET_PDEATHSIG = 1  # prctl(2): the signal to get when the parent dies


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What to start; without a vital child the others have nothing to do.

    One that is to be done `once` is not started again when it has succeeded.
    """

    name: str
    command: tuple[str, ...]
    vital: bool = False
    once: bool = False
    keep_open: tuple[int, ...] = ()  # file descriptors it takes over


@dataclass(slots=True)
class _Running:
    child: Child
    process: subprocess.Popen[bytes]
    started: float
    pause: float = 1
    again_at: float | None = None


@dataclass(slots=True)
class Family:
    """Starts children, starts the fallen again, and stops them all."""

    say: Callable[[str], object]
    _running: list[_Running] = field(default_factory=list)

    def start(self, children: Iterable[Child]) -> None:
        """Start each child in its own session, to die when this process dies."""
        for child in children:
            self._running.append(_Running(child, _spawn(child), time.monotonic()))

    def vital_is_alive(self) -> bool:
        """Whether every vital child still runs."""
        return all(
            running.process.poll() is None
            for running in self._running
            if running.child.vital
        )

    def watch(self) -> None:
        """Return when a vital child has died; start the others again."""
        while self.vital_is_alive():
            for running in self._running:
                self._revive(running)
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def stop(self) -> None:
        """Ask all to stop, wait, and end by force what has not stopped."""
        for running in self._running:
            running.process.terminate()
        deadline = time.monotonic() + SECONDS_TO_STOP
        for running in self._running:
            try:
                running.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                running.process.kill()
                running.process.wait()
        self._running.clear()

    def _revive(self, running: _Running) -> None:
        code = running.process.poll()
        if code is None or (code == 0 and running.child.once):
            return
        now = time.monotonic()
        if running.again_at is None:
            steady = now - running.started > STEADY_AFTER
            running.pause = 1 if steady else min(running.pause * 2, LONGEST_PAUSE)
            running.again_at = now + running.pause
            self.say(
                f"{running.child.name} stannade (kod {code}) och startas igen "
                f"om {running.pause:.0f} s."
            )
        elif now >= running.again_at:
            running.process = _spawn(running.child)
            running.started, running.again_at = now, None


def _spawn(child: Child) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        child.command,
        pass_fds=child.keep_open,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # a Ctrl-C in the terminal is for the parent alone
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,
    )


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
