"""`naravard restore`: puts a sealed backup back, all of it or nothing."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from naravard.core.errors import DomainError
from naravard.jobs.backup.manifest import Manifest
from naravard.jobs.backup.place import place_of
from naravard.jobs.backup.restoring import read_backup, restore


class Command(BaseCommand):
    """Restore into an empty database, or with --force into any."""

    help = "Återställer databasen från en krypterad säkerhetskopia."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Which file, and how far to go."""
        parser.add_argument("file", type=Path, metavar="FIL")
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--force", action="store_true", help="ersätt allt som finns i databasen"
        )
        how.add_argument(
            "--check", action="store_true", help="läs bara filen och säg vad den håller"
        )

    def handle(self, *_: Any, file: Path, force: bool, check: bool, **__: Any) -> None:
        """Read the file to its end, then restore, then count."""
        identity = os.environ.get("NARAVARD_BACKUP_IDENTITY", "")
        try:
            if check:
                self._tell(read_backup(file=file, identity=identity), "läsbar")
                return
            known = [
                f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations
            ]
            connections.close_all()
            manifest = restore(
                place=place_of(connection.settings_dict),
                file=file,
                identity=identity,
                known_migrations=known,
                force=force,
            )
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem
        self._tell(manifest, "återställd och kontrollräknad")
        if set(known) - set(manifest.migrations):
            self.stdout.write("Kopian är från en äldre Nära. Kör: naravard migrate")

    def _tell(self, manifest: Manifest, what: str) -> None:
        self.stdout.write(
            f"Säkerhetskopian från {manifest.made_at} är {what}: "
            f"{manifest.rows} rader i {len(manifest.tables)} tabeller, "
            f"{len(manifest.guards)} skydd i databasen."
        )
