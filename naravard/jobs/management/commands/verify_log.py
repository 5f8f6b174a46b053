"""`naravard verify-log`: is the access log still what was written?"""

import re
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from naravard.access.queries.sealed import (
    Verified,
    head_of_chain,
    number_waiting,
    seal_numbered,
    verify,
)
from naravard.access.rules.seals import Break, Finding

SHOWN = 100  # breaks written out; more of them say nothing new
KNOWN = re.compile(r"(\d+):([0-9a-f]{64})")

WORDS = {
    Break.CHANGED: "rad {row} har ändrats sedan den förseglades",
    Break.REMOVED: "rad {row} saknas",
    Break.INSERTED: "rad {row} har lagts till utan att förseglas",
    Break.REORDERED: "rad {row} har bytt plats med en annan",
    Break.SEAL_CHANGED: "förseglingen har ändrats, eller gjorts med en annan nyckel",
    Break.SEAL_REMOVED: "förseglingen saknas",
    Break.SEAL_REORDERED: "förseglingen fortsätter inte från den före",
}


class Command(BaseCommand):
    """Follow the chain of seals, and compare every row with what was sealed."""

    help = "Kontrollerar att åtkomstloggen är orörd, och visar var den inte är det."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take which months to compare, and an end of the chain kept elsewhere."""
        parser.add_argument("--from", dest="first", type=month, metavar="ÅÅÅÅ-MM")
        parser.add_argument("--to", dest="last", type=month, metavar="ÅÅÅÅ-MM")
        parser.add_argument(
            "--known",
            type=known,
            metavar="NUMMER:HASH",
            help="en försegling som antecknats utanför databasen, och ska finnas kvar",
        )

    def handle(
        self,
        *_args: object,
        first: date | None,
        last: date | None,
        known: tuple[int, str] | None,
        **_options: object,
    ) -> None:
        """Verify and report; exit code 1 when anything is not as it was sealed."""
        done = verify(key=settings.LOG_SEAL_KEY, first=first, last=last)
        self._report(done)
        if known is not None and not _is_kept(*known):
            raise CommandError(
                f"Försegling {known[0]} är inte den som antecknats. Loggen har "
                "kortats eller skrivits om."
            )
        if done.findings:
            raise CommandError("Loggen är inte orörd.")
        self.stdout.write("Loggen är orörd.")

    def _report(self, done: Verified) -> None:
        head = head_of_chain()
        self.stdout.write(
            f"{done.seals} förseglingar följda, {done.rows} rader jämförda, "
            f"{number_waiting()} rader väntar på att förseglas."
        )
        if head:
            self.stdout.write(f"Sista förseglingen: {head.number}:{head.hash.hex()}")
        for taken in done.detached:
            self.stdout.write(f"{taken:%Y-%m}: avskild, raderna jämförs inte.")
        for finding in done.findings[:SHOWN]:
            self.stderr.write(sentence(finding))
        if len(done.findings) > SHOWN:
            self.stderr.write(f"… och {len(done.findings) - SHOWN} till.")


def sentence(finding: Finding) -> str:
    """Where and how the log is broken, in words."""
    seal = f", försegling {finding.seal}" if finding.seal else ""
    what = WORDS[finding.kind].format(row=finding.row)
    return f"{finding.month:%Y-%m}{seal}: {what}."


def month(text: str) -> date:
    """The first day of a month written as 2026-03."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as problem:
        raise ArgumentTypeError(f"{text!r} är ingen månad.") from problem


def known(text: str) -> tuple[int, str]:
    """A seal's number and hash, as an earlier verification printed them."""
    found = KNOWN.fullmatch(text)
    if found is None:
        raise ArgumentTypeError(f"{text!r} är inte skrivet som nummer:hash.")
    return int(found[1]), found[2]


def _is_kept(number: int, expected: str) -> bool:
    seal = seal_numbered(number)
    return seal is not None and seal.hash.hex() == expected
