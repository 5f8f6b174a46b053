"""`naravard count-indicators`: count the lake each night, for the pages."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.indicators.lake.layout import MARK, is_lake
from naravard.indicators.services import count_lake
from naravard.jobs.signals import tell_signals
from naravard.roadmap.queries import followed

WRONG = 2  # the exit code when the lake is wrong


class Command(BaseCommand):
    """Counts after `lake build` and `lake import`; a page only reads what was kept."""

    help = "Räknar sjöns mått och sparar dem för sidorna."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Which lake, and how many threads."""
        parser.add_argument("--lake", type=Path, default=settings.LAKE, metavar="MAPP")
        parser.add_argument("--threads", type=int, help="högst så många trådar")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Count; exit code 2 when there is no lake."""
        if not is_lake(options["lake"]):
            raise CommandError(
                f"{options['lake']} är ingen sjö ({MARK} saknas). Gör en med "
                "naravard lake build.",
                returncode=WRONG,
            )
        try:
            counted = count_lake(
                lake=options["lake"],
                now=clock.now(),
                followed=followed(),
                threads=options["threads"],
            )
        except DomainError as problem:
            raise CommandError(
                f"{problem.message} {problem.remedy}", returncode=WRONG
            ) from problem
        told = tell_signals(now=clock.now())
        self.stdout.write(f"{counted} mått räknade. {told.raised} nya signaler.")
