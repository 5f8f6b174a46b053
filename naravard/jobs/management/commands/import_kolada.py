"""`naravard import-kolada`: published values beside our own, in the same columns."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.indicators.errors import OutputNotPossible
from naravard.indicators.kolada import Reading, read_published
from naravard.indicators.results import write_results
from naravard.indicators.services import keep_published

WRONG = 2  # the exit code when the file is wrong


class Command(BaseCommand):
    """Answers from the file alone; with `--keep` the pages have the values too."""

    help = "Läser in publicerade värden från Kolada."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and where the rows go."""
        parser.add_argument("file", type=Path, metavar="FIL")
        parser.add_argument("--out", type=Path, help="fil .csv, .parquet eller .json")
        parser.add_argument(
            "--keep", action="store_true", help="spara dem för sidorna, i databasen"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read and write; exit code 2 when the file is wrong."""
        try:
            reading = self._read(options)
        except DomainError as error:
            raise CommandError(
                f"{error.message} {error.remedy}".strip(), returncode=WRONG
            ) from error
        where = options["out"] or "databasen"
        self.stdout.write(f"{len(reading.results)} värden i {where}.")
        if reading.note:
            self.stdout.write(reading.note)
        if reading.unknown:
            self.stdout.write(f"Okända nyckeltal: {', '.join(reading.unknown)}.")

    def _read(self, options: dict[str, Any]) -> Reading:
        if not (options["out"] or options["keep"]):
            raise OutputNotPossible(
                "Det är inte sagt vart värdena ska.",
                remedy="Ange --out FIL, --keep eller båda.",
            )
        reading = read_published(options["file"])
        if options["out"]:
            write_results(reading.results, options["out"])
        if options["keep"]:
            keep_published(
                results=reading.results,
                source=reading.note or options["file"].name,
                now=clock.now(),
            )
        return reading
