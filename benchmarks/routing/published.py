"""Published days on disk, with the best cost that anybody has published for each."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Published with so many decimals that a plan this much dearer is printed alike.
ROUNDING = {"bredstrom": 0.005, "vrptw": 0.01}
ORDINARY_ROUNDING = 0.001
# No schedule within the windows exists; the publications count something else.
NOT_COMPARABLE = frozenset({"case_3_50_10_5_1.dat", "case_1_80_16_8_1.dat"})
FAMILIES = (
    "kummer",
    "italian",
    "bredstrom",
    "uhhc",
    "bazirha",
    "bazirha-caie",
    "mankowska",
    "vrptw",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One day: where it lies, its family, and the best known cost."""

    path: Path
    family: str
    best: float

    @property
    def name(self) -> str:
        """What the day is called, without the ends of its file's name."""
        return self.path.name.removesuffix(".gz").rsplit(".", 1)[0]

    @property
    def rounding(self) -> float:
        """How much above the best known still counts as equal."""
        return ROUNDING.get(self.family, ORDINARY_ROUNDING)

    @property
    def is_comparable(self) -> bool:
        """Whether what is published is about the same day as the file."""
        return self.path.name not in NOT_COMPARABLE


def published(folder: Path, families: Iterable[str] = ()) -> list[Published]:
    """The days that the folder's MANIFEST.json lists with a best known cost.

    Family by family as they are asked for, otherwise in our own order.
    """
    listed = list(_listed(folder))
    return [
        day for family in families or FAMILIES for day in listed if day.family == family
    ]


def _listed(folder: Path) -> Iterator[Published]:
    for entry in json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8")):
        best = _best(entry)
        if best is not None:
            yield Published(path=folder / entry["file"], family=entry["set"], best=best)


def _best(entry: dict[str, object]) -> float | None:
    """The best known; of vehicle routing the least distance however many vehicles.

    Of Gehring's and Homberger's days only that with fewest vehicles is published.
    """
    given = entry.get("bks", entry.get("bks_hours"))
    if isinstance(given, dict):
        given = (given["distance"] or given["hierarchical"])["best_known_cost"]
    return float(str(given)) if given is not None else None
