"""`naravard lake`: build the lake of our own facts, or fill it from other systems."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.indicators.computing import countable
from naravard.indicators.engine.preparing import prepare_lake
from naravard.indicators.lake.building import build_lake
from naravard.indicators.lake.fhir.exported import import_export
from naravard.indicators.lake.importing import import_lake
from naravard.indicators.lake.layout import LakeMark, is_lake

WRONG = 2  # the exit code when a file is wrong
PURPOSE = b"pseudonyms of the lake"


class Command(BaseCommand):
    """Builds every night; imports when somebody has new files."""

    help = "Bygger sjön av husets egna uppgifter, eller fyller den från andra system."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Two things to do: build and import."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="VAD")
        build = actions.add_parser("build", help="av husets egna uppgifter")
        build.add_argument("--lake", type=Path, required=True, metavar="MAPP")
        read = actions.add_parser("import", help="av filer, CSV eller Parquet")
        read.add_argument("source", type=Path, nargs="?", metavar="KÄLLA")
        read.add_argument(
            "--fhir", type=Path, metavar="MAPP", help="en export av FHIR i NDJSON"
        )
        read.add_argument("--lake", type=Path, required=True, metavar="MAPP")
        ready = actions.add_parser("prepare", help="gör färdigt det som är dyrt")
        ready.add_argument("--lake", type=Path, required=True, metavar="MAPP")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it; exit code 2 when a file is wrong, and then the lake is unchanged."""
        if options["action"] == "prepare":
            self._prepare(options["lake"])
            return
        try:
            mark = (
                self._build(options)
                if options["action"] == "build"
                else (self._import(options))
            )
        except DomainError as error:
            raise CommandError(
                f"{error.message} {error.remedy}".strip(), returncode=WRONG
            ) from error
        prepare_lake(options["lake"], countable())
        for name, rows in mark.rows.items():
            self.stdout.write(f"{name:<16} {rows} rader")
        self.stdout.write(f"{mark.changed} filer ändrade. Läge {mark.snapshot}.")

    def _prepare(self, lake: Path) -> None:
        if not is_lake(lake):
            raise CommandError(f"{lake} är ingen sjö.", returncode=WRONG)
        self.stdout.write(f"{prepare_lake(lake, countable())} filer skrivna.")

    def _build(self, options: dict[str, Any]) -> LakeMark:
        secret = hashlib.sha256(PURPOSE + settings.SECRET_KEY.encode()).digest()
        return build_lake(lake=options["lake"], secret=secret, now=clock.now())

    def _import(self, options: dict[str, Any]) -> LakeMark:
        if bool(options["source"]) == bool(options["fhir"]):
            raise CommandError("Ange antingen KÄLLA eller --fhir.", returncode=WRONG)
        if options["fhir"]:
            return import_export(
                source=options["fhir"], lake=options["lake"], now=clock.now()
            )
        return import_lake(
            source=options["source"], lake=options["lake"], now=clock.now()
        )
