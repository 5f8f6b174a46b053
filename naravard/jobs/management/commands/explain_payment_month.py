"""Command: a month under an average agreement (`naravard explain-payment-month`)."""

import sys

from django.core.management.base import BaseCommand, CommandParser

from naravard.discharge.explanation.main import run_month


class Command(BaseCommand):
    """Answers from the file alone: no database, no clock."""

    help = "Räkna ut en månads betalning enligt en överenskommelse om medelvärde."
    requires_system_checks = []

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand the arguments on as they are; the exit code is the answer's."""
        sys.exit(run_month(argv[2:]))

    def add_arguments(self, parser: CommandParser) -> None:
        """The same arguments when the command is called from code."""
        parser.add_argument("arguments", nargs="*")

    def handle(self, *_args: object, **options: object) -> None:
        """Run and exit with the answer's code."""
        given = options["arguments"]
        sys.exit(
            run_month([str(each) for each in given] if isinstance(given, list) else [])
        )
