"""`naravard tick`: what time alone makes due."""

import time
from argparse import ArgumentParser
from datetime import datetime

from django.core.management.base import BaseCommand

from naravard.core import clock
from naravard.discharge.services.tick import tick
from naravard.operation.services import forget_whole_allowances


class Command(BaseCommand):
    """Notes passed deadlines and begun payments, once or every so many seconds."""

    help = "Noterar passerade tidsgränser och betalningar som börjar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how often."""
        parser.add_argument("--every", type=float, help="sekunder mellan gångerna")

    def handle(self, *, every: float | None, **_options: object) -> None:
        """Run once, or for ever."""
        _round(clock.now())
        while every:
            time.sleep(every)
            _round(clock.now())


def _round(now: datetime) -> None:
    tick(now=now)
    forget_whole_allowances(now=now)
