"""Holds docs/requirements.md against the tests: what it says is shown, is shown.

Each row is a requirement of the seeds (id, Swedish phrase, where in Nära, the test that
shows it), once, in order, with an id that the seeds have.
"""

import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "requirements.md"
# So many concepts the domain report finds in each of the five seeds (its chapter 8).
IN_SEED = {0: 19, 1: 21, 2: 100, 3: 53, 4: 21}
ROW = re.compile(
    r"^\| R(?P<seed>\d)-(?P<number>\d+) \| (?P<phrase>[^|]+) \| (?P<where>[^|]+)"
    r" \| `(?P<test>[^`|]+)` \|$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One row of the page."""

    seed: int
    number: int
    phrase: str
    where: str
    test: str

    @property
    def code(self) -> str:
        """As it is written: `R2-35`."""
        return f"R{self.seed}-{self.number:02}"


def faults(text: str, root: Path = ROOT) -> list[str]:
    """What is wrong in the page, in words; nothing when it holds."""
    lines = [line for line in text.splitlines() if line.startswith("| R")]
    rows = [found for line in lines if (found := read(line))]
    places = [(row.seed, row.number) for row in rows]
    wrong = [
        f"{line.split('|')[1].strip()}: raden går inte att läsa."
        for line in lines
        if read(line) is None
    ]
    if not rows:
        wrong.append("Sidan har inga krav.")
    if places != sorted(set(places)):
        wrong.append("Kraven står inte en gång var, i ordning.")
    return [*wrong, *(fault for row in rows for fault in _of_row(row, root))]


def read(line: str) -> Requirement | None:
    """A row of the page; None when it is not written as one."""
    match = ROW.match(line)
    if match is None:
        return None
    return Requirement(
        seed=int(match["seed"]),
        number=int(match["number"]),
        phrase=match["phrase"].strip(),
        where=match["where"].strip(),
        test=match["test"],
    )


def _of_row(row: Requirement, root: Path) -> list[str]:
    wrong = []
    if not 1 <= row.number <= IN_SEED.get(row.seed, 0):
        wrong.append(f"{row.code}: kravet finns inte i underlagen.")
    if not (row.phrase and row.where):
        wrong.append(f"{row.code}: frasen eller platsen saknas.")
    if not _is_there(row.test, root):
        wrong.append(f"{row.code}: testet {row.test} finns inte.")
    return wrong


def _is_there(test: str, root: Path) -> bool:
    path, _, name = test.partition("::")
    file = root / path
    if not file.is_file():
        return False
    names = {
        node.name
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    return name in names if name else bool(names)


if __name__ == "__main__":
    found = faults(PAGE.read_text(encoding="utf-8"))
    print("\n".join(found), end="\n" if found else "")
    sys.exit(bool(found))
