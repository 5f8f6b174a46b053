"""Färdplan: the road, its stones, and whether what is done has done any good."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.indicators import queries as indicators
from naravard.indicators.definition import Indicator
from naravard.indicators.registry import INDICATORS
from naravard.people.roles import Role
from naravard.roadmap.effects import EffectAnswer, EffectEstimate, stepped_effect
from naravard.roadmap.queries import (
    InitiativeRow,
    ObstacleRow,
    Road,
    initiative_in,
    the_road,
)
from naravard.roadmap.rules import (
    OBSTACLE_MOVES,
    Character,
    MilestoneState,
    ObstacleState,
    Scope,
)
from naravard.web.actor import actor_of
from naravard.web.charts.road import RoadChart, RoadMilestone, Stone, draw_road
from naravard.web.decisions.board import Measure, board_of
from naravard.web.decisions.cards import Story, story_of
from naravard.web.decisions.road_words import (
    character_words,
    initiative_state_words,
    obstacle_state_words,
    phase_words,
    scope_words,
)
from naravard.web.decisions.showing import shown
from naravard.web.decisions.words import unit_words, value_words

SCOPE = "vem"  # the question in the address: whose initiatives


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownObstacle:
    """A stone, with the moves one may make."""

    row: ObstacleRow
    state: str
    tone: str
    phase: str
    moves: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInitiative:
    """An initiative in words."""

    row: InitiativeRow
    state: str
    tone: str
    scope: str
    phase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterGroup:
    """Initiatives that one of the three notices most."""

    key: str
    name: str
    says: str
    initiatives: tuple[ShownInitiative, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadView:
    """The road in words."""

    says: str
    stations: tuple[tuple[str, str, str, str], ...]
    groups: tuple[CharacterGroup, ...]
    obstacles: tuple[ShownObstacle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEffect:
    """What an initiative was to do with a measure, and what is seen."""

    name: str
    id: str
    expected: str
    before_after: Story | None
    stepped: str


@require_safe
def road(request: HttpRequest) -> HttpResponse:
    """The road, its areas, stones and initiatives."""
    actor = actor_of(request)
    found = the_road(actor)
    if found is None:
        return shown(request, "decisions/road.html", {"road": None})
    wanted = request.GET.get(SCOPE, "")
    initiatives = [
        _initiative(row)
        for row in found.initiatives
        if wanted not in {scope.value for scope in Scope} or row.scope == wanted
    ]
    return shown(
        request,
        "decisions/road.html",
        {
            "road": found,
            "view": road_view(found),
            "chart": draw_road(road_chart_of(found)),
            "initiatives": initiatives,
            "scopes": [(scope.value, scope_words(scope)) for scope in Scope],
            "scope": wanted,
            "names": INDICATORS,
            "may_move": actor.role is Role.DECISION_MAKER,
        },
    )


@require_safe
def initiative(request: HttpRequest, initiative_id: UUID) -> HttpResponse:
    """One initiative: what it was to change, and what is seen."""
    actor = actor_of(request)
    found = the_road(actor)
    if found is None:
        raise NotFound(gettext("Det finns ingen färdplan."))
    row = initiative_in(found, initiative_id)
    return shown(
        request,
        "decisions/initiative.html",
        {
            "row": row,
            "shown": _initiative(row),
            "effects": effects_of(actor, row),
            "decisions": [d for d in found.decisions if d.initiative_id == row.id],
            "may_move": actor.role is Role.DECISION_MAKER,
        },
    )


def road_view(found: Road) -> RoadView:
    """The road in words."""
    return RoadView(
        says=_progress(found),
        stations=tuple(_stations(found)),
        groups=tuple(_group(found, character) for character in Character),
        obstacles=tuple(_obstacle(row) for row in found.obstacles),
    )


def road_chart_of(found: Road) -> RoadChart:
    """The road as a drawing: milestones by year, stones where their work stands."""
    last = max(1, len(found.milestones) - 1)
    states = [milestone.state for milestone in found.milestones]
    here = states.index(MilestoneState.HERE) if MilestoneState.HERE in states else 0
    paved, gravelled = here / last, min(1.0, (here + 1) / last)
    return RoadChart(
        key="vag",
        title=gettext("Vägen till %(year)s") % {"year": found.goal},
        says=_progress(found),
        paved=paved,
        gravelled=gravelled,
        milestones=tuple(
            RoadMilestone(
                at=number / last,
                year=str(m.year),
                title=m.title,
                state=m.state.value,
                is_goal=m.year == found.goal,
            )
            for number, m in enumerate(found.milestones)
        ),
        stones=tuple(_stones(found, paved)),
    )


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
        "unit": unit_words(indicator),
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


def _stones(found: Road, paved: float) -> list[Stone]:
    """Gone ones behind us, those worked on beside us, the rest ahead."""
    spans = {
        ObstacleState.GONE: (0.12, paved - 0.12),
        ObstacleState.WORKING: (paved + 0.05, 0.82),
        ObstacleState.LEFT: (0.86, 0.96),
    }
    stones = []
    for state, (first, last) in spans.items():
        rows = [row for row in found.obstacles if row.state is state]
        gap = (last - first) / max(1, len(rows) - 1)
        stones += [
            Stone(at=first + n * gap, title=row.title, state=row.state.value)
            for n, row in enumerate(rows)
        ]
    return stones


def _progress(found: Road) -> str:
    number = {
        state: sum(row.state is state for row in found.obstacles)
        for state in ObstacleState
    }
    return gettext(
        "%(vision)s Av hindren är %(gone)s borta, %(working)s arbetar vi med och "
        "%(left)s är kvar."
    ) % {
        "vision": found.vision,
        "gone": number[ObstacleState.GONE],
        "working": number[ObstacleState.WORKING],
        "left": number[ObstacleState.LEFT],
    }


def _stations(found: Road) -> list[tuple[str, str, str, str]]:
    """The road as a list: class, label, heading, text."""
    looks = {
        MilestoneState.DONE: ("klar", gettext("Klart")),
        MilestoneState.HERE: ("nu", gettext("Här är vi")),
        MilestoneState.COMING: ("sen", gettext("Nästa")),
    }
    return [(*looks[m.state], f"{m.year}: {m.title}", m.text) for m in found.milestones]


def _group(found: Road, character: Character) -> CharacterGroup:
    key, name, says = character_words(character)
    return CharacterGroup(
        key=key,
        name=name,
        says=says,
        initiatives=tuple(
            _initiative(row) for row in found.initiatives if row.character is character
        ),
    )


def _initiative(row: InitiativeRow) -> ShownInitiative:
    words, tone = initiative_state_words(row.state)
    return ShownInitiative(
        row=row,
        state=words,
        tone=tone,
        scope=scope_words(row.scope),
        phase=phase_words(row.phase),
    )


def _obstacle(row: ObstacleRow) -> ShownObstacle:
    words, tone = obstacle_state_words(row.state)
    return ShownObstacle(
        row=row,
        state=words,
        tone=tone,
        phase=phase_words(row.phase),
        moves=tuple(
            (to.value, obstacle_state_words(to)[0])
            for to in sorted(OBSTACLE_MOVES[row.state])
        ),
    )
