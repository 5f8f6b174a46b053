"""`naravard demo-lake`: three years of invented contacts, counted for the pages."""

import hashlib
import os
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.demo.lake.building import build_demo_lake, is_up_to_date
from naravard.demo.lake.planted import FOLDER, Planted, read_planted
from naravard.indicators.kolada import read_published
from naravard.indicators.services import count_lake, is_counted, keep_published
from naravard.jobs.management.commands.demo import DEFAULT, is_empty
from naravard.jobs.management.commands.lake import PURPOSE
from naravard.jobs.signals import tell_signals
from naravard.roadmap.queries import followed

PUBLISHED = DEFAULT.parent / "kolada" / f"{DEFAULT.stem}.json"
LOW_PRIORITY = 10  # pages go first


class Command(BaseCommand):
    """Made in the background by `serve`; the pages say that it is under way."""

    help = "Gör det påhittade länets sjö och räknar måtten (i övningsläge)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Where, of which county, and whether to do it again."""
        parser.add_argument("--lake", type=Path, default=settings.LAKE)
        parser.add_argument("--county", type=Path, default=DEFAULT)
        parser.add_argument(
            "--if-needed", action="store_true", help="gör inget om talen är räknade"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make what is missing, in silence unless somebody looks."""
        if not settings.DEMO:
            raise CommandError("En påhittad sjö görs bara i övningsläge.")
        os.nice(LOW_PRIORITY)
        told = options["county"].parent / FOLDER / options["county"].name
        if not told.is_file() or is_empty(clock.now()):
            return
        try:
            self._make(
                options["lake"], read_planted(told), again=not options["if_needed"]
            )
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem

    def _publish(self, now: datetime) -> None:
        """Others' values too, invented and saying so, to have something to compare."""
        if PUBLISHED.is_file():
            reading = read_published(PUBLISHED)
            keep_published(results=reading.results, source=reading.note, now=now)

    def _make(self, lake: Path, planted: Planted, *, again: bool) -> None:
        begun, now = monotonic(), clock.now()
        if again or not is_up_to_date(lake=lake, planted=planted, now=now):
            secret = hashlib.sha256(PURPOSE + settings.SECRET_KEY.encode()).digest()
            mark = build_demo_lake(lake=lake, planted=planted, secret=secret, now=now)
            rows = sum(mark.rows.values())
            self.stdout.write(f"Sjön: {rows} rader, {monotonic() - begun:.0f} s.")
        elif is_counted(lake=lake):
            return
        self._publish(now)
        counted = count_lake(lake=lake, now=now, followed=followed())
        tell_signals(now=clock.now())
        self.stdout.write(f"Måtten: {counted} räknade, {monotonic() - begun:.0f} s.")
