"""`naravard check-migrations`: can the next release be put in without a pause?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.migrations.loader import MigrationLoader

from naravard.jobs.release import findings


class Command(BaseCommand):
    """Look through every migration of ours; reads no database."""

    help = "Prövar att migreringarna kan köras medan förra versionen är i drift."
    requires_system_checks: list[str] = []

    def handle(self, *_: Any, **__: Any) -> None:
        """Raise CommandError with one line for each finding."""
        loaded = MigrationLoader(None).disk_migrations.values()
        ours = [each for each in loaded if each.__module__.startswith("naravard.")]
        found = findings(sorted(ours, key=lambda each: (each.app_label, each.name)))
        if found:
            raise CommandError("\n".join(map(str, found)))
