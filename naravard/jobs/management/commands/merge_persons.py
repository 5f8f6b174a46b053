"""`naravard merge-persons KEPT MERGED`: two rows are one person."""

from argparse import ArgumentParser
from uuid import UUID

from django.core.management.base import BaseCommand

from naravard.jobs.identity import done_and_noted
from naravard.people.services import merge_persons


class Command(BaseCommand):
    """Let everything about one row be about another, and print the merge's id."""

    help = "Slår ihop två poster om samma person. Upphävs med part-persons."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the two rows by id, never by a personal number, and how one knows."""
        parser.add_argument("kept", type=UUID, help="posten som ska vara kvar")
        parser.add_argument("merged", type=UUID, help="posten som går upp i den")
        parser.add_argument("--reason", required=True, help="hur du vet det")

    def handle(
        self, *_args: object, kept: UUID, merged: UUID, reason: str, **_rest: object
    ) -> None:
        """Merge, or say why not."""
        merge = done_and_noted(
            "merged",
            reason,
            lambda now: merge_persons(
                kept_id=kept, merged_id=merged, reason=reason, now=now
            ),
        )
        self.stdout.write(merge)
