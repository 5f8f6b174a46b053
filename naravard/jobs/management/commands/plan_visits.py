"""Command: plan a day of home visits from a file (`naravard plan-visits`)."""

import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from naravard.core.errors import DomainError
from naravard.jobs.started import seconds_since_start
from naravard.mobile.routing.checker import Report, check
from naravard.mobile.routing.formats.reading import Format, read_problem
from naravard.mobile.routing.kernel.compiling import is_compiled
from naravard.mobile.routing.plan_file import write_plan
from naravard.mobile.routing.search import Budget, Seconds, Steps, plan_side_by_side
from naravard.mobile.routing.warming import warm_search

WRONG_INPUT = 2
BROKEN_PLAN = 1
LONGEST_PAUSE = 5.0  # seconds between two lines of progress
LONGEST_START = 60.0  # seconds; where more is told, that clock counts something else
# Of the seconds asked for, what checking, writing and ending may take when crowded.
ENDING, SHARE_OF_ENDING = 0.5, 0.03


class Command(BaseCommand):
    """Answers from the file alone: no database; the clock only tells when to stop.

    On the command line the seconds count from when the program was started.
    """

    help = "Planerar en dags hembesök: vem som går vart och när."
    requires_system_checks: list[str] = []
    began: float | None = None

    def run_from_argv(self, argv: list[str]) -> None:
        """What was spent on starting is a part of the seconds asked for."""
        spent = seconds_since_start()
        self.began = time.monotonic() - (spent if spent < LONGEST_START else 0.0)
        super().run_from_argv(argv)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day, how long to search, from which seed, and where the plan goes."""
        parser.add_argument("instance", type=Path, metavar="DAG")
        parser.add_argument("--format", type=Format, choices=list(Format), default=None)
        parser.add_argument("--seconds", type=positive(float), default=60.0)
        parser.add_argument(
            "--steps",
            type=positive(int),
            help="så många försök i stället för sekunder: samma plan varje gång",
        )
        parser.add_argument(
            "--threads",
            type=positive(int),
            default=1,
            help="så många sökningar bredvid varandra; den bästa gäller",
        )
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--out", type=Path, required=True, metavar="PLAN.json")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Plan, check, write; exit code 1 when the plan breaks a rule."""
        began = time.monotonic() if self.began is None else self.began
        try:
            problem = read_problem(options["instance"], options["format"])
        except DomainError as fault:
            raise CommandError(
                f"{fault.message} {fault.remedy}", returncode=WRONG_INPUT
            ) from fault
        began += self._compiling()
        plan = plan_side_by_side(
            problem,
            lambda: _budget(options, began),
            threads=options["threads"],
            seed=options["seed"],
            progress=self._progress(),
        )
        report = check(problem, plan)
        write_plan(options["out"], problem, plan, report)
        self._tell(report)

    def _compiling(self) -> float:
        """The seconds it takes to compile, which nobody asked for; mostly none."""
        if is_compiled():
            return 0.0
        self.stderr.write("Sökningen kompileras (en gång, omkring en minut) …")
        began = time.monotonic()
        warm_search()
        return time.monotonic() - began

    def _progress(self) -> Callable[[float, float], None]:
        told = [time.monotonic()]

        def tell(share: float, cost: float) -> None:
            if time.monotonic() - told[0] >= LONGEST_PAUSE:
                told[0] = time.monotonic()
                self.stderr.write(f"{min(share, 1):.0%} · {cost:.3f}")

        return tell

    def _tell(self, report: Report) -> None:
        self.stdout.write(f"Kostnad {report.cost:.3f}")
        for violation in report.violations:
            self.stdout.write(f"Bryter mot: {violation}")
        if report.violations:
            sys.exit(BROKEN_PLAN)


def _budget(options: dict[str, Any], began: float) -> Budget:
    if options["steps"]:
        return Steps(allowed=options["steps"])
    asked = options["seconds"]
    here = time.monotonic()
    ending = ENDING + SHARE_OF_ENDING * asked
    left = max(SHARE_OF_ENDING * asked, asked - ending - (here - began))
    return Seconds(allowed=left, elapsed=lambda: time.monotonic() - here)


def positive(kind: Callable[[str], float]) -> Callable[[str], float]:
    """A reader of numbers above zero for the command line."""

    def read(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = 0
        if value <= 0:
            raise ArgumentTypeError(f"{text} är inte ett tal större än noll")
        return value

    return read
