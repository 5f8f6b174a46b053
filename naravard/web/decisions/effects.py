"""Whether what is done on the road has done any good, in words and charts."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from naravard.access.rules import Actor
from naravard.indicators import queries as indicators
from naravard.indicators.definition import Indicator
from naravard.indicators.registry import INDICATORS
from naravard.roadmap.effects import EffectAnswer, EffectEstimate, stepped_effect
from naravard.roadmap.rows import InitiativeRow
from naravard.web.decisions.board import Measure, board_of
from naravard.web.decisions.cards import Story, story_of
from naravard.web.decisions.words import difference_words, value_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEffect:
    """What an initiative was to do with a measure, and what is seen."""

    name: str
    id: str
    expected: str
    before_after: Story | None
    stepped: str


def effects_of(actor: Actor, row: InitiativeRow) -> list[ShownEffect]:
    """Each linked measure: before and after, and place by place."""
    shown_effects = []
    for effect in row.effects:
        indicator = INDICATORS[effect.indicator]
        measure = board_of(actor, _where(row), [effect.indicator]).measures[0]
        stepped = ""
        if row.steps:
            estimate = stepped_effect(
                row.steps, _by_place(actor, effect.indicator), effect.expected
            )
            stepped = stepped_words(estimate, indicator)
        shown_effects.append(
            ShownEffect(
                name=measure.name,
                id=indicator.id,
                expected=effect.says,
                before_after=_before_after(measure, row),
                stepped=stepped,
            )
        )
    return shown_effects


def stepped_words(estimate: EffectEstimate, indicator: Indicator) -> str:
    """What the stepped roll-out shows, with how sure we are."""
    if estimate.change is None or estimate.low is None or estimate.high is None:
        return gettext(
            "För tidigt att säga: det behövs minst fyra månader efter starten och "
            "minst två kommuner att jämföra med."
        )
    words = {
        EffectAnswer.SEEN: gettext("En verkan åt det tänkta hållet syns."),
        EffectAnswer.OPPOSITE: gettext("En verkan åt motsatt håll syns."),
        EffectAnswer.NOT_SEEN: gettext("Ingen säker verkan syns ännu."),
        EffectAnswer.TOO_EARLY: "",
    }[estimate.answer]
    told = gettext(
        "Förändringen är %(change)s %(unit)s jämfört med kommuner utan insatsen, "
        "troligen mellan %(low)s och %(high)s (kommuner: %(places)s, månader: "
        "%(months)s)."
    ) % {
        "change": value_words(estimate.change),
        "unit": difference_words(indicator),
        "low": value_words(estimate.low),
        "high": value_words(estimate.high),
        "places": estimate.places,
        "months": estimate.months,
    }
    return f"{words} {told}"


def _where(row: InitiativeRow) -> str:
    """The place that began first, when it is rolled out in steps."""
    first = min(row.steps, key=lambda step: step.started_on, default=None)
    return first.municipality if first else "all"


def _before_after(measure: Measure, row: InitiativeRow) -> Story | None:
    if row.started_on is None or len(measure.values) <= 1:
        return None
    return story_of(measure)


def _by_place(actor: Actor, name: str) -> dict[str, list[tuple[date, float]]]:
    return {
        place: [
            (figure.first, figure.value)
            for figure in figures
            if figure.value is not None and not figure.is_preliminary
        ]
        for place, figures in indicators.series_by_municipality(actor, name).items()
    }
