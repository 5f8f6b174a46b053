"""`naravard serve`: everything Nära needs on one machine, in one command."""

import errno
import os
import signal
import socket
import sys
import time
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from naravard.jobs.children import Child, Family
from naravard.web.signin.choices import practice_choices

COUNTS = "PROMETHEUS_MULTIPROC_DIR"
HIGHEST_PORT = 65_535
SECONDS_TO_WAIT_FOR_PORT = 3  # a server that was just killed lets go within this
SECONDS_TO_ANSWER = 30

# Two processes of four threads: one can think while the other answers, and a
# machine with one gigabyte of memory still has room for PostgreSQL.
GUNICORN = (
    *("--workers", "2", "--threads", "4", "--preload"),
    *("--timeout", "60", "--graceful-timeout", "5", "--keep-alive", "5"),
    *("--log-level", "warning", "--no-control-socket"),
)

# What runs beside the pages, when it is installed, and with which options.
CLOCKWORK = (
    ("tick", ("--every", "20")),
    ("send_messages", ("--every", "5")),
)

# What is made once beside the pages, in practice mode.
MADE_ONCE = (("demo_lake", ("--if-needed",)),)


class Command(BaseCommand):
    """Prepare the database, fill the demo county, serve pages and run the clock."""

    help = "Startar Nära: databas, sidor och klocka. Ctrl-C stoppar allt."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to answer; PORT in the environment is the port's default."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=port, default=os.environ.get("PORT", "8000"))
        parser.add_argument(
            "--without-lake", action="store_true", help="gör ingen påhittad sjö"
        )

    def handle(self, *_: Any, host: str, port: int, **options: Any) -> None:
        """Run until Ctrl-C, SIGTERM or the end of the page server."""
        # SIGINT too: a shell that starts us in the background has it ignored.
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, signal.default_int_handler)
        family = Family(self._warn)
        try:
            with counted_together():
                with listener(host, port) as taken:
                    self._prepare()
                    beside = clockwork(with_lake=not options["without_lake"])
                    family.start([pages(taken), *beside])
                self._greet(host, port, family)
                family.watch()
        except KeyboardInterrupt:
            self.stdout.write("\nNära stannar …")
        else:
            raise CommandError("Sidservern stannade; skälet står ovanför.")
        finally:
            # From here on a second Ctrl-C would only leave things half stopped.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            family.stop()

    def _prepare(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Förbereder databasen …")
            call_command("migrate", verbosity=0, interactive=False)
        if settings.DEMO and "demo" in get_commands():
            call_command("demo", "--if-empty")
        connections.close_all()

    def _greet(self, host: str, port: int, family: Family) -> None:
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while family.vital_is_alive() and not answers(host, port):
            if time.monotonic() > deadline:
                raise CommandError("Sidservern svarar inte.")
            time.sleep(0.1)
        self.stdout.write(f"\nNära svarar på http://{host}:{port}/   Ctrl-C stoppar.")
        for choice in practice_choices():
            self.stdout.write(f"  {choice.name}, {choice.role}, {choice.unit}")

    def _warn(self, sentence: str) -> None:
        self.stderr.write(sentence)


@contextmanager
def counted_together() -> Iterator[None]:
    """A directory where the page processes add up what they count, if none is named."""
    if os.environ.get(COUNTS):
        yield
        return
    with TemporaryDirectory(prefix="naravard-", ignore_cleanup_errors=True) as name:
        os.environ[COUNTS] = name
        yield
        del os.environ[COUNTS]


def port(text: str) -> int:
    """A port number from the command line or the environment."""
    if not text.isdecimal() or not 0 < int(text) <= HIGHEST_PORT:
        raise ArgumentTypeError(f"{text!r} är inget portnummer (1–{HIGHEST_PORT}).")
    return int(text)


def listener(host: str, port: int) -> socket.socket:
    """The socket to answer on, taken first so that a busy port is told at once."""
    deadline = time.monotonic() + SECONDS_TO_WAIT_FOR_PORT
    while True:
        try:
            return _bound(host, port)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE or time.monotonic() > deadline:
                raise CommandError(_why_not(problem, host, port)) from problem
            time.sleep(0.2)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


def _why_not(problem: OSError, host: str, port: int) -> str:
    if problem.errno == errno.EADDRINUSE:
        return (
            f"Port {port} används redan av ett annat program. "
            f"Välj en annan: make run PORT={port + 1}"
        )
    return f"Det går inte att svara på {host}:{port}: {problem.strerror}."


def answers(host: str, port: int) -> bool:
    """Whether somebody answers there now."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def pages(taken: socket.socket) -> Child:
    """The page server, on a socket that is already ours."""
    program = (sys.executable, "-m", "gunicorn")
    command = (*program, "--config", "python:naravard.config.gunicorn", *GUNICORN)
    bind = ("--bind", f"fd://{taken.fileno()}")
    return Child(
        name="Sidservern",
        command=(*command, *bind),
        vital=True,
        keep_open=(taken.fileno(),),
    )


def clockwork(*, with_lake: bool) -> list[Child]:
    """The commands that run by the clock, those that are installed."""
    installed = get_commands()
    once = MADE_ONCE if settings.DEMO and with_lake else ()
    return [
        Child(
            name=command,
            command=(sys.executable, "-m", "naravard", command, *options),
            once=(command, options) in once,
        )
        for command, options in (*CLOCKWORK, *once)
        if command in installed
    ]
