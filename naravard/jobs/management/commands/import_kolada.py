"""`naravard import-kolada`: published values beside our own, in the same columns."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core.errors import DomainError
from naravard.indicators.kolada import read_published
from naravard.indicators.results import write_results

WRONG = 2  # the exit code when the file is wrong


class Command(BaseCommand):
    """Answers from the file alone: no database."""

    help = "Läser in publicerade värden från Kolada."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and where the rows go."""
        parser.add_argument("file", type=Path, metavar="FIL")
        parser.add_argument(
            "--out", type=Path, required=True, help="fil .csv, .parquet eller .json"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read and write; exit code 2 when the file is wrong."""
        try:
            reading = read_published(options["file"])
            write_results(reading.results, options["out"])
        except DomainError as error:
            raise CommandError(
                f"{error.message} {error.remedy}".strip(), returncode=WRONG
            ) from error
        self.stdout.write(f"{len(reading.results)} värden i {options['out']}.")
        if reading.unknown:
            self.stdout.write(f"Okända nyckeltal: {', '.join(reading.unknown)}.")
