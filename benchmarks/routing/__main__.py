"""Plan published days and compare with the best known: `python -m benchmarks.routing`.

Give it the folder with MANIFEST.json. Time is CPU time of one core, so that a machine
that does other things too gives the same answer. Compiling is done before.
"""

import argparse
import csv
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.routing.published import Published, published
from benchmarks.routing.yardsticks import YARDSTICKS, can_be_stated
from naravard.mobile.routing.checker import check
from naravard.mobile.routing.formats.reading import read_problem
from naravard.mobile.routing.model import Problem
from naravard.mobile.routing.search import Seconds, plan_day
from naravard.mobile.routing.warming import warm

OURS = "nara"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One planner on one day: the costs of its seeds, and rules broken."""

    day: Published
    planner: str
    costs: tuple[float, ...]
    violations: int = 0

    @property
    def gap(self) -> float:
        """Of the best, in per cent above the best known."""
        return 100 * (min(self.costs) / self.day.best - 1)

    @property
    def mean_gap(self) -> float:
        """Of the mean over seeds."""
        return 100 * (mean(self.costs) / self.day.best - 1)

    @property
    def is_level(self) -> bool:
        """At or below the best known, as far as it is printed."""
        return min(self.costs) <= self.day.best + self.day.rounding


def ours(
    day: Published, problem: Problem, seconds: float, seeds: list[int]
) -> Measured:
    costs, broken = [], 0
    for seed in seeds:
        began = time.process_time()
        budget = Seconds(
            allowed=seconds, elapsed=lambda began=began: time.process_time() - began
        )
        report = check(problem, plan_day(problem, budget, seed=seed))
        broken += len(report.violations)
        costs.append(report.cost)
    return Measured(day=day, planner=OURS, costs=tuple(costs), violations=broken)


def measure(options: argparse.Namespace) -> Iterator[Measured]:
    for day in published(options.folder, set(options.families)):
        if options.only and options.only not in day.path.name:
            continue
        problem = read_problem(day.path)
        yield ours(day, problem, options.seconds, options.seeds)
        if options.beside and can_be_stated(problem):
            for name in options.beside:
                cost = YARDSTICKS[name](problem, options.seconds, options.seeds[0])
                yield Measured(day=day, planner=name, costs=(cost,))


def tell(each: Measured) -> None:
    mark = "=" if each.is_level else ">"
    broken = f" broken rules: {each.violations}" if each.violations else ""
    print(
        f"{each.day.family:16} {each.day.path.name[:34]:34} {each.planner:8}"
        f" {min(each.costs):12.3f} best known {each.day.best:12.3f}"
        f" {each.gap:+7.2f} % mean {each.mean_gap:+7.2f} % {mark}{broken}",
        flush=True,
    )


def summary(rows: list[Measured]) -> None:
    groups = sorted({(each.day.family, each.planner) for each in rows})
    for family, planner in groups:
        own = [r for r in rows if (r.day.family, r.planner) == (family, planner)]
        level = sum(each.is_level and not each.violations for each in own)
        print(
            f"{family:16} {planner:8} {level} of {len(own)} at or below the best known,"
            f" mean {mean(each.mean_gap for each in own):+.2f} %,"
            f" worst {max(each.gap for each in own):+.2f} %"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--families", nargs="*", default=[])
    parser.add_argument("--only", help="days whose name holds this")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--beside", nargs="*", choices=sorted(YARDSTICKS), default=[])
    parser.add_argument("--csv", type=Path, help="also write the rows here")
    options = parser.parse_args()
    warm()
    rows = []
    for each in measure(options):
        tell(each)
        rows.append(each)
    summary(rows)
    if options.csv:
        with options.csv.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(["family", "day", "planner", "best_known", "costs"])
            for each in rows:
                costs = " ".join(f"{cost:.6f}" for cost in each.costs)
                writer.writerow(
                    [
                        each.day.family,
                        each.day.path.name,
                        each.planner,
                        each.day.best,
                        costs,
                    ]
                )


if __name__ == "__main__":
    sys.exit(main())
