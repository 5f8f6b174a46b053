"""Puts a measure together for a page: its figures, what they say, and the target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from naravard.access.rules import Actor
from naravard.indicators import queries as indicators
from naravard.indicators.definition import Indicator
from naravard.indicators.definition import Measure as Kind
from naravard.indicators.queries import CountingRow, Figure
from naravard.indicators.registry import INDICATORS, in_order
from naravard.indicators.results import WHOLE
from naravard.indicators.statistics.control_charts import RUN_ON_ONE_SIDE
from naravard.indicators.verdicts import (
    FEWEST_AFTER,
    Change,
    Judgement,
    Verdict,
    judge,
)
from naravard.people.queries import municipality_names
from naravard.roadmap import queries as roadmap
from naravard.roadmap.rows import InitiativeRow, Road, TargetRow
from naravard.web.charts.boundaries import names_of

FEWEST_BEFORE = 6  # points before a named change, for limits of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure in one place: every figure, and what may be said about them."""

    indicator: Indicator
    name: str
    geo: str
    figures: tuple[Figure, ...]
    judged: tuple[Figure, ...]
    changes: tuple[Change, ...]
    judgement: Judgement
    target: TargetRow | None
    year: Figure | None

    @property
    def latest(self) -> Figure | None:
        """The latest figure that is shown; of a rate the year, else the last month."""
        if self.indicator.measure is Kind.RATE or not self.judged:
            return self.year or (self.judged[-1] if self.judged else None)
        return self.judged[-1]

    @property
    def goal_in_series(self) -> float | None:
        """The target where the series can be held against it.

        A month's rate is not a year's, and so no line is drawn.
        """
        if self.target is None or self.indicator.measure is Kind.RATE:
            return None
        return self.target.goal

    @property
    def values(self) -> tuple[float, ...]:
        """The values that the verdict rests on."""
        return tuple(each.value for each in self.judged if each.value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything a page about the state of things is made of."""

    counting: CountingRow | None
    road: Road | None
    geo: str
    measures: tuple[Measure, ...]
    places: Mapping[str, str]

    @property
    def followed(self) -> tuple[Measure, ...]:
        """Measures with a target, in the order of the targets."""
        order = [target.indicator for target in self.road.targets] if self.road else []
        kept = [each for each in self.measures if each.indicator.id in order]
        return tuple(sorted(kept, key=lambda each: order.index(each.indicator.id)))

    def of_verdict(self, *verdicts: Verdict) -> tuple[Measure, ...]:
        """Followed measures that got one of the verdicts."""
        return tuple(
            each for each in self.followed if each.judgement.verdict in verdicts
        )

    @property
    def place(self) -> str:
        """The municipality's name; empty for the whole county."""
        return self.places.get(self.geo, "")


def board_of(actor: Actor, geo: str = WHOLE, names: Sequence[str] = ()) -> Board:
    """The board of a place; all measures that are counted, or only the named."""
    road = roadmap.the_road(actor)
    wanted = [INDICATORS[name] for name in names] if names else in_order()
    series = indicators.series(actor, names, geo=geo)
    years = indicators.years(actor, names, geo=geo)
    measures = tuple(
        _measure(entry, geo, series.get(entry.id, ()), years.get(entry.id, ()), road)
        for entry in wanted
    )
    return Board(
        counting=indicators.latest_counting(actor),
        road=road,
        geo=geo,
        measures=measures,
        places=place_names(actor),
    )


def place_names(actor: Actor) -> dict[str, str]:
    """The municipalities that have values, by code, in order of name."""
    codes = indicators.municipalities(actor)
    names = municipality_names(codes) | names_of(frozenset(codes))
    return dict(sorted(names.items(), key=lambda item: item[1]))


def _measure(
    indicator: Indicator,
    geo: str,
    figures: tuple[Figure, ...],
    years: tuple[Figure, ...],
    road: Road | None,
) -> Measure:
    target = road.target(indicator.id) if road else None
    judged = tuple(
        each for each in figures if each.value is not None and not each.is_preliminary
    )
    changes = _changes(indicator, geo, judged, road)
    values = [each.value for each in judged if each.value is not None]
    return Measure(
        indicator=indicator,
        name=target.name if target else indicator.title,
        geo=geo,
        figures=figures,
        judged=judged,
        changes=changes,
        judgement=judge(values, indicator.direction, changes),
        target=target,
        year=years[-1] if years else None,
    )


def _changes(
    indicator: Indicator, geo: str, judged: Sequence[Figure], road: Road | None
) -> tuple[Change, ...]:
    """Initiatives that began here and are to change the measure, as points."""
    if road is None:
        return ()
    found: list[Change] = []
    for row in road.changes_of(indicator.id):
        start = _start(row, geo)
        at = next((n for n, f in enumerate(judged) if start and f.first >= start), None)
        last = found[-1].at if found else 0
        if at is not None and at - last >= FEWEST_BEFORE:
            found.append(Change(at=at, name=row.title))
    return tuple(found)


def _start(row: InitiativeRow, geo: str) -> date | None:
    """When it began here; an initiative in steps begins in one place at a time."""
    if not row.steps:
        return row.started_on
    return next((s.started_on for s in row.steps if s.municipality == geo), None)


def enough_after(measure: Measure) -> bool:
    """Whether the latest change has been in force so long that it is judged."""
    if not measure.changes:
        return True
    return len(measure.judged) - measure.changes[-1].at >= FEWEST_AFTER


def run_begins(measure: Measure) -> int:
    """The first of the latest points that are judged together."""
    return max(0, len(measure.judged) - RUN_ON_ONE_SIDE)
