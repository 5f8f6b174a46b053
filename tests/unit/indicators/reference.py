"""The same definitions once more, slowly and in plain Python: the engine's oracle."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from naravard.indicators.codes import (
    BRONCHITIS,
    CHRONIC,
    COPD_BESIDE,
)


@dataclass(frozen=True, kw_only=True)
class Stay:
    pid: int
    birth: date
    first: date
    last: date
    main: str = "Z00"
    beside: tuple[str, ...] = ()
    planned: bool = False
    died: bool = False
    ready: date | None = None


@dataclass(frozen=True, kw_only=True)
class CarePeriod:
    stays: tuple[Stay, ...]

    @property
    def start(self) -> Stay:
        return self.stays[0]

    @property
    def last(self) -> date:
        return max(stay.last for stay in self.stays)

    @property
    def died(self) -> bool:
        return any(stay.died for stay in self.stays)


def years_old(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def care_periods(stays: Iterable[Stay], gap: int) -> Iterator[CarePeriod]:
    ordered = sorted(
        stays, key=lambda each: (each.pid, each.first, each.last, each.main)
    )
    for _, own in groupby(ordered, key=lambda each: each.pid):
        chain: list[Stay] = []
        for stay in own:
            if chain and (stay.first - max(each.last for each in chain)).days > gap:
                yield CarePeriod(stays=tuple(chain))
                chain = []
            chain.append(stay)
        yield CarePeriod(stays=tuple(chain))


def chronic(stays: list[Stay], first: date, after: date) -> int:
    return sum(
        first <= period.last < after
        and years_old(period.start.birth, period.start.first) >= 20
        and _is_chronic(period.start)
        for period in care_periods(stays, 1)
    )


def readmitted(stays: list[Stay], first: date, after: date) -> tuple[int, int]:
    index = [
        period
        for period in care_periods(stays, 0)
        if first <= period.last < after
        and not period.died
        and years_old(period.start.birth, period.last) >= 65
    ]
    return sum(_comes_back(period, stays) for period in index), len(index)


def ready_days(stays: list[Stay], first: date, after: date) -> tuple[int, int]:
    waited = [
        (stay.last - stay.ready).days
        for stay in stays
        if stay.ready is not None
        and first <= stay.last < after
        and (stay.last - stay.ready).days >= 1
    ]
    return sum(waited), len(waited)


def continuity(doctors: dict[int, list[str]]) -> list[float]:
    return [
        sum(seen.count(one) ** 2 - seen.count(one) for one in set(seen))
        / (len(seen) * (len(seen) - 1))
        for seen in doctors.values()
        if len(seen) >= 3
    ]


def same_again(doctors: dict[int, list[str]]) -> list[float]:
    return [
        sum(before == after for before, after in pairwise(seen)) / (len(seen) - 1)
        for seen in doctors.values()
        if len(seen) >= 3
    ]


def _is_chronic(stay: Stay) -> bool:
    return stay.main.startswith(CHRONIC) or (
        stay.main.startswith(BRONCHITIS)
        and any(code.startswith(COPD_BESIDE) for code in stay.beside)
    )


def _comes_back(period: CarePeriod, stays: list[Stay]) -> bool:
    return any(
        stay.pid == period.start.pid
        and not stay.planned
        and 1 <= (stay.first - period.last).days <= 30
        for stay in stays
    )
