"""Three indicators written by hand in pandas, to be measured beside the engines.

They read only the columns they need. Each returns Σnum and Σden of 2024.
"""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

FIRST, AFTER = pd.Timestamp("2024-01-01"), pd.Timestamp("2025-01-01")
EIGHTEEN_MONTHS_AGO = pd.Timestamp("2023-07-01")


def read(folder: Path, table: str, columns: list[str]) -> pd.DataFrame:
    """The columns of a table of the lake."""
    frame = pd.concat(
        pd.read_parquet(path, columns=columns, partitioning=None)
        for path in sorted((folder / table).rglob("*.parquet"))
    )
    days = [name for name in ("in", "out", "at", "birth", "ready") if name in frame]
    for name in days:
        frame[name] = pd.to_datetime(frame[name])
    return frame


def readmitted(folder: Path) -> tuple[float, float]:
    """NV-03: unplanned readmission within 30 days, 65 years and older."""
    names = ["pid", "in", "out", "planned", "main", "psych", "died", "transferred"]
    stay = read(folder, "stay", names)
    stay = stay[~stay["psych"].fillna(False)]
    stay["end"] = stay["out"].fillna(pd.Timestamp("9999-12-31").as_unit("s"))
    stay = stay.sort_values(["pid", "in", "end", "main"], kind="stable")
    before = stay.groupby("pid")["end"].cummax().groupby(stay["pid"]).shift()
    first = before.isna() | ((stay["in"] - before).dt.days > 0)
    stay["number"] = first.groupby(stay["pid"]).cumsum()
    for name in ("died", "transferred"):
        stay[name] = stay[name].fillna(False).astype(bool)
    period = stay.groupby(["pid", "number"], as_index=False).agg(
        last=("end", "max"), died=("died", "max"), moved=("transferred", "max")
    )
    period = period[~period["died"] & ~period["moved"]]
    period = period[(period["last"] >= FIRST) & (period["last"] < AFTER)]
    period = period.merge(read(folder, "person", ["pid", "birth"]), on="pid")
    period = period[_age(period["birth"], period["last"]) >= 65]
    every = read(folder, "stay", ["pid", "in", "planned"])
    again = period.merge(every[~every["planned"]], on="pid")
    days = (again["in"] - again["last"]).dt.days
    hit = again[(days >= 1) & (days <= 30)]
    return len(hit.drop_duplicates(["pid", "number"])), len(period)


def waited(folder: Path) -> tuple[float, float]:
    """NV-04: days from ready to discharge, of those who did not leave the same day."""
    stay = read(folder, "stay", ["out", "ready"]).dropna()
    stay = stay[(stay["out"] >= FIRST) & (stay["out"] < AFTER)]
    days = (stay["out"] - stay["ready"]).dt.days
    days = days[days >= 1]
    return float(days.sum()), len(days)


def continuity(folder: Path) -> tuple[float, float]:
    """NV-06: Bice and Boxerman's index of visits to doctors in primary care."""
    names = ["pid", "at", "clin", "level", "mode", "prof"]
    kept = []
    for path in sorted((folder / "visit").rglob("*.parquet")):
        visit = pd.read_parquet(path, columns=names, partitioning=None)
        at = pd.to_datetime(visit["at"])
        keep = (at >= EIGHTEEN_MONTHS_AGO) & (at < AFTER) & (visit["level"] == "pv")
        keep &= visit["mode"].isin(["mottagning", "hem", "video"])
        keep &= visit["prof"].str.lower().eq("läkare") & visit["clin"].notna()
        kept.append(visit.loc[keep, ["pid", "clin"]])
    times = pd.concat(kept).groupby(["pid", "clin"]).size().rename("n").reset_index()
    times["square"] = times["n"] ** 2
    person = times.groupby("pid")[["n", "square"]].sum()
    person = person[person["n"] >= 3]
    index = (person["square"] - person["n"]) / (person["n"] * (person["n"] - 1))
    return float(index.sum()), len(index)


def _age(birth: pd.Series, day: pd.Series) -> pd.Series:
    had = (day.dt.month * 100 + day.dt.day) >= (birth.dt.month * 100 + birth.dt.day)
    return day.dt.year - birth.dt.year - (~had).astype(int)


COUNTED: dict[str, Callable[[Path], tuple[float, float]]] = {
    "NV-03": readmitted,
    "NV-04": waited,
    "NV-06": continuity,
}
