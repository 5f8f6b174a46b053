"""`naravard demo`: builds an invented county to practise in."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.demo.building import Plan, build
from naravard.demo.progress import Progress
from naravard.demo.scale import full, shrunk, small
from naravard.demo.stories import stories_beside
from naravard.people.county import County, load_county
from naravard.people.queries import units_of_kind
from naravard.people.roles import CareUnitKind
from naravard.roadmap.document import read_roadmap

COUNTIES = Path(settings.BASE_DIR) / "counties"
ROADS = "roadmap"  # beside the county files
DEFAULT = COUNTIES / "vastmanland.toml"


class Command(BaseCommand):
    """Build a county with inhabitants, staff, a year of history and cases under way."""

    help = "Bygger ett påhittat län att öva i: invånare, medarbetare och ärenden."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which county, from which seed, how much of it, and seen from when."""
        parser.add_argument(
            "--if-empty", action="store_true", help="gör inget om här redan finns data"
        )
        parser.add_argument("--county", type=Path, default=DEFAULT, help="länets fil")
        parser.add_argument("--seed", type=int, default=1, help="annat frö, annat län")
        parser.add_argument(
            "--small", action="store_true", help="några hundra invånare"
        )
        parser.add_argument(
            "--now", type=moment, help="tid att utgå från, t.ex. 2026-03-02T09:00+01:00"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Build, unless this is operation or something is here already."""
        if not settings.DEMO:
            raise CommandError("Ett påhittat län kan bara byggas i övningsläge.")
        if not is_empty(clock.now()):
            if options["if_empty"]:
                return
            raise CommandError(
                "Databasen är inte tom. Ett påhittat län byggs bara i en tom."
            )
        try:
            build(_plan(options), Progress(sys.stderr))
        except DomainError as problem:
            raise CommandError(f"{problem.message} {problem.remedy}") from problem


def moment(text: str) -> datetime:
    """A moment with its time zone, from ISO 8601."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as problem:
        raise ArgumentTypeError(f"{text!r} är ingen tid.") from problem
    if found.tzinfo is None:
        raise ArgumentTypeError(f"{text!r} saknar tidszon, till exempel +01:00.")
    return found


def is_empty(now: datetime) -> bool:
    """Whether no county has been written to the database yet."""
    return not units_of_kind(CareUnitKind.OPEN_CARE, clock.day_of(now))


def _plan(options: dict[str, Any]) -> Plan:
    county: County = load_county(options["county"])
    now: datetime = options["now"] or clock.now()
    road = options["county"].parent / ROADS / options["county"].name
    return Plan(
        county=shrunk(county) if options["small"] else county,
        stories=stories_beside(options["county"]),
        seed=options["seed"],
        now=now,
        scale=small() if options["small"] else full(county),
        road=read_roadmap(road, clock.day_of(now)) if road.is_file() else None,
    )
