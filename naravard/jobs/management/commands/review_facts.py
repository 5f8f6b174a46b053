"""`naravard review-facts`: who staff are as inhabitants, and who is publicly known."""

import csv
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.people.details import Number
from naravard.people.identity import parse
from naravard.people.queries import person_with_number, professional_with_hsa_id
from naravard.review.services import link_staff, note_known


class Command(BaseCommand):
    """Reads two files; what they say is seen by the checks of the log alone."""

    help = "Läser in vilka invånare personalen är, och vilka personer som är kända."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the files."""
        parser.add_argument(
            "--staff", type=Path, help="CSV utan rubrik: HSA-id, personnummer"
        )
        parser.add_argument(
            "--known", type=Path, help="ett personnummer på varje rad; ersätter alla"
        )

    def handle(
        self, *, staff: Path | None, known: Path | None, **_options: object
    ) -> None:
        """Keep what is found, and say by line what was not."""
        if staff is None and known is None:
            raise CommandError("Ange --staff, --known eller båda.")
        if staff is not None:
            number = link_staff(persons=dict(self._staff(staff)))
            self.stdout.write(f"{number} medarbetare är kopplade.")
        if known is not None:
            persons = frozenset(self._known(known))
            number = note_known(persons=persons, now=clock.now())
            self.stdout.write(f"{number} personer är kända.")

    def _staff(self, path: Path) -> Iterable[tuple[UUID, UUID]]:
        with path.open(encoding="utf-8", newline="") as lines:
            for line, row in enumerate(csv.reader(lines), start=1):
                who = professional_with_hsa_id(row[0]) if row else None
                person = self._person(row[1]) if len(row) > 1 else None
                if who and person:
                    yield who, person
                else:
                    self.stderr.write(f"Rad {line} i {path.name} hittades inte.")

    def _known(self, path: Path) -> Iterable[UUID]:
        for line, text in enumerate(path.read_text("utf-8").splitlines(), start=1):
            person = self._person(text)
            if person:
                yield person
            else:
                self.stderr.write(f"Rad {line} i {path.name} hittades inte.")

    def _person(self, text: str) -> UUID | None:
        """Whose the number is; the number itself is never written out."""
        try:
            found = parse(text.strip(), today=day_of(clock.now()))
        except DomainError:
            return None
        return person_with_number(Number(system=found.system, value=found.value))
