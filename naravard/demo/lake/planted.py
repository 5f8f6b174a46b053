"""What is planted in the invented contacts, read from the county's own file (pure)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from naravard.indicators.periods import months_later

FOLDER = "lake"  # beside the county files
EVERYWHERE = ""


class EffectKind(StrEnum):
    """What an effect changes."""

    READMISSION = "readmission"  # the chance of coming back within thirty days
    WAITING = "waiting"  # days from ready to home
    CONTINUITY = "continuity"  # the chance of meeting the doctor one knows
    ASSESSMENT = "assessment"  # days from seeking care to being seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Something that is true in the county: from when, where, for whom, how much.

    `since` counts months back from the end; `group` is a yes-or-no column of `person`.
    """

    key: str
    kind: EffectKind
    says: str
    since: int
    factor: float
    municipality: str = EVERYWHERE
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A column that is hardly filled in one month: `share` of its rows lack it."""

    key: str
    says: str
    column: str
    month: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """The whole file."""

    seed: str
    months: int
    hospitals: tuple[str, ...]
    waiting_by_municipality: Mapping[str, float]
    effects: tuple[Effect, ...]
    gaps: tuple[Gap, ...]
    nulls: tuple[str, ...]

    def of(self, kind: EffectKind) -> tuple[Effect, ...]:
        """The effects of one kind."""
        return tuple(effect for effect in self.effects if effect.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The whole months the contacts fall in; `after` is the first day outside."""

    first: date
    after: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.after - self.first).days

    def month(self, back: int) -> date:
        """The first day of the month so many back from the end; 1 is the last."""
        return months_later(self.after, -back)


def window_before(today: date, months: int) -> Window:
    """So many whole months, the last the one before the day's own."""
    after = today.replace(day=1)
    return Window(first=months_later(after, -months), after=after)


def read_planted(path: Path) -> Planted:
    """The file beside the county's. Raises KeyError or ValueError when it is wrong."""
    said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Planted(
        seed=said["seed"],
        months=said["months"],
        hospitals=tuple(said["hospitals"]),
        waiting_by_municipality=said["waiting_by_municipality"],
        effects=tuple(
            Effect(**(row | {"kind": EffectKind(row["kind"])}))
            for row in said["effects"]
        ),
        gaps=tuple(Gap(**row) for row in said["gaps"]),
        nulls=tuple(said["nulls"]["indicators"]),
    )
