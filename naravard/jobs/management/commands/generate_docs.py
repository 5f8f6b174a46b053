"""`naravard generate_docs`: writes docs/generated, or says what is stale."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.jobs.documents import DOCUMENTS, FOLDER


class Command(BaseCommand):
    """Write every generated document; with --check only compare."""

    help = "Ritar dokumenten i docs/generated ur koden."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """--check changes nothing and fails when a document is stale."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *_: Any, check: bool, **__: Any) -> None:
        """Raise CommandError naming the stale documents, or write them."""
        stale = [document for document in DOCUMENTS if not document.is_fresh()]
        if check and stale:
            names = ", ".join(document.name for document in stale)
            raise CommandError(f"Inaktuella dokument: {names}. Kör: make fix")
        FOLDER.mkdir(exist_ok=True)
        for document in stale:
            document.path.write_text(document.fresh(), encoding="utf-8")
