"""`naravard retention --dry-run`: what has been kept for its time, owner by owner."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.discharge.queries.kept import KeptRow, kept_rows
from naravard.mobile.queries import kept as visits
from naravard.operation.retention import Kept

NAMES = {
    Kept.HEALTH_RECORD: "journal (hälso- och sjukvård)",
    Kept.SOCIAL_RECORD: "akt (socialtjänst)",
    Kept.ACCESS_LOG: "åtkomstlogg",
    Kept.CHANGE_LOG: "ändringslogg",
}


class Command(BaseCommand):
    """Counts, and changes nothing; erasing is decided by each owner, not by a timer."""

    help = "Visar vad som har bevarats sin tid, per ansvarig. Ändrar inget."

    def add_arguments(self, parser: CommandParser) -> None:
        """--dry-run is demanded, so that nobody expects anything to be erased."""
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *_: Any, dry_run: bool, **__: Any) -> None:
        """Print one line for each owner and kind."""
        if not dry_run:
            raise CommandError(
                "Nära gallrar inget av sig självt: varje ansvarig prövar undantagen "
                "och beslutar. Visa underlaget med: naravard retention --dry-run"
            )
        rows = kept_rows(clock.now(), also=(visits.SAID,))
        for row in rows:
            self.stdout.write(_line(row))
        for source in dict.fromkeys(_source(row) for row in rows):
            self.stdout.write(source)


def _line(row: KeptRow) -> str:
    duty = "ska gallras" if row.rule.must_go else "får gallras efter beslut"
    since = f", äldsta sista anteckning {row.oldest}" if row.oldest else ""
    excepted = f", {row.excepted} undantas tills de prövats" if row.excepted else ""
    return (
        f"{row.owner}, {NAMES[row.rule.kept]}: {row.count} st{since}; "
        f"{row.past} st har bevarats i {row.rule.years} år och {duty}{excepted}."
    )


def _source(row: KeptRow) -> str:
    doubt = "" if row.rule.verified else " (inte prövat)"
    return f"  {NAMES[row.rule.kept]}: {row.rule.source}{doubt}"
