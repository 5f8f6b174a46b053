"""`naravard seal-log`: what the clock does with the access log, done now."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from naravard.access.services import count_from_here, seal_log
from naravard.core import clock
from naravard.core.errors import DomainError


class Command(BaseCommand):
    """Seal what has been written; after a restore from a dump, count on from there."""

    help = "Förseglar de rader i åtkomstloggen som ännu inte är förseglade."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether the database has been restored."""
        parser.add_argument(
            "--restored",
            action="store_true",
            help="databasen har lästs tillbaka från en dump",
        )

    def handle(self, *_args: object, restored: bool, **_options: object) -> None:
        """Seal, and say how many rows."""
        if restored:
            count_from_here()
        try:
            sealed = seal_log(key=settings.LOG_SEAL_KEY, now=clock.now())
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem
        self.stdout.write(f"{sealed} rader förseglade.")
