"""The command `naravard import-fhir`: read what other systems send us in FHIR."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.fhir.inbound.importing import import_paths
from naravard.fhir.inbound.naming import Source
from naravard.fhir.inbound.tally import Tally, as_json, summary

UNREADABLE = 2  # the exit code when a path can not be used


class Command(BaseCommand):
    """Reads files and folders, and says in Swedish what became of it."""

    help = "Läser in personer, enheter, medarbetare och vårdtillfällen från FHIR-filer."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Paths, the source's name, and where to put a report for machines."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="SÖKVÄG")
        parser.add_argument(
            "--source",
            default="fhir",
            help="källans namn; samma namn varje gång, så känns allt igen",
        )
        parser.add_argument(
            "--json", type=Path, metavar="FIL", help="skriv rapporten som JSON hit"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, write and report; exit code 2 when a path can not be used."""
        paths: list[Path] = options["paths"]
        try:
            for path in paths:
                path.stat()
            _check_can_be_written(options["json"])
            source = Source(options["source"])
            tally = import_paths(paths, source=source, now=clock.now())
        except DomainError as error:
            raise CommandError(
                f"{error.message} {error.remedy}", returncode=UNREADABLE
            ) from error
        except OSError as error:
            raise CommandError(_not_usable(error), returncode=UNREADABLE) from error
        self._report(tally, options["json"])

    def _report(self, tally: Tally, json_path: Path | None) -> None:
        for line in summary(tally):
            self.stdout.write(line)
        if json_path is not None:
            text = json.dumps(as_json(tally), ensure_ascii=False, indent=2)
            json_path.write_text(f"{text}\n", encoding="utf-8")


def _check_can_be_written(report: Path | None) -> None:
    """Raise OSError before anything is read when the report has nowhere to stand."""
    if report is not None:
        report.open("a", encoding="utf-8").close()


def _not_usable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{error.filename} finns inte."
    return f"{error.filename} går inte att öppna: {error.strerror}."
