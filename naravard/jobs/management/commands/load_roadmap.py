"""`naravard load-roadmap`: read a county's road from its file, for the first time."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.roadmap.document import read_roadmap
from naravard.roadmap.services import load_roadmap

WRONG = 2  # the exit code when the file is wrong


class Command(BaseCommand):
    """From then on the road is moved on its page, by those who answer for it."""

    help = "Läser in länets färdplan ur en fil."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FIL")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read and write; exit code 2 when the file is wrong or has been read."""
        now = clock.now()
        try:
            document = read_roadmap(options["file"], clock.day_of(now))
            load_roadmap(document=document, now=now)
        except DomainError as problem:
            raise CommandError(
                f"{problem.message} {problem.remedy}".strip(), returncode=WRONG
            ) from problem
        self.stdout.write(f"{len(document.initiatives)} insatser inlästa.")
