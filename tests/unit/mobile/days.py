"""Days to plan, small enough to be understood, or drawn by chance from a seed."""

from dataclasses import replace
from math import hypot
from random import Random

from naravard.mobile.routing.model import (
    Break,
    Caregiver,
    Prices,
    Problem,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)

ROADS = (
    (0.0, 10.0, 20.0, 30.0),
    (10.0, 0.0, 10.0, 20.0),
    (20.0, 10.0, 0.0, 10.0),
    (30.0, 20.0, 10.0, 0.0),
)
NURSE, CARER = frozenset({"nurse", "care"}), frozenset({"care"})


def visit(name: str, place: int, *services: tuple[str, float], **rest: object) -> Visit:
    windows = rest.pop("windows", (Window(opens=0, closes=120),))
    return Visit(
        id=name,
        place=place,
        services=tuple(
            Service(name=skill, minutes=minutes, needs=frozenset({skill}))
            for skill, minutes in services
        ),
        windows=windows,
        **rest,
    )


def small_day(**changes: object) -> Problem:
    """Karin wants two at once at 60, Ali insulin at 20, Maja help some time."""
    day = Problem(
        name="small",
        visits=(
            visit("Ali", 1, ("nurse", 10), windows=(Window(opens=20, closes=30),)),
            visit("Maja", 2, ("care", 15)),
            visit(
                "Karin",
                3,
                ("nurse", 20),
                ("care", 20),
                windows=(Window(opens=60, closes=90),),
            ),
        ),
        caregivers=(
            Caregiver(id="Sara", can=NURSE, shift=Window(opens=0, closes=300)),
            Caregiver(id="Bo", can=CARER, shift=Window(opens=0, closes=300)),
        ),
        travel=(ROADS,),
        prices=Prices(travel=1, lateness=1, worst_lateness=1),
        relations=(
            Relation(
                first=Task(visit="Karin", service=0),
                second=Task(visit="Karin", service=1),
                least=0,
                most=0,
            ),
        ),
    )
    return replace(day, **changes)


def drawn_day(seed: int, *, visits: int = 8, rich: bool = False) -> Problem:
    """A day by chance: a third of the visits by two, at once or one after the other."""
    chance = Random(seed)
    points = [(chance.uniform(0, 40), chance.uniform(0, 40)) for _ in range(visits + 1)]
    skills = ["nurse", "care"]
    drawn = [_drawn_visit(chance, at, skills, rich) for at in range(1, visits + 1)]
    return Problem(
        name=f"drawn-{seed}",
        visits=tuple(drawn),
        caregivers=tuple(
            Caregiver(
                id=f"c{c}",
                can=NURSE if rich or c % 2 == 0 else CARER,
                shift=Window(opens=0, closes=400) if rich else None,
                takes_break=rich,
            )
            for c in range(3)
        ),
        travel=(
            tuple(
                tuple(float(round(hypot(a[0] - b[0], a[1] - b[1]))) for b in points)
                for a in points
            ),
        ),
        prices=RICH_PRICES if rich else Prices(travel=1, lateness=1, worst_lateness=1),
        relations=tuple(
            _drawn_relation(chance, each) for each in drawn if len(each.services) > 1
        ),
        meal=Break(opens=150, closes=250, minutes=30) if rich else None,
        window_met_at_end=rich,
    )


RICH_PRICES = Prices(
    travel=2,
    lateness=3,
    worst_lateness=4,
    waiting=2,
    overtime=5,
    most_idle=3,
    not_preferred=20,
    not_named_contact=15,
    new_face=10,
    unplanned=150,
    missed_break=60,
)


def _drawn_visit(chance: Random, at: int, skills: list[str], rich: bool) -> Visit:
    opens = chance.randrange(0, 200, 10)
    count = 2 if chance.random() < 0.34 else 1
    first = Window(opens=opens, closes=opens + chance.randrange(30, 90, 10))
    later = Window(opens=first.closes + 40, closes=first.closes + 100)
    return visit(
        f"p{at}",
        at,
        *[
            (chance.choice(skills), float(chance.randrange(5, 30)))
            for _ in range(count)
        ],
        windows=(first, later) if rich and chance.random() < 0.3 else (first,),
        optional=rich and chance.random() < 0.3,
        priority=chance.randint(1, 3) if rich else 1,
        preferred=frozenset({"c0"}) if rich and chance.random() < 0.3 else frozenset(),
        named_contact="c1" if rich and chance.random() < 0.3 else None,
        known=frozenset({"c1", "c2"})
        if rich and chance.random() < 0.3
        else frozenset(),
        forbidden=frozenset({"c2"}) if rich and chance.random() < 0.2 else frozenset(),
    )


def _drawn_relation(chance: Random, each: Visit) -> Relation:
    least = chance.choice([0, 0, 15, 30])
    return Relation(
        first=Task(visit=each.id, service=0),
        second=Task(visit=each.id, service=1),
        least=least,
        most=least + (chance.choice([0, 15]) if least else 0),
    )
