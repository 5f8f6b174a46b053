"""A measure as a card, and as a chart with what it says and its table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from naravard.indicators.verdicts import Why
from naravard.web.decisions.board import Measure
from naravard.web.decisions.charting import chart_words, control_chart_of, spark_of
from naravard.web.decisions.words import (
    LOOKS,
    unit_words,
    value_words,
    verdict_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A followed measure in a few signs."""

    id: str
    name: str
    value: str
    unit: str
    spark: SafeString | None
    icon: str
    tone: str
    verdict: str
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The measure that carries the page: its chart and what it says."""

    card: Card
    says: str
    chart: SafeString | None
    rows: tuple[tuple[str, str], ...]


def card_of(measure: Measure) -> Card:
    """The measure in a few signs."""
    verdict = measure.judgement.verdict
    icon, tone, _ = LOOKS[verdict]
    latest = measure.latest
    return Card(
        id=measure.indicator.id,
        name=measure.name,
        value=value_words(latest.value if latest else None),
        unit=unit_words(measure.indicator),
        spark=spark_of(measure),
        icon=icon,
        tone=tone,
        verdict=verdict_words(verdict),
        goal=value_words(measure.target.goal) if measure.target else "",
    )


def story_of(measure: Measure) -> Story:
    """The chart with its sentence and its table."""
    return Story(
        card=card_of(measure),
        says=why_words(measure),
        chart=control_chart_of(measure),
        rows=tuple(
            (figure.period, value_words(figure.value)) for figure in measure.judged
        ),
    )


def why_words(measure: Measure) -> str:
    """The verdict with the rule that made it, in plain words."""
    why = {
        Why.OUTSIDE: gettext(
            "Det senaste talet ligger utanför det som slumpen brukar ge."
        ),
        Why.RUN: gettext(
            "Åtta tal i rad ligger på samma sida om det gamla medelvärdet."
        ),
        Why.NONE: "",
    }[measure.judgement.why]
    change = measure.changes[-1].name if measure.changes else ""
    since = gettext("Jämfört med tiden före: %(change)s.") % {"change": change}
    return " ".join(
        part for part in (chart_words(measure), why, since if change else "") if part
    )
