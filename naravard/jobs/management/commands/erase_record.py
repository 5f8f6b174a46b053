"""`naravard erase-record`: one record, by decision of IVO or as somebody else's."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.disposal.queries import protocols
from naravard.disposal.rules import Approval, Ground
from naravard.disposal.services import Single, erase_single
from naravard.jobs.disposal_words import protocol_lines
from naravard.operation.retention import RECORDS, Kept

GROUNDS = {"ivo": Ground.DESTRUCTION, "fel-person": Ground.WRONG_PERSON}


class Command(BaseCommand):
    """Erase it whatever its age, under a decision's reference; the protocol is kept."""

    help = "Förstör en journal eller akt, eller en uppgift i den, efter beslut."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, by which owner, which part, and by what decision."""
        parser.add_argument("person", type=UUID, metavar="PERSON-UUID")
        parser.add_argument("--owner", required=True, metavar="ORGANISATION")
        parser.add_argument(
            "--kept", type=Kept, required=True, choices=sorted(RECORDS), metavar="SLAG"
        )
        parser.add_argument(
            "--thing", type=UUID, metavar="UUID", help="bara detta; annars allt"
        )
        parser.add_argument("--ground", required=True, choices=GROUNDS)
        parser.add_argument("--by", required=True, metavar="HSA-ID")
        parser.add_argument("--reference", required=True, metavar="DNR")
        parser.add_argument("--reason", required=True, metavar="SKÄL")

    def handle(
        self, *_: Any, person: UUID, owner: str, kept: Kept, ground: str, **given: Any
    ) -> None:
        """Erase, and print the protocol; exit code 1 when a rule says no."""
        single = Single(
            person_id=person,
            owner=owner,
            kept=kept,
            ground=GROUNDS[ground],
            object_id=given["thing"],
        )
        approval = Approval(
            hsa_id=given["by"], reference=given["reference"], reason=given["reason"]
        )
        try:
            number = erase_single(single=single, approval=approval, now=clock.now())
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem
        for row in protocols(number):
            for line in protocol_lines(row):
                self.stdout.write(line)
