"""`naravard review-log`: look through days of the access log by the named checks."""

from argparse import ArgumentParser
from collections import Counter
from datetime import date, timedelta

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.mobile.queries.shifts import PLANNED
from naravard.people.queries import units_by_key
from naravard.review.catalogue import BY_CODE
from naravard.review.services import Looked, look_through

LONGEST = 366  # days in one command


class Command(BaseCommand):
    """Runs every check over the days asked for; said again it adds only what is new."""

    help = "Går igenom åtkomstloggen och väljer ut det som en människa ska granska."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the days, and perhaps one unit."""
        parser.add_argument("--from", dest="first", type=date.fromisoformat)
        parser.add_argument("--to", dest="last", type=date.fromisoformat)
        parser.add_argument("--unit", help="enhetens nyckel i länets fil")

    def handle(
        self,
        *,
        first: date | None,
        last: date | None,
        unit: str | None,
        **_options: object,
    ) -> None:
        """Look through the days, or yesterday, and say what came of it."""
        now = clock.now()
        begin = first or day_of(now) - timedelta(days=1)
        end = last or begin
        days = (end - begin).days + 1
        if not 1 <= days <= LONGEST:
            raise CommandError(f"Välj mellan 1 och {LONGEST} dagar, den första först.")
        unit_id = None
        if unit:
            found = units_by_key([unit]).get(unit)
            if found is None:
                raise CommandError(f"Ingen enhet heter {unit}.")
            unit_id = found.id
        for each in range(days):
            self._tell(
                look_through(
                    day=begin + timedelta(days=each),
                    now=now,
                    secret=settings.LOG_SEAL_KEY,
                    unit_id=unit_id,
                    shifts=PLANNED,
                )
            )

    def _tell(self, looked: Looked) -> None:
        self.stdout.write(
            f"{looked.day}: {looked.openings} läsningar, {len(looked.picked)} utvalda"
        )
        counted = Counter(code for each in looked.picked for code in each.checks)
        for code, number in counted.most_common():
            self.stdout.write(f"  {number:5} {BY_CODE[code].title}")
