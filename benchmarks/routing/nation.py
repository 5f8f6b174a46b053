"""A day of home visits for every municipality: `python -m benchmarks.routing.nation`.

Areas are planned independently of each other by Ray (docs/decisions/0023): one area a
task, a fixed number of changes a visit, so that the plans are the same on any number of
cores. Every plan is verified by the checker where the answers are gathered. Needs
`requirements-benchmark.txt`.
"""

import argparse
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from math import hypot
from random import Random

from naravard.indicators.municipalities import MUNICIPALITIES
from naravard.mobile.routing.checker import check
from naravard.mobile.routing.model import (
    Caregiver,
    Prices,
    Problem,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.search import Steps, plan_day
from naravard.mobile.routing.warming import warm

# Invented: some municipalities have one area, the large ones eight, as chance has it.
AREAS = (1, 1, 1, 2, 2, 3, 4, 8)
VISITS = (30, 90)  # a day in an area
VISITS_EACH = 8  # of one member of staff
DAY_LENGTH = 540.0
STEPS_A_VISIT = 5_000
PRICES = Prices(
    travel=1, lateness=3, waiting=0.1, overtime=3, not_named_contact=15, unplanned=600
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where one team goes: a municipality's code, and which of its areas."""

    municipality: str
    number: int

    @property
    def seed(self) -> int:
        name = f"{self.municipality}-{self.number}"
        return int(sha256(name.encode()).hexdigest()[:12], 16)


def areas() -> list[Area]:
    """All areas of all 290 municipalities."""
    return [
        Area(municipality=code, number=number)
        for code in sorted(MUNICIPALITIES)
        for number in range(Random(code).choice(AREAS))
    ]


def day_of(area: Area) -> Problem:
    """The area's invented day: some double visits, some with a named contact."""
    chance = Random(area.seed)
    many = chance.randint(*VISITS)
    side = chance.uniform(12, 45)
    points = [
        (chance.uniform(0, side), chance.uniform(0, side)) for _ in range(many + 1)
    ]
    staff = -(-many // VISITS_EACH) + 1
    visits = tuple(_visit(chance, at, staff) for at in range(1, many + 1))
    return Problem(
        name=f"{area.municipality}-{area.number}",
        visits=visits,
        caregivers=tuple(
            Caregiver(
                id=f"s{c}",
                can=frozenset({"nurse", "care"} if c % 2 == 0 else {"care"}),
                shift=Window(opens=0, closes=DAY_LENGTH),
            )
            for c in range(staff)
        ),
        travel=(
            tuple(
                tuple(float(round(hypot(a[0] - b[0], a[1] - b[1]))) for b in points)
                for a in points
            ),
        ),
        prices=PRICES,
        relations=tuple(
            Relation(
                first=Task(visit=each.id, service=0),
                second=Task(visit=each.id, service=1),
                least=0,
                most=0,
            )
            for each in visits
            if len(each.services) > 1
        ),
    )


def _visit(chance: Random, at: int, staff: int) -> Visit:
    opens = chance.randrange(0, 420, 15)
    skill = chance.choice(["nurse", "care", "care"])
    first = Service(name=skill, minutes=25, needs=frozenset({skill}))
    second = Service(name="care", minutes=25, needs=frozenset({"care"}))
    return Visit(
        id=f"v{at}",
        place=at,
        services=(first, second) if chance.random() < 0.12 else (first,),
        windows=(Window(opens=opens, closes=opens + chance.choice([60, 90, 120])),),
        named_contact=f"s{chance.randrange(staff)}" if chance.random() < 0.4 else None,
    )


def planned(area: Area) -> tuple[Plan, float]:
    """What a worker does, and the CPU seconds of it; it needs nothing but the area."""
    began = time.process_time()
    problem = day_of(area)
    plan = plan_day(problem, Steps(allowed=STEPS_A_VISIT * len(problem.visits)))
    return plan, time.process_time() - began


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What a run over all areas came to."""

    cores: int
    areas: int
    visits: int
    seconds: float  # by the clock
    spent: float  # CPU seconds of the workers
    cost: float
    broken: int
    left_out: int

    def told(self) -> str:
        return (
            f"| {self.cores} | {self.areas} | {self.visits} | {self.seconds:.1f}"
            f" | {self.visits / self.seconds:.1f} | {self.spent:.1f}"
            f" | {self.visits / self.spent:.1f} | {self.cost:.0f}"
            f" | {self.left_out} | {self.broken} |"
        )


def plan_all(wanted: list[Area], cores: int) -> Night:
    """Plan every area on so many cores, and verify every plan."""
    import ray

    ray.init(num_cpus=cores, include_dashboard=False, log_to_driver=False)
    task = ray.remote(num_cpus=1, max_retries=2)(planned)
    # So that starting the workers is not counted as planning.
    ray.get([ray.remote(num_cpus=1)(warm).remote() for _ in range(cores)])
    # The largest first, so that no core waits for one that began late.
    order = sorted(wanted, key=lambda area: -len(day_of(area).visits))
    began = time.monotonic()
    waiting = {task.remote(area): area for area in order}
    plans: list[tuple[Area, Plan]] = []
    spent = 0.0
    while waiting:
        [ready], _ = ray.wait(list(waiting), num_returns=1)
        plan, seconds = ray.get(ready)
        plans.append((waiting.pop(ready), plan))
        spent += seconds
    seconds = time.monotonic() - began
    ray.shutdown()
    return verified(plans, cores, seconds, spent)


def verified(
    plans: Iterable[tuple[Area, Plan]], cores: int, seconds: float, spent: float
) -> Night:
    """Every plan through the checker, which shares nothing with the search."""
    visits, cost, broken, left_out, many = 0, 0.0, 0, 0, 0
    for area, plan in plans:
        problem = day_of(area)
        report = check(problem, plan)
        left = sum(line.endswith("blir inte gjort") for line in report.violations)
        many += 1
        visits += len(problem.visits)
        cost += report.cost
        left_out += left
        broken += len(report.violations) - left
    return Night(
        cores=cores,
        areas=many,
        visits=visits,
        seconds=seconds,
        spent=spent,
        cost=cost,
        broken=broken,
        left_out=left_out,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cores", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--every", type=int, default=1, help="only every so manieth")
    options = parser.parse_args()
    warm()
    wanted = areas()[:: options.every]
    print(
        "| cores | areas | visits | seconds | visits a second | CPU seconds"
        " | visits a core-second | cost | left out | rules broken |"
    )
    print("| --- |" + " --- |" * 9)
    nights = []
    for cores in options.cores:
        nights.append(plan_all(wanted, cores))
        print(nights[-1].told(), flush=True)
    same = len({round(night.cost, 6) for night in nights}) == 1
    print(f"the same plans on any number of cores: {same}")
    return 0 if same and not any(night.broken for night in nights) else 1


if __name__ == "__main__":
    sys.exit(main())
