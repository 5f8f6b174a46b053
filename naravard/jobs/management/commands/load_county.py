"""`naravard load-county FIL`: the county's organisations, units and agreements."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.discharge.services.agreements import load_payment
from naravard.disposal.services import load_preservations
from naravard.mobile.services.terms import load_terms
from naravard.people import services as people
from naravard.people.county import load_county

WRONG = 2  # the exit code when the file is wrong


class Command(BaseCommand):
    """Read again when the file has changed, it adds and changes; nothing is doubled."""

    help = "Läser in länets organisationer, enheter och avtal ur en fil."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FIL")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read and write; exit code 2 when the file is wrong."""
        today = clock.day_of(clock.now())
        try:
            county = load_county(options["file"])
            with transaction.atomic():
                loaded = people.load_county(county=county, today=today)
                load_payment(county=county)
                load_preservations(county=county)
                load_terms(county=county)
        except DomainError as problem:
            raise CommandError(
                f"{problem.message} {problem.remedy}".strip(), returncode=WRONG
            ) from problem
        self.stdout.write(
            f"{county.name}: {loaded.new} nya, {loaded.changed} ändrade och"
            f" {loaded.unchanged} oförändrade rader."
        )
