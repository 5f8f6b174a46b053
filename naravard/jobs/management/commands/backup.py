"""`naravard backup`: the whole database in one sealed file."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.jobs.backup.place import place_of
from naravard.jobs.backup.sealing import new_keys
from naravard.jobs.backup.taking import take_backup


class Command(BaseCommand):
    """Seal a moment of the whole database for whoever holds the secret key."""

    help = "Säkerhetskopierar hela databasen till en krypterad fil."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, or --new-key to make a pair of keys."""
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("file", nargs="?", type=Path, metavar="FIL")
        what.add_argument(
            "--new-key", action="store_true", help="skapa ett nytt nyckelpar"
        )

    def handle(self, *_: Any, file: Path | None, new_key: bool, **__: Any) -> None:
        """Make it, and say how much it holds."""
        if new_key or file is None:
            self._show_new_keys()
            return
        try:
            manifest = take_backup(
                place=place_of(connection.settings_dict),
                file=file,
                recipients=os.environ.get("NARAVARD_BACKUP_RECIPIENTS", ""),
                now=clock.now(),
            )
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem
        self.stdout.write(
            f"{file}: {manifest.rows} rader i {len(manifest.tables)} tabeller, "
            f"som de var {manifest.made_at}."
        )

    def _show_new_keys(self) -> None:
        recipient, identity = new_keys()
        self.stdout.write(
            "På servern, för att låsa:\n"
            f"  NARAVARD_BACKUP_RECIPIENTS={recipient}\n"
            "På ett säkert ställe, aldrig på servern, för att öppna:\n"
            f"  NARAVARD_BACKUP_IDENTITY={identity}\n"
            "Utan den hemliga nyckeln går ingen säkerhetskopia att öppna."
        )
