"""`naravard send_messages`: posts what waits in the outbox, once or for ever."""

import signal
from argparse import ArgumentParser
from threading import Event

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from naravard.core import clock
from naravard.messages.outbox import Counts, deliver_due
from naravard.messages.transport import post_over_http


class Command(BaseCommand):
    """Send the messages that wait for other systems."""

    help = "Skickar meddelanden som väntar på mottagarnas egna system."
    # It serves no pages, so addresses and templates need not be checked first.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Once, or every so many seconds until it is told to stop."""
        pace = parser.add_mutually_exclusive_group()
        pace.add_argument("--once", action="store_true", help="en omgång, sedan slut")
        pace.add_argument(
            "--every", type=float, default=5.0, metavar="SEKUNDER", help="förval 5"
        )

    def handle(self, *_args: object, **options: object) -> None:
        """Send in rounds; SIGTERM lets the round under way finish."""
        if options["once"]:
            self._round()
            return
        self._rounds(seconds=float(str(options["every"])))

    def _rounds(self, *, seconds: float) -> None:
        if seconds <= 0:
            raise CommandError("--every ska vara större än noll.")
        stop = Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: stop.set())
        while not stop.is_set():
            self._round()
            close_old_connections()
            stop.wait(seconds)

    def _round(self) -> None:
        counts = deliver_due(now=clock.now(), post=post_over_http)
        if counts != Counts():
            self.stdout.write(
                f"{counts.delivered} framme, {counts.failed} försöks igen, "
                f"varav {counts.reaches_not} inte når fram."
            )
