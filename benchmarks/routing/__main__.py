"""Plan published days and compare with the best known: `python -m benchmarks.routing`.

Give it the folder with MANIFEST.json. Time is CPU time of one core, so that a machine
that does other things too gives the same answer. Compiling is done before. Every line
is written at once; what the file already holds is not measured again.
"""

import argparse
import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.routing.measured import Measured, already, group_of, told, write
from benchmarks.routing.published import FAMILIES, Published, published
from benchmarks.routing.yardsticks import YARDSTICKS
from naravard.mobile.routing.checker import check
from naravard.mobile.routing.formats.reading import read_problem
from naravard.mobile.routing.kernel.compiling import source_name
from naravard.mobile.routing.model import Problem
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.plan_file import as_json
from naravard.mobile.routing.search import Seconds, plan_day
from naravard.mobile.routing.warming import warm

OURS = "nara"
# Seconds a day is given in the standard run, by visits up to; a bar of 60 seconds is
# then the harder the smaller the day.
BY_SIZE = ((30, 10.0), (75, 20.0), (110, 30.0), (10_000, 60.0))
STANDARD = {
    "bredstrom": ((30, 10.0), (10_000, 20.0)),
    "bazirha": ((10_000, 10.0),),
    "bazirha-caie": ((10_000, 10.0),),
    "vrptw": ((10_000, 10.0),),
}


def standard_seconds(family: str, visits: int) -> float:
    """What a day of a family and a size is given when nothing else is said."""
    sizes = STANDARD.get(family, BY_SIZE)
    return next(seconds for most, seconds in sizes if visits <= most)


def ours(problem: Problem, seconds: float, seed: int) -> Plan:
    """Our plan, by CPU time."""
    began = time.process_time()
    budget = Seconds(allowed=seconds, elapsed=lambda: time.process_time() - began)
    return plan_day(problem, budget, seed=seed)


PLANNERS: dict[str, Callable[[Problem, float, int], Plan | None]] = {
    OURS: ours,
    **YARDSTICKS,
}


class Run:
    """One run over many days, as its options say."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.done = {each.key for each in already(options.results)}
        self.source = source_name()

    def days(self) -> Iterator[Published]:
        """Every so-manieth day of each family, then those beside them, and so on."""
        families = self.options.families or FAMILIES
        days = [
            day for day in published(self.options.folder, families) if self._wants(day)
        ]
        for first in range(self.options.every):
            for family in families:
                own = [day for day in days if day.family == family]
                yield from own[first :: self.options.every]

    def _wants(self, day: Published) -> bool:
        only = self.options.only
        return day.is_comparable and (
            not only or any(word in day.name for word in only)
        )

    def measure(self) -> None:
        for day in self.days():
            if time.time() > self.options.until:
                return
            self._day(day)

    def _day(self, day: Published) -> None:
        problem = read_problem(day.path)
        visits = len(problem.visits)
        seconds = self.options.seconds or standard_seconds(day.family, visits)
        for planner in self.options.planners:
            for seed in self.options.seeds:
                blank = Measured(
                    family=day.family,
                    group=group_of(day, visits),
                    day=day.name,
                    planner=planner,
                    seed=seed,
                    seconds=seconds,
                    cpu=0,
                    best_known=day.best,
                    rounding=day.rounding,
                    cost=0,
                    violations=0,
                    source=self.source if planner == OURS else "",
                )
                if blank.key not in self.done:
                    self._one(blank, problem)

    def _one(self, blank: Measured, problem: Problem) -> None:
        began = time.process_time()
        plan = PLANNERS[blank.planner](problem, blank.seconds, blank.seed)
        if plan is None:
            return
        spent = time.process_time() - began
        report = check(problem, plan)
        each = replace(
            blank,
            cpu=round(spent, 2),
            cost=round(report.cost, 6),
            violations=len(report.violations),
        )
        write(self.options.results, each)
        print(told(each), flush=True)
        if self.options.plans and each.planner == OURS:
            self._keep(each, problem, plan)

    def _keep(self, each: Measured, problem: Problem, plan: Plan) -> None:
        """Keep the plan when it beats what is published, and what we had before."""
        path = self.options.plans / f"{each.family}-{each.day}.json.gz"
        if each.violations or each.cost >= each.best_known - each.rounding:
            return
        if path.exists():
            before = json.loads(gzip.decompress(path.read_bytes()))
            if before["cost"] <= each.cost:
                return
        report = check(problem, plan)
        text = json.dumps(
            as_json(problem, plan, report), ensure_ascii=False, separators=(",", ":")
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        # Without a moment in it, so that the same plan is the same file.
        path.write_bytes(gzip.compress(text.encode(), mtime=0))


def until(told: str) -> float:
    """Today's moment on this machine's clock, from HH:MM."""
    now = time.localtime()
    hour, minute = map(int, told.split(":"))
    return time.mktime((*now[:3], hour, minute, 0, *now[6:]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--results", type=Path, default=Path("routing.csv"))
    parser.add_argument("--plans", type=Path, help="keep plans that beat what is known")
    parser.add_argument("--families", nargs="*", choices=FAMILIES, default=[])
    parser.add_argument("--only", nargs="*", help="days whose name holds one of these")
    parser.add_argument("--every", type=int, default=1, help="in so many rounds")
    parser.add_argument("--seconds", type=float, help="otherwise by family and size")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--until", type=until, default=float("inf"))
    parser.add_argument(
        "--planners", nargs="+", choices=sorted(PLANNERS), default=[OURS]
    )
    options = parser.parse_args()
    # One core each, whoever would like more.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    warm()
    Run(options).measure()


if __name__ == "__main__":
    sys.exit(main())
