"""`naravard retention`: what has had its time, proposed, approved, erased and shown."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.disposal.queries import decisions, kept_rows, protocols
from naravard.disposal.rules import Approval
from naravard.disposal.services import approve, erase, erase_logs, propose
from naravard.jobs.disposal_words import (
    decision_line,
    kept_line,
    protocol_lines,
    source_line,
)


class Command(BaseCommand):
    """Erasing is decided by each owner, by name; never by a timer."""

    help = "Visar, föreslår, beslutar och verkställer gallring, per ansvarig."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do; --dry-run alone counts."""
        parser.add_argument("--dry-run", action="store_true")
        doing = parser.add_subparsers(dest="doing", metavar="GÖR")
        doing.add_parser("propose", help="föreslå det som har bevarats sin tid")
        doing.add_parser("list", help="visa förslag och beslut som inte är verkställda")
        approving = doing.add_parser("approve", help="besluta om ett förslag")
        approving.add_argument("number", type=int, metavar="FÖRSLAG")
        approving.add_argument("--by", required=True, metavar="HSA-ID")
        approving.add_argument("--reference", required=True, metavar="DNR")
        approving.add_argument("--reason", required=True, metavar="SKÄL")
        doing.add_parser("erase", help="verkställ det som är beslutat")
        showing = doing.add_parser("protocol", help="visa gallringsprotokoll")
        showing.add_argument("number", type=int, nargs="?", metavar="BESLUT")

    def handle(self, *_: Any, dry_run: bool, doing: str | None, **given: Any) -> None:
        """Do it; exit code 1 when a rule says no."""
        if dry_run == bool(doing):
            raise CommandError(
                "Nära gallrar inget av sig självt: varje ansvarig beslutar. "
                "Visa underlaget med: naravard retention --dry-run"
            )
        does: dict[str | None, Callable[..., None]] = {
            None: self._count,
            "propose": self._propose,
            "list": self._list,
            "approve": self._approve,
            "erase": self._erase,
            "protocol": self._protocol,
        }
        try:
            does[doing](**given)
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem

    def _count(self, **_: Any) -> None:
        rows = kept_rows(clock.now())
        for row in rows:
            self.stdout.write(kept_line(row))
        for source in dict.fromkeys(source_line(row.rule) for row in rows):
            self.stdout.write(source)

    def _propose(self, **_: Any) -> None:
        count = propose(now=clock.now())
        self.stdout.write(f"{count} akter och journaler föreslås gallras.")
        self._list()

    def _list(self, **_: Any) -> None:
        for row in decisions():
            self.stdout.write(decision_line(row))

    def _approve(
        self, *, number: int, by: str, reference: str, reason: str, **_: Any
    ) -> None:
        approval = Approval(hsa_id=by, reference=reference, reason=reason)
        approve(number=number, approval=approval, now=clock.now())
        self.stdout.write(f"Gallringen {number} är beslutad.")

    def _erase(self, **_: Any) -> None:
        for done in erase(now=clock.now()):
            self.stdout.write(f"Beslut {done.number}: {done.records} genomgångna.")
        for month in erase_logs(key=settings.LOG_SEAL_KEY, now=clock.now()):
            self.stdout.write(f"Åtkomstloggen för {month:%Y-%m} är gallrad.")

    def _protocol(self, *, number: int | None = None, **_: Any) -> None:
        for row in protocols(number):
            for line in protocol_lines(row):
                self.stdout.write(line)
