"""`naravard rebuild-cases`: worklists and clocks made again from the events."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from naravard.core import clock
from naravard.discharge.services.rebuilding import rebuild_cases


class Command(BaseCommand):
    """For a new agreement, or when a derived row is doubted."""

    help = "Räknar om ärendens listor och frister från händelserna."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether ended cases are made again too."""
        parser.add_argument("--ended-too", action="store_true")

    def handle(self, *, ended_too: bool, **_options: object) -> None:
        """Rebuild, and say how many."""
        done = max(rebuild_cases(now=clock.now(), ended_too=ended_too), default=0)
        self.stdout.write(f"{done} ärenden omräknade.")
