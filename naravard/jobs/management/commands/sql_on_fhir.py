"""`naravard sql-on-fhir`: a view's rows out of files of FHIR, or the public suite."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core.errors import DomainError
from naravard.indicators.views.running import files_in, run_view, view_of_file
from naravard.indicators.views.suite import CaseResult, report_of, run_suite

WRONG = 2  # the exit code when the view or a file is wrong
SHAREABLE = "shareable"


class Command(BaseCommand):
    """Answers from files alone: no database."""

    help = "Gör tabeller av FHIR med en ViewDefinition, eller kör den publika sviten."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """A view, files and where to write; or a suite and its report."""
        parser.add_argument("view", nargs="?", type=Path, metavar="VY.json")
        parser.add_argument("files", nargs="*", type=Path, metavar="FIL")
        parser.add_argument(
            "--out", type=Path, metavar="FIL", help=".csv, .json, .ndjson, .parquet"
        )
        parser.add_argument("--suite", type=Path, metavar="MAPP", help="testfall")
        parser.add_argument("--report", type=Path, metavar="FIL", help="testrapport")
        parser.add_argument(
            "--sql", action="store_true", help="visa vyns SQL i stället för att köra"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it; exit code 2 when something is wrong, and then nothing is written."""
        try:
            self._done(options)
        except DomainError as error:
            raise CommandError(
                f"{error.message} {error.remedy}".strip(), returncode=WRONG
            ) from error

    def _done(self, options: dict[str, Any]) -> None:
        if options["suite"]:
            self._suite(options["suite"], options["report"])
            return
        if options["view"] is None or not (options["out"] or options["sql"]):
            raise CommandError(
                "Ange en vy, filer och --out, eller --suite.", returncode=WRONG
            )
        view = view_of_file(options["view"])
        if options["sql"]:
            self.stdout.write(view.sql)
            return
        rows = run_view(view, files_in(options["files"]), options["out"])
        self.stdout.write(f"{rows} rader i {options['out']}.")

    def _suite(self, folder: Path, report: Path | None) -> None:
        results = run_suite(folder)
        if report is not None:
            text = json.dumps(report_of(results), ensure_ascii=False, indent=2)
            report.write_text(f"{text}\n", encoding="utf-8")
        for result in results:
            if not result.passed:
                self.stderr.write(f"{result.file}: {result.title}: {result.problem}")
        shareable = [each for each in results if SHAREABLE in each.tags]
        self.stdout.write(
            f"{_passed(results)} testfall, varav {SHAREABLE} {_passed(shareable)}."
        )


def _passed(results: list[CaseResult]) -> str:
    return f"{sum(each.passed for each in results)} av {len(results)}"
