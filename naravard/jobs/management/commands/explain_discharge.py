"""Command: explain a discharge case from its events (`naravard explain-discharge`)."""

import sys

from django.core.management.base import BaseCommand, CommandParser

from naravard.discharge.explanation.main import run


class Command(BaseCommand):
    """Answers from the file alone: no database, no clock but the case's `as_of`."""

    help = "Förklara ett utskrivningsärende: frister, betalningsansvar och skäl."
    requires_system_checks = []

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand the arguments on as they are; the exit code is the answer's."""
        sys.exit(run(argv[2:]))

    def add_arguments(self, parser: CommandParser) -> None:
        """The same arguments when the command is called from code."""
        parser.add_argument("arguments", nargs="*")

    def handle(self, *_args: object, **options: object) -> None:
        """Run and exit with the answer's code."""
        given = options["arguments"]
        sys.exit(run([str(each) for each in given] if isinstance(given, list) else []))
