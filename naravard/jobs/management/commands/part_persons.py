"""`naravard part-persons MERGE`: rows that were merged are two persons after all."""

from argparse import ArgumentParser
from uuid import UUID

from django.core.management.base import BaseCommand

from naravard.jobs.identity import done_and_noted
from naravard.people.services import part_persons


class Command(BaseCommand):
    """Put back what a merge moved; what has come since stays."""

    help = "Upphäver en sammanslagning av två poster."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what the merge is called, and how one knows."""
        parser.add_argument("merge", type=UUID, help="id från merge-persons")
        parser.add_argument("--reason", required=True, help="hur du vet det")

    def handle(self, *_args: object, merge: UUID, reason: str, **_rest: object) -> None:
        """Part, or say why not."""
        parted = done_and_noted(
            "parted",
            reason,
            lambda now: part_persons(merge_id=merge, reason=reason, now=now),
        )
        self.stdout.write(parted)
