"""`naravard tick`: what time alone makes due; the log sealed, and looked through."""

import time
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import OperationalError

from naravard.access.services import make_months_ahead, seal_log
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.dialogue.services import lead_on_late_talks
from naravard.discharge.services.tick import tick
from naravard.mobile.queries.shifts import PLANNED
from naravard.operation.services import forget_whole_allowances
from naravard.review.services import look_through_when_due
from naravard.web.signin.store import SessionStore


class Command(BaseCommand):
    """Notes passed deadlines and begun payments, once or every so many seconds."""

    help = "Noterar passerade tidsgränser och betalningar som börjar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how often."""
        parser.add_argument("--every", type=float, help="sekunder mellan gångerna")

    def handle(self, *, every: float | None, **_options: object) -> None:
        """Run once, or for ever."""
        self._turn()
        while every:
            time.sleep(every)
            self._turn()

    def _turn(self) -> None:
        now = clock.now()
        tick(now=now)
        lead_on_late_talks(now=now)
        forget_whole_allowances(now=now)
        SessionStore.clear_expired()
        try:
            make_months_ahead(now=now)
        except (
            OperationalError
        ) as busy:  # somebody holds the log; the next turn makes it
            self.stderr.write(f"Loggens nästa månad är inte gjord än: {busy}")
        try:
            seal_log(key=settings.LOG_SEAL_KEY, now=now)
        except DomainError as problem:
            self.stderr.write(f"{problem.message} {problem.remedy}")
        look_through_when_due(now=now, secret=settings.LOG_SEAL_KEY, shifts=PLANNED)
