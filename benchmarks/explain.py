"""How many cases a second `naravard explain-discharge` answers, in one process.

`python benchmarks/explain.py [--cases 20000]` writes a file of cases, explains it as
the command does, from starting Python to the last answer, and prints cases a second
beside the floor that other programs rely on. The best of three rounds counts, for
whatever else the machine does can only make a round slower. It fails when a second of
processor time does not reach the floor; wall time also tells what others do.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.unit.discharge.cases import karin  # noqa: E402
from tests.unit.discharge.stays import a_case  # noqa: E402

FLOOR = 2_000  # cases a second
ROUNDS = 3
ANSWERED, SOME_REFUSED = 0, 2  # exit codes


def main() -> None:
    """Measure ordinary cases, then every kind of case, and print both."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=20_000)
    count = arguments.parse_args().cases
    ordinary = [json.dumps(karin(rates={"2022": 9000 + n})) for n in range(count)]
    every_kind = [json.dumps(a_case(Random(n))) for n in range(count)]
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} kärnor")
    slowest = min(
        _measured("vanliga ärenden", ordinary, ANSWERED),
        _measured("ärenden av alla slag", every_kind, SOME_REFUSED),
    )
    if slowest < FLOOR:
        sys.exit(f"Under golvet {FLOOR} ärenden/s.")


def _measured(name: str, lines: list[str], code: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cases.jsonl"
        file.write_text("\n".join(lines), "utf-8")
        rounds = [_seconds(file, len(lines), code) for _ in range(ROUNDS)]
    wall = len(lines) / min(wall for wall, _ in rounds)
    cpu = len(lines) / min(cpu for _, cpu in rounds)
    print(
        f"{name}: {wall:.0f} ärenden/s ({wall / FLOOR:.1f} gånger golvet {FLOOR});"
        f" per sekund processortid {cpu:.0f}"
    )
    return cpu


def _seconds(file: Path, expected: int, code: int) -> tuple[float, float]:
    """Wall time and processor time of one run of the command."""
    before, started = _processor_seconds(), time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "naravard", "explain-discharge", str(file)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    wall, cpu = time.perf_counter() - started, _processor_seconds() - before
    answers = told.stdout.count(b"\n")
    if (told.returncode, answers) != (code, expected):
        sys.exit(f"{file.name}: kod {told.returncode}, {answers} svar")
    return wall, cpu


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
