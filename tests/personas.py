"""The practice county's own people, for tests that want somebody to act."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import StringIO
from pathlib import Path

from django.db import transaction

from naravard.access.queries import actor_for_assignment, actor_for_person
from naravard.access.rules import Actor
from naravard.core.clock import day_of
from naravard.demo.building import Plan, build
from naravard.demo.ids import demo_id
from naravard.demo.inhabitants import person_id
from naravard.demo.progress import Progress
from naravard.demo.scale import shrunk, small
from naravard.demo.stories import stories_beside
from naravard.people.county import load_county

COUNTY = Path(__file__).resolve().parents[1] / "counties" / "vastmanland.toml"


def small_plan(now: datetime, *, seed: int = 1) -> Plan:
    """The practice county with a few hundred inhabitants, seen from a moment."""
    return Plan(
        county=shrunk(load_county(COUNTY)),
        stories=stories_beside(COUNTY),
        seed=seed,
        now=now,
        scale=small(),
    )


@contextmanager
def small_county(now: datetime, *, seed: int = 1) -> Iterator[Plan]:
    """The county in the database while the block lasts, and then nothing of it."""
    plan = small_plan(now, seed=seed)
    with transaction.atomic():
        build(plan, Progress(StringIO()))
        yield plan
        transaction.set_rollback(True)


def member_of_staff(key: str, now: datetime) -> Actor:
    """Somebody in staff of the stories, such as `maja`, as she acts."""
    return actor_for_assignment(demo_id("assignment", key), day_of(now))


def inhabitant(key: str) -> Actor:
    """Somebody of the stories, such as `karin`, on her own page."""
    return actor_for_person(person_id(key))
