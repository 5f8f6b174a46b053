"""From a measure to its control chart, with words for those who cannot see it."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from naravard.indicators.definition import Measure as Kind
from naravard.indicators.statistics.control_charts import individuals
from naravard.indicators.verdicts import BASELINE, Verdict
from naravard.web.charts.control import (
    ChartPhase,
    ChartPoint,
    ControlChart,
    draw_control_chart,
    draw_spark,
)
from naravard.web.decisions.board import Measure, run_begins
from naravard.web.decisions.words import (
    LOOKS,
    decimals_of,
    short_month_words,
    unit_words,
    value_words,
    verdict_words,
)

FEWEST_FOR_LIMITS = 2
SPARK_POINTS = 18


def control_chart_of(measure: Measure) -> SafeString | None:
    """The chart; None when there are too few points to draw."""
    if len(measure.values) < FEWEST_FOR_LIMITS:
        return None
    return draw_control_chart(
        ControlChart(
            key=f"spc-{measure.indicator.id.lower()}",
            title=f"{measure.name}, {unit_words(measure.indicator)}",
            says=chart_words(measure),
            points=_points(measure),
            phases=_phases(measure),
            goal=measure.goal_in_series,
            decimals=decimals_of(measure.values[-1]),
            least=None if measure.indicator.measure is Kind.RATIO else 0,
        )
    )


def spark_of(measure: Measure) -> SafeString | None:
    """The small line of a card."""
    if len(measure.values) < FEWEST_FOR_LIMITS:
        return None
    return draw_spark(
        measure.values[-SPARK_POINTS:],
        says=verdict_words(measure.judgement.verdict),
        goal=measure.goal_in_series,
        tone=LOOKS[measure.judgement.verdict][2],
    )


def chart_words(measure: Measure) -> str:
    """What the chart shows, in two or three sentences."""
    judged = measure.judgement
    unit = unit_words(measure.indicator)
    parts = [verdict_words(judged.verdict) + "."]
    if judged.before is not None and judged.since is not None:
        parts.append(
            gettext("Medel var %(before)s %(unit)s och är %(since)s nu.")
            % {
                "before": value_words(judged.before),
                "since": value_words(judged.since),
                "unit": unit,
            }
        )
    if measure.target:
        parts.append(
            gettext("Målet är %(goal)s till %(year)s.")
            % {
                "goal": value_words(measure.target.goal),
                "year": measure.target.year,
            }
        )
    return " ".join(parts)


def _points(measure: Measure) -> tuple[ChartPoint, ...]:
    """Colour only where the verdict says that something has surely changed."""
    tone = LOOKS[measure.judgement.verdict][2]
    changed = measure.judgement.verdict.is_change
    begins = run_begins(measure)
    if measure.changes:
        begins = max(begins, measure.changes[-1].at)
    limits = measure.judgement.limits
    return tuple(
        ChartPoint(
            label=short_month_words(figure.first),
            value=value,
            tone=tone
            if changed
            and limits
            and number >= begins
            and _is_on_side(value, limits.centre, measure)
            else "",
        )
        for number, (figure, value) in enumerate(
            zip(measure.judged, measure.values, strict=True)
        )
    )


def _is_on_side(value: float, centre: float, measure: Measure) -> bool:
    """Whether the point lies on the side of the centre that the verdict is about."""
    above = measure.values[-1] > centre
    return (value > centre) is above


def _phases(measure: Measure) -> tuple[ChartPhase, ...]:
    """Each stretch between named changes; without one, the limits of the first part."""
    number = len(measure.values)
    edges = [0, *(change.at for change in measure.changes), number]
    names = ["", *(change.name for change in measure.changes)]
    if not measure.changes and measure.judgement.verdict is not Verdict.TOO_LITTLE:
        return (_phase(measure, 0, number, base=min(BASELINE, number), name=""),)
    return tuple(
        _phase(measure, first, after, base=after - first, name=name)
        for first, after, name in zip(edges, edges[1:], names, strict=False)
        if after - first >= FEWEST_FOR_LIMITS
    )


def _phase(
    measure: Measure, first: int, after: int, *, base: int, name: str
) -> ChartPhase:
    limits = individuals(measure.values[first : first + base])
    return ChartPhase(
        first=first,
        after=after,
        centre=limits.centre,
        low=max(0.0, limits.low),
        high=limits.high,
        name=name,
    )
