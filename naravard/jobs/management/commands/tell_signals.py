"""`naravard tell-signals`: after the counting, tell those who follow a measure."""

from django.core.management.base import BaseCommand

from naravard.core import clock
from naravard.jobs.signals import tell_signals


class Command(BaseCommand):
    """On their page, and by e-mail when they have asked for it and it is set up."""

    help = "Säger till dem som följer ett mått när det har blivit en signal."

    def handle(self, *_args: object, **_options: object) -> None:
        """Look through everything that is followed, once."""
        told = tell_signals(now=clock.now())
        self.stdout.write(
            f"{told.raised} nya signaler. {told.mailed} e-brev skickade, "
            f"{told.failed} gick inte att skicka."
        )
