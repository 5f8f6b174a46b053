"""Command: verify and price a plan of home visits (`naravard check-plan`)."""

import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from naravard.core.errors import DomainError
from naravard.mobile.routing.checker import Report, check
from naravard.mobile.routing.formats.reading import Format, read_problem
from naravard.mobile.routing.plan_file import read_plan_file

WRONG_INPUT = 2
BROKEN_PLAN = 1


class Command(BaseCommand):
    """Answers from the two files alone, whatever the plan says about itself."""

    help = "Kontrollerar en plan för hembesök och räknar ut vad den kostar."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day and the plan."""
        parser.add_argument("instance", type=Path, metavar="DAG")
        parser.add_argument("plan", type=Path, metavar="PLAN.json")
        parser.add_argument("--format", type=Format, choices=list(Format), default=None)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Check and tell; exit code 1 for a broken rule, 2 for an unreadable file."""
        try:
            problem = read_problem(options["instance"], options["format"])
            plan = read_plan_file(options["plan"], problem)
        except DomainError as fault:
            raise CommandError(
                f"{fault.message} {fault.remedy}", returncode=WRONG_INPUT
            ) from fault
        self._tell(check(problem, plan))

    def _tell(self, report: Report) -> None:
        self.stdout.write(f"Kostnad {report.cost:.3f}")
        for name, value in asdict(report.parts).items():
            if value:
                self.stdout.write(f"  {name} {value:g}")
        for violation in report.violations:
            self.stdout.write(f"Bryter mot: {violation}")
        if report.violations:
            sys.exit(BROKEN_PLAN)
        self.stdout.write("Planen håller alla regler.")
