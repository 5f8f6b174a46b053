"""What was measured, a line each, in a file that a broken run can go on with."""

import csv
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import mean

from benchmarks.routing.published import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One planner on one day from one seed.

    `seconds` is what the planner was given, `cpu` what it used in all, both of one
    core. `source` names the search by what its source says.
    """

    family: str
    group: str
    day: str
    planner: str
    seed: int
    seconds: float
    cpu: float
    best_known: float
    rounding: float
    cost: float
    violations: int
    source: str

    @property
    def gap(self) -> float:
        """Per cent above the best known."""
        return 100 * (self.cost / self.best_known - 1)

    @property
    def is_level(self) -> bool:
        """At or below the best known as far as it is printed, and no rule broken."""
        within = self.cost <= self.best_known + self.rounding
        return within and self.violations == 0

    @property
    def key(self) -> tuple[str, str, str, int, float, str]:
        """What makes it another measurement and not the same again."""
        return (
            self.family,
            self.day,
            self.planner,
            self.seed,
            self.seconds,
            self.source,
        )


def already(path: Path) -> list[Measured]:
    """The lines of a file, none when there is no file."""
    if not path.exists():
        return []
    kinds = {each.name: each.type for each in fields(Measured)}
    with path.open(newline="", encoding="utf-8") as lines:
        return [
            Measured(**{name: kinds[name](told) for name, told in row.items()})
            for row in csv.DictReader(lines)
        ]


def write(path: Path, each: Measured) -> None:
    """Add a line, at once."""
    new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as out:
        lines = csv.DictWriter(out, [field.name for field in fields(Measured)])
        if new:
            lines.writeheader()
        lines.writerow(asdict(each))


def told(each: Measured) -> str:
    """The line for whoever watches."""
    mark = "=" if each.is_level else ">"
    broken = f" broken rules: {each.violations}" if each.violations else ""
    return (
        f"{each.family:12} {each.day[:32]:32} {each.planner:8} {each.seconds:5g} s"
        f" seed {each.seed} {each.cost:12.3f} best known {each.best_known:12.3f}"
        f" {each.gap:+7.2f} % {mark}{broken}"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """A group of days, each with its seeds together."""

    days: int
    level: int  # of the best seed
    mean: float  # of all seeds, per cent above the best known
    least: float
    most: float
    broken: int


def summed(rows: Iterable[Measured]) -> Summed:
    """Many measurements as one line."""
    days: dict[tuple[str, str], list[Measured]] = {}
    for row in rows:
        days.setdefault((row.family, row.day), []).append(row)
    best = [min(own, key=lambda row: row.cost) for own in days.values()]
    return Summed(
        days=len(days),
        level=sum(row.is_level for row in best),
        mean=mean(mean(row.gap for row in own) for own in days.values()),
        least=min(row.gap for row in best),
        most=max(row.gap for row in best),
        broken=sum(row.violations > 0 for own in days.values() for row in own),
    )


def group_of(day: Published, visits: int) -> str:
    """What a day is told together with: its size where a family has sizes."""
    if day.family == "italian":
        return "76–378"
    if day.family in {"kummer", "mankowska", "bredstrom"}:
        return str(visits)
    if day.family == "vrptw":
        return "Solomon 100" if visits == 100 else f"Gehring-Homberger {visits}"
    return "all"
