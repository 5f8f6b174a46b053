"""The tables of docs/benchmarks/routing.md: `python -m benchmarks.routing.tables`.

Give it one or more files of results. Of a day measured again with another source of
the search, only the last measurement counts.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.routing.measured import Measured, already, summed
from benchmarks.routing.published import FAMILIES

NAMES = {
    "kummer": "Kummer",
    "italian": "Italian",
    "bredstrom": "Bredström and Rönnqvist",
    "uhhc": "UHHC, validation",
    "bazirha": "Bazirha",
    "bazirha-caie": "Bazirha, second",
    "mankowska": "Mankowska",
    "vrptw": "Vehicles with windows",
}
OURS = "nara"


def latest(rows: Iterable[Measured]) -> list[Measured]:
    """One line for each day, planner, seed and number of seconds: the last."""
    last = {row.key[:-1]: row for row in rows}
    return list(last.values())


def groups(rows: list[Measured]) -> list[tuple[str, str]]:
    """Families in our order, and within them the groups by size."""
    found = {(row.family, row.group) for row in rows}
    return sorted(found, key=lambda each: (FAMILIES.index(each[0]), _size(each[1])))


def _size(group: str) -> int:
    digits = [word for word in group.split() if word.isdigit()]
    return int(digits[-1]) if digits else 0


def by_group(rows: list[Measured]) -> Iterator[str]:
    """A line for each group and number of seconds."""
    yield (
        "| set | visits | days | seconds | at or beyond the best known"
        " | mean | best | worst |"
    )
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for family, group in groups(rows):
        own = [row for row in rows if (row.family, row.group) == (family, group)]
        for seconds in sorted({row.seconds for row in own}):
            these = [row for row in own if row.seconds == seconds]
            told = summed(these)
            broken = f", {told.broken} break a rule" if told.broken else ""
            yield (
                f"| {NAMES[family]} | {group} | {told.days} | {seconds:g}"
                f" | {told.level}{broken} | {percent(told.mean)}"
                f" | {percent(told.least)} | {percent(told.most)} |"
            )


def beside(rows: list[Measured]) -> Iterator[str]:
    """A line for each day that several planners tried, one column each."""
    planners = sorted({row.planner for row in rows}, key=lambda name: name != OURS)
    yield "| set | day | seconds | " + " | ".join(planners) + " |"
    yield "| --- | --- | --- |" + " --- |" * len(planners)
    tried: dict[tuple[str, str, str, float], dict[str, Measured]] = {}
    for row in rows:
        where = (row.family, row.group, row.day, row.seconds)
        tried.setdefault(where, {})[row.planner] = row
    for (family, _, day, seconds), own in tried.items():
        if len(own) > 1:
            cells = " | ".join(_cell(own.get(name)) for name in planners)
            yield f"| {NAMES[family]} | {day} | {seconds:g} | {cells} |"


def _cell(row: Measured | None) -> str:
    if row is None:
        return "–"
    if row.violations:
        return "breaks a rule"
    return percent(row.gap)


def one_by_one(rows: list[Measured]) -> Iterator[str]:
    """A line for each day."""
    yield "| set | day | seconds | best known | ours | against it |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for row in rows:
        yield (
            f"| {NAMES[row.family]} | {row.day} | {row.seconds:g}"
            f" | {row.best_known:g} | {row.cost:.3f} | {percent(row.gap)} |"
        )


def percent(gap: float) -> str:
    """Two decimals, a true minus sign."""
    told = f"{gap:+.2f} %".replace("-", "−")
    return "0.00 %" if told in {"+0.00 %", "−0.00 %"} else told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("results", type=Path, nargs="+")
    parser.add_argument("--every-day", action="store_true", help="and one by one")
    options = parser.parse_args()
    rows = latest(row for path in options.results for row in already(path))
    own = [row for row in rows if row.planner == OURS]
    print("\n".join(by_group(own)))
    print()
    print("\n".join(beside(rows)))
    if options.every_day:
        print()
        print("\n".join(one_by_one(own)))


if __name__ == "__main__":
    sys.exit(main())
