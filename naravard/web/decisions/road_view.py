"""The road as a page shows it: the drawing, the stones, who notices what."""

from dataclasses import dataclass

from django.utils.translation import gettext

from naravard.roadmap.rows import InitiativeRow, ObstacleRow, Road
from naravard.roadmap.rules import (
    OBSTACLE_MOVES,
    Character,
    MilestoneState,
    ObstacleState,
)
from naravard.web.charts.road import RoadChart, RoadMilestone, Stone
from naravard.web.decisions.road_words import (
    character_words,
    initiative_state_words,
    milestone_state_words,
    obstacle_state_words,
    phase_words,
    scope_words,
)


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
        MilestoneState.DONE: "klar",
        MilestoneState.HERE: "nu",
        MilestoneState.COMING: "sen",
    }
    return [
        (looks[m.state], milestone_state_words(m.state), f"{m.year}: {m.title}", m.text)
        for m in found.milestones
    ]


def _group(found: Road, character: Character) -> CharacterGroup:
    key, name, says = character_words(character)
    return CharacterGroup(
        key=key,
        name=name,
        says=says,
        initiatives=tuple(
            shown_initiative(row)
            for row in found.initiatives
            if row.character is character
        ),
    )


def shown_initiative(row: InitiativeRow) -> ShownInitiative:
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
