"""`naravard detach-log`: take an old month out of the access log."""

from argparse import ArgumentParser
from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from naravard.access.services import detach_month
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.jobs.management.commands.verify_log import month


class Command(BaseCommand):
    """Detach a month whose time is up; its table is then the owner's to move."""

    help = "Skiljer av en gammal månad ur åtkomstloggen, och noterar det i kedjan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take which month."""
        parser.add_argument("month", type=month, metavar="ÅÅÅÅ-MM")

    def handle(self, *_args: object, month: date, **_options: object) -> None:
        """Detach it, and say what the table is called."""
        try:
            table = detach_month(
                month=month, key=settings.LOG_SEAL_KEY, now=clock.now()
            )
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem
        self.stdout.write(f"Månaden ligger nu i tabellen {table}.")
