"""`naravard extract`: all about one person, for the authority to try and hand over."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.discharge.services.extract import extract_for_disclosure
from naravard.web.extract import as_json, as_page

ONLY_THE_OWNER = 0o600
REASON = "Registerutdrag på begäran (artikel 15 i dataskyddsförordningen)"


class Command(BaseCommand):
    """Write the extract as JSON and as a page; the person's log tells that it was."""

    help = "Skriver ut allt om en person, att sekretesspröva och lämna ut."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, where to, and why."""
        parser.add_argument("person", type=UUID, metavar="PERSON-UUID")
        parser.add_argument("--out", type=Path, required=True, metavar="KATALOG")
        parser.add_argument("--reason", default=REASON, help="skälet som loggas")

    def handle(self, *_: Any, person: UUID, out: Path, reason: str, **__: Any) -> None:
        """Gather, log and write; nothing is written over."""
        files = [out / "uppgifter.json", out / "uppgifter.html"]
        if any(file.exists() for file in files):
            raise CommandError(f"Det finns redan ett utdrag i {out}.")
        try:
            found = extract_for_disclosure(
                person_id=person, reason=reason, now=clock.now()
            )
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem
        out.mkdir(parents=True, exist_ok=True, mode=0o700)
        for file, text in zip(files, (as_json(found), as_page(found)), strict=True):
            file.touch(mode=ONLY_THE_OWNER)
            file.write_text(text, encoding="utf-8")
        self.stdout.write(f"{out}: ska sekretessprövas innan det lämnas ut.")
