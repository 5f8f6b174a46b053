"""Published days on disk, with the best cost that anybody has published for each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Published with so many decimals that a plan this much dearer is printed alike.
ROUNDING = {"bredstrom": 0.005, "vrptw": 0.01}
ORDINARY_ROUNDING = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One day: where it lies, its family, and the best known cost."""

    path: Path
    family: str
    best: float

    @property
    def rounding(self) -> float:
        """How much above the best known still counts as equal."""
        return ROUNDING.get(self.family, ORDINARY_ROUNDING)


def published(folder: Path, families: set[str]) -> Iterator[Published]:
    """The days that the folder's MANIFEST.json lists, with a best known cost."""
    for entry in json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8")):
        best = _best(entry)
        if best is None or (families and entry["set"] not in families):
            continue
        if not _is_solution(entry["file"]):
            yield Published(path=folder / entry["file"], family=entry["set"], best=best)


def _is_solution(name: str) -> bool:
    return "solutions/" in name


def _best(entry: dict[str, object]) -> float | None:
    """The best known; of vehicle routing, the least distance however many cars."""
    given = entry.get("bks", entry.get("bks_hours"))
    if isinstance(given, dict):
        given = given["distance"]["best_known_cost"]
    return float(str(given)) if given is not None else None
