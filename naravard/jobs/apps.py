"""Jobs run where nobody looks, so what stops one is told in the log, and no more."""

from django.apps import AppConfig
from django.conf import settings

from naravard.core.log_lines import log_what_stops_the_process


class JobsConfig(AppConfig):
    """The commands."""

    name = "naravard.jobs"

    def ready(self) -> None:
        """In operation an error that nobody caught becomes one line without data."""
        if settings.IN_OPERATION:
            log_what_stops_the_process()
