"""What opening a plan costs: 40 activities, five years of versions, CPU and SQL.

`python benchmarks/plan.py [--versions 260] [--times 200]`: one version a week for five
years. CPU is the application's own and its database process's, in milliseconds, with
access decision, read audit and the second lock on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid5

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.speed import _cost
from benchmarks.world import World, act_as, as_pages, build, set_up

NAMES = UUID("00000000-0000-4000-8000-000000000000")
ACTIVITIES, NEEDS, GOALS = 40, 6, 8
CPU, STATEMENTS = 15.0, 8  # milliseconds and SQL that may not be passed


def main() -> int:
    """Build one county with one long plan, and measure opening it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--versions", type=int, default=260)
    arguments.add_argument("--times", type=int, default=200)
    chosen = arguments.parse_args()
    set_up("plan_speed")
    world = build(1)
    plan_id = long_plan(world, chosen.versions)
    from naravard.config.memory import settle_memory

    settle_memory()
    as_pages()
    costs = {
        "öppna planen": _cost(reader(world), chosen.times),
        "planens hela sida": _cost(page(world), chosen.times),
        "alla versioner": _cost(history(world, plan_id), chosen.times),
        "skriva i planen": _cost(writer(world, plan_id), chosen.times),
    }
    for name, cost in costs.items():
        print(
            f"{name:<20} {cost['app']:6.2f} + {cost['db']:5.2f} ="
            f" {cost['cpu']:6.2f} ms CPU {cost['sql']:3.0f} SQL {cost['wall']:6.2f} ms"
        )
    opened = costs["öppna planen"]
    held = opened["cpu"] <= CPU and opened["sql"] <= STATEMENTS
    print(f"gräns {CPU:g} ms, {STATEMENTS} SQL: {'håller' if held else 'HÅLLER INTE'}")
    return 0


def the(name: str) -> UUID:
    return uuid5(NAMES, name)


def long_plan(world: World, versions: int) -> UUID:
    """A plan in which something is written every week; returns its id."""
    from naravard.access import services as access
    from naravard.access.rules import Category, RelationKind
    from naravard.plan import services
    from naravard.plan.services import Said

    begun = world.now - timedelta(weeks=versions)
    nurse, person_id = world.district_nurse, world.person_ids[0]
    access.relate(
        person_id=person_id,
        unit_ids=(nurse.unit_id,),
        kind=RelationKind.ENROLLED,
        source=None,
        starts_at=begun,
    )

    def card():
        return access.open_record(
            actor=nurse, person_id=person_id, now=begun, category=Category.PERSON_CARD
        )

    plan_id = services.flag_need(record=card(), because="Mycket hjälp.", now=begun)
    said = Said(yes=True)
    services.say(record=card(), plan_id=plan_id, said=said, now=begun)
    # The yes is for a year; asked again so that it holds today.
    services.say(record=card(), plan_id=plan_id, said=said, now=world.now)
    for number in range(versions):
        now = begun + timedelta(weeks=number)
        record = access.open_record(
            actor=nurse, person_id=person_id, now=world.now, category=Category.PLAN
        )
        services.change(
            record=record,
            plan_id=plan_id,
            read_version=number,
            edits=first_parts(nurse)
            if number == 0
            else (one_more(nurse, ACTIVITIES + number),),
            now=now,
        )
    return plan_id


def first_parts(nurse):
    from naravard.plan.rules.edits import Put
    from naravard.plan.rules.kinds import (
        Author,
        LifeArea,
        PassageKind,
        Principal,
        TeamRole,
    )
    from naravard.plan.rules.parts import Goal, Need, Passage, TeamMember

    needs = [
        Need(id=the(f"behov {n}"), text="Orkar inte laga mat.", area=LifeArea.HOME)
        for n in range(NEEDS)
    ]
    goals = [
        Goal(id=the(f"mål {n}"), text="Äta middag själv.", need_ids=(needs[0].id,))
        for n in range(GOALS)
    ]
    contact = TeamMember(
        id=the("kontakt"),
        role=TeamRole.NAMED_CONTACT,
        name="Sara Blom",
        unit_id=nurse.unit_id,
        principal=Principal.REGION,
    )
    matters = Passage(
        id=the("viktigt"),
        kind=PassageKind.WHAT_MATTERS,
        text="Katten.",
        author=Author.TOLD,
    )
    activities = [one_more(nurse, number).part for number in range(ACTIVITIES)]
    return [Put(part=part) for part in (*needs, *goals, contact, matters, *activities)]


def one_more(nurse, number: int):
    """One of the forty, as it is written this week."""
    from naravard.plan.rules.edits import Put
    from naravard.plan.rules.kinds import (
        ActivityStatus,
        LegalBasis,
        Principal,
        ResponsibleKind,
    )
    from naravard.plan.rules.parts import Activity

    return Put(
        part=Activity(
            id=the(f"insats {number % ACTIVITIES}"),
            text="Hjälper till att laga middag och äter tillsammans.",
            principal=Principal.REGION,
            responsible=ResponsibleKind.UNIT,
            responsible_unit_id=nurse.unit_id,
            goal_ids=(the("mål 0"),),
            basis=LegalBasis.HSL,
            status=ActivityStatus.ONGOING,
            frequency=f"varje dag, från vecka {number}",
        )
    )


def _by_nurse(world: World, act: Callable[[object], object]):
    def done(_number: int) -> object:
        act_as(world.district_nurse)
        return act(world.district_nurse)

    return done


def reader(world: World):
    from naravard.plan.services import read_plan

    return _by_nurse(
        world,
        lambda nurse: read_plan(
            actor=nurse, person_id=world.person_ids[0], now=world.now
        ),
    )


def page(world: World):
    from naravard.plan.services import open_plan

    return _by_nurse(
        world,
        lambda nurse: open_plan(
            actor=nurse, person_id=world.person_ids[0], now=world.now
        ),
    )


def _opened(world: World, nurse):
    from naravard.access import services as access
    from naravard.access.rules import Category

    return access.open_record(
        actor=nurse,
        person_id=world.person_ids[0],
        now=world.now,
        category=Category.PLAN,
    )


def history(world: World, plan_id: UUID):
    from django.db import transaction

    from naravard.plan.queries import versions_of

    @transaction.atomic
    def read(nurse) -> object:
        return versions_of(_opened(world, nurse), plan_id)

    return _by_nurse(world, read)


def writer(world: World, plan_id: UUID):
    from django.db import transaction

    from naravard.plan.models import Plan
    from naravard.plan.services import change

    @transaction.atomic
    def write(nurse) -> object:
        record = _opened(world, nurse)
        version = Plan.objects.values_list("version", flat=True).get(pk=plan_id)
        return change(
            record=record,
            plan_id=plan_id,
            read_version=version,
            edits=(one_more(nurse, ACTIVITIES + version),),
            now=world.now,
        )

    return _by_nurse(world, write)


if __name__ == "__main__":
    sys.exit(main())
